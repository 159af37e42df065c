"""The smallest set of new facts by which a proposal's support crosses its gates, searched with the rules themselves.

A step is one fact that somebody can bring: an offer in writing on a line, a written item for a need, a dated action.
Each is put into the registers as if it were there, the facts of axis 2 are computed anew, and gates G3 and G4 are
asked. Steps of one sort stand in a row, the one that can move most first, and a set takes them from the front: a line
of more value in the place of one of less never lowers a fact. What is left is to find the fewest over all sorts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.committee.gates import critical_gate, intake_gate
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import weighted_mean
from fundapp.network.facts import support_facts
from fundapp.network.need import Countermeasure, MenuItem, SupportNeed
from fundapp.network.offer import WRITTEN, Offer
from fundapp.network.register import SupportRegister
from fundapp.network.sourcing import LineSourcing, provider_key, sourcing
from fundapp.network.support_facts import SupportFacts
from fundapp.record.judging import computed_levels, sourcing_rules, support_check

StepKind = Literal[
    "intake", "hand_in_writing", "offer", "offer_in_time", "second_source", "need_in_writing", "route_terms",
    "alternative", "mitigation", "lead_time_action", "cost_action", "decision_date",
]  # fmt: skip
EFFORT: dict[StepKind, int] = {
    "intake": 1,
    "decision_date": 1,
    "cost_action": 1,
    "lead_time_action": 1,
    "alternative": 1,
    "mitigation": 1,
    "hand_in_writing": 2,
    "route_terms": 2,
    "need_in_writing": 2,
    "offer": 3,
    "offer_in_time": 3,
    "second_source": 4,
}
"""Of two sets of the same size the lighter one is told: a dated action before a new company."""
MOST_TRIALS = 1500
SOMEBODY = "-"
"""Stands for a name that is not known yet."""


class Step(Fact):
    """One fact that is missing: of which kind, about which row, and who already has a hand in it."""

    kind: StepKind
    row: Text
    provider: Text = ""


class Crossing(Fact):
    """What was found. `steps` names what the intake lacks, then the facts of support, where such can pass the gates."""

    steps: tuple[Step, ...]
    passes: bool
    """With these steps the gates are passed."""
    proved: bool
    """No smaller set does it; False when the search was broken off."""
    trials: int


Change = Callable[[SupportRegister], SupportRegister]


@dataclass(frozen=True)
class _Candidate:
    step: Step
    change: Change


@dataclass
class _Search:
    """Facts computed for sets of steps, each set once."""

    rubric: Rubric
    register: SupportRegister
    as_of: date
    rows: list[list[_Candidate]]
    known: dict[tuple[int, ...], bool] = field(default_factory=dict)

    def passes(self, taken: tuple[int, ...]) -> bool:
        """True when the gates are passed with the first steps of each row."""
        if taken not in self.known:
            chosen = [one for row, count in zip(self.rows, taken, strict=True) for one in row[:count]]
            self.known[taken] = self.with_steps(chosen)
        return self.known[taken]

    def with_steps(self, chosen: Sequence[_Candidate]) -> bool:
        """True when the gates are passed with these steps."""
        register = self.register
        for one in chosen:
            register = one.change(register)
        rules = sourcing_rules(self.rubric.decision)
        return support_passes(self.rubric, support_facts(register, self.as_of, rules))

    def smallest(self, most: int) -> tuple[int, ...] | None:
        """How many of each row, in all at most `most`; None when none of that size passes."""
        return self._from(0, (), most)

    def _from(self, at: int, taken: tuple[int, ...], left: int) -> tuple[int, ...] | None:
        rest = tuple(min(len(row), left) for row in self.rows[at:])
        # With more of everything than the size allows: what fails so cannot pass with less.
        if len(self.known) >= MOST_TRIALS or not self.passes(taken + rest):
            return None
        if at == len(self.rows):
            return taken
        for count in range(min(len(self.rows[at]), left) + 1):
            if found := self._from(at + 1, (*taken, count), left - count):
                return found
        return None


def support_passes(rubric: Rubric, facts: SupportFacts) -> bool:
    """True when gates G3 and G4 are passed by the facts alone, counted firm."""
    axis = rubric.axis("axis2")
    levels = {one.criterion_id: one.level for one in computed_levels(rubric, facts, "firm")}
    if any(level is not None for level in levels.values()):
        mean = weighted_mean(axis, levels)
        if mean is None or mean < rubric.decision.thresholds.axis2_pass:
            return False
        floors = [(levels[one.id], one.floor) for one in axis.criteria if one.floor is not None]
        if any(level is not None and floor is not None and level < floor for level, floor in floors):
            return False
    return critical_gate(rubric, support_check(facts, "firm")).passed()


def crossing(rubric: Rubric, proposal: Proposal, register: SupportRegister, as_of: date) -> Crossing:
    """The fewest new facts by which the proposal passes G0, G3 and G4; of equally few the lightest."""
    revision = register.bill.revision if register.bill else ""
    intake = intake_gate(proposal.intake, revision, needs_support=proposal.needs_support)
    papers = tuple(Step(kind="intake", row=row) for row in intake.rows) if not intake.passed() else ()
    search = _Search(rubric, register, as_of, _rows(rubric, register, as_of))
    nothing, everything = (0,) * len(search.rows), tuple(map(len, search.rows))
    if search.passes(nothing):
        return Crossing(steps=papers, passes=True, proved=True, trials=1)
    if not search.passes(everything):
        return Crossing(steps=papers, passes=False, proved=True, trials=len(search.known))
    found = _fewest(search, everything)
    proved = len(search.known) < MOST_TRIALS
    chosen = [one for row, count in zip(search.rows, found, strict=True) for one in row[:count]]
    steps = _lighter(search, chosen)
    return Crossing(steps=papers + steps, passes=True, proved=proved, trials=len(search.known))


def _fewest(search: _Search, everything: tuple[int, ...]) -> tuple[int, ...]:
    """Size by size, up to what a greedy thinning of everything leaves."""
    bound = _thinned(search, everything)
    for size in range(1, sum(bound)):
        if found := search.smallest(size):
            return found
        if len(search.known) >= MOST_TRIALS:
            break
    return bound


def _thinned(search: _Search, taken: tuple[int, ...]) -> tuple[int, ...]:
    """Each row cut to as few as still pass, the heaviest kinds first; by halving, since more never harms."""
    order = sorted(range(len(taken)), key=lambda at: -EFFORT[search.rows[at][0].step.kind])
    for at in order:
        low, high = 0, taken[at]
        while low < high:
            middle = (low + high) // 2
            if search.passes((*taken[:at], middle, *taken[at + 1 :])):
                high = middle
            else:
                low = middle + 1
        taken = (*taken[:at], high, *taken[at + 1 :])
    return taken


def _lighter(search: _Search, chosen: list[_Candidate]) -> tuple[Step, ...]:
    """The same number of steps, each in the place of which a lighter one about the same row does as well."""
    for at, one in enumerate(chosen):
        others = [
            other
            for row in search.rows
            for other in row
            if other.step.row == one.step.row
            and EFFORT[other.step.kind] < EFFORT[one.step.kind]
            and other not in chosen
        ]
        for other in sorted(others, key=lambda candidate: EFFORT[candidate.step.kind]):
            if search.with_steps([*chosen[:at], other, *chosen[at + 1 :]]):
                chosen[at] = other
                break
    return tuple(one.step for one in chosen)


def _rows(rubric: Rubric, register: SupportRegister, as_of: date) -> list[list[_Candidate]]:
    """All steps that can be taken, by sort; rows of one sort begin with what moves most."""
    rules = sourcing_rules(rubric.decision)
    bill = register.bill if register.bill and register.bill.sourcing_lines() else None
    lines = sorted(
        sourcing(bill, register.offers, as_of, rules) if bill else (),
        key=lambda one: (-(one.target_yen or Fraction(0)), one.line.id),
    )
    late = sorted(
        (one for one in lines if bill and one.finish_days > bill.plan_days),
        key=lambda one: (-one.finish_days, one.line.id),
    )
    open_ones = [one for one in lines if not one.sources]
    alone = [one for one in lines if one.line.critical and len(one.sources) < 2]
    needs = [need for need in register.needs if not (need.item and need.item.rung >= WRITTEN and need.item.complete())]
    rows = [
        [_offer(register, one, as_of) for one in open_ones if one.line.critical],
        [_offer(register, one, as_of) for one in open_ones if not one.line.critical],
        [_in_time(register, one, as_of) for one in late if one.sources],
        [_second(register, one, as_of) for one in alone],
        [_in_writing(need, as_of) for need in needs if need.critical],
        [_in_writing(need, as_of) for need in needs if not need.critical],
        [_decision_date(need, as_of) for need in needs if not (need.item and need.item.complete())],
        [_terms(route.id) for route in register.routes if not route.agreed()],
        [_action(register, "alternative", one.line.id, as_of) for one in open_ones],
        [_action(register, "mitigation", one.line.id, as_of) for one in alone],
        [_action(register, "lead_time_action", one.line.id, as_of) for one in late or _latest(lines)],
        [_action(register, "cost_action", "", as_of)] if lines else [],
    ]
    return [row for row in rows if row]


def _latest(lines: Sequence[LineSourcing]) -> list[LineSourcing]:
    last = max((one.finish_days for one in lines), default=None)
    return [one for one in lines if one.finish_days == last]


def _offer_fact(register: SupportRegister, one: LineSourcing, as_of: date, provider: str) -> Offer:
    """An offer in writing at the target, for the whole lot, as fast as the plan needs it."""
    bill = register.bill
    assert bill is not None, "there are lines"
    after = {assembly.name: assembly.days for assembly in bill.assemblies}.get(one.line.assembly, 0)
    days = max(bill.plan_days - after - bill.final_assembly_days, 0)
    return Offer(
        id=f"step-{one.line.id}-{provider}",
        proposal_id=register.proposal_id,
        bill_revision=bill.revision,
        line_id=one.line.id,
        provider=provider,
        person=SOMEBODY,
        rung=WRITTEN,
        dated=as_of,
        unit_price_yen=one.line.target_unit_cost_yen,
        lot=bill.lot,
        # The rubric counts every stated lead time longer than it is said.
        lead_time_days=days * 10 // 11,
        nda_signed=True,
    )


def _with_offer(kind: StepKind, register: SupportRegister, one: LineSourcing, as_of: date, named: str) -> _Candidate:
    """An offer of the company that is named, or of one that is still to be found: another for each step."""
    offer = _offer_fact(register, one, as_of, named or f"{SOMEBODY}{kind}/{one.line.id}")
    return _Candidate(
        Step(kind=kind, row=one.line.id, provider=named),
        lambda given: given.model_copy(update={"offers": (*given.offers, offer)}),
    )


def _offer(register: SupportRegister, one: LineSourcing, as_of: date) -> _Candidate:
    """In writing what a hand was raised for; else an offer of whoever is found."""
    named = next(
        (
            offer.provider
            for offer in register.offers
            if offer.line_id == one.line.id and provider_key(offer.provider) in one.hands
        ),
        "",
    )
    return _with_offer("hand_in_writing" if named else "offer", register, one, as_of, named)


def _in_time(register: SupportRegister, one: LineSourcing, as_of: date) -> _Candidate:
    return _with_offer("offer_in_time", register, one, as_of, "")


def _second(register: SupportRegister, one: LineSourcing, as_of: date) -> _Candidate:
    return _with_offer("second_source", register, one, as_of, "")


def _changed_need(need: SupportNeed, kind: StepKind, changed: Callable[[MenuItem], MenuItem]) -> _Candidate:
    """A step on one need's item, as it then stands: two steps on it do not undo each other."""

    def change(given: SupportRegister) -> SupportRegister:
        needs = tuple(
            one.model_copy(update={"item": changed(one.item or MenuItem(kind=""))}) if one.id == need.id else one
            for one in given.needs
        )
        return given.model_copy(update={"needs": needs})

    return _Candidate(Step(kind=kind, row=need.id, provider=need.item.provider if need.item else ""), change)


def _in_writing(need: SupportNeed, as_of: date) -> _Candidate:
    """Everything that the menu asks of an item, from a named person, in writing."""

    def whole(item: MenuItem) -> MenuItem:
        return item.model_copy(
            update={
                "provider": item.provider or SOMEBODY,
                "person": item.person or SOMEBODY,
                "deliverable": item.deliverable or SOMEBODY,
                "due": item.due or as_of,
                "cost_bearer": item.cost_bearer or "company",
                "rung": max(item.rung, WRITTEN),
            }
        )

    return _changed_need(need, "need_in_writing", whole)


def _decision_date(need: SupportNeed, as_of: date) -> _Candidate:
    return _changed_need(need, "decision_date", lambda item: item.model_copy(update={"decision_due": as_of}))


def _terms(route_id: str) -> _Candidate:
    names = ("commission_type", "rate", "collection", "region", "rep")

    def change(given: SupportRegister) -> SupportRegister:
        routes = tuple(
            one.model_copy(update={name: getattr(one, name) or SOMEBODY for name in names})
            if one.id == route_id
            else one
            for one in given.routes
        )
        return given.model_copy(update={"routes": routes})

    return _Candidate(Step(kind="route_terms", row=route_id), change)


def _action(register: SupportRegister, kind: StepKind, line_id: str, as_of: date) -> _Candidate:
    """A dated action with an owner; against the cost it also dates those that stand there undated."""
    against: dict[str, Literal["cost", "lead_time", "concentration", "coverage"]] = {
        "alternative": "coverage",
        "mitigation": "concentration",
        "lead_time_action": "lead_time",
        "cost_action": "cost",
    }
    action = Countermeasure(
        id=f"step-{kind}-{line_id}",
        proposal_id=register.proposal_id,
        against=against[kind],
        line_id=line_id,
        text=SOMEBODY,
        owner=SOMEBODY,
        due=as_of,
    )

    def change(given: SupportRegister) -> SupportRegister:
        standing = tuple(
            one.model_copy(update={"owner": one.owner or SOMEBODY, "due": one.due or as_of})
            if kind == "cost_action" and one.against == "cost"
            else one
            for one in given.countermeasures
        )
        return given.model_copy(update={"countermeasures": (*standing, action)})

    return _Candidate(Step(kind=kind, row=line_id), change)
