"""What was promised and given, and what became of it: quarterly reviews, and the list of past collaborations."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, product, repeat
from typing import Any

from fundapp.basis.fact import Bilingual
from fundapp.demo.clerk import SEED, Act, Clerk, id_of
from fundapp.demo.content import proposals, toml
from fundapp.followup.continuity import ContinuityCheck, all_checks, due_now
from fundapp.followup.obligation import Obligation
from fundapp.followup.outcome import DAYS_A_YEAR, FIRST_SALE, LADDER, VALLEY, Collaboration, OutcomeState
from fundapp.record import commands as c
from fundapp.record.obligations import obligations

REVIEW_EVERY_DAYS = 90
FIRST_REVIEW_DAYS_AGO = 810
ENTERED_DAYS_AGO = 40
"""When the association's own list of past collaborations was taken over."""
EARLY_DAYS, LATE_DAYS = 2, 20
LATE = {("IV-2", 2), ("IV-4", 4)}
"""(proposal, place by due day) of what came late."""
WITHHELD = ("IV-5", 2)
"""Of the company on the tree, so many of the last promises are not given."""
FIRST_YEARS_AGO, LAST_YEARS_AGO = 14, 7


def enter(clerk: Clerk) -> None:
    """Enter the reviews and the taking over of the list in the clerk's diary."""
    for days_ago in range(FIRST_REVIEW_DAYS_AGO, 0, -REVIEW_EVERY_DAYS):
        clerk.on(days_ago, 17, _review(clerk, clerk.day(days_ago)))
    clerk.on(ENTERED_DAYS_AGO, 17, lambda: _take_over(clerk))
    clerk.on(0, 0, lambda: _look_at_links(clerk))


# Promises


def _review(clerk: Clerk, on: date) -> Act:
    """The secretariat confirms what was given since the last review."""

    def confirm() -> None:
        book = clerk.book()
        codes = {one.id: book.items[book.reservations[one.reservation_id].item_id] for one in book.investments.values()}
        for investment_id, item in codes.items():
            promised = sorted(
                (one for one in obligations(book) if one.investment_id == investment_id),
                key=lambda one: (one.promise.due, one.promise.need_id),
            )
            for place, one in enumerate(promised):
                given_on = _given_on(item.proposal_code, place, one, len(promised))
                if one.given is None and given_on is not None and given_on <= on:
                    _confirm(clerk, one, given_on)

    return confirm


def _given_on(code: str, place: int, one: Obligation, size: int) -> date | None:
    if code == WITHHELD[0] and place >= size - WITHHELD[1]:
        return None
    late = timedelta(days=LATE_DAYS if (code, place) in LATE else -EARLY_DAYS)
    return one.promise.due + late


def _confirm(clerk: Clerk, one: Obligation, on: date) -> None:
    evidence = f"{one.promise.deliverable}を受け取り、内容を確認した。"
    given = c.ConfirmSupport(investment_id=one.investment_id, need_id=one.promise.need_id, evidence=evidence, on=on)
    clerk.do("secretariat", given)


def _look_at_links(clerk: Clerk) -> None:
    """Every link whose day has come was looked at; each third sleeps."""
    made: list[ContinuityCheck] = []
    book = clerk.book()
    while due := due_now(all_checks(obligations(book), made), clerk.today):
        for one in due:
            sleeps = len(made) % 3 == 2
            made.append(
                ContinuityCheck(
                    id=id_of("link", f"{one.obligation.promise.need_id}/{one.months}"),
                    proposal_id=book.reservations[one.obligation.deal_id].proposal_id,
                    need_id=one.obligation.promise.need_id,
                    months=one.months,
                    checked_on=clerk.today,
                    link="dormant" if sleeps else "alive",
                    note="注文が半年ない" if sleeps else "取引が続いている",
                )
            )
    clerk.do("secretariat", c.RecordContinuityChecks(checks=tuple(made)))


# Outcomes


def _take_over(clerk: Clerk) -> None:
    told = toml("outcomes")
    past, states = _past(clerk.today, told)
    own, reached = _own(clerk, told)
    clerk.do("secretariat", c.RecordCollaborations(collaborations=(*past, *own)))
    clerk.do("secretariat", c.RecordOutcomes(states=(*states, *reached)))


def _past(today: date, told: dict[str, Any]) -> tuple[list[Collaboration], list[OutcomeState]]:
    """The past collaborations in a fixed order of chance, so that no state has neighbouring numbers."""
    finals = list(chain.from_iterable(repeat(state, count) for state, count in told["states"].items()))
    finals = [state for _key, state in sorted((_chance(f"{n}"), state) for n, state in enumerate(finals))]
    deep, causes, sold = dict(told["deep"]), _causes(told["causes"]), iter(told["sold"]["years"])
    made, states = [], []
    for number, (final, (purpose, kind)) in enumerate(
        zip(finals, product(told["names"]["purposes"], told["names"]["kinds"]), strict=True), start=1
    ):
        span = 365 * (FIRST_YEARS_AGO - LAST_YEARS_AGO)
        began = today - timedelta(days=365 * LAST_YEARS_AGO + _chance(f"began/{number}") % span)
        named = deep.get(final, 0) > 0
        deep[final] = deep.get(final, 0) - 1
        one = Collaboration(
            id=id_of("collaboration", str(number)),
            code=f"C-{number:03}",
            name=Bilingual(ja=f"{purpose[0]}{kind[0]}", en=f"{kind[1]} for {purpose[1]}"),
            began_on=began,
            deep=named,
        )
        made.append(one)
        years = Fraction(next(sold)) if final in LADDER and final >= FIRST_SALE else None
        for state, on in _course(final, began, years):
            why = tuple(next(causes)) if state in VALLEY else ()
            states.append(
                OutcomeState.model_validate(
                    {
                        "id": id_of("outcome", f"{number}/{state}"),
                        "collaboration_id": one.id,
                        "state": state,
                        "reached_on": on,
                        "causes": why,
                    }
                )
            )
    return made, states


def _chance(key: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{SEED}/outcomes/{key}".encode()).digest()[:4])


def _causes(counts: dict[str, int]) -> Iterator[list[str]]:
    """The causes of each collaboration in the valley: one each, and a second one until all are given."""
    tags = list(chain.from_iterable(repeat(cause, count) for cause, count in counts.items()))
    told = toml("outcomes")["states"]
    size = sum(told[state] for state in VALLEY)
    return (tags[place::size] for place in range(size))


def _course(final: str, began: date, years: Fraction | None) -> Iterator[tuple[str, date]]:
    """The states up to the last one, each with its day."""
    on = began
    steps = LADDER[: LADDER.index(final) + 1] if final in LADDER else (*LADDER[:2], final)
    for place, state in enumerate(steps):
        if state == FIRST_SALE and years is not None:
            on = began + timedelta(days=round(years * DAYS_A_YEAR))
        elif place:
            on = on + timedelta(days=500 if state > FIRST_SALE else 180)
        yield state, on


def _own(clerk: Clerk, told: dict[str, Any]) -> tuple[list[Collaboration], list[OutcomeState]]:
    """The fund's investments, from their approval on."""
    book = clerk.book()
    approved = {one.proposal_id: one.reserved_on for one in book.reservations.values()}
    made, states = [], []
    for one in told["investments"]:
        code, proposal_id = one["proposal"], id_of("proposal", one["proposal"])
        collaboration = Collaboration(
            id=id_of("collaboration", code),
            code=code,
            name=proposals()[code].name,
            began_on=approved[proposal_id],
            deep=True,
            proposal_id=proposal_id,
        )
        made.append(collaboration)
        for state, days_ago in one["states"]:
            in_valley = state in VALLEY
            states.append(
                OutcomeState.model_validate(
                    {
                        "id": id_of("outcome", f"{code}/{state}"),
                        "collaboration_id": collaboration.id,
                        "state": state,
                        "reached_on": clerk.day(days_ago),
                        "causes": tuple(one.get("causes", ())) if in_valley else (),
                        "note": one.get("note", "") if in_valley else "",
                    }
                )
            )
    return made, states
