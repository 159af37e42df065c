"""A proposal of one's own, made from real files on a fund in use: from the form to the resolution."""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from browser.acts import declare_none, open_motion, resolution, score_from_the_meeting, vote_for
from browser.look import ROOT, Server, settle
from browser.walk import Person
from playwright.sync_api import expect

from fundapp.basis.days import day_of
from fundapp.demo.build import build_demo

Enter = Callable[..., Person]
BOM = ROOT / "tests/data/bom"
OTHER_REAL_LISTS = {
    "microwind_parts_list.md": 53,
    "permamote_bom.csv": 51,
    "permamote_bom.txt": 51,
    "permamote_bom.xlsx": 51,
}
"""Every other file of the real data: what each gives. They are looked at and given up again."""
CODE = "PR-13"
TODAY = day_of(datetime.now(UTC))
WRITTEN = {
    "Name of the proposal (Japanese)": "大視野光シート顕微鏡",
    "Name of the proposal (English)": "Wide-field light-sheet microscope",
    "Company (Japanese)": "株式会社広視光学",
    "Company (English)": "Koshi Optics",
    "City": "稜北市",
    "President": "広瀬 光",
    "Amount asked": "3,000",
    "Summary (Japanese)": "臓器を切らずに丸ごと写す顕微鏡。",
    "Summary (English)": "A microscope that images whole organs without cutting them.",
    "Use of funds": "初号機3台の部品",
    "Reason for, 1": "大学2校から見積依頼",
    "Reason against, 1": "買い手がまだ研究機関に限られる",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A fund in its fourth year whose last meeting is closed."""
    folder = tmp_path / "data"
    folder.mkdir()
    build_demo(folder, "finished", TODAY)
    running = Server(folder, tmp_path / "log")
    yield running
    running.end()


def test_a_second_proposal_in_english(person: Enter, tmp_path: Path):
    secretariat = person("secretariat", language="en")
    register(secretariat)
    import_the_parts_list(secretariat)
    check_intake_and_attach_evidence(secretariat, tmp_path)
    import_offers(secretariat, tmp_path)
    enter_a_need(secretariat)
    look_at_the_facts(secretariat)
    members = [person(name, "/meeting", language="en") for name in ("association", "tlo", "vc")]
    open_a_meeting(secretariat)
    judge(secretariat, members)


def register(secretariat: Person) -> None:
    secretariat.go("/proposals")
    secretariat.press("Register a proposal")
    # Not last: the page is loaded anew below, and what was picked at that moment is no draft yet.
    secretariat.pick("Sector", "計測・検査")
    for label, text in WRITTEN.items():
        secretariat.write(label, text)
    secretariat.sees_text("¥30,000,000")
    secretariat.page.reload()
    expect(secretariat.page.get_by_label("President")).to_have_value("広瀬 光")
    secretariat.shot("01-form")
    secretariat.press("Register the proposal")
    secretariat.sees_text(f"{CODE} Wide-field light-sheet microscope is registered.")


def import_the_parts_list(secretariat: Person) -> None:
    secretariat.go(f"/sourcing?proposal={CODE}")
    secretariat.press("Import a parts list")
    for name, lines in OTHER_REAL_LISTS.items():
        secretariat.hand_over(BOM / name)
        secretariat.sees("What was read")
        secretariat.sees_text(f"{lines} rows")
        settle(secretariat.page)
        secretariat.press("Take another table")
        # Until it is gone, what takes files may still be the one that took it.
        expect(secretariat.page.get_by_text(name, exact=True)).to_have_count(0)
        settle(secretariat.page)
    secretariat.hand_over(BOM / "exaspim_bom.csv")
    secretariat.sees("What was read")
    secretariat.sees_text("90 rows")
    secretariat.sees_text("2 rows are not recorded")
    secretariat.write("First lot, in products", "3")
    secretariat.write("Planned days from order to first lot", "90")
    secretariat.shot("02-parts-list")
    secretariat.press("Record this bill")
    secretariat.sees("Revision {revision} is recorded: {lines}.", revision="R1", lines="90 lines")


def check_intake_and_attach_evidence(secretariat: Person, folder: Path) -> None:
    secretariat.go(f"/proposal?proposal={CODE}")
    secretariat.choose("Check the intake")
    secretariat.tick("The proposal paper has come in")
    secretariat.tick("The business plan has come in")
    secretariat.tick("The bill of materials is the one that the committee will judge")
    secretariat.write_day("Anti-social forces checked on", TODAY)
    secretariat.write_day("Interests asked of the members on", TODAY)
    secretariat.shot("03-intake")
    secretariat.press("Keep the intake")
    secretariat.sees_text("The intake is kept.")
    letter = folder / "letter-of-intent.txt"
    letter.write_text("Two universities intend to buy one each.", encoding="utf-8")
    secretariat.choose("Attach or take out a document")
    secretariat.hand_over(letter)
    secretariat.sees_text("letter-of-intent.txt")
    secretariat.press("Attach the document")
    secretariat.sees_text("The document is attached.")
    expect(secretariat.page.get_by_text("G0: not passed")).to_have_count(0)
    secretariat.shot("04-proposal")


def import_offers(secretariat: Person, folder: Path) -> None:
    """The lines go out as a table, come back with prices, and are read; the workbook replaces the list first."""
    secretariat.go(f"/sourcing?proposal={CODE}")
    secretariat.choose("Bill of materials")
    secretariat.press("Import a new parts list")
    secretariat.hand_over(BOM / "exaspim_bom.xlsx")
    secretariat.sees("What was read")
    secretariat.write("Revision", "R2")
    secretariat.press("Record this bill")
    secretariat.sees_text("Revision R2 is recorded")
    secretariat.choose("Offers")
    secretariat.press("Import a table of offers")
    template = secretariat.button("Download the lines to be filled in by a company (CSV)")
    lines = secretariat.download(template.click, folder)
    secretariat.hand_over(filled_in(lines))
    secretariat.sees_text("46 rows")
    secretariat.shot("05-offers")
    secretariat.press("Record {offers} for revision {revision}", offers="46 offers", revision="R2")
    secretariat.sees_text("offers are recorded.")


def filled_in(lines: Path) -> Path:
    """What a company sends back: a price and a lead time on every second line."""
    header, *rows = csv.reader(StringIO(lines.read_text(encoding="utf-8-sig")))
    for row in rows[::2]:
        cells = dict(zip(header, row, strict=True))
        cells |= {"Company name": "有限会社精工房", "Person in charge": "工藤 進", "Unit price": "12,000"}
        cells |= {"Lead time": "30", "NDA": "yes"}
        row[:] = cells.values()
    path = lines.with_name("answer.csv")
    with path.open("w", encoding="utf-8", newline="") as answer:
        csv.writer(answer).writerows([header, *rows])
    return path


def enter_a_need(secretariat: Person) -> None:
    secretariat.go(f"/needs?proposal={CODE}")
    secretariat.press("Add a need")
    secretariat.write("What the company cannot do alone", "Find the first buyers outside universities")
    secretariat.tick("Critical: without it the plan fails")
    secretariat.pick("Kind of support", "M01")
    secretariat.pick("Provider: a member, or type another name", "Hachiryo TLO")
    secretariat.write("Deliverable: what will be handed over", "A list of twenty laboratories that were asked")
    secretariat.write_day("Due", TODAY + timedelta(days=60))
    secretariat.write("Cost in yen, 0 when it is free of charge", "0")
    secretariat.shot("06-need")
    secretariat.press("Save the need")
    secretariat.sees_text("The need “Find the first buyers outside universities” is saved.")


def look_at_the_facts(secretariat: Person) -> None:
    secretariat.go(f"/sourcing?proposal={CODE}")
    secretariat.sees_text("to source, 46 with a valid offer")
    secretariat.choose("Facts")
    secretariat.unfold("Coverage by value")
    secretariat.sees("Still missing")
    secretariat.shot("07-facts")


def open_a_meeting(secretariat: Person) -> None:
    secretariat.go("/meeting")
    secretariat.write("Place", "Room 2")
    secretariat.press("Open the meeting")
    secretariat.press("Record the attendance")
    secretariat.pick("Add a proposal", CODE)
    secretariat.press("Add to the agenda")
    secretariat.shot("08-agenda")
    secretariat.press("Freeze the facts of {name}", name=f"{CODE} Wide-field light-sheet microscope")


def judge(secretariat: Person, members: list[Person]) -> None:
    declare_none(*members)
    for member, marks in zip(members, ("2233232", "2223232", "3233222"), strict=True):
        score_from_the_meeting(member, marks)
    chair = members[0]
    chair.press("Reveal all scores")
    chair.shot("09-revealed")
    chair.sees_text("lies below the floor. Discuss it, and let the secretariat note it; then put a motion.")
    secretariat.choose("Shuichi Takase")
    secretariat.write("What was said, in a sentence", "Nobody in the association has a process for the optics.")
    secretariat.press("Save the note")
    open_motion(chair, "decline")
    chair.press("Put this motion to the vote")
    vote_for(*members)
    chair.press("Declare the result")
    for reader in (secretariat, *members):
        reader.sees("Every item of the agenda is decided.")
        reader.sees_text(resolution(reader, "decline"))
    chair.shot("10-declined")
