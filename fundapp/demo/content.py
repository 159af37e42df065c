"""What the demo tells, read from the tables and TOML files of story/. All of it is fictional."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.roles import Role
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.item import DeferReason, Vote
from fundapp.committee.proposal import FounderOrigin, Stage
from fundapp.committee.rubric import ResolutionKind
from fundapp.network.member import Member
from fundapp.record.events import ValuationMethod

_FOLDER = Path(__file__).parent / "story"


def toml(name: str) -> dict[str, Any]:
    """One TOML file of the story."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def grid(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of the story, its header first."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return tuple(map(tuple, csv.reader(source)))


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of the story by column."""
    header, *body = grid(name)
    return tuple(dict(zip(header, row, strict=True)) for row in body)


def whole(cell: str) -> int | None:
    """A whole number, or None for an empty cell."""
    return int(cell) if cell else None


class PersonTold(Fact):
    """One of the cast, with the words of its card on the sign-in page."""

    key: Text
    name: Bilingual
    organisation: Text
    roles: frozenset[Role]
    label: Bilingual
    person: Bilingual


class SeatTold(Fact):
    """A voting seat; its holder has the seat's own key."""

    id: Text
    name: Bilingual
    alternates: tuple[Text, ...]


class ProposalTold(Fact):
    """A proposal. `support` are the levels of axis 2 that its rows shall give; empty when it has rows of its own."""

    code: Text
    name: Bilingual
    company: Bilingual
    city: Text
    president: Text
    ask_yen: AmountYen
    pre_money_yen: AmountYen
    sector: Text
    stage: Stage
    support: tuple[int, ...] = ()
    quote_age_days: int = 30
    summary: Bilingual
    use_of_funds: Text
    reasons_for: tuple[Text, ...]
    reasons_against: tuple[Text, ...]
    founder_origin: FounderOrigin = ""
    founder_from: Text = ""


class MeetingTold(Fact):
    """A meeting, counted back from the day of the demo."""

    number: int
    days_ago: int
    urgent_because: Text = ""
    """Why its one item could not wait and was decided in writing; empty for a meeting in a room."""


class InterestTold(Fact):
    """An interest that a seat's holder declares."""

    seat: Text
    kind: Text
    remark: Text = ""


class LoweredTold(Fact):
    """A seat that goes one below the computed level of a criterion of axis 2."""

    seat: Text
    criterion: Text
    reason: Text


class MoveTold(LoweredTold):
    """A second score on axis 1."""

    level: int


class NoteTold(Fact):
    """A contribution to the discussion."""

    speaker: Text
    gist: Text


class VoteTold(Fact):
    """A seat's vote with its reason."""

    seat: Text
    vote: Vote
    reason: Text


class ConditionTold(Fact):
    """A condition precedent; without a part number it is the words for every need that is not firm."""

    part_number: Text = ""
    text: Text
    owner: Text
    due_in_days: int


class MotionTold(Fact):
    """A motion. Seats without a vote of their own vote for it."""

    resolution: ResolutionKind
    defer_reason: DeferReason | None = None
    conditions: tuple[ConditionTold, ...] = ()
    votes: tuple[VoteTold, ...] = ()


class AlternateTold(Fact):
    """Who takes a recused person's place."""

    seat: Text
    person: Text


class SittingTold(Fact):
    """One item of a meeting. `cards` are (seat, marks on axis 1 in the order of its criteria)."""

    meeting: int
    proposal: Text
    cards: tuple[tuple[Text, Text], ...]
    interests: tuple[InterestTold, ...] = ()
    recused_by_rule: InterestTold | None = None
    alternate: AlternateTold | None = None
    lowered: tuple[LoweredTold, ...] = ()
    moves: tuple[MoveTold, ...] = ()
    notes: tuple[NoteTold, ...] = ()
    motions: tuple[MotionTold, ...]

    @property
    def key(self) -> str:
        """The name of this item within the demo."""
        return f"{self.meeting}/{self.proposal}"


class PaymentTold(Fact):
    """A capital call, or a fee when it says what for."""

    days_ago: int
    amount_yen: AmountYen
    what: Text = ""


class TrancheTold(Fact):
    """A payment of an investment: planned, and paid or frozen where a day is given."""

    amount_yen: AmountYen
    milestone: Text
    due_days_ago: int
    paid_days_ago: int | None = None
    evidence: Text = ""
    frozen_days_ago: int | None = None
    frozen_because: Text = ""


class InputTold(Fact):
    """A figure that a valuation rests on, with its source."""

    name: Text
    value: Text


class ValuationTold(Fact):
    """A fair value on a day of the story, proposed by the manager and approved by the secretariat."""

    days_ago: int
    fair_value_yen: Yen
    method: ValuationMethod
    inputs: tuple[InputTold, ...]
    reasoning: Text


class CashTold(Fact):
    """What a company told of its money."""

    days_ago: int
    cash_yen: int
    monthly_burn_yen: int
    source: Text


class InvestmentTold(Fact):
    """A signed investment."""

    proposal: Text
    signed_days_ago: int
    tranches: tuple[TrancheTold, ...]
    valuations: tuple[ValuationTold, ...] = ()
    cash: CashTold | None = None


class CountermeasureTold(Fact):
    """An answer to a cost, a late line or a single source of the wind bill."""

    against: Literal["cost", "lead_time", "concentration", "coverage"]
    part_number: Text
    text: Text
    owner: Text
    due_in_days: int


class Provider(Fact):
    """A member of the network, whom to ask there, and what it supplies."""

    member: Member
    person: Text
    supplies: Text


@cache
def cast() -> dict[str, PersonTold]:
    """Everyone with an account, by key."""
    return {one["key"]: PersonTold.model_validate(one) for one in toml("people")["people"]}


@cache
def seats() -> tuple[SeatTold, ...]:
    """The voting seats, the senior first."""
    return tuple(map(SeatTold.model_validate, toml("people")["seats"]))


@cache
def proposals() -> dict[str, ProposalTold]:
    """The proposals by code."""
    return {one["code"]: ProposalTold.model_validate(one) for one in toml("proposals")["proposals"]}


@cache
def meetings() -> tuple[MeetingTold, ...]:
    """The meetings in order; the last one is on the day of the demo."""
    return tuple(map(MeetingTold.model_validate, toml("sittings")["meetings"]))


@cache
def sittings() -> tuple[SittingTold, ...]:
    """The items of all meetings in the order of their agendas."""
    return tuple(map(SittingTold.model_validate, toml("sittings")["sittings"]))
