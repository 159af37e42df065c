"""Does a link live on 6 and 12 months after its support?"""

from datetime import date

import pytest

from fundapp.basis.days import months_on
from fundapp.basis.fact import Bilingual
from fundapp.followup.continuity import CheckDue, ContinuityCheck, all_checks, due_now, living
from fundapp.followup.obligation import Obligation, Promise, SupportDone

GIVEN = date(2026, 8, 31)


def obligation(need: str, given: date | None = GIVEN) -> Obligation:
    return Obligation(
        deal_id="deal",
        company=Bilingual(ja="社", en="Co"),
        promise=Promise(need_id=need, name=need, kind="M04", provider="p", deliverable="x", due=GIVEN),
        given=SupportDone(need_id=need, on=given) if given else None,
    )


def check(need: str, months: int, link: str = "alive") -> ContinuityCheck:
    told = {"id": f"{need}-{months}", "proposal_id": "p", "need_id": need, "months": months, "link": link}
    return ContinuityCheck.model_validate(told | {"checked_on": date(2027, 3, 1)})


JIGS = obligation("jigs")


def test_a_support_that_was_given_is_looked_at_twice_and_one_that_was_not_never():
    assert all_checks((JIGS, obligation("tests", None)), ()) == (
        CheckDue(obligation=JIGS, months=6, due_on=date(2027, 2, 28)),
        CheckDue(obligation=JIGS, months=12, due_on=date(2027, 8, 31)),
    )


@pytest.mark.parametrize(
    ("made", "today", "due"),
    [
        ((), date(2027, 2, 27), []),
        ((), date(2027, 2, 28), [6]),
        ((), date(2027, 8, 31), [6, 12]),
        ((check("jigs", 6),), date(2027, 8, 31), [12]),
        ((check("jigs", 6, "ended"),), date(2027, 8, 31), []),
    ],
    ids=["not yet", "after six months", "both", "the first was made", "the link has ended"],
)
def test_what_is_to_be_looked_at(made, today, due):
    assert [one.months for one in due_now(all_checks((JIGS,), made), today)] == due


def test_the_last_look_says_whether_a_link_lives():
    found = all_checks((JIGS, obligation("tests"), obligation("press")), (
        check("jigs", 6), check("jigs", 12, "dormant"), check("tests", 6),
    ))  # fmt: skip
    assert living(found) == (1, 2)


def test_a_month_without_such_a_day_gives_its_last():
    assert [months_on(date(2027, 11, 30), 3), months_on(date(2026, 1, 31), 12)] == [
        date(2028, 2, 29),
        date(2027, 1, 31),
    ]
