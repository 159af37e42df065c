"""What members do together: seminars that issues ask for, and promising companies up to a proposal."""

from datetime import date

import pytest

from fundapp.network.seminar import Demand, Seminar, demand
from fundapp.network.visit import Issue
from fundapp.network.watch import Watch, at_the_weak_spot, stage

TODAY = date(2026, 4, 1)
WATCH = Watch(id="w", member_id="m1", since=date(2026, 1, 1), why="own products", weak_spot="sales")


def issue(at: int, member: str, tag: str, **changes: object) -> Issue:
    told = {"id": f"i{at}", "member_id": member, "visit_id": "v", "tag": tag, "text": "x", "heard_on": date(2025, 5, 1)}
    return Issue.model_validate(told | changes)


def seminar(topic: str, held_on: date) -> Seminar:
    return Seminar.model_validate({"id": held_on.isoformat(), "topic": topic, "title": "x", "held_on": held_on})


def test_the_topic_of_most_companies_comes_first_with_its_seminars() -> None:
    issues = (
        issue(1, "m1", "cost"),
        issue(2, "m1", "sales"),
        issue(3, "m1", "sales"),
        issue(4, "m2", "sales"),
        issue(5, "m3", "people", closed_on=TODAY),
    )
    held = (date(2025, 1, 1), date(2026, 3, 31), TODAY, date(2026, 9, 1))
    seminars = (*(seminar("sales", on) for on in held), seminar("cost", date(2026, 2, 1)))
    assert demand(issues, seminars, TODAY) == (
        Demand(topic="sales", companies=("m1", "m2"), last_held_on=date(2026, 3, 31), next_on=TODAY),
        Demand(topic="cost", companies=("m1",), last_held_on=date(2026, 2, 1), next_on=None),
    )


def test_no_open_issue_asks_for_no_seminar() -> None:
    assert demand((issue(1, "m1", "cost", closed_on=TODAY),), (), TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "of_issue", "has_proposal", "found"),
    [
        ({}, {}, False, "watched"),
        ({}, {"closed_on": date(2025, 12, 31)}, False, "watched"),
        ({}, {"closed_on": date(2026, 1, 1)}, False, "supported"),
        ({}, {"need_id": "n"}, False, "supported"),
        ({}, {"need_id": "n"}, True, "proposed"),
        ({"ended_on": TODAY, "ended_why": "sold"}, {"need_id": "n"}, True, "ended"),
    ],
)
def test_a_watched_company_goes_from_support_at_its_weak_spot_to_a_proposal(
    changes, of_issue, has_proposal, found
) -> None:
    one = WATCH.model_copy(update=changes)
    assert stage(one, (issue(1, "m1", "sales", **of_issue),), has_proposal=has_proposal) == found


def test_only_the_own_issues_of_the_weak_spot_count() -> None:
    own = issue(1, "m1", "sales")
    others = (issue(2, "m1", "cost", need_id="n"), issue(3, "m2", "sales", need_id="n"))
    assert at_the_weak_spot(WATCH, (own, *others)) == (own,)
    assert stage(WATCH, (own, *others), has_proposal=False) == "watched"
