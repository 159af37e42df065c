"""What the committee weighs before it votes."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.fund.figures import figures
from fundapp.record import commands as c
from fundapp.record.events import TrancheTerms
from fundapp.record.judging import money_check, reserving
from fundapp.record.weighing import agreement_in, choices, firmness_of


def balance(fund: SmallFund) -> int:
    book = fund.desk.book(SECRETARIAT)
    return figures(book.terms, book.balances).investable_yen


def test_the_outcome_of_a_revealed_item_is_told_for_the_axis_that_applies(fund: SmallFund):
    fund.proposal("PR-01")
    fund.meeting(1, "PR-01")
    fund.revealed("m1-PR-01", level=3)
    book = fund.desk.book(SECRETARIAT)
    (found,) = firmness_of(book, book.items["m1-PR-01"])
    assert (found.axis, found.passes, found.share.share) == ("axis1", True, 1.0)
    # Three alike: the low median of 3, 3 and anything lower is 3.
    assert found.member is None


def test_before_the_reveal_nothing_is_told(fund: SmallFund):
    fund.proposal("PR-01")
    fund.meeting(1, "PR-01")
    fund.do(c.FreezeFacts(item_id="m1-PR-01"), SECRETARIAT)
    fund.scored("m1-PR-01")
    book = fund.desk.book(SECRETARIAT)
    with pytest.raises(AssertionError, match="before the reveal"):
        firmness_of(book, book.items["m1-PR-01"])
    assert agreement_in(book, "m1", "axis1").first.items == 0


def second_round(fund: SmallFund, item_id: str, seat: str, level: int) -> None:
    judgements = tuple(one.model_copy(update={"reason": "why"}) for one in fund.judgements(level))
    fund.do(c.SubmitScorecard(item_id=item_id, seat_id=seat, judgements=judgements), MEMBERS[seat])


def test_agreement_counts_revealed_items_alone_and_both_rounds(fund: SmallFund):
    for code in ("PR-01", "PR-02", "PR-03"):
        fund.proposal(code)
    fund.meeting(1, "PR-01", "PR-02", "PR-03")
    fund.do(c.FreezeFacts(item_id="m1-PR-01"), SECRETARIAT)
    fund.scored("m1-PR-01", "association", "tlo", level=4)
    fund.scored("m1-PR-01", "bank", level=2)
    fund.do(c.RevealScores(item_id="m1-PR-01"), MEMBERS["association"])
    found = agreement_in(fund.desk.book(SECRETARIAT), "m1", "axis1")
    assert (found.first.items, found.first.raters, found.moved) == (7, 3, 0)
    assert found.problem == Problem.of("agreement_of_few", count=7, least=10)
    assert {one.spread for one in found.first.spreads} == {2.0}
    second_round(fund, "m1-PR-01", "bank", 4)
    found = agreement_in(fund.desk.book(SECRETARIAT), "m1", "axis1")
    assert found.moved == 7
    assert {one.spread for one in found.first.spreads} == {2.0}
    assert {one.spread for one in found.last.spreads} == {0.0}


ASKS = st.lists(st.sampled_from([20, 45, 60, 80, 100, 130, 250]), min_size=2, max_size=5)


@settings(deadline=None, max_examples=30)
@given(ASKS, st.lists(st.sampled_from(["water", "power"]), min_size=5, max_size=5))
def test_choices_are_every_largest_set_that_fits(established, asks, sectors):
    book, make = established
    proposals = [make(f"PR-{at:02}", ask * 1_000_000, sectors[at]) for at, ask in enumerate(asks)]
    worth = figures(book.terms, book.balances).investable_yen

    def fits(taken) -> bool:
        now = book
        for one in taken:
            if not money_check(now, one, one.ask_yen).fits:
                return False
            now = reserving(now, one, one.ask_yen)
        return True

    sets = [set(taken) for count in range(len(proposals) + 1) for taken in combinations(range(len(proposals)), count)]
    fitting = [taken for taken in sets if fits([proposals[at] for at in sorted(taken)])]
    largest = {
        frozenset(proposals[at].id for at in one) for one in fitting if not any(one < other for other in fitting)
    }
    found = choices(book, proposals, worth)
    assert {frozenset(one.taken) for one in found} == largest
    for one in found:
        assert one.total_yen == sum(p.ask_yen for p in proposals if p.id in one.taken)
        assert one.balance_after_yen == worth - one.total_yen >= 0
        assert set(one.taken) | set(one.left_out) == {p.id for p in proposals}
    fitting_ids = {frozenset(proposals[at].id for at in one) for one in fitting}
    every = choices(book, proposals, worth, smaller=True)
    assert {frozenset(one.taken) for one in every} == fitting_ids
    for one in every:
        others = {p.id for p in proposals} - set(one.taken)
        would = {other for other in others if frozenset((*one.taken, other)) in fitting_ids}
        assert (set(one.would_fit), set(one.left_out)) == (would, others - would)


def test_what_is_kept_for_a_company_s_next_round_is_its_own_and_no_one_else_s(fund: SmallFund):
    """370m investable and 50m kept for the company that has 30m: when others take 350m, it fits with 70m, none else."""
    first = fund.proposal("PR-01", ask_yen=30_000_000, sector="a")
    fund.meeting(1, "PR-01")
    fund.revealed("m1-PR-01")
    fund.approve("m1-PR-01", 30_000_000)
    on, deal = fund.desk.today(), "r-m1-PR-01"
    terms = Terms(amount_yen=30_000_000, instrument="common_shares")
    tranches = (TrancheTerms(number=1, amount_yen=30_000_000, due=on, milestone="m"),)
    for command in (
        c.DecideAsGp(reservation_id=deal, terms=terms, on=on),
        c.SignAgreement(investment_id="iv", reservation_id=deal, tranches=tranches, on=on),
        c.ReserveFollowOn(company_id=first.company.id, amount_yen=50_000_000, source="unassigned", on=on),
    ):
        fund.do(command, fund.manager)
    asks = {"PR-02": 100, "PR-03": 100, "PR-04": 100, "PR-05": 50, "PR-06": 70, "PR-07": 70}
    made = [fund.proposal(code, ask_yen=m * 1_000_000, sector=code) for code, m in asks.items()]
    *others, next_round, stranger = made
    next_round = next_round.model_copy(update={"company": first.company, "sector": "a"})
    found = choices(fund.desk.book(SECRETARIAT), (*others, next_round, stranger), balance(fund))
    taken = {frozenset(one.taken) for one in found}
    all_others = frozenset(one.id for one in others)
    assert balance(fund) == 370_000_000
    assert all_others | {next_round.id} in taken
    assert not [one for one in taken if all_others | {stranger.id} <= one]


@pytest.fixture(scope="module")
def established(tmp_path_factory):
    """A Book of a fund that has closed, and a maker of proposals, shared by all examples: nothing is written."""
    clock = Clock()
    fund = SmallFund(Desk(tmp_path_factory.mktemp("fund"), clock=clock), clock)
    fund.found()
    pattern = fund.proposal("PR-00")

    def make(code: str, ask_yen: int, sector: str):
        company = pattern.company.model_copy(update={"id": f"company-{code}"})
        return pattern.model_copy(
            update={"id": code, "code": code, "ask_yen": ask_yen, "sector": sector, "company": company}
        )

    yield fund.desk.book(SECRETARIAT), make
    fund.desk.database.close()
