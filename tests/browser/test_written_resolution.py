"""A written resolution on tablets: sent round, read and ticked, scored, agreed to by all; its record proves itself."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from browser.acts import open_motion, score
from browser.look import Server
from browser.walk import Person
from playwright.sync_api import expect

from fundapp.basis.days import day_of
from fundapp.basis.roles import Actor, Role
from fundapp.desk import Desk, Done
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record.circulating import facts_sha256, papers_to_read

Enter = Callable[..., Person]
CODE = "PR-08"
MARKS = "3333333"
LAST_DAY = day_of(datetime.now(UTC)) + timedelta(days=5)
WHY = "The factory's production slot lapses on Friday."


def test_a_proposal_goes_round_is_read_by_all_and_adopted(person: Enter, server: Server, tmp_path: Path):
    secretariat = person("secretariat", "/circulation", language="en")
    send(secretariat)
    chair, tlo = person("association", size="tablet", language="ja"), person("tlo", size="tablet", language="en")
    # The third member does the same at a desk without a screen: the test need not tap it all a third time.
    third = Third(Desk(server.folder))
    for member in (chair, tlo):
        read_and_score(member)
    third.reads_and_scores()
    put_the_motion(chair)
    for member in (chair, tlo):
        agree(member)
    third.agrees()
    chair.page.reload()
    chair.press("Declare the result")
    chair.sees("No written resolution is under way")
    chair.shot("09-adopted")
    the_record(secretariat, tmp_path)


class Third:
    """The member on the third seat."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.seat = desk.book(Actor(person="", roles=frozenset({Role.AUDITOR}))).seats_by_rank()[2]
        self.who = Actor(person=self.seat.holder, roles=frozenset({Role.VOTING}))
        (circulating,) = desk.book(self.who).circulations()
        self.item_id = circulating.agenda[0].item_id

    def does(self, command: c.Command) -> None:
        done = self.desk.submit(command, self.who)
        assert isinstance(done, Done), done

    def reads_and_scores(self) -> None:
        of = {"item_id": self.item_id, "seat_id": self.seat.id}
        frozen = self.desk.book(self.who).items[self.item_id].frozen
        assert frozen is not None
        self.does(c.DeclareInterest(**of, kind="none"))
        self.does(w.ConfirmReading(**of, papers=papers_to_read(frozen), facts_sha256=facts_sha256(frozen)))
        judged = [("axis1", f"B{number}", int(mark)) for number, mark in enumerate(MARKS, start=1)]
        judged += [("axis2", one.criterion_id, one.level) for one in frozen.firm]
        marks = tuple(c.Judgement(axis=axis, criterion_id=name, level=level) for axis, name, level in judged)
        self.does(c.SubmitScorecard(**of, judgements=marks))

    def agrees(self) -> None:
        self.does(c.CastVote(item_id=self.item_id, seat_id=self.seat.id, number=1, vote="for"))


def send(secretariat: Person) -> None:
    secretariat.press("Freeze the facts and send it round")
    secretariat.sees("No proposal is chosen yet.")
    secretariat.pick("Proposal", CODE)
    secretariat.write_day("Answers until (this day counts)", LAST_DAY)
    secretariat.press("Freeze the facts and send it round")
    secretariat.sees("Why this cannot wait for a meeting is missing.")
    secretariat.write("Why it cannot wait for a meeting", WHY)
    secretariat.shot("01-send")
    secretariat.press("Freeze the facts and send it round")
    secretariat.sees_text(WHY)
    secretariat.shot("02-sent")


def read_and_score(member: Person) -> None:
    """From the first page, where it stands with its last day, to the score, one step at a time."""
    member.shot("03-first-page")
    member.press("Read and answer")
    member.sees_title(member.says("Have you an interest?"))
    member.press("I have no interest")
    member.sees_title(member.says("Please read the papers"))
    boxes = member.page.get_by_test_id("stCheckbox")
    expect(boxes.last).to_be_visible()
    expect(member.button("I have read all of it")).to_have_count(0)
    for number in range(boxes.count()):
        boxes.nth(number).locator("label").click()
        expect(boxes.nth(number).get_by_role("checkbox")).to_be_checked()
    member.shot("04-read")
    member.press("I have read all of it")
    member.press("Score this proposal")
    score(member, MARKS)
    member.page.get_by_role("link", name=member.says("To the written resolution")).click()
    member.sees("Your score is in. You see all scores after the reveal.")
    member.shot("05-scored")


def put_the_motion(chair: Person) -> None:
    chair.page.reload()
    chair.press("Reveal all scores")
    open_motion(chair, "approve")
    chair.press("Put this motion to the vote")
    chair.sees_title(chair.says("Your answer, please"))
    chair.shot("06-motion")


def agree(member: Person) -> None:
    member.go("/")
    member.shot("07-first-page-answer")
    member.press("Answer")
    member.press("I agree")
    member.sees("You agreed. Until the chair declares the result you may still object or ask for a meeting.")
    member.shot("08-agreed")


def the_record(secretariat: Person, folder: Path) -> None:
    """Among the minutes, with who read what when; the copy proves itself."""
    secretariat.go("/minutes")
    secretariat.sees_text("adopted")
    secretariat.shot("10-record")
    copy = secretariat.download(secretariat.page.get_by_role("link", name="As data (JSON)").click, folder)
    proved = prove(copy.read_bytes())
    assert isinstance(proved, Proved)
    (item,) = proved.content.items
    assert item.matter is not None
    assert len(item.matter.readings) == 3
    assert {one.answered_at is None for one in item.matter.motions[0].votes} == {False}
