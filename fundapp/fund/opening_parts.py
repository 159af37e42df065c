"""Movements between the fund and its partners as they are entered: each with its call or payout, and for one partner.

A table may leave out what follows from the agreement: who pays which part, and which call a payment is for.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from fundapp.basis.refusal import Problem
from fundapp.fund.opening import OF_PARTNERS, OpeningFlow
from fundapp.fund.partners import apportioned, split
from fundapp.fund.terms import FundTerms

Fault = tuple[int, Problem]
"""Row of the table, and what is wrong there."""


@dataclass
class _Call:
    on: date
    called: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    settled: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """Paid or given up."""
    paid: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def open_yen(self, partner: int) -> int:
        return self.called[partner] - self.settled[partner]


@dataclass
class _Partners:
    """What was called from each partner and paid by it, as far as the rows have come."""

    terms: FundTerms
    calls: dict[str, _Call] = field(default_factory=dict)
    payouts: dict[str, date] = field(default_factory=dict)
    found: list[OpeningFlow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def everybody(self) -> range:
        return range(1, len(self.terms.partners) + 1)

    def called_yen(self) -> list[int]:
        back = [one for one in self.found if one.kind in ("shortfall", "capital_refund")]
        return [
            sum(call.called[n] for call in self.calls.values())
            - sum(one.amount_yen for one in back if one.partner == n)
            for n in self.everybody
        ]

    def paid_yen(self) -> list[int]:
        return [sum(call.paid[n] for call in self.calls.values()) for n in self.everybody]

    def take(self, flow: OpeningFlow) -> None:
        """One movement, shared out among the partners where the table names none."""
        if flow.kind == "capital_call":
            self._called(flow)
        elif flow.kind == "distribution":
            self._paid_out(flow)
        else:
            self._settled(flow)

    def _called(self, flow: OpeningFlow) -> None:
        ref = flow.ref or self._ref_on(flow) or str(1 + max(map(int, self.calls), default=0))
        if not ref.isdecimal() or not ref.isascii() or not int(ref):
            self.faults.append((flow.row, Problem.of("opening_call_number_unclear", value=ref)))
            return
        call = self.calls.setdefault(str(int(ref)), _Call(on=flow.on))
        if call.on != flow.on:
            self.faults.append((flow.row, Problem.of("opening_number_on_two_days", value=ref)))
            return
        if flow.partner is None:
            parts = {one.partner: one.amount_yen for one in split(self.terms, flow.amount_yen, self.called_yen())}
        else:
            parts = {flow.partner: flow.amount_yen}
        for partner, amount_yen in parts.items():
            call.called[partner] += amount_yen
        self._add(flow, parts, str(int(ref)), flow.due or flow.on)

    def _ref_on(self, flow: OpeningFlow) -> str:
        """The call without a number of the same day: its other partners' parts."""
        same = [one for one in self.found if one.kind == "capital_call" and one.on == flow.on]
        return same[-1].ref if same and flow.partner and all(one.partner != flow.partner for one in same) else ""

    def _settled(self, flow: OpeningFlow) -> None:
        """A payment on a call, a shortfall of it, or a part of it that went back."""
        back = flow.kind == "capital_refund"
        asked = [flow.partner] if flow.partner else list(self.everybody)
        ref = str(int(flow.ref)) if flow.ref.isdecimal() and flow.ref.isascii() else flow.ref
        for number in [ref] if ref else sorted(self.calls, key=int):
            call = self.calls.get(number)
            room = {n: call.paid[n] if back else call.open_yen(n) for n in asked} if call else {}
            if call is None or sum(room.values()) < flow.amount_yen:
                continue
            amounts = apportioned(flow.amount_yen, [Fraction(one) for one in room.values()])
            parts = dict(zip(room, amounts, strict=True))
            for partner, amount_yen in parts.items():
                call.settled[partner] += 0 if back else amount_yen
                call.paid[partner] += {"paid_in": amount_yen, "capital_refund": -amount_yen}.get(flow.kind, 0)
            self._add(flow, parts, number, None)
            return
        self.faults.append((flow.row, Problem.of("opening_payment_without_call", amount_yen=flow.amount_yen)))

    def _paid_out(self, flow: OpeningFlow) -> None:
        ref = flow.ref or flow.on.isoformat()
        if self.payouts.setdefault(ref, flow.on) != flow.on:
            self.faults.append((flow.row, Problem.of("opening_number_on_two_days", value=ref)))
            return
        parts = {flow.partner: flow.amount_yen} if flow.partner else self._by_paid(flow.amount_yen)
        self._add(flow, parts, ref, None)

    def _by_paid(self, amount_yen: int) -> dict[int, int]:
        paid = self.paid_yen()
        weights = [Fraction(one) for one in paid] if any(paid) else [one.share for one in self.terms.partners]
        return dict(zip(self.everybody, apportioned(amount_yen, weights), strict=True))

    def _add(self, flow: OpeningFlow, parts: dict[int, int], ref: str, due: date | None) -> None:
        """The movement for each partner; what of it is capital, or for fees, goes with the amounts."""
        shown = {partner: yen for partner, yen in parts.items() if yen}
        inside = apportioned(flow.part_yen, [Fraction(yen) for yen in shown.values()])
        self.found += [
            flow.model_copy(update={"partner": partner, "amount_yen": yen, "part_yen": part, "ref": ref, "due": due})
            for (partner, yen), part in zip(shown.items(), inside, strict=True)
        ]


def shared_out(terms: FundTerms, flows: Sequence[OpeningFlow]) -> tuple[tuple[OpeningFlow, ...], tuple[Fault, ...]]:
    """The movements in the order of their days, those of the partners each for one of them, and what cannot be.

    A call without a partner is split by the shares, a payment by what each still owes, a distribution by what each has
    paid in; a payment without a number is for the first call that it fits.
    """
    partners = _Partners(terms)
    for flow in flows:
        if flow.kind in OF_PARTNERS:
            partners.take(flow)
        else:
            partners.found.append(flow)
    return tuple(partners.found), tuple(partners.faults)
