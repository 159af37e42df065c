"""A whole meeting of five on tablets, in two languages: from its opening to minutes that prove themselves offline."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from browser.acts import declare, declare_none, open_motion, resolution, score_from_the_meeting, vote_for
from browser.look import Server, scrolls_sideways, settle, small_targets
from browser.walk import Person, tap
from playwright.sync_api import expect
from pypdf import PdfReader

from fundapp.basis.days import day_of
from fundapp.cli import main
from fundapp.demo.build import build_demo
from fundapp.demo.content import cast

Enter = Callable[..., Person]
WASHER = {"ja": "PR-08 厨房搬送帯の洗浄機", "en": "PR-08 Kitchen conveyor washer"}
TURBINE = {"ja": "PR-06 小形風力発電機9.8kW", "en": "PR-06 Small wind turbine"}
WITHHELD = ("洗浄機", "conveyor washer", "水明機械", "Suimei")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The fund on the morning of its fourteenth meeting."""
    folder = tmp_path / "data"
    folder.mkdir()
    build_demo(folder, "before", day_of(datetime.now(UTC)))
    running = Server(folder, tmp_path / "log")
    yield running
    running.end()


def test_five_on_tablets_in_two_languages(
    person: Enter, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    secretariat, chair, outside = (
        person(name, "/meeting", size="tablet", touch=True) for name in ("secretariat", "association", "outside-2")
    )
    tlo, vc = (person(name, "/meeting", language="en", size="tablet", touch=True) for name in ("tlo", "vc"))
    open_the_meeting(secretariat, waiting=vc)
    refuse_the_washer(secretariat, chair, tlo, vc, outside)
    approve_the_turbine(secretariat, chair, tlo, vc)
    close_and_correct(secretariat, outside)
    confirm(chair, tlo, vc)
    key = sign_with_the_funds_key(server.folder, tmp_path)
    copies = take_copies(chair, tlo, vc, tmp_path)

    # Nothing but the file is at hand: no data folder, no server.
    monkeypatch.setenv("FUNDAPP_DATA", str(tmp_path / "nowhere"))
    for copy in copies:
        assert main(["verify", str(copy), "--public-key", f"{key}.pub"]) == 0, capsys.readouterr().err
        assert "M-0006" in capsys.readouterr().out
    changed = tmp_path / "changed.json"
    changed.write_bytes(copies[-1].read_bytes().replace(b'"decline"', b'"approve"', 1))
    assert main(["verify", str(changed)]) == 1


def fits(*members: Person) -> None:
    """Nothing is pushed out of the tablet, nothing is too small for a finger."""
    for member in members:
        assert not scrolls_sideways(member.page), member.name
        assert small_targets(member.page, "[data-testid=stMainBlockContainer]") == [], member.name


def open_the_meeting(secretariat: Person, *, waiting: Person) -> None:
    waiting.sees("No meeting is under way")
    secretariat.write("Place", "稜北産業会館 3階 第2会議室")
    secretariat.shot("five-01-open")
    fits(secretariat)
    secretariat.press("Open the meeting")
    secretariat.press("Record the attendance")
    secretariat.pick("Add a proposal", "PR-08")
    secretariat.press("Add to the agenda")
    secretariat.sees("{number}. {name}", number=1, name=WASHER["ja"])
    # The form for the first item stands on the page until the one for all is drawn.
    settle(secretariat.page)
    secretariat.unfold("Change the agenda")
    secretariat.pick("Add a proposal", "PR-06")
    secretariat.press("Add to the agenda")
    secretariat.sees("{number}. {name}", number=2, name=TURBINE["ja"])
    secretariat.shot("five-02-agenda")
    fits(secretariat)
    waiting.sees_text(WASHER["en"])


def refuse_the_washer(secretariat: Person, chair: Person, tlo: Person, vc: Person, outside: Person) -> None:
    """The TLO's president leaves the item, an alternate sits, and the committee declines."""
    secretariat.press("Freeze the facts of {name}", name=WASHER["ja"])
    declare(tlo, "inventor_or_patent_holder", "Declare and leave the item")
    tlo.sees("You take no part in this item. Please wait outside; you are called back for the next item.")
    tlo.shot("five-03-recused")
    assert not [word for word in WITHHELD if word in tlo.page.locator("body").inner_text()]
    secretariat.press("Something changed: show it")
    secretariat.choose(cast()["outside-2"].name.ja)
    secretariat.shot("five-04-alternate")
    secretariat.press("Seat this alternate")
    members = (chair, vc, outside)
    declare_none(*members)
    outside.shot("five-05-declared")
    for member, marks in zip(members, ("2233132", "3243122", "2223132"), strict=True):
        score_from_the_meeting(member, marks)
    chair.press("Reveal all scores")
    chair.sees("To discuss")
    fits(*members, secretariat)
    chair.shot("five-06-revealed")
    secretariat.choose(cast()["outside-2"].name.ja)
    secretariat.write("What was said, in a sentence", "買い手の聞き取りが2社では足りない。")
    secretariat.press("Save the note")
    open_motion(chair, "decline")
    chair.press("Put this motion to the vote")
    vc.write("Your reason, if you wish. It is printed in the minutes.", "Members can help without an investment.")
    fits(vc)
    vc.shot("five-07-vote")
    vote_for(*members)
    chair.press("Declare the result")
    for reader in (secretariat, *members):
        reader.sees_text(resolution(reader, "decline"))
    chair.shot("five-08-declined")


def approve_the_turbine(secretariat: Person, chair: Person, tlo: Person, vc: Person) -> None:
    """The president is called back; the approval carries conditions, each with an owner and a day."""
    secretariat.press("Freeze the facts of {name}", name=TURBINE["ja"])
    members = (chair, tlo, vc)
    declare_none(*members)
    tlo.shot("five-09-called-back")
    for member, marks in zip(members, ("4434334", "4444434", "4434334"), strict=True):
        score_from_the_meeting(member, marks)
    chair.press("Reveal all scores")
    open_motion(chair, "approve_with_conditions")
    points = chair.page.get_by_label(chair.says("Condition"), exact=True)
    expect(points.first).not_to_have_value("")
    for number in range(points.count()):
        chair.write("Owner", "株式会社風見エナジー 製造責任者", nth=number)
        chair.write_day("By", date.today() + timedelta(days=30), nth=number)
    fits(chair)
    chair.shot("five-10-conditions")
    chair.press("Put this motion to the vote")
    tlo.sees_text("株式会社風見エナジー 製造責任者")
    tlo.shot("five-11-vote")
    vote_for(*members)
    chair.press("Declare the result")
    for reader in (secretariat, *members):
        reader.sees("Every item of the agenda is decided.")
        reader.sees_text(resolution(reader, "approve_with_conditions"))
    fits(*members)
    vc.shot("five-12-decided")


def close_and_correct(secretariat: Person, outside: Person) -> None:
    """The alternate wants a passage corrected; the secretariat takes it in and settles the text."""
    secretariat.press("Close the meeting")
    secretariat.sees("No meeting is under way")
    outside.go("/minutes")
    outside.unfold("Propose a correction")
    outside.write("Which passage is wrong", "2社では足りない")
    outside.write("How it should read", "2社では判断できない")
    outside.shot("five-13-correction")
    fits(outside)
    outside.press("Send the correction")
    outside.sees("Your correction is on record.")
    secretariat.go("/minutes")
    secretariat.shot("five-14-answer")
    fits(secretariat)
    secretariat.press("Take it in")
    secretariat.press("Settle the text for confirmation")
    secretariat.sees("The text is settled.")
    secretariat.shot("five-15-settled")


def confirm(*signatories: Person) -> None:
    """Each signatory comes by what the first page asks, reads, and presses once."""
    for member in signatories:
        member.go("/")
        member.shot("five-16-home")
        tap(
            member.page.get_by_role("link", name=member.says("Read and confirm")).or_(member.button("Read and confirm"))
        )
        member.sees("Please read the minutes below. If a passage is wrong, propose a correction instead.")
        member.shot("five-17-confirm")
        fits(member)
        member.press("I confirm these minutes")
        member.sees("You confirmed the minutes of meeting {n}.", n=14)
    signatories[-1].sees("Confirmed and locked: {number}", number="M-0006")
    signatories[-1].shot("five-18-locked")


def sign_with_the_funds_key(data: Path, folder: Path) -> Path:
    """The office signs the locked minutes; the key."""
    key = folder / "fund.key"
    assert main(["keys", "new", str(key), "--data", str(data)]) == 0
    assert main(["attest", "--data", str(data), "--meeting", "14", "--key", str(key)]) == 0
    return key


def take_copies(chair: Person, tlo: Person, vc: Person, folder: Path) -> list[Path]:
    """The chair's PDF in Japanese, the president's without the item he left, and one member's data in English."""
    chair.page.reload()
    copies = []
    for member, button in ((chair, "Minutes as PDF"), (tlo, "Minutes as PDF"), (vc, "As data (JSON)")):
        link = member.page.get_by_role("link", name=member.says(button))
        copies.append(member.download(lambda link=link: tap(link), folder / member.name))
    whole, without, data = ("".join(text(copy).split()) for copy in copies)
    assert "議決不参加" in whole
    assert "2社では判断できない" in whole
    for left_out in (*WITHHELD, "2社では判断できない"):
        assert "".join(left_out.split()) not in without
    assert "Smallwindturbine" in without
    assert '"decline"' in data
    return copies


def text(copy: Path) -> str:
    """All that a copy says."""
    if copy.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(copy).pages)
    return copy.read_text(encoding="utf-8")
