"""The events that enter a running fund's tables: those of a fund that began here, in the order of their days."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from fundapp.committee.proposal import Instrument, Terms
from fundapp.fund.entries_held import released_yen
from fundapp.fund.opening import EXITS, OF_PARTNERS, Opening, OpeningFlow, OpeningPosition, Part
from fundapp.fund.partners import PartnerPart
from fundapp.fund.reconciling import deal_totals
from fundapp.fund.terms import FundTerms
from fundapp.record import events as e
from fundapp.record.opening_events import InvestmentTakenOver, SourceRow

Step = tuple[SourceRow, e.Event]
Seal = Callable[[str], str]


class _Held:
    """One agreement on its way through the movements: what of each tranche is held, and its unrealised result."""

    def __init__(self) -> None:
        self.tranches: dict[int, int] = {}
        self.unrealised_yen = 0

    @property
    def cost_yen(self) -> int:
        return sum(self.tranches.values())

    def leaves(self, cost_yen: int) -> tuple[tuple[e.CostPart, ...], int]:
        """The parts of the tranches that leave, the first first, and what of the unrealised result leaves with them."""
        whole_yen, left_yen, parts = self.cost_yen, cost_yen, list[e.CostPart]()
        for number in sorted(self.tranches):
            taken_yen = min(left_yen, self.tranches[number])
            if taken_yen:
                parts.append(e.CostPart(number=number, cost_yen=taken_yen))
                self.tranches[number] -= taken_yen
                left_yen -= taken_yen
        released = released_yen(self.unrealised_yen, cost_yen, whole_yen) if cost_yen else 0
        self.unrealised_yen -= released
        return tuple(parts), released


class _Steps:
    def __init__(self, terms: FundTerms, opening: Opening, proposer: str, accepter: str, on: date, seal: Seal) -> None:
        self.terms, self.opening, self.on, self.seal = terms, opening, on, seal
        self.proposer, self.accepter = proposer, accepter
        self.held = {one.deal: _Held() for one in opening.positions}

    def all(self) -> Iterator[Step]:
        """What was set aside, then agreements and movements by day, then what holds on the day itself."""
        yield from self._fees_aside()
        movements = self._grouped()
        for position in sorted(self.opening.positions, key=lambda one: (one.signed_on, one.row)):
            while movements and movements[0][0].on < position.signed_on:
                yield from self._movement(movements.pop(0))
            yield from self._taken_over(position)
        for rows in movements:
            yield from self._movement(rows)
        yield from self._as_it_stands()

    def _grouped(self) -> list[tuple[OpeningFlow, ...]]:
        """The movements by day; the partners' parts of one call or payout together, where the first stands."""
        found: dict[tuple[str, str], list[OpeningFlow]] = {}
        for n, flow in enumerate(self.opening.in_order):
            together = flow.kind in ("capital_call", "distribution", "capital_refund")
            key = (flow.kind, f"{flow.ref} {flow.on}" if together else str(n))
            found.setdefault(key, []).append(flow)
        return [tuple(rows) for rows in found.values()]

    def _row(self, part: Part, row: int) -> SourceRow:
        return SourceRow(part=part, row=row)

    def _fees_aside(self) -> Iterator[Step]:
        """The cost reserve of the terms, so that what was paid out of it leaves what is told."""
        told = self.opening.balances
        paid_yen = sum(
            {"fee": one.amount_yen, "fee_refund": -one.amount_yen}.get(one.kind, 0) for one in self.opening.flows
        )
        more_yen = told.cost_reserve_yen + paid_yen - self.terms.cost_reserve_yen
        row = self._row("balances", told.cost_reserve_row)
        if more_yen > 0:
            yield row, e.FeesSetAside(amount_yen=more_yen, on=self.terms.first_day)
        elif more_yen < 0:
            yield row, e.FeesFreed(amount_yen=-more_yen, on=self.terms.first_day)
        # What is set aside for later rounds is so on the day; until then it is not in the way of an agreement.
        if self.terms.follow_on_reserve_yen:
            freed = e.FollowOnFreed(company_id="", amount_yen=self.terms.follow_on_reserve_yen, on=self.terms.first_day)
            yield row, freed

    def _taken_over(self, one: OpeningPosition) -> Iterator[Step]:
        tranches = sorted((row for row in self.opening.tranches if row.deal == one.deal), key=lambda row: row.number)
        of, row = {"investment_id": one.deal}, self._row("positions", one.row)
        taken = InvestmentTakenOver(
            **of,
            company_id=one.company_id,
            company=one.company,
            sector=one.sector,
            early_stage=one.early_stage,
            terms=Terms(
                amount_yen=sum(tranche.committed_yen for tranche in tranches),
                instrument=cast(Instrument, one.instrument),
                ownership=one.ownership,
                voting_share=one.voting_share,
            ),
            tranches=tuple(
                e.TrancheTerms(
                    number=tranche.number,
                    amount_yen=tranche.committed_yen,
                    due=tranche.due,
                    milestone=tranche.milestone,
                    shares=tranche.shares,
                )
                for tranche in tranches
            ),
            resolved_on=one.resolved_on,
            on=one.signed_on,
        )
        yield row, taken
        for tranche in tranches:
            if tranche.stopped_on is not None:
                stopped = e.TrancheFrozen(**of, number=tranche.number, reason="", on=tranche.stopped_on)
                yield self._row("tranches", tranche.row), stopped

    def _movement(self, rows: tuple[OpeningFlow, ...]) -> Iterator[Step]:
        first = rows[0]
        made = self._of_partners(rows) if first.kind in OF_PARTNERS else self._of_fund(first)
        source = self._row("flows", first.row)
        yield from ((source, event) for event in made)

    def _of_partners(self, rows: tuple[OpeningFlow, ...]) -> Iterator[e.Event]:
        first, amount_yen = rows[0], sum(one.amount_yen for one in rows)
        call_id, on, reason = f"opening-call-{first.ref}", first.on, self.seal(first.what)
        by_partner: dict[int, int] = {}
        for one in rows:
            assert one.partner is not None, "every movement of partners is shared out"
            by_partner[one.partner] = by_partner.get(one.partner, 0) + one.amount_yen
        parts = tuple(PartnerPart(partner=n, amount_yen=yen) for n, yen in sorted(by_partner.items()))
        inside_yen = sum(one.part_yen for one in rows)
        match first.kind:
            case "capital_call":
                yield e.CapitalCalled(
                    call_id=call_id,
                    number=int(first.ref),
                    amount_yen=amount_yen,
                    for_fees_yen=inside_yen,
                    parts=parts,
                    due=first.due or on,
                    on=on,
                )
            case "paid_in":
                yield e.CapitalPaid(call_id=call_id, partner=parts[0].partner, amount_yen=amount_yen, on=on)
            case "shortfall":
                partner = parts[0].partner
                yield e.CallFellShort(call_id=call_id, partner=partner, amount_yen=amount_yen, reason=reason, on=on)
            case "capital_refund":
                yield e.CapitalRefunded(call_id=call_id, amount_yen=amount_yen, parts=parts, reason=reason, on=on)
            case _:
                yield e.Distributed(
                    distribution_id=f"opening-payout-{first.ref}",
                    number=self._payout_number(first.ref),
                    amount_yen=amount_yen,
                    of_capital_yen=inside_yen,
                    parts=parts,
                    what=first.what,
                    on=on,
                )

    def _payout_number(self, ref: str) -> int:
        """The number in the table, where all are numbered; else counted by day."""
        refs = list(dict.fromkeys(one.ref for one in self.opening.in_order if one.kind == "distribution"))
        numbered = all(one.isdecimal() and one.isascii() and int(one) for one in refs)
        return int(ref) if numbered else 1 + refs.index(ref)

    def _of_fund(self, flow: OpeningFlow) -> Iterator[e.Event]:
        on, amount_yen = flow.on, flow.amount_yen
        match flow.kind:
            case "fee":
                yield e.FeePaid(fee_id=_fee_id(flow), amount_yen=amount_yen, what=flow.what, on=on)
            case "fee_refund":
                reason = self.seal(flow.what)
                yield e.FeeRefunded(fee_id=_fee_id(flow), amount_yen=amount_yen, reason=reason, on=on)
            case "recycling":
                yield e.CapitalRecycled(amount_yen=amount_yen, on=on)
            case _:
                yield from self._of_deal(flow, self.held[flow.deal])

    def _of_deal(self, flow: OpeningFlow, held: _Held) -> Iterator[e.Event]:
        of, on, reason = {"investment_id": flow.deal}, flow.on, self.seal(flow.what)
        if flow.kind == "draw":
            held.tranches[flow.tranche] = flow.amount_yen
            yield e.TrancheDrawn(**of, number=flow.tranche, amount_yen=flow.amount_yen, on=on)
        elif flow.kind == "tranche_refund":
            released = released_yen(held.unrealised_yen, flow.amount_yen, held.cost_yen)
            held.unrealised_yen -= released
            held.tranches[flow.tranche] -= flow.amount_yen
            number, amount_yen = flow.tranche, flow.amount_yen
            yield e.TrancheRefunded(
                **of, number=number, amount_yen=amount_yen, released_yen=released, reason=reason, on=on
            )
        elif flow.kind == "write_off":
            parts, released = held.leaves(flow.amount_yen)
            yield e.InvestmentWrittenOff(**of, parts=parts, released_yen=released, reason=reason, on=on)
        elif flow.kind == "valuation":
            yield from self._valued(flow.deal, f"row-{flow.row}", on, flow.amount_yen, flow.method, "flows", flow.row)
        else:
            assert flow.kind in EXITS, "every kind of movement is entered"
            parts, released = held.leaves(flow.part_yen)
            yield e.InvestmentExited(
                **of,
                exit_id=f"opening-{flow.deal}-{flow.row}",
                kind=cast(e.ExitKind, flow.kind),
                parts=parts,
                proceeds_yen=flow.amount_yen,
                released_yen=released,
                shares=flow.shares,
                remark=reason,
                on=on,
            )

    def _valued(
        self, deal: str, name: str, as_of: date, fair_value_yen: int, method: str, part: Part, row: int
    ) -> Iterator[e.Event]:
        """A fair value of the tables: proposed by who brought them, approved by who accepted them."""
        held = self.held[deal]
        before_yen = held.cost_yen + held.unrealised_yen
        held.unrealised_yen = fair_value_yen - held.cost_yen
        of, valuation_id = {"investment_id": deal}, f"opening-{deal}-{name}"
        yield e.ValuationProposed(
            **of,
            valuation_id=valuation_id,
            as_of=as_of,
            fair_value_yen=fair_value_yen,
            method=cast(e.ValuationMethod, method),
            inputs=(e.ValuationInput(name=self._file(part), value=self.opening.place(part, row)),),
            reasoning="",
            person=self.proposer,
            on=self.on,
        )
        yield e.ValuationApproved(
            **of,
            valuation_id=valuation_id,
            as_of=as_of,
            change_yen=fair_value_yen - before_yen,
            person=self.accepter,
            on=self.on,
        )

    def _file(self, part: Part) -> str:
        return self.opening.source(part).file_name

    def _as_it_stands(self) -> Iterator[Step]:
        """Fair values and reserves on the day, and the end of the period that the tables cover."""
        told = self.opening.balances
        for one in self.opening.positions:
            totals = deal_totals(self.opening, one.deal)
            if one.valued_on is None or one.fair_value_yen == totals.cost_yen + totals.unrealised_yen:
                continue
            source = self._row("positions", one.row)
            valued = self._valued(
                one.deal, "position", one.valued_on, one.fair_value_yen, one.method, "positions", one.row
            )
            yield from ((source, event) for event in valued)
        for left in told.follow_on:
            if left.amount_yen:
                made = e.FollowOnReserved(
                    company_id=left.company_id, amount_yen=left.amount_yen, source="investable", on=told.as_of
                )
                yield self._row("balances", left.row), made
        yield self._row("balances", told.cash_row), e.PeriodClosed(until=told.as_of, on=self.on)


def _fee_id(flow: OpeningFlow) -> str:
    return f"opening-fee-{flow.ref}"


def opening_steps(
    terms: FundTerms, opening: Opening, *, proposer: str, accepter: str, on: date, seal: Seal
) -> tuple[Step, ...]:
    """Each event with the row that it was read from. `on` is the day of the acceptance."""
    return tuple(_Steps(terms, opening, proposer, accepter, on, seal).all())
