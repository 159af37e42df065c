"""Any life of a fund that its checks allow keeps every named invariant, and can be replayed, undone and reversed."""

from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fundapp.basis.fact import Bilingual
from fundapp.fund import entries, entries_held
from fundapp.fund import entries_partners as partners
from fundapp.fund.figures import figures, invariants, waterfall
from fundapp.fund.journal import JournalEntry, Recorded, balances, post, reverse
from fundapp.fund.limits import (
    check_call,
    check_fee_reserve,
    check_payment,
    check_recycling,
    check_reservation,
    headrooms,
)
from fundapp.fund.partners import PartnerPart
from fundapp.fund.positions import positions
from fundapp.fund.terms import FundTerms, Limits, Partner

SIZES = st.integers(1_000, 2**40)
SHARES = st.fractions(min_value=Fraction(1, 10), max_value=1, max_denominator=97)
PARTS = st.fractions(min_value=0, max_value=1, max_denominator=13)
COMPANIES = st.sampled_from(["C-1", "C-2", "C-3"])
SECTORS = st.sampled_from(["計測・検査", "a:b"])


class FundBooks(RuleBasedStateMachine):
    """A fund that is asked for anything, and does what its checks do not refuse."""

    @initialize(size_yen=SIZES, shares=st.tuples(SHARES, SHARES, SHARES), fee=PARTS, follow_on=PARTS)
    def close(
        self, size_yen: int, shares: tuple[Fraction, Fraction, Fraction], fee: Fraction, follow_on: Fraction
    ) -> None:
        cost_yen, follow_on_yen = int(fee * size_yen) // 3, int(follow_on * size_yen) // 3
        self.terms = FundTerms(
            name=Bilingual(ja="ファンド", en="Fund"),
            general_partner=Bilingual(ja="GP", en="GP"),
            partners=(Partner(name="LP", share=Fraction(1)),),
            size_yen=size_yen,
            cost_reserve_yen=cost_yen,
            follow_on_reserve_yen=follow_on_yen,
            limits=Limits(
                company_share=shares[0],
                sector_share=shares[1],
                early_stage_share=shares[2],
                voting_share=Fraction(1, 3),
            ),
            first_day=date(2022, 4, 1),
            years=10,
            recycling_share=Fraction(1, 5),
        )
        self.journal: list[JournalEntry] = []
        self.books: dict[str, int] = {}
        self.seq = 0
        self.reservations: dict[str, tuple[dict[str, object], int]] = {}
        self.signed: dict[str, dict[str, object]] = {}
        self.called_yen = 0
        self.enter(partners.fund_closed(at=self.at, size_yen=size_yen))
        self.enter(entries.fee_budget(at=self.at, amount_yen=cost_yen))
        self.enter(entries.follow_on_reserved(at=self.at, amount_yen=follow_on_yen))

    @property
    def at(self) -> Recorded:
        return Recorded(effective=date(2026, 4, 1), recorded_seq=self.seq)

    def enter(self, found: tuple[JournalEntry, ...]) -> None:
        self.seq += 1
        self.journal += found
        post(self.books, found)

    def part_of_size(self, part: Fraction) -> int:
        return 1 + int(part * self.terms.size_yen)

    @rule(company=COMPANIES, sector=SECTORS, early_stage=st.booleans(), part=PARTS)
    def reserve(self, company: str, sector: str, early_stage: bool, part: Fraction) -> None:
        touched = {"company_id": company, "sector": sector, "early_stage": early_stage, "year": 4}
        amount_yen = self.part_of_size(part / 4)
        refusal = check_reservation(self.terms, self.books, amount_yen=amount_yen, voting_share=None, **touched)
        reserved = entries.resolution_reserves(at=self.at, deal_id=f"D{self.seq}", amount_yen=amount_yen, **touched)
        if refusal:
            # The check refuses exactly what would break the books.
            tried = dict(self.books)
            post(tried, reserved)
            assert invariants(tried, self.terms) != ()
            assert dict(refusal.details)["short_yen"] > 0
        else:
            self.reservations[f"D{self.seq}"] = (touched, amount_yen)
            self.enter(reserved)

    @precondition(lambda self: self.reservations)
    @rule(data=st.data())
    def reserve_and_release_leaves_no_trace(self, data: st.DataObject) -> None:
        deal = data.draw(st.sampled_from(sorted(self.reservations)))
        touched, amount_yen = self.reservations[deal]
        before = dict(self.books)
        self.enter(entries.reservation_released(at=self.at, deal_id=deal, amount_yen=amount_yen, **touched))
        assert not any(deal in account.split(":") for account in self.books)
        if data.draw(st.booleans()):
            self.enter(entries.resolution_reserves(at=self.at, deal_id=deal, amount_yen=amount_yen, **touched))
            assert self.books == before
        else:
            del self.reservations[deal]

    @precondition(lambda self: self.reservations)
    @rule(data=st.data(), cuts=st.lists(PARTS, max_size=3))
    def sign(self, data: st.DataObject, cuts: list[Fraction]) -> None:
        deal = data.draw(st.sampled_from(sorted(self.reservations)))
        touched, reserved_yen = self.reservations.pop(deal)
        tranches = tuple(int(cut * reserved_yen) // max(len(cuts), 1) for cut in cuts)
        self.signed[deal] = touched
        self.enter(
            entries.agreement_signed(
                at=self.at, deal_id=deal, reserved_yen=reserved_yen, tranche_amounts_yen=tranches, **touched
            )
        )

    def undrawn(self, data: st.DataObject) -> tuple[str, int, int] | None:
        found = [
            (deal.deal_id, tranche.number, tranche.undrawn_yen)
            for deal in positions(self.books)
            for tranche in deal.tranches
            if tranche.undrawn_yen
        ]
        return data.draw(st.sampled_from(found)) if found else None

    @precondition(lambda self: self.signed)
    @rule(data=st.data())
    def draw(self, data: st.DataObject) -> None:
        if (found := self.undrawn(data)) and not check_payment(self.books, amount_yen=found[2]):
            deal, tranche, amount_yen = found
            self.enter(entries.tranche_drawn(at=self.at, deal_id=deal, tranche=tranche, amount_yen=amount_yen))

    @precondition(lambda self: self.signed)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        if found := self.undrawn(data):
            deal, tranche, amount_yen = found
            self.enter(
                entries.tranche_cancelled(
                    at=self.at, deal_id=deal, tranche=tranche, amount_yen=amount_yen, **self.signed[deal]
                )
            )

    def drawn(self, data: st.DataObject) -> tuple[str, int, int] | None:
        found = [
            (deal.deal_id, tranche.number, tranche.drawn_yen)
            for deal in positions(self.books)
            for tranche in deal.tranches
            if tranche.drawn_yen
        ]
        return data.draw(st.sampled_from(found)) if found else None

    @precondition(lambda self: self.signed)
    @rule(data=st.data(), part=PARTS)
    def value(self, data: st.DataObject, part: Fraction) -> None:
        if found := self.drawn(data):
            deal = found[0]
            now = self.books[f"GL:Investment:{deal}"] + self.books.get(f"GL:Unrealised:{deal}", 0)
            change_yen = int(part * 3 * now) - now
            self.enter(entries_held.valued(at=self.at, deal_id=deal, change_yen=change_yen))

    @precondition(lambda self: self.signed)
    @rule(data=st.data(), part=PARTS, gain=PARTS, fate=st.sampled_from(["exit", "loss", "refund"]))
    def let_go(self, data: st.DataObject, part: Fraction, gain: Fraction, fate: str) -> None:
        if not (found := self.drawn(data)):
            return
        deal, tranche, held_yen = found
        cost_yen = max(1, int(part * held_yen))
        at_cost_yen = self.books[f"GL:Investment:{deal}"]
        gone = entries_held.released_yen(self.books.get(f"GL:Unrealised:{deal}", 0), cost_yen, at_cost_yen)
        shared = {"at": self.at, "deal_id": deal, "released_yen": gone}
        touched = self.signed[deal]
        without_year = {name: one for name, one in touched.items() if name != "year"}
        if fate == "exit":
            proceeds_yen = int(gain * 3 * cost_yen)
            self.enter(
                entries_held.exited(**shared, parts=((tranche, cost_yen),), proceeds_yen=proceeds_yen, **without_year)
            )
        elif fate == "loss":
            self.enter(entries_held.write_off(**shared, parts=((tranche, cost_yen),)))
        else:
            self.enter(entries_held.tranche_refunded(**shared, tranche=tranche, amount_yen=cost_yen, **touched))

    @rule(part=PARTS, of_capital=PARTS)
    def distribute(self, part: Fraction, of_capital: Fraction) -> None:
        amount_yen = int(part * self.books.get("GL:Bank", 0))
        capital_yen = min(amount_yen, int(of_capital * self.books.get("CAP:Returned", 0)))
        parts = (PartnerPart(partner=1, amount_yen=amount_yen),)
        self.enter(partners.distribution(at=self.at, parts=parts, of_capital_yen=capital_yen))

    @rule(part=PARTS)
    def recycle(self, part: Fraction) -> None:
        amount_yen = 1 + int(part * self.books.get("CAP:Returned", 0))
        if not check_recycling(self.terms, self.books, amount_yen=amount_yen):
            self.enter(partners.capital_recycled(at=self.at, amount_yen=amount_yen))

    @rule(part=PARTS)
    def call(self, part: Fraction) -> None:
        amount_yen = self.part_of_size(part)
        if not check_call(self.books, amount_yen=amount_yen):
            self.called_yen += amount_yen
            parts = (PartnerPart(partner=1, amount_yen=amount_yen),)
            self.enter(partners.capital_called(at=self.at, parts=parts))

    @precondition(lambda self: self.called_yen)
    @rule()
    def receive(self) -> None:
        self.enter(partners.capital_paid(at=self.at, partner=1, amount_yen=self.called_yen))
        self.called_yen = 0

    @rule(part=PARTS)
    def pay_fee(self, part: Fraction) -> None:
        amount_yen = self.part_of_size(part / 20)
        if not (
            check_fee_reserve(self.books, amount_yen=amount_yen) or check_payment(self.books, amount_yen=amount_yen)
        ):
            self.enter(entries.fee_paid(at=self.at, amount_yen=amount_yen))

    @invariant()
    def every_named_invariant_holds(self) -> None:
        assert invariants(self.books, self.terms) == ()

    @invariant()
    def figures_add_up_to_the_fund(self) -> None:
        found = figures(self.terms, self.books)
        steps = waterfall(found)
        assert sum(step.amount_yen for step in steps[1:]) == steps[0].amount_yen == self.terms.size_yen
        came_back_yen = found.realised_yen - found.drawn_yen
        paid_out_yen = found.fees_spent_yen + found.distributed_yen
        assert found.cash_yen == found.paid_in_yen + came_back_yen - paid_out_yen
        assert found.committed_yen == sum(deal.committed_yen for deal in positions(self.books))

    @invariant()
    def no_headroom_is_below_zero(self) -> None:
        rooms = headrooms(self.terms, self.books)
        assert all(room.room_yen >= 0 and room.used_yen + room.room_yen == room.limit_yen for room in rooms)

    def teardown(self) -> None:
        if not hasattr(self, "journal"):
            return
        assert balances(self.journal) == balances(reversed(self.journal)) == self.books
        undone = [reverse(entry, at=self.at) for entry in self.journal]
        assert balances([*self.journal, *undone]) == {}


TestFundBooks = FundBooks.TestCase
TestFundBooks.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
