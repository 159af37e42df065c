"""Any life of the fund's money that `decide` allows keeps the named invariants, and states agree with balances."""

from datetime import UTC, date, datetime

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from small_fund import DAY, MANAGER, NOW, SECRETARIAT, TERMS, both

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Company, Proposal, Terms
from fundapp.fund.figures import figures, invariants
from fundapp.fund.limits import check_reservation
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book, Frozen, Item
from fundapp.record.brought import Brought
from fundapp.record.decide import decide
from fundapp.record.fold import fold

AT = datetime(2026, 4, 1, tzinfo=UTC)
YEN = st.integers(1, 120_000_000)
DEALS = st.integers(0, 3).map("r{}".format)
SIGNED = st.integers(0, 3).map("iv-r{}".format)
NUMBERS = st.integers(1, 3)


def judged(name: str) -> Item:
    """An item of which only the company matters here."""
    company = Company(id=f"company-{name}", name=both(name))
    frozen = Frozen.model_construct(proposal=Proposal.model_construct(company=company))
    return Item.model_construct(id=name, meeting_id="m", number=1, frozen=frozen, resolved=None)


class Money(RuleBasedStateMachine):
    """A manager and a secretariat who try anything in any order."""

    @initialize()
    def establish(self) -> None:
        self.book = Book(items={name: judged(name) for name in ("r0", "r1", "r2", "r3")})
        self.take(e.FundEstablished(terms=TERMS, on=DAY))

    def take(self, *events: e.Event) -> None:
        first = self.book.seq + 1
        self.book = fold(
            self.book,
            [e.Recorded(seq=n, at=AT, actor="x", hash="h", event=event) for n, event in enumerate(events, first)],
        )

    def tries(self, command: c.Command, who: Actor = MANAGER) -> None:
        decision = decide(self.book, command, who, NOW, Brought(seal=lambda text: text))
        if not isinstance(decision, Refusal):
            self.take(*decision)

    @rule(deal=DEALS, amount_yen=YEN)
    def resolve(self, deal: str, amount_yen: int) -> None:
        touched = {"company_id": deal, "sector": "s", "early_stage": deal == "r0", "amount_yen": amount_yen}
        refused = check_reservation(TERMS, self.book.balances, voting_share=None, **touched)
        if deal not in self.book.reservations and not refused:
            ids = {"reservation_id": deal, "item_id": deal, "proposal_id": deal}
            self.take(e.FundsReserved(**ids, **touched, expires_on=date(2026, 9, 1), on=DAY))
            self.tries(c.DecideAsGp(reservation_id=deal, terms=Terms(amount_yen=amount_yen, instrument="loan"), on=DAY))

    @rule(deal=DEALS, parts=st.lists(YEN, min_size=1, max_size=3))
    def sign(self, deal: str, parts: list[int]) -> None:
        tranches = tuple(
            e.TrancheTerms(number=n, amount_yen=amount_yen, due=DAY, milestone="m")
            for n, amount_yen in enumerate(parts, 1)
        )
        self.tries(c.SignAgreement(investment_id=f"iv-{deal}", reservation_id=deal, tranches=tranches, on=DAY))

    @rule(deal=DEALS)
    def void(self, deal: str) -> None:
        self.tries(c.VoidReservation(reservation_id=deal, reason="r", on=DAY))

    @rule(investment=SIGNED, number=NUMBERS, who=st.sampled_from([MANAGER, SECRETARIAT]))
    def release(self, investment: str, number: int, who: Actor) -> None:
        self.tries(c.ReleaseTranche(investment_id=investment, number=number, evidence="e", on=DAY), who)

    @rule(kind=st.sampled_from([c.FreezeTranche, c.ResumeTranche, c.CancelTranche]), investment=SIGNED, number=NUMBERS)
    def change(self, kind: type[c.Command], investment: str, number: int) -> None:
        self.tries(kind(investment_id=investment, number=number, reason="r", on=DAY))

    @rule(call=st.integers(0, 2).map(str), amount_yen=YEN)
    def call_and_pay(self, call: str, amount_yen: int) -> None:
        if call not in self.book.calls:
            self.tries(c.CallCapital(call_id=call, amount_yen=amount_yen, due=DAY, on=DAY))
        self.tries(c.RecordPaidCapital(call_id=call, amount_yen=amount_yen, on=DAY))

    @rule(amount_yen=YEN)
    def pay_fee(self, amount_yen: int) -> None:
        self.tries(c.PayFee(fee_id="f", amount_yen=amount_yen, what="w", on=DAY))

    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        seq = data.draw(st.integers(1, self.book.seq))
        self.tries(c.ReverseEntry(seq=seq, reason="r", on=DAY))

    @invariant()
    def the_books_are_sound(self) -> None:
        assert invariants(self.book.balances, TERMS) == ()

    @invariant()
    def states_agree_with_balances(self) -> None:
        now = figures(TERMS, self.book.balances)
        signed = self.book.investments.values()
        held = [one for one in self.book.reservations.values() if one.state in ("held", "decided")]
        assert now.reserved_yen == sum(one.amount_yen for one in held)
        assert now.committed_yen == sum(one.committed_yen() for one in signed)
        assert now.drawn_yen == sum(one.drawn_yen() for one in signed)
        assert now.paid_in_yen == sum(one.paid_yen for one in self.book.calls.values())


TestMoney = Money.TestCase
TestMoney.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
