"""Whether a link lives on when the support that made it has ended: looked at 6 and 12 months afterwards."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from fundapp.basis.days import months_on
from fundapp.basis.fact import Fact, Text
from fundapp.followup.obligation import Obligation

MONTHS = (6, 12)
LinkState = Literal["alive", "dormant", "ended"]


class ContinuityCheck(Fact):
    """What was found so many months after a support was given."""

    id: Text
    proposal_id: Text
    need_id: Text
    """The promised support."""
    months: int
    checked_on: date
    link: LinkState
    note: Text = ""


class CheckDue(Fact):
    """A check whose day is known: done, due, or still to come."""

    obligation: Obligation
    months: int
    due_on: date
    done: ContinuityCheck | None = None


def all_checks(obligations: Iterable[Obligation], checks: Iterable[ContinuityCheck]) -> tuple[CheckDue, ...]:
    """Both checks of every support that was given, by day. A link that has ended is not looked at again."""
    done = {(one.need_id, one.months): one for one in checks}
    found = []
    for one in obligations:
        if one.given is None:
            continue
        for months in MONTHS:
            check = done.get((one.promise.need_id, months))
            found.append(CheckDue(obligation=one, months=months, due_on=months_on(one.given.on, months), done=check))
            if check is not None and check.link == "ended":
                break
    return tuple(sorted(found, key=lambda one: (one.due_on, one.obligation.company.en)))


def due_now(found: Iterable[CheckDue], today: date) -> tuple[CheckDue, ...]:
    """The checks whose day has come and that nobody has made."""
    return tuple(one for one in found if one.done is None and one.due_on <= today)


def living(found: Sequence[CheckDue]) -> tuple[int, int]:
    """Links that were alive when they were looked at last, and all that were looked at."""
    last = {one.obligation.promise.need_id: one.done for one in found if one.done is not None}
    return sum(one.link == "alive" for one in last.values()), len(last)
