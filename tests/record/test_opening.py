"""Taking over a running fund: one yen apart is refused with its place, two persons, and all of it back until used."""

from random import Random

import pytest
from record.opening_life import Life, elsewhere, figures_of, lived, tables, taken_over
from small_fund import LP, MANAGER, MEMBERS, SECRETARIAT, actor

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.fund.opening import PARTS, Opening
from fundapp.record import commands as c
from fundapp.record.ledger import ledger
from fundapp.record.opening import tried
from fundapp.record.sight import sight

MAY_DIFFER = {
    # A fair value with a day is entered as it stands; what is set aside is told by the tables alone.
    ("positions", "fair_value_yen"),
    ("balances", "cost_reserve_yen"),
    ("flows", "part_yen"),
}


@pytest.fixture(scope="module")
def life() -> Life:
    """A fund with a payment that waits."""
    lives = (lived(Random(n)) for n in range(50))
    return next(one for one in lives if any(row.undrawn_yen and not row.stopped_on for row in tables(one).tranches))


@pytest.fixture(scope="module")
def opening(life) -> Opening:
    return tables(life)


def figures_in(opening: Opening):
    """(table, field, row, the same tables with this one figure a yen higher)."""
    for part in ("positions", "tranches", "flows", "partners"):
        rows = getattr(opening, part)
        for at, row in enumerate(rows):
            for name in type(row).model_fields:
                value = getattr(row, name)
                if name.endswith("_yen") and value is not None and (part, name) not in MAY_DIFFER:
                    more = (*rows[:at], row.model_copy(update={name: value + 1}), *rows[at + 1 :])
                    yield part, name, row.row, opening.model_copy(update={part: more})
    told = opening.balances
    for name in ("fund_size_yen", "cash_yen"):
        more = told.model_copy(update={name: getattr(told, name) + 1})
        row = getattr(told, name.replace("_yen", "_row"))
        yield "balances", name, row, opening.model_copy(update={"balances": more})


def test_one_yen_apart_anywhere_is_refused_and_the_figure_s_own_row_is_named(life, opening) -> None:
    empty = elsewhere(life)
    assert tried(empty.book, opening, today=empty.today).refusal is None
    tested = 0
    for part, name, row, apart in figures_in(opening):
        if part == "flows" and next(one for one in opening.flows if one.row == row).kind in ("valuation", "recycling"):
            continue
        refusal = tried(empty.book, apart, today=empty.today).refusal
        assert refusal is not None, (part, name, row)
        assert refusal.code in ("opening_out_of_balance", "opening_has_faults"), (part, name, row)
        if refusal.code == "opening_out_of_balance":
            told = [dict(one.details)["apart_yen"] for one in refusal.problems]
            assert 1 in told, (part, name, row)
        if part != "flows":
            assert f"{part} {row}" in [one.place for one in refusal.problems], (part, name, row)
        tested += 1
    assert tested > 30


def test_a_yen_in_the_bank_is_told_with_both_figures_and_the_row(life, opening) -> None:
    told = opening.balances.model_copy(update={"cash_yen": opening.balances.cash_yen + 1})
    empty = elsewhere(life)
    refusal = tried(empty.book, opening.model_copy(update={"balances": told}), today=empty.today).refusal
    assert refusal.code == "opening_out_of_balance"
    (problem,) = refusal.problems
    assert (problem.code, problem.place) == ("opening_differs", f"balances {told.cash_row}")
    details = {"about": "", "apart_yen": 1, "counted_yen": told.cash_yen - 1, "opening_check": "cash"}
    assert dict(problem.details) == {**details, "told_yen": told.cash_yen}


def test_two_persons_take_a_fund_over_and_only_into_empty_books(life, opening) -> None:
    other = elsewhere(life)
    propose = c.ProposeOpening(opening_id="o", opening=opening, on=other.today)
    accept = c.AcceptOpening(opening_id="o", on=other.today)
    assert not other.tries(accept, SECRETARIAT)
    assert other.decision.code == "opening_not_proposed"
    for who in (SECRETARIAT, LP, MEMBERS["tlo"]):
        assert not other.tries(propose, who)
        assert other.decision.code == "not_permitted"
    assert other.tries(propose, MANAGER)
    assert (other.book.waiting_opening.id, other.book.investments) == ("o", {})
    assert sight(other.book, LP).waiting_opening is None
    assert not other.tries(accept, MANAGER)
    assert other.decision.code == "same_person_opens"
    assert not other.tries(accept, MEMBERS["tlo"])
    assert other.decision.code == "not_permitted"
    assert not other.tries(c.AcceptOpening(opening_id="another", on=other.today), SECRETARIAT)
    assert other.decision.code == "opening_not_proposed"
    assert other.tries(accept, actor("second-manager", Role.MANAGER))
    assert (other.book.waiting_opening, other.book.closed_until) == (None, opening.balances.as_of)
    assert not other.tries(propose, MANAGER)
    assert other.decision.code == "opening_ledger_not_empty"


def test_books_with_an_entry_of_their_own_take_no_fund_over(life, opening) -> None:
    other = elsewhere(life)
    assert other.tries(c.SetFeesAside(amount_yen=1, on=other.today))
    assert not other.tries(c.ProposeOpening(opening_id="o", opening=opening, on=other.today))
    assert other.decision.code == "opening_ledger_not_empty"


def test_what_balanced_when_it_was_brought_is_asked_again_when_it_is_accepted(life, opening) -> None:
    other = elsewhere(life)
    assert other.tries(c.ProposeOpening(opening_id="o", opening=opening, on=other.today))
    assert other.tries(c.AddCommitment(partner="LP", amount_yen=1, on=other.today))
    assert not other.tries(c.AcceptOpening(opening_id="o", on=other.today), SECRETARIAT)
    assert other.decision.code == "opening_ledger_not_empty"


def test_a_day_that_is_not_over_is_no_day_of_balances(life, opening) -> None:
    other = elsewhere(life)
    today = opening.balances.model_copy(update={"as_of": other.today})
    assert not other.tries(
        c.ProposeOpening(opening_id="o", opening=opening.model_copy(update={"balances": today}), on=other.today)
    )
    assert other.decision.code == "opening_day_not_over"


def test_all_of_it_is_taken_back_on_its_own_days_until_the_fund_moves_on_and_may_come_again(life, opening) -> None:
    other = taken_over(life, opening)
    before = figures_of(other.book, other.today)
    (seq,) = other.book.openings
    assert other.tries(c.ReverseEntry(seq=seq, reason="r", on=other.today)), other.decision
    other.everything_holds()
    empty = elsewhere(life)
    assert (other.book.balances, other.book.investments) == (empty.book.balances, {})
    # What is brought the next time dates the fund back again.
    assert other.book.established_on == empty.book.established_on
    assert (other.book.calls, other.book.distributions, other.book.fees, other.book.closed) == ({}, {}, {}, ())
    assert not other.tries(c.ReverseEntry(seq=seq, reason="r", on=other.today))
    assert other.decision.code == "entry_reversed_already"
    assert other.tries(c.ProposeOpening(opening_id="again", opening=opening, on=other.today)), other.decision
    assert other.tries(c.AcceptOpening(opening_id="again", on=other.today), SECRETARIAT), other.decision
    other.everything_holds()
    assert figures_of(other.book, other.today) == before
    assert other.book.established_on == life.book.terms.first_day
    again = max(other.book.openings)
    assert other.tries(c.FreeFees(amount_yen=1, on=other.today)) or other.tries(
        c.SetFeesAside(amount_yen=1, on=other.today)
    )
    assert not other.tries(c.ReverseEntry(seq=again, reason="r", on=other.today))
    assert other.decision.code == "opening_in_use"


def test_a_step_without_an_entry_keeps_the_opening_too(life, opening) -> None:
    other = taken_over(life, opening)
    (seq,) = other.book.openings
    waiting = next(
        (of.id, one.number)
        for of in other.book.investments.values()
        for one in of.tranches
        if not one.drawn_on and not one.frozen_on
    )
    stop = c.FreezeTranche(investment_id=waiting[0], number=waiting[1], reason="r", on=other.today)
    assert other.tries(stop), other.decision
    assert not other.tries(c.ReverseEntry(seq=seq, reason="r", on=other.today))
    assert other.decision.code == "opening_in_use"


def test_nothing_is_dated_into_the_history_and_a_single_entry_of_it_can_be_put_right(life, opening) -> None:
    other = taken_over(life, opening)
    late = c.SetFeesAside(amount_yen=1, on=opening.balances.as_of)
    assert not other.tries(late)
    assert other.decision.code == "period_is_closed"
    last = max(seq for seq, event in other.book.posted.items() if type(event).__name__ == "FollowOnReserved")
    assert other.tries(c.ReverseEntry(seq=last, reason="r", on=other.today)), other.decision
    other.everything_holds()


def test_the_journal_names_the_file_the_sheet_and_the_row_of_every_entry_taken_over(life, opening) -> None:
    other = taken_over(life, opening)
    (taken,) = other.book.openings.values()
    rows = [one for one in ledger(other.book) if taken.seq < one.seq <= taken.last_seq]
    assert rows
    assert {one.document.partition(",")[0] for one in rows} == {"fund.xlsx"}
    calls = [one for one in rows if one.cause == "capital_called"]
    first = next(one.row for one in opening.in_order if one.kind == "capital_call")
    assert calls[0].document == f"fund.xlsx, flows {first}"


def test_calls_and_distributions_go_on_counting_from_the_history(life, opening) -> None:
    other = taken_over(life, opening)
    last = max(one.number for one in other.book.calls.values())
    assert other.tries(c.CallCapital(call_id="next", amount_yen=1, due=other.today, on=other.today)), other.decision
    assert other.book.calls["next"].number == last + 1


FAULTS = {
    "opening_deal_unknown": lambda o: changed(o, "flows", "draw", deal="nobody"),
    "opening_tranche_unknown": lambda o: changed(o, "flows", "draw", tranche=9),
    "opening_before_agreement": lambda o: changed(o, "flows", "draw", on=o.positions[0].signed_on.replace(day=1)),
    "opening_day_outside": lambda o: changed(o, "flows", "fee", on=o.balances.as_of.replace(year=2030)),
    "opening_amount_missing": lambda o: changed(o, "flows", "fee", amount_yen=0),
    "opening_part_above_whole": lambda o: changed(o, "flows", "capital_call", part_yen=10**12),
    "opening_payment_without_call": lambda o: changed(o, "flows", "paid_in", ref="77"),
    "opening_number_on_two_days": lambda o: twice(o, "capital_call", on=o.balances.as_of),
    "opening_call_number_unclear": lambda o: changed(o, "flows", "capital_call", ref="first"),
    "opening_without_method": lambda o: changed(o, "flows", "valuation", method=""),
    "opening_partner_unknown": lambda o: changed(o, "flows", "paid_in", partner=9),
    "opening_twice": lambda o: o.model_copy(
        update={"positions": (*o.positions, o.positions[0].model_copy(update={"row": 99}))}
    ),
    "opening_without_tranche": lambda o: o.model_copy(update={"tranches": ()}),
    "opening_partner_missing": lambda o: o.model_copy(update={"partners": o.partners[1:]}),
    "opening_tranche_paid_twice": lambda o: twice(o, "draw"),
    "opening_fee_twice": lambda o: twice(o, "fee"),
    "opening_more_than_there_is": lambda o: changed(o, "flows", "write_off", amount_yen=10**12),
    "opening_nothing_held": lambda o: changed(o, "flows", "valuation", on=o.positions[0].signed_on),
}


def changed(opening: Opening, part: str, kind: str, **change) -> Opening:
    rows = list(getattr(opening, part))
    at = next(n for n, one in enumerate(rows) if one.kind == kind)
    rows[at] = rows[at].model_copy(update=change)
    return opening.model_copy(update={part: tuple(rows)})


def twice(opening: Opening, kind: str, **change) -> Opening:
    row = next(one for one in opening.flows if one.kind == kind)
    return opening.model_copy(update={"flows": (*opening.flows, row.model_copy(update={"row": 99, **change}))})


@pytest.fixture(scope="module")
def eventful() -> Life:
    """A fund of whom every kind of movement that a fault needs is told."""
    needed = {"draw", "fee", "valuation", "write_off", "capital_call", "paid_in"}
    lives = (lived(Random(n)) for n in range(50))
    return next(one for one in lives if needed <= {flow.kind for flow in tables(one).flows})


@pytest.mark.parametrize("code", FAULTS)
def test_a_row_that_cannot_be_is_refused_by_name(eventful, code) -> None:
    empty = elsewhere(eventful)
    found = tried(empty.book, FAULTS[code](tables(eventful)), today=empty.today).refusal
    assert isinstance(found, Refusal)
    assert found.code == "opening_has_faults"
    assert code in {one.code for one in found.problems}
    assert all(one.place.partition(" ")[0] in PARTS for one in found.problems)


def test_a_tranche_that_is_paid_in_part_is_two_rows(life, opening) -> None:
    at = next(n for n, one in enumerate(opening.tranches) if one.drawn_yen)
    half = opening.tranches[at].model_copy(update={"drawn_yen": 1, "undrawn_yen": opening.tranches[at].drawn_yen - 1})
    rows = (*opening.tranches[:at], half, *opening.tranches[at + 1 :])
    empty = elsewhere(life)
    found = tried(empty.book, opening.model_copy(update={"tranches": rows}), today=empty.today).refusal
    assert [one.code for one in found.problems] == ["opening_tranche_in_part"]
