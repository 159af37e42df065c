"""The support menu on paper: every field of every need, the parts by assembly, and what the company does not see."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from fundapp.basis.fact import Bilingual
from fundapp.committee.support_menu import SupportMenu
from fundapp.documents.blocks import Document, Heading, Pairs, Paragraph, Table
from fundapp.documents.providers import Providers
from fundapp.documents.support_menu import MenuSource, support_menu
from fundapp.documents.support_menu_pdf import support_menu_pdf
from fundapp.network.member import Member
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.network.service import Service
from fundapp.network.support_facts import SupportFacts
from fundapp.places import rubrics_folder
from fundapp.record import commands as c
from fundapp.store.menu_files import load_support_menu
from fundapp.text.catalogue import use
from tests.pages.small_fund import ACTORS, TODAY, small_fund

ISSUED_AT = datetime(2026, 10, 15, 0, 0, tzinfo=UTC)
PAID = SupportNeed(
    id="need-3",
    proposal_id="proposal-1",
    name="保守網づくり",
    item=MenuItem(kind="M04", provider="八稜組立", person="鈴木", cost_yen=1_234_000, cost_bearer="company", rung=3),
)
BARE = SupportNeed(id="need-4", proposal_id="proposal-1", name="海外の販路")


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> MenuSource:
    fund = small_fund(tmp_path_factory.mktemp("menu") / "data")
    fund.does("secretariat", c.RecordNeeds(needs=(PAID, BARE)))
    office = ACTORS["secretariat"]
    proposal, facts = fund.desk.proposal(office, "proposal-1"), fund.desk.support_facts(office, "proposal-1")
    terms, menu = fund.desk.book(office).terms, load_support_menu(rubrics_folder())
    assert proposal
    assert terms
    assert isinstance(facts, SupportFacts)
    assert isinstance(menu, SupportMenu)
    return MenuSource(fund=terms.name, general_partner=terms.general_partner, proposal=proposal, facts=facts, menu=menu)


def made(source: MenuSource, audience, language="en") -> Document:
    use(language)
    return support_menu(source, Providers(()), audience)


@pytest.mark.parametrize(
    ("is_member", "cost"),
    [
        (True, "¥1,234,000\nthe proposing company\nfree: the company is a member"),
        (False, "¥1,234,000\nthe proposing company\nstandard cost: the company is no member"),
    ],
)
def test_the_cost_says_why_a_member_company_does_not_pay(source, is_member: bool, cost: str) -> None:
    use("en")
    body = Member(id="b", code="M-9", name=Bilingual(ja="八稜組立", en="Assembly"), member_class="support_body")
    service = Service(member_id="b", kind="M04", level="wide_area", cost_yen=1_234_000, free_for_members=True)
    told = source.model_copy(update={"services": (service,), "is_member": is_member})
    row = next(row for row in tables(support_menu(told, Providers([body]), "committee"))[0] if row[0] == "保守網づくり")
    assert (row[1], row[4]) == ("Assembly\nwide-area\n鈴木", cost)


def pairs(document: Document) -> dict[str, str]:
    return dict(row for block in document.blocks if isinstance(block, Pairs) for row in block.rows)


def tables(document: Document) -> list[list[tuple[str, ...]]]:
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[tuple(cell.text for cell in row) for row in one.rows] for one in found]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_the_committee_reads_every_field_of_every_need(source) -> None:
    needs = tables(made(source, "committee"))[0]
    assert needs == [
        (
            "着磁の外注先\nCritical",
            "八稜ネット\n佐藤",
            "報告書\nM01 Broadcast RFQ",
            "13 January 2027",
            "¥300,000\nthe association\nmoney confirmed",
            "agrees",
            "4 written quote or acceptance, named person, date",
        ),
        (
            "塔の認証試験",
            "八稜ネット\n佐藤",
            "報告書\nM02 Value-engineering coaching",
            "13 January 2027",
            "¥300,000\nthe association\nmoney confirmed",
            "agrees",
            "4 written quote or acceptance, named person, date",
        ),
        (
            "保守網づくり",
            "八稜組立\n鈴木",
            "M04 Pilot run / contract assembly",
            "–",
            "¥1,234,000\nthe proposing company",
            "not yet",
            "3 hand raised",
        ),
        ("海外の販路", "–", "–", "–", "–", "not yet", "0 none"),
    ]


def test_it_tells_how_complete_and_how_funded_the_menu_is_and_what_it_costs(source) -> None:
    assert pairs(made(source, "committee")) == {
        "Copy for": "the investment committee",
        "Facts as of": "15 October 2026",
        "Bill of materials": "revision A, first lot of 20, planned in 84 days",
        "Complete menu items": "2 of 4",
        "Source of the money confirmed": "2 of 4",
        "The president agrees": "2 of 4",
        "Promised in writing or firmer": "2 of 4",
        "End and handover agreed": "0 of 4",
        "Parts with a valid offer": "8 of 10",
        "Critical parts with a valid offer": "1 of 2",
        "Cost of the menu": ("¥600,000 (the association)\n¥1,234,000 (the proposing company)\n1 item without a cost"),
        "Cost of the parts for the first lot": "¥1,536,000 for the 8 of 10 parts with a price",
    }


def test_the_parts_stand_by_assembly_with_who_covers_them(source) -> None:
    document = made(source, "committee")
    assert headings(document)[-2:] == ["発電機: 6 of 6 covered", "塔・基礎: 2 of 4 covered"]
    _needs, generator, tower = tables(document)
    assert generator[0] == ("HG-01 部品1\nCritical", "2 valid offers", "提供者1", "66 days", "¥192,000")
    assert tower[2] == ("HG-09 部品9\nCritical", "nobody yet", "–", "84 days\nimputed", "–")


def test_the_company_s_copy_has_no_single_price_and_no_person_but_the_sum_that_it_bears(source) -> None:
    committee, company = made(source, "committee"), made(source, "company")
    needs, generator, tower = tables(company)
    assert [row[1] for row in needs] == ["八稜ネット", "八稜ネット", "八稜組立", "–"]
    assert [row[4] for row in needs] == [
        "the association\nmoney confirmed",
        "the association\nmoney confirmed",
        "the proposing company",
        "–",
    ]
    without = ("Cost of the menu", "Cost of the parts for the first lot")
    kept = {name: value for name, value in pairs(committee).items() if name not in without}
    assert pairs(company) == kept | {
        "Copy for": "the proposing company",
        "Borne by the proposing company in all": "¥1,234,000",
    }
    assert [*generator, *tower] == [row[:-1] for table in tables(committee)[1:] for row in table]


def test_whose_prices_change_changes_nothing_in_the_company_s_copy(source) -> None:
    dearer = tuple(
        line.model_copy(update={"selected_yen": line.selected_yen and line.selected_yen * 3})
        for line in source.facts.lines
    )
    changed = source.model_copy(update={"facts": source.facts.model_copy(update={"lines": dearer})})
    assert made(changed, "company") == made(source, "company")
    assert made(changed, "committee") != made(source, "committee")


def test_what_is_not_there_is_said(source) -> None:
    bare = source.facts.model_copy(update={"lines": (), "needs": (), "has_parts": False})
    document = made(source.model_copy(update={"facts": bare}), "company")
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert told[1:] == ["No support need is listed yet.", "No part is to be sourced."]
    alone = bare.model_copy(update={"needs_support": False})
    document = made(source.model_copy(update={"facts": alone}), "company")
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert told[1] == "This company is registered as needing no support."


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("ja", ("支援メニュー", "支援課題とメニュー", "着磁の外注先", "2027年1月13日", "協会", "10件中8件", "挙手")),
        ("en", ("Supportmenu", "Supportneedsandtheirmenuitems", "着磁の外注先", "13January2027", "8of10")),
    ],
)
@pytest.mark.parametrize("audience", ["company", "committee"])
def test_the_pdf_is_for_the_archive_accessible_and_the_same_bytes_again(source, audience, language, facts) -> None:
    use("ja" if language == "en" else "en")
    first, again = (
        support_menu_pdf(source, Providers(()), audience, language=language, issued_at=ISSUED_AT) for _ in range(2)
    )
    assert first == again
    reader = PdfReader(BytesIO(first))
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>3</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    shown = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert [fact for fact in facts if fact not in shown] == []
    assert source.facts.as_of == TODAY
