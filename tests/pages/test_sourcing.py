"""With which parts, when, for how much: bills and offers from files, and the facts with their rows."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook
from spoken import fault
from streamlit.testing.v1 import AppTest

from fundapp.basis.fact import Bilingual
from fundapp.basis.grid import Grid
from fundapp.basis.roles import Role
from fundapp.committee.rubric import Rubric
from fundapp.desk import Done
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.bill_columns import suggest_mapping
from fundapp.network.member import Member
from fundapp.network.offer import Offer
from fundapp.network.offer_table import OfferSource, read_offers, suggest_offer_mapping
from fundapp.places import rubrics_folder
from fundapp.record import commands as c
from fundapp.store.rubric_files import load_rubric
from fundapp.text.catalogue import use
from fundapp.text.network_words import word
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.ui.network import uploads
from fundapp.ui.network.bill_part import corrections
from fundapp.ui.network.line_editor import edits_of, with_edits
from fundapp.ui.network.templates import BILL_ROLES, OFFER_ROLES, offer_table
from fundapp.ui.network.verdicts import spans
from tests.pages.screens import opened, turbine

PAGE = str(PAGES["network/sourcing"].file)
FILES = Path(__file__).parent.parent / "data/bom"
TODAY = datetime.now(UTC).date()
PROPOSAL = "id of PR-06"
FACTS, BILL, OFFERS = "facts", "bill", "offers"


def line(line_id: str, **given: object) -> Line:
    usual = {"row": 2, "description": f"part {line_id}", "quantity": Fraction(2), "kind": LineKind.BOUGHT_OUT}
    return Line(id=line_id, **{**usual, **given})


BILL_R1 = Bill(
    proposal_id=PROPOSAL,
    revision="R1",
    lot=20,
    plan_days=84,
    lines=(
        line("1", part_number="P-1", target_unit_cost_yen=1000, critical=True),
        line("2", part_number="P-2", row=3, kind=LineKind.MADE_TO_DRAWING),
    ),
)


@pytest.fixture
def order(peopled: Path, actors) -> Callable[..., None]:
    """Give a command at the desk of this test; a rubric, a member and a proposal are there."""

    def give(command: c.Command, role: Role = Role.SECRETARIAT) -> None:
        done = gate.desk().submit(command, actors[role])
        assert isinstance(done, Done), done

    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    give(c.AdoptRubric(rubric=rubric, in_force_from=date(2026, 4, 1)), Role.ADMINISTRATOR)
    names = Bilingual(ja="稜北精機", en="Ryohoku Seiki")
    give(c.RegisterMembers(members=(Member(id="m", code="M-0001", name=names, member_class="company"),)))
    give(c.RegisterProposal(proposal=turbine(PROPOSAL)))
    return give


@pytest.fixture
def visit(order, actors, monkeypatch) -> Iterator[Callable[..., AppTest]]:
    """Open the page as a role."""

    def open_page(role: Role = Role.SECRETARIAT, language: str = "en", **address: str) -> AppTest:
        return opened(PAGE, actors, monkeypatch, role, language, **address)

    yield open_page
    use("ja")


@pytest.fixture
def register(actors) -> Callable[[], object]:
    """What the registers hold for the proposal."""
    return lambda: gate.desk().support(actors[Role.SECRETARIAT], PROPOSAL)


def words(screen: AppTest) -> str:
    """All that the page says, without the marks of Markdown."""
    told = [*screen.title, *screen.header, *screen.markdown, *screen.success, *screen.warning, *screen.info]
    return "\n".join(str(one.value) for one in told).replace("\\", "")


def field(screen: AppTest, label: str):
    """The one widget with this label."""
    widgets = [*screen.text_input, *screen.selectbox, *screen.radio, *screen.checkbox, *screen.date_input]
    return next(one for one in [*widgets, *screen.number_input] if one.label == label)


def press(screen: AppTest, label: str) -> AppTest:
    """Press a button by its label; the page must not fail."""
    next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception, screen.exception
    return screen


def look_at(screen: AppTest, part: str) -> AppTest:
    screen.get("segmented_control")[0].set_value(part).run()
    assert not screen.exception, screen.exception
    return screen


def give_file(screen: AppTest, name: str, content: bytes) -> AppTest:
    screen.file_uploader[0].upload(name, content).run()
    assert not screen.exception, screen.exception
    return screen


def offer(offer_id: str, line_id: str, **given: object) -> Offer:
    usual = {"proposal_id": PROPOSAL, "bill_revision": "R1", "provider": "稜北精機", "person": "Sato", "rung": 4}
    usual |= {"dated": TODAY - timedelta(days=3), "lot": 20, "unit_price_yen": 900, "lead_time_days": 30}
    return Offer(id=offer_id, line_id=line_id, **{**usual, **given})


# The bill


def test_the_likeliest_sheet_of_a_workbook_is_read_and_another_can_be_chosen(visit):
    book = Workbook()
    for name, rows in {"翼": [["図番", "品名", "員数"], ["A-1", "翼", 3]], "改訂": [["日付"], ["4月"]]}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    screen = give_file(press(visit(), "Import a parts list"), "parts.xlsx", out.getvalue())
    (sheets,) = [one for one in screen.radio if one.label == "Which sheet of the workbook"]
    assert (sheets.value, list(sheets.options)) == ("翼", ["Sheet", "翼", "改訂"])
    assert "**1 row**  \npart lines" in words(screen)
    sheets.set_value("改訂").run()
    assert not screen.exception, screen.exception
    assert "**1 row**  \npart lines" not in words(screen)


@pytest.mark.parametrize(
    ("name", "lines", "rejected"),
    [
        ("exaspim_bom.csv", 90, 2),
        ("exaspim_bom.xlsx", 92, 0),
        ("permamote_bom.csv", 51, 0),
        ("permamote_bom.txt", 51, 0),
        ("permamote_bom.xlsx", 51, 0),
        ("microwind_parts_list.md", 53, 0),
    ],
)
def test_a_real_parts_list_is_shown_row_by_row_before_anything_is_written(visit, register, name, lines, rejected):
    screen = press(visit(), "Import a parts list")
    screen = give_file(screen, name, (FILES / name).read_bytes())
    text = words(screen)
    assert f"**{lines} rows**  \npart lines" in text
    assert f"**{rejected} rows**  \nrejected, with the reason below" in text
    assert f"For {lines} lines the kind was concluded from their words." in text
    assert register().bill is None


def test_the_bill_is_recorded_by_the_last_press(visit, register):
    screen = press(visit(Role.MANAGER), "Import a parts list")
    screen = give_file(screen, "exaspim_bom.csv", (FILES / "exaspim_bom.csv").read_bytes())
    screen = press(screen, "Record this bill")
    assert "Some fields are empty: First lot, in products; " in words(screen)
    field(screen, "First lot, in products").set_value(20).run()
    field(screen, "Planned days from order to first lot").set_value(84).run()
    screen = press(screen, "Record this bill")
    bill = register().bill
    assert (bill.revision, bill.lot, bill.plan_days, len(bill.lines)) == ("R1", 20, 84, 90)
    assert "Revision R1 is recorded: 90 lines." in words(screen)
    assert "N2 Parts and process coverage: does not apply → level 1" in words(screen)
    assert "90 lines to source, 0 with a valid offer" in words(screen)


def test_a_column_can_be_pointed_out(visit):
    table = "番号;もの;いくつ\n1;bearing;2\n2;shaft;1\n".encode("cp932")
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", table)
    assert fault("columns_guessed", count=1) in words(screen)
    field(screen, "The row with the headers").set_value(0).run()
    field(screen, "Description").set_value(1).run()
    field(screen, "Quantity").set_value(2).run()
    assert "**2 rows**  \npart lines" in words(screen)


def test_a_column_chosen_twice_is_told(visit):
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", b"Part name,Qty\nbearing,2\n")
    field(screen, "Material").set_value(0).run()
    assert fault("column_twice", column="A", first="Description", second="Material") in words(screen)


def test_a_table_of_headings_alone_records_nothing(visit):
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", b"Part name,Qty\n,2\n,3\n")
    assert fault("nothing_to_record") in words(screen)
    assert [one.label for one in screen.button if one.label.startswith("Record")] == []


def test_a_file_that_is_no_table_is_refused_in_words(visit):
    screen = give_file(press(visit(), "Import a parts list"), "list.xlsx", b"%PDF-1.7")
    assert "list.xlsx is not a table that we can read." in words(screen)


def test_a_new_revision_says_what_becomes_of_the_old_one(visit, order):
    order(c.RecordBill(bill=BILL_R1))
    screen = give_file(visit(form="bill:"), "list.csv", b"Part name,Qty\nbearing,2\n")
    field(screen, "Revision").set_value("R2").run()
    assert "R2 takes the place of R1. Offers made for R1 no longer count." in words(screen)
    field(screen, "Revision").set_value("R1").run()
    assert "R1 stands already: it is corrected, and its offers go on counting." in words(screen)


def test_a_line_is_corrected_with_a_reason(visit, order, register):
    order(c.RecordBill(bill=BILL_R1))
    screen = press(look_at(visit(), BILL), "Correct one line")
    field(screen, "Which line").set_value("2").run()
    field(screen, "Target unit cost in yen").set_value(5000).run()
    screen = press(screen, "Save the correction")
    assert "“Reason for the change” is empty." in words(screen)
    field(screen, "Reason for the change").set_value("quoted by the maker").run()
    press(screen, "Save the correction")
    assert [one.target_unit_cost_yen for one in register().bill.lines] == [1000, 5000]


def test_lot_and_days_are_corrected_without_losing_the_lines(visit, order, register):
    order(c.RecordBill(bill=BILL_R1))
    standing = register().bill
    screen = press(look_at(visit(), BILL), "Correct lot and days")
    field(screen, "First lot, in products").set_value(30).run()
    press(screen, "Save lot and days")
    assert register().bill == standing.model_copy(update={"lot": 30})


def test_many_corrections_become_one_bill_and_a_mark_for_each_line():
    rows = [
        {"kind": "special process", "external": True, "critical": True, "target": 1000},
        {"kind": "made to drawing", "external": False, "critical": False, "target": 7000},
    ]
    codes = {"special process": "special_process", "made to drawing": "made_to_drawing"}
    lines = with_edits(BILL_R1.lines, edits_of(rows, codes))
    first, second = BILL_R1.lines
    sorted_anew = BILL_R1.model_copy(
        update={
            "lines": (
                first.model_copy(update={"kind": LineKind.SPECIAL_PROCESS}),
                second.model_copy(update={"external": False}),
            )
        }
    )
    marked = c.MarkLine(
        proposal_id=PROPOSAL, line_id="2", critical=False, target_unit_cost_yen=7000, reason="looked through"
    )
    assert corrections(BILL_R1, lines, "looked through", "n") == (
        ("n", c.RecordBill(bill=sorted_anew)),
        ("n/2", marked),
    )
    assert corrections(BILL_R1, BILL_R1.lines, "nothing", "n") == ()


# Offers


def test_offers_from_a_table_are_recorded_under_one_name_of_the_company(visit, order, register):
    order(c.RecordBill(bill=BILL_R1))
    screen = press(look_at(visit(), OFFERS), "Import a table of offers")
    table = (
        "Part number,Company name,Person,Unit price,Lot,Lead time\nP-1,Ryohoku Seiki,Sato,900,20,30\nP-9,X,Y,1,1,1\n"
    )
    screen = give_file(screen, "offers.csv", table.encode())
    assert "**1 row**  \noffers" in words(screen)
    assert "1 row is not recorded" in words(screen)
    assert register().offers == ()
    screen = press(screen, "Record 1 offer for revision R1")
    assert "1 offer is recorded." in words(screen)
    assert "Coverage by lines: **0% → 50%**" in words(screen)
    assert [(one.line_id, one.provider, one.unit_price_yen) for one in register().offers] == [("1", "稜北精機", 900)]


def test_one_offer_is_entered_and_told_how_it_counts(visit, order, register):
    order(c.RecordBill(bill=BILL_R1))
    screen = press(look_at(visit(Role.MANAGER), OFFERS), "Enter one offer")
    field(screen, "Which line").set_value("2").run()
    field(screen, "Company: a member, or type another name").set_value("稜北精機").run()
    field(screen, "Person in charge").set_value("Sato").run()
    field(screen, "Unit price in yen").set_value(4800).run()
    assert "a raised hand only: no NDA for a part made to drawing" in words(screen)
    field(screen, "The NDA is signed").set_value(True).run()
    assert "counts as a valid offer" in words(screen)
    press(screen, "Record this offer")
    (made,) = register().offers
    assert (made.line_id, made.provider, made.person, made.unit_price_yen, made.lot, made.received_by) == (
        "2",
        "稜北精機",
        "Sato",
        4800,
        20,
        "phone",
    )


def test_a_withdrawn_offer_stays_on_file_and_counts_no_more(visit, order, register):
    order(c.RecordBill(bill=BILL_R1))
    order(c.RecordOffers(offers=(offer("o", "1"),)))
    screen = look_at(visit(), OFFERS)
    assert "1 offer · 1 valid · 0 raised hands · 0 do not count" in words(screen)
    field(screen, "Which offer").set_value("o").run()
    screen = press(screen, "Record that it is withdrawn today")
    assert "1 offer · 0 valid · 0 raised hands · 1 does not count" in words(screen)
    assert register().offers[0].withdrawn_on is not None


# Facts


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["2 lines to source, 1 with a valid offer", "The first lot waits longest for", "part 2", "For level 2"]),
        ("ja", ["調達する2行のうち、有効な見積があるのは1行", "隘路", "part 2", "段階2になるには"]),
    ],
)
def test_the_facts_say_where_it_stands_and_what_would_raise_it(visit, order, language, told):
    order(c.RecordBill(bill=BILL_R1))
    order(c.RecordOffers(offers=(offer("o", "1"),)))
    text = words(visit(language=language))
    assert [one for one in told if one not in text] == []


def test_the_rows_behind_a_fact_are_one_press_away(visit, order):
    order(c.RecordBill(bill=BILL_R1))
    order(c.RecordOffers(offers=(offer("o", "1"), offer("h", "2", rung=3))))
    screen = visit()
    assert not screen.dataframe
    drawer = next(one for one in screen.expander if one.label.startswith("Coverage by lines"))
    assert drawer.label == "Coverage by lines: **50%** (with raised hands 100%)".replace("(", "\\(").replace(")", "\\)")
    screen.session_state["fact-N2-cov_lines"] = True
    screen.run()
    shown = [frame.value["Part"].tolist() for frame in screen.dataframe]
    assert shown == [["P-2 part 2"], ["P-1 part 1"], ["P-2 part 2"]]


@pytest.mark.parametrize("role", [Role.VOTING, Role.AUDITOR])
def test_who_may_not_change_the_parts_only_reads(visit, order, role):
    order(c.RecordBill(bill=BILL_R1))
    screen = visit(role, form="bill:")
    for part in (FACTS, BILL, OFFERS):
        screen = look_at(screen, part)
        assert [one.label for one in screen.button] == []
        assert not screen.file_uploader


# Templates


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_headers_of_the_templates_are_recognised(language):
    use(language)
    filled = {"kind": word("line_kind", "made_to_drawing"), "critical": "1"}
    filled |= {"quantity": "2", "target_unit_cost": "1200"}
    bill = (
        tuple(word("bill_column", role) for role in BILL_ROLES),
        tuple(filled.get(role, "x") for role in BILL_ROLES),
    )
    offers = (tuple(word("offer_column", role) for role in OFFER_ROLES), ("1",) * len(OFFER_ROLES))
    found = suggest_mapping(Grid(rows=bill, row_numbers=(1, 2)))
    assert found.columns == tuple(sorted((role, at) for at, role in enumerate(BILL_ROLES)))
    found = suggest_offer_mapping(Grid(rows=offers, row_numbers=(1, 2)))
    assert found.columns == tuple(sorted((role, at) for at, role in enumerate(OFFER_ROLES) if role != "answer"))
    use("ja")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_filled_template_of_offers_is_read_whole(language):
    use(language)
    rows = list(csv.reader(io.StringIO(offer_table(BILL_R1).decode("utf-8-sig"))))
    head = rows[0]
    for row in rows[1:]:
        row[head.index(word("offer_column", "provider"))] = "Ryohoku Seiki"
        row[head.index(word("offer_column", "person"))] = "Sato"
        row[head.index(word("offer_column", "unit_price"))] = "900"
    grid = Grid(rows=tuple(map(tuple, rows)), row_numbers=tuple(range(1, len(rows) + 1)))
    source = OfferSource(batch="b", dated=TODAY)
    reading = read_offers(grid, suggest_offer_mapping(grid), bill=BILL_R1, source=source)
    assert (reading.offer_rows, reading.rejected) == ((2, 3), ())
    assert [(one.line_id, one.lot, one.unit_price_yen, one.rung) for one in reading.offers] == [
        ("1", 20, 900, 4),
        ("2", 20, 900, 4),
    ]
    use("ja")


def test_columns_are_named_as_a_spreadsheet_does():
    assert [uploads.letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_rows_in_a_run_are_told_together():
    assert [spans(rows) for rows in ([], [3], [3, 4], [3, 7, 8, 9, 12])] == ["", "3", "3-4", "3, 7-9, 12"]


# A parts list that is pasted, mended and compared


def test_a_pasted_list_is_read_and_recorded(visit, register):
    screen = press(visit(), "Import a parts list")
    screen.text_area[0].set_value("# Rotor\n* 3x Blade\n* Fasteners:\n  * 24x ISO 4762 M6x16\n").run()
    screen = press(screen, "Read what is pasted")
    assert "**2 rows**  \npart lines" in words(screen)
    field(screen, "First lot, in products").set_value(20).run()
    field(screen, "Planned days from order to first lot").set_value(84).run()
    press(screen, "Record this bill")
    assert [(one.quantity, one.description, one.assembly) for one in register().bill.lines] == [
        (3, "Blade", "Rotor"),
        (24, "ISO 4762 M6x16", "Fasteners"),
    ]


def test_a_correction_of_the_columns_is_remembered_for_the_same_headers(visit):
    table = b"Part name,Qty,Was\nbearing,2,steel\nshaft,1,brass\n"
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", table)
    field(screen, "Material").set_value(2).run()
    field(screen, "First lot, in products").set_value(20).run()
    field(screen, "Planned days from order to first lot").set_value(84).run()
    press(screen, "Record this bill")
    screen = give_file(visit(form="bill:"), "other.csv", b"Part name,Qty,Was\nring,4,copper\n")
    assert field(screen, "Material").value == 2


def test_a_new_revision_says_which_parts_it_changes(visit, order):
    order(c.RecordBill(bill=BILL_R1))
    table = b"Part No,Part name,Qty\nP-1,part 1,3\nP-9,part 9,1\n"
    screen = give_file(visit(form="bill:"), "list.csv", table)
    assert "Against R1: 1 line added, 1 removed, 1 changed, 0 unchanged." in words(screen)
    order(c.RecordBill(bill=BILL_R1.model_copy(update={"revision": "R2", "lines": BILL_R1.lines[:1]})))
    screen = look_at(visit(), BILL)
    assert "Against R1: 0 lines added, 1 removed, 0 changed, 1 unchanged." in words(screen)


def test_a_rejected_row_is_corrected_where_it_stands(visit):
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", b"Part name,Qty\nbearing,2\nshaft,few\n")
    assert "**1 row**  \nrejected, with the reason below" in words(screen)
    # AppTest has no hand for an editable table: what its button does with the corrected cell is done here.
    key = f"upload/bill/{PROPOSAL}"
    upload = screen.session_state[key]
    screen.session_state[key] = replace(upload, grid=upload.grid.with_cell(2, 1, "4"), corrections=1)
    screen.run()
    assert "**2 rows**  \npart lines" in words(screen)


def test_another_table_can_be_taken_instead(visit):
    screen = give_file(press(visit(), "Import a parts list"), "list.csv", b"Part name,Qty\nbearing,2\n")
    screen = press(screen, "Take another table")
    assert len(screen.file_uploader) == 1
    screen = give_file(screen, "other.csv", b"Part name,Qty\nshaft,1\naxle,2\n")
    assert "**2 rows**  \npart lines" in words(screen)
