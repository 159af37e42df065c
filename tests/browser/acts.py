"""What the people of a committee do on their pages."""

from functools import cache

from browser.walk import Person, tap_level
from playwright.sync_api import expect

from fundapp.committee.rubric import Rubric
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric


@cache
def rubric() -> Rubric:
    """The rubric that the demo is judged by."""
    loaded = load_rubric(rubrics_folder())
    assert isinstance(loaded, Rubric)
    return loaded


def score(member: Person, marks: str) -> None:
    """A whole scorecard in taps: axis 1 by level, axis 2 as the facts have it."""
    for number, level in enumerate(marks, start=1):
        tap_level(member.page, f"B{number}", level)
    member.press("Go on to axis 2")
    member.press("I agree with all computed levels")
    member.press("Submit my score")
    expect(member.page.get_by_test_id("stAlertContentSuccess")).to_be_visible()


def score_from_the_meeting(member: Person, marks: str) -> None:
    """The way that a member goes from the meeting page and back."""
    member.press("Score this proposal")
    score(member, marks)
    member.page.get_by_role("link", name=member.says("To the meeting")).click()
    member.sees("Your score is in. You see all scores after the reveal.")


def declare_none(*members: Person) -> None:
    for member in members:
        member.press("I have no interest")
        expect(member.button("Score this proposal")).to_be_visible()


def declare(member: Person, kind: str, press: str, remark: str = "") -> None:
    member.unfold("I have an interest")
    member.choose(next(one.name.of(member.language) for one in rubric().decision.interests if one.id == kind))
    if remark:
        member.write("A remark, if you wish", remark)
    member.press(press)


def open_motion(chair: Person, kind: str) -> None:
    chair.unfold("Put a motion")
    chair.choose(resolution(chair, kind))


def resolution(reader: Person, kind: str) -> str:
    return next(one.name.of(reader.language) for one in rubric().decision.resolutions if one.id == kind)


def vote_for(*members: Person) -> None:
    for member in members:
        member.press("For", "ballot")
        expect(member.page.get_by_test_id("stAlertContentSuccess")).to_be_visible()
