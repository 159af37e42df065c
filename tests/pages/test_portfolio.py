"""How is the fund's money placed, and what is paid when?"""

import io
import zipfile

import pytest

from fundapp.basis.fact import Language
from fundapp.text.catalogue import use
from fundapp.web.documents_on_offer import MAKERS
from tests.pages.small_fund import ACTORS, SmallFund, open_as, small_fund
from tests.pages.test_investment import paid, signed


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "fund/portfolio", monkeypatch, language=language)


def made(fund: SmallFund, kind: str, person: str = "manager", language: Language = "en", **query: str):
    use(language)
    return MAKERS[kind](fund.desk, ACTORS[person], query, language)


def test_before_the_first_agreement_it_says_what_comes(visit) -> None:
    screen = visit("manager")
    assert not screen.exception
    assert [one.value for one in screen.title] == ["No agreement is signed yet"]


@pytest.mark.parametrize("person", ["manager", "lp", "auditor", "b"])
def test_findings_stand_over_the_charts(fund, visit, person) -> None:
    signed(fund)
    screen = visit(person)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["JPY 0m of JPY 40m committed is paid"]
    assert [one.value.replace("\\", "") for one in screen.header] == [
        "Next to be paid: Hachiryo Works 2, JPY 25m on 15 October 2026",
        "Largest: Hachiryo Works 2, 100% of what is committed",
        "1 sector: 環境・防災, 100% of what is committed",
        "Largest: 環境・防災, 100% of what is committed",
        "Largest: Early stage, 100% of what is committed",
    ]
    assert len(screen.get("plotly_chart")) == 5


def test_the_board_has_every_finding_on_one_page(fund, monkeypatch) -> None:
    paid(fund)
    screen = open_as(fund, "lp", "fund/board", monkeypatch)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["Of JPY 500m, JPY 360m is still investable"]
    assert [one.value.replace("\\", "") for one in screen.header] == [
        "JPY 40m is reserved or committed, JPY 100m is for costs and follow-on investments",
        "Within all limits; least room: Hachiryo Works 2, JPY 60m",
        "Next to be paid: Hachiryo Works 2, JPY 15m on 15 October 2026",
        "Every investment stands at 1.00 times what was paid (MOIC)",
        "TVPI 1.00, of which 0.00 came back (DPI)",
        "The partners stand at -JPY 60m, with what is held at JPY 0m",
    ]
    assert len(screen.get("plotly_chart")) == 6


def test_it_speaks_japanese(fund, visit) -> None:
    signed(fund)
    assert [one.value for one in visit("manager", "ja").title] == ["投資約束40百万円のうち0百万円が払込済み"]


def test_workbook_has_a_native_chart_for_companies_sectors_and_stages_and_repeats_byte_for_byte(fund) -> None:
    signed(fund)
    first, again = (made(fund, "portfolio-xlsx").content for _ in range(2))
    assert first == again
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert sorted(name for name in names if name.startswith("xl/charts/chart")) == [
        f"xl/charts/chart{n}.xml" for n in (1, 2, 3)
    ]
    assert sum(name.startswith("xl/worksheets/sheet") for name in names) == 8


def test_table_for_other_programs_holds_one_row_a_company(fund) -> None:
    signed(fund)
    head, row, *rest = made(fund, "portfolio-csv").content.decode("utf-8-sig").splitlines()
    assert head.startswith('"Company","Sector","Stage"')
    assert (
        row == '"Hachiryo Works 2","環境・防災","Early stage","2026-10-15",40000000,0,40000000,0,0,"–",0,0,"2026-10-15"'
    )
    assert rest == []
