"""How does a running fund come in from its spreadsheets?"""

from datetime import timedelta

import pytest

from fundapp.documents.csv_table import csv_table
from fundapp.documents.opening_book import opening_book
from fundapp.record.opening_export import opening_of
from fundapp.text.catalogue import use
from fundapp.web.opening_copy import opening_file, opening_tables, opening_template
from tests.pages.small_fund import ACTORS, EARLIER, NOW, SmallFund, established, open_as, small_fund, texts
from tests.pages.test_investment import signed

YESTERDAY = (NOW - timedelta(days=1)).date().isoformat()
FIRST = EARLIER.isoformat()
CSV = {
    "positions.csv": (
        ("Deal no.", "Company", "Sector", "Signed on", "Cost", "Fair value"),
        [("A-1", "八稜鋳造", "素材", FIRST, "30,000", "30,000")],
    ),
    "tranches.csv": (
        ("Deal no.", "Tranche", "Committed", "Drawn", "Undrawn", "Due"),
        [("A-1", "1", "30,000", "30,000", "0", FIRST), ("A-1", "2", "20,000", "0", "20,000", "2027-04-01")],
    ),
    "movements.csv": (
        ("Date", "Kind", "Amount", "Deal no.", "Tranche", "What for"),
        [
            (FIRST, "Capital call", "40,000", "", "", ""),
            (FIRST, "Payment", "40,000", "", "", ""),
            (FIRST, "Tranche paid", "30,000", "A-1", "1", ""),
            (YESTERDAY, "Fee", "1,000", "", "", "audit"),
        ],
    ),
    "partners.csv": (
        ("Partner", "Committed", "Called", "Paid in", "Distributed"),
        [("LP", "495,000,000", "39,600", "39,600", "0"), ("GP", "5,000,000", "400", "400", "0")],
    ),
    "balances.csv": (
        ("Item", "Value"),
        [
            ("As of", YESTERDAY),
            ("Fund size", "500,000,000"),
            ("Cash", "9,000"),
            ("Cost reserve", "39,999,000"),
            ("Follow-on reserve", "60,000,000"),
        ],
    ),
}
"""A fund as simple as can be, in a bookkeeper's own words: one company, half of it paid."""


@pytest.fixture
def fund(tmp_path, monkeypatch) -> SmallFund:
    made = established(tmp_path)
    made.moves_to(NOW.date())
    return made


def files(**changed: str) -> list[tuple[str, bytes, str]]:
    """The five CSV files; `cash` another figure in the bank."""
    told = {name: csv_table(head, rows) for name, (head, rows) in CSV.items()}
    if "cash" in changed:
        told["balances.csv"] = told["balances.csv"].replace(b'9,000"', changed["cash"].encode() + b'"', 1)
    return [(name, content, "text/csv") for name, content in told.items()]


def press(screen, label: str):
    return next(one for one in screen.button if one.label == label).click().run()


def brought(fund, monkeypatch, given, language="en"):
    """The manager's page after the files were read."""
    screen = open_as(fund, "manager", "fund/opening", monkeypatch, language=language)
    for name, content, kind in given:
        screen.file_uploader[0].upload(name, content, kind)
    screen.run()
    return press(screen, {"en": "Read the tables", "ja": "表を読み取る"}[language])


def test_five_files_are_brought_by_one_and_accepted_by_another_and_the_figures_go_on(fund, monkeypatch) -> None:
    screen = brought(fund, monkeypatch, files())
    assert not screen.exception
    assert "All 25 figures agree to the yen" in texts(screen)
    screen = press(screen, "Put these tables before another person")
    assert not screen.exception
    assert screen.title[0].value == "A running fund waits to be taken over"
    assert not [one for one in screen.button if one.label == "Accept and enter them"]
    home = open_as(fund, "secretariat", "today/home", monkeypatch)
    assert "A running fund waits to be taken over" in texts(home)
    screen = open_as(fund, "secretariat", "fund/opening", monkeypatch)
    assert "Bank account: ¥0 becomes ¥9,000" in texts(screen)
    screen = press(screen, "Accept and enter them")
    assert not screen.exception
    assert screen.title[0].value.startswith("The fund was taken over as of")
    book = fund.desk.book(ACTORS["manager"])
    assert (book.balances["GL:Bank"], book.balances["CAP:Committed:A-1:2"]) == (9_000, 20_000)
    assert fund.desk.verify().records == book.seq
    (source,) = [one for one in next(iter(book.openings.values())).opening.sources if one.part == "flows"]
    document = opening_file(fund.desk, ACTORS["auditor"], {"sha256": source.file_sha256}, "en")
    assert (document.name, document.content) == (
        "movements.csv",
        {name: content for name, content, _kind in files()}["movements.csv"],
    )
    assert opening_file(fund.desk, ACTORS["lp"], {"sha256": source.file_sha256}, "en").code == "document_unknown"
    for person, path in (("manager", "fund/commitments"), ("lp", "fund/board"), ("auditor", "fund/journal")):
        assert not open_as(fund, person, path, monkeypatch).exception, path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_one_yen_apart_is_refused_with_both_figures_and_nothing_can_be_pressed(fund, monkeypatch, language) -> None:
    screen = brought(fund, monkeypatch, files(cash="9,001"), language)
    assert not screen.exception
    box = "\n".join(one.value for one in screen.warning).replace("\\", "")
    assert "¥9,001" in box
    assert "¥9,000" in box
    assert "balances.csv 4" in box
    assert not [one for one in screen.button if one.label in ("Put these tables before another person",)]
    assert fund.desk.book(ACTORS["manager"]).waiting_opening is None


def test_a_row_that_cannot_be_read_is_told_with_what_stands_there(fund, monkeypatch) -> None:
    told = [(name, content.replace(b"Tranche paid", b"Gift"), kind) for name, content, kind in files()]
    screen = brought(fund, monkeypatch, told)
    assert not screen.exception
    assert "Movements: 1 row is not taken" in texts(screen)


def test_who_does_not_manage_sees_that_nothing_was_brought(fund, monkeypatch) -> None:
    screen = open_as(fund, "auditor", "fund/opening", monkeypatch)
    assert not screen.exception
    assert "No tables were brought yet." in texts(screen)


def test_a_fund_that_runs_here_is_taken_out_as_tables_by_the_office_alone(tmp_path, monkeypatch) -> None:
    running = small_fund(tmp_path)
    signed(running)
    screen = open_as(running, "manager", "fund/opening", monkeypatch)
    assert not screen.exception
    assert screen.title[0].value == "The fund runs here"
    assert [one.url for one in screen.get("link_button")] == ["/download/opening-tables?lang=en"]
    use("en")
    book = running.desk.book(ACTORS["auditor"])
    made = opening_tables(running.desk, ACTORS["auditor"], {}, "en")
    assert made.content == opening_book(book.terms, opening_of(book, NOW.date()))
    assert opening_tables(running.desk, ACTORS["a"], {}, "en").code == "document_unknown"
    assert opening_template(running.desk, ACTORS["lp"], {}, "en").code == "document_unknown"
    assert opening_template(running.desk, ACTORS["manager"], {}, "en").name == "opening-en.xlsx"


def test_a_column_that_a_person_points_out_is_remembered_for_tables_like_it(fund, monkeypatch) -> None:
    own = [(name, content.replace(b'"Cost"', b'"Carried"'), kind) for name, content, kind in files()]
    screen = brought(fund, monkeypatch, own)
    assert not [one for one in screen.button if one.label == "Put these tables before another person"]
    assert "Cost still held (yen): No column is known for this." in "\n".join(
        one.value for one in screen.warning
    ).replace("\\", "")
    column = next(one for one in screen.selectbox if one.label == "Cost still held (yen)")
    screen = column.select(4).run()
    screen = press(screen, "Put these tables before another person")
    assert not screen.exception
    screen = brought(fund, monkeypatch, own)
    assert "All 25 figures agree to the yen" in texts(screen)
