"""A manager and a secretariat who try everything with the fund's money in any order: what must always hold does."""

from collections import Counter
from datetime import date, timedelta
from typing import ClassVar

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from record.report_rules import broken_rules, moved_since, with_year_from
from small_fund import DAY, MANAGER, NOW, SECRETARIAT, TERMS, both

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.item import Resolved
from fundapp.committee.proposal import Company, ConditionPrecedent, Proposal, Terms
from fundapp.foreign_proof import foreign_proofs
from fundapp.fund.limits import check_reservation, follow_on_part_yen
from fundapp.network.support_facts import SupportFacts
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book, Frozen, Item, Meeting
from fundapp.record.brought import Brought
from fundapp.record.conditions import check_conditions
from fundapp.record.decide import decide
from fundapp.record.fold import fold
from fundapp.record.soundness import unsound
from fundapp.record.timing import due

YEN = st.one_of(st.integers(1, 9_000_000), st.integers(9_000_001, 120_000_000))
DEALS = st.integers(0, 3).map("r{}".format)
SIGNED = st.sampled_from(["iv-r0", "iv-r2", "iv-r1", "iv-r3"])
NUMBERS = st.integers(1, 3)
WHO = st.sampled_from([MANAGER, SECRETARIAT])
IDS = st.integers(0, 3).map(str)
DAYS_AGO = st.integers(-1, 6)
CONDITIONAL, SUPPORTED, COUNTED, SHARES = "r3", ("r2", 2), "r2", 40
"""The deal whose first payment waits for a condition, the tranche that waits for support, and whose shares count."""

COUNTED_AGAIN_OF = 8
"""Of about so many lives one is counted again by hledger and Beancount."""


def judged(name: str) -> Item:
    """An item of which only company and condition matter here. The first two deals are of the same company."""
    of = "r0" if name == "r1" else name
    company = Company(id=f"company-{of}", name=both(of))
    frozen = Frozen.model_construct(
        proposal=Proposal.model_construct(company=company), support=SupportFacts.model_construct(needs=())
    )
    asked = (ConditionPrecedent(row="", text="licence", owner="TLO", due=DAY),) if name == CONDITIONAL else ()
    resolved = Resolved.model_construct(conditions=asked)
    return Item.model_construct(id=name, meeting_id="m", number=1, frozen=frozen, resolved=resolved)


def support_for(deal: str, number: int) -> tuple[e.SupportDue, ...]:
    return (e.SupportDue(need_id="n1", name="moulds"),) if (deal, number) == SUPPORTED else ()


class Money(RuleBasedStateMachine):
    """Every command is tried with what may or may not fit; `decide` says what happens."""

    terms = TERMS
    tried: ClassVar[Counter[type[c.Command]]] = Counter()
    done: ClassVar[Counter[type[c.Command]]] = Counter()

    @initialize(drawn=st.integers(0, 2))
    def establish(self, drawn: int) -> None:
        """A fund of two months with two agreements, capital paid in, and up to two payments made."""
        self.now, self.told = NOW - timedelta(days=60), list[tuple[date, Book]]()
        self.book = Book(
            items={name: judged(name) for name in ("r0", "r1", "r2", "r3")},
            meetings={"m": Meeting.model_construct(id="m")},
        )
        self.take(e.FundEstablished(terms=self.terms, on=self.today))
        for deal in ("r0", "r2"):
            self.resolve_now(deal, 70_000_000)
            self.sign_now(deal, [30_000_000, 20_000_000])
        self.tries(c.CallCapital(call_id="0", amount_yen=200_000_000, due=self.today, on=self.today))
        self.tries(c.RecordPaidCapital(call_id="0", amount_yen=190_000_000, on=self.today))
        self.now = NOW
        for deal in ("r0", "r2")[:drawn]:
            self.release_now(f"iv-{deal}", 1, self.today)
            assert self.book.investments[f"iv-{deal}"].held_yen() == 30_000_000
        if drawn == 2:
            self.exit_now("iv-r2", 10_000_000, 16_000_000, self.today)
            assert self.book.balances["CAP:Returned"] == 10_000_000

    @property
    def today(self) -> date:
        return self.now.date()

    def take(self, *events: e.Event) -> None:
        first = self.book.seq + 1
        self.book = fold(
            self.book,
            [e.Recorded(seq=n, at=self.now, actor="x", hash="h", event=event) for n, event in enumerate(events, first)],
        )

    def tries(self, command: c.Command, who: Actor = MANAGER) -> bool:
        before = self.book
        self.tried[type(command)] += 1
        self.decision = decide(self.book, command, who, self.now, Brought(seal=lambda text: text))
        assert self.book is before, "a decision changes nothing"
        if isinstance(self.decision, Refusal):
            return False
        self.take(*self.decision)
        self.done[type(command)] += 1
        return True

    def named(self, investment: str) -> str:
        """Of an agreement that was taken over the deal's own name, as its table says it."""
        deal = investment.removeprefix("iv-")
        return deal if deal in self.book.investments else investment

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.take(*due(self.book, self.now))

    @rule(deal=DEALS, amount_yen=YEN)
    def resolve(self, deal: str, amount_yen: int) -> None:
        self.resolve_now(deal, amount_yen)

    def resolve_now(self, deal: str, amount_yen: int) -> None:
        company_id = f"company-{'r0' if deal == 'r1' else deal}"
        touched = {"company_id": company_id, "sector": "s", "early_stage": deal == "r0"}
        limits = {"amount_yen": amount_yen, "year": self.terms.year_of(self.today), "voting_share": None}
        assert self.book.terms is not None
        refused = check_reservation(self.book.terms, self.book.balances, **limits, **touched)
        if deal not in self.book.reservations and not refused:
            ids = {"reservation_id": deal, "item_id": deal, "proposal_id": deal}
            part_yen = follow_on_part_yen(self.book.balances, company_id, amount_yen)
            amounts = {"amount_yen": amount_yen, "follow_on_yen": part_yen}
            expires_on = self.today + timedelta(days=90)
            self.take(e.FundsReserved(**ids, **touched, **amounts, expires_on=expires_on, on=self.today))
        # Once for each resolution, and anew when the decision was taken back.
        terms = Terms(amount_yen=amount_yen, instrument="loan")
        self.tries(c.DecideAsGp(reservation_id=deal, terms=terms, on=self.today))

    @rule(deal=DEALS, parts=st.lists(YEN, min_size=1, max_size=3))
    def sign(self, deal: str, parts: list[int]) -> None:
        self.sign_now(deal, parts)

    def sign_now(self, deal: str, parts: list[int]) -> None:
        tranches = tuple(
            e.TrancheTerms(
                number=n,
                amount_yen=amount_yen,
                due=DAY,
                milestone="m",
                support=support_for(deal, n),
                shares=n * SHARES if deal == COUNTED else None,
            )
            for n, amount_yen in enumerate(parts, 1)
        )
        iv = f"iv-{deal}"
        self.tries(c.SignAgreement(investment_id=iv, reservation_id=deal, tranches=tranches, on=self.today))

    @rule(deal=DEALS)
    def void(self, deal: str) -> None:
        self.tries(c.VoidReservation(reservation_id=deal, reason="r", on=self.today))

    @rule(investment=SIGNED, number=NUMBERS, ago=DAYS_AGO)
    def release(self, investment: str, number: int, ago: int) -> None:
        self.release_now(investment, number, self.today - timedelta(days=ago))

    def release_now(self, investment: str, number: int, on: date) -> None:
        investment = self.named(investment)
        for who in (MANAGER, SECRETARIAT):
            self.tries(c.ReleaseTranche(investment_id=investment, number=number, evidence="e", on=on), who)

    @rule(deal=st.sampled_from([CONDITIONAL, "r0"]), number=st.integers(1, 2))
    def meet_condition(self, deal: str, number: int) -> None:
        self.tries(c.MeetCondition(reservation_id=deal, number=number, evidence="e", on=self.today))

    @rule(investment=SIGNED, need=st.sampled_from(["n1", "n2"]))
    def give_support(self, investment: str, need: str) -> None:
        self.tries(c.ConfirmSupport(investment_id=self.named(investment), need_id=need, evidence="e", on=self.today))

    @rule(kind=st.sampled_from([c.FreezeTranche, c.ResumeTranche, c.CancelTranche]), investment=SIGNED, number=NUMBERS)
    def change(self, kind: type[c.Command], investment: str, number: int) -> None:
        self.tries(kind(investment_id=self.named(investment), number=number, reason="r", on=self.today))

    @rule(call=IDS, amount_yen=YEN, partner=st.sampled_from([None, 1, 2, 3]), ago=DAYS_AGO)
    def call_and_pay(self, call: str, amount_yen: int, partner: int | None, ago: int) -> None:
        on = self.today - timedelta(days=ago)
        if call not in self.book.calls:
            self.tries(c.CallCapital(call_id=call, amount_yen=amount_yen, due=on, on=on))
        self.tries(c.RecordPaidCapital(call_id=call, amount_yen=amount_yen, partner=partner, on=on))

    @rule(call=IDS, partner=NUMBERS)
    def fall_short(self, call: str, partner: int) -> None:
        self.tries(c.RecordShortfall(call_id=call, partner=partner, reason="r", on=self.today))

    @rule(call=IDS, amount_yen=YEN, ago=DAYS_AGO)
    def give_capital_back(self, call: str, amount_yen: int, ago: int) -> None:
        on = self.today - timedelta(days=ago)
        self.tries(c.RefundCapital(call_id=call, amount_yen=amount_yen, reason="r", on=on))

    @rule(name=st.sampled_from(["LP", "new"]), joins=st.booleans(), amount_yen=YEN)
    def commit(self, name: str, joins: bool, amount_yen: int) -> None:
        self.tries(c.AddCommitment(partner=name, joins=joins, amount_yen=amount_yen, on=self.today))

    @rule(kind=st.sampled_from([c.SetFeesAside, c.FreeFees]), amount_yen=YEN)
    def budget(self, kind: type[c.Command], amount_yen: int) -> None:
        self.tries(kind(amount_yen=amount_yen, on=self.today))

    @rule(fees=st.lists(st.tuples(IDS, st.integers(1, 20_000_000)), max_size=3))
    def schedule(self, fees: list[tuple[str, int]]) -> None:
        told = tuple(e.PlannedFee(fee_id=one, due=DAY, amount_yen=yen, what="w") for one, yen in fees)
        self.tries(c.SetFeeSchedule(fees=told, on=self.today))

    @rule(fee=IDS, amount_yen=st.integers(1, 20_000_000), back=st.booleans(), ago=DAYS_AGO)
    def pay_fee(self, fee: str, amount_yen: int, back: bool, ago: int) -> None:
        on = self.today - timedelta(days=ago)
        if back:
            self.tries(c.RefundFee(fee_id=fee, amount_yen=amount_yen, reason="r", on=on))
        else:
            self.tries(c.PayFee(fee_id=fee, amount_yen=amount_yen, what="w", on=on))

    @rule(deal=st.sampled_from(["", "company-r0", "company-r2"]), amount_yen=YEN, unassigned=st.booleans())
    def reserve_follow_on(self, deal: str, amount_yen: int, unassigned: bool) -> None:
        source = "unassigned" if unassigned else "investable"
        self.tries(c.ReserveFollowOn(company_id=deal, amount_yen=amount_yen, source=source, on=self.today))

    @rule(deal=st.sampled_from(["", "company-r0", "company-r2"]), amount_yen=YEN)
    def free_follow_on(self, deal: str, amount_yen: int) -> None:
        self.tries(c.FreeFollowOn(company_id=deal, amount_yen=amount_yen, on=self.today))

    @rule(investment=SIGNED, value_yen=st.integers(0, 300_000_000), ago=DAYS_AGO, who=WHO)
    def value(self, investment: str, value_yen: int, ago: int, who: Actor) -> None:
        investment = self.named(investment)
        self.tries(
            c.ProposeValuation(
                investment_id=investment,
                valuation_id=f"v{self.book.seq}",
                as_of=self.today - timedelta(days=ago),
                fair_value_yen=value_yen,
                method="multiples",
                inputs=(e.ValuationInput(name="n", value="v"),),
                reasoning="r",
                on=self.today,
            )
        )
        found = self.book.investments.get(investment)
        if found and found.proposed:
            self.tries(c.ApproveValuation(investment_id=investment, valuation_id=found.proposed.id, on=self.today), who)

    @rule(investment=SIGNED, cost_yen=st.integers(0, 60_000_000), proceeds_yen=YEN, whole=st.booleans(), ago=DAYS_AGO)
    def exit(self, investment: str, cost_yen: int, proceeds_yen: int, whole: bool, ago: int) -> None:
        investment = self.named(investment)
        found = self.book.investments.get(investment)
        whole_yen = found.held_yen() if found and whole else cost_yen
        self.exit_now(investment, whole_yen, proceeds_yen, self.today - timedelta(days=ago))

    def exit_now(self, investment: str, cost_yen: int, proceeds_yen: int, on: date) -> None:
        found = self.book.investments.get(investment)
        sold = 1 + cost_yen // 1_000_000 if cost_yen and found and found.shares() is not None else None
        amounts = {"cost_yen": cost_yen, "proceeds_yen": proceeds_yen, "shares": sold}
        self.tries(c.RecordExit(investment_id=investment, exit_id=f"x{self.book.seq}", kind="sale", **amounts, on=on))

    @rule(investment=SIGNED, cost_yen=YEN)
    def write_off(self, investment: str, cost_yen: int) -> None:
        self.tries(c.WriteOff(investment_id=self.named(investment), cost_yen=cost_yen, reason="r", on=self.today))

    @rule(investment=SIGNED, number=NUMBERS, amount_yen=YEN)
    def refund_tranche(self, investment: str, number: int, amount_yen: int) -> None:
        of = {"investment_id": self.named(investment), "number": number}
        self.tries(c.RefundTranche(**of, amount_yen=amount_yen, reason="r", on=self.today))

    @rule(one=IDS, amount_yen=YEN, part=st.integers(0, 5), ago=DAYS_AGO)
    def distribute(self, one: str, amount_yen: int, part: int, ago: int) -> None:
        capital_yen = min(amount_yen, self.book.balances.get("CAP:Returned", 0) * part // 4)
        amounts = {"amount_yen": amount_yen, "of_capital_yen": capital_yen}
        on = self.today - timedelta(days=ago)
        self.tries(c.Distribute(distribution_id=one, **amounts, what="w", on=on))

    @rule(part=st.integers(1, 5))
    def recycle(self, part: int) -> None:
        amount_yen = 1 + self.book.balances.get("CAP:Returned", 0) * part // 4
        self.tries(c.RecycleCapital(amount_yen=amount_yen, on=self.today))

    @rule(ago=st.integers(0, 60))
    def close_period(self, ago: int) -> None:
        until = self.today - timedelta(days=ago)
        if self.tries(c.ClosePeriod(until=until, on=self.today)):
            self.told.append((max(until, self.today - timedelta(days=58)), self.book))

    @rule(ago=st.integers(0, 6))
    def report(self, ago: int) -> None:
        self.told.append((self.today - timedelta(days=ago), self.book))

    @rule(data=st.data(), any_place=st.booleans(), ago=DAYS_AGO)
    def reverse(self, data: st.DataObject, any_place: bool, ago: int) -> None:
        entered = sorted(self.book.posted, reverse=True)
        seq = data.draw(st.integers(1, self.book.seq) if any_place or not entered else st.sampled_from(entered))
        before, reversed_ = dict(self.book.balances), self.book.posted.get(seq)
        if self.tries(c.ReverseEntry(seq=seq, reason="r", on=self.today - timedelta(days=ago))):
            assert reversed_ is not None
            assert not self.tries(c.ReverseEntry(seq=seq, reason="r", on=self.today)), "once"
            assert not self.tries(c.ReverseEntry(seq=self.book.seq, reason="r", on=self.today)), "never a reversal"
            moved = any(entry.recorded_seq == seq for entry in self.book.entries)
            assert (before != self.book.balances) == moved

    @invariant()
    def everything_holds(self) -> None:
        assert unsound(self.book) == ()
        for one in self.book.investments.values():
            assert (one.shares() or 0) >= 0
            paid = [tranche for tranche in one.tranches if tranche.drawn_on]
            assert all(one.gave(due.need_id) for tranche in paid for due in tranche.support)
            assert not paid or check_conditions(self.book, self.book.reservations[one.reservation_id]) is None

    def teardown(self) -> None:
        """The reports of some of its days hold. Some lives are counted again by two foreign programs at their end."""
        assert self.book.established_on is not None
        for day in (self.today - timedelta(days=ago) for ago in (0, 3, 45, 58)):
            assert day < self.book.established_on or broken_rules(self.book, day) == ()
            # A year of the fund that ends in the middle of its life.
            assert broken_rules(with_year_from(self.book, DAY - timedelta(days=350)), self.today) == ()
        for day, then in self.told:
            assert moved_since(then, self.book, day) == ()
        if len(self.book.entries) % COUNTED_AGAIN_OF == 0:
            assert [proof.verdict for proof in foreign_proofs(self.book.entries)] == ["agrees", "agrees"]
