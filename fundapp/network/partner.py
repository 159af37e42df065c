"""Partners beside the member companies: sales reps, coordinators of sales routes, university liaisons, agencies abroad.

Each is a member of the directory like any other, so that a menu item can name it; here stands what is special to it.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from pydantic import Field

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.basis.yen import Yen

CommissionKind = Literal["commission", "fixed_and_commission", "undecided"]
Collection = Literal["credit", "by_rep", "each_time", "bill"]
"""How the money comes in: on credit by transfer, collected by the rep, agreed each time, by bill of exchange."""

LOW_PART = Fraction(1, 3)
"""A member's rate has to lie in the lower third of the rep's own normal band."""


class RepTerms(Fact):
    """On which terms a sales rep works for members. Rates are shares of the price."""

    member_id: Text
    kind: CommissionKind = "undecided"
    band_low: Ratio | None = None
    band_high: Ratio | None = None
    """The rep's own normal band."""
    member_rate: Ratio | None = None
    fixed_fee_yen: Yen | None = Field(default=None, ge=0)
    """A month, where the rep asks for one."""
    collection: Collection = "each_time"
    regions: Text = ""
    goods: Text = ""


def most_member_rate(terms: RepTerms) -> Fraction | None:
    """The highest rate that a member may be asked: the end of the lower third of the band; None without a band."""
    if terms.band_low is None or terms.band_high is None:
        return None
    return terms.band_low + (terms.band_high - terms.band_low) * LOW_PART


def rate_fits(terms: RepTerms) -> bool | None:
    """Whether the members' rate keeps the rule; None while rate or band are not known."""
    most = most_member_rate(terms)
    if most is None or terms.member_rate is None or terms.band_low is None:
        return None
    return terms.band_low <= terms.member_rate <= most


DealOutcome = Literal["met", "near", "closed", "failed"]
FailedOn = Literal["", "fixed_fee", "rate", "collection", "product", "price", "volume", "other"]


class Deal(Fact):
    """A meeting of a rep with a member's product, and how it ended."""

    id: Text
    rep_id: Text
    member_id: Text = ""
    product: Text
    met_on: date
    outcome: DealOutcome = "met"
    failed_on: FailedOn = ""
    note: Text = ""


BankKind = Literal["working_capital", "equipment", "bridge", "growth", "guaranteed", "syndicated"]
BANK_KINDS: tuple[BankKind, ...] = get_args(BankKind)


class BankTerms(Fact):
    """What a bank does for members: at which branch, through whom, which loans and guarantees."""

    member_id: Text
    branch: Text
    person: Text = ""
    kinds: tuple[BankKind, ...] = ()
    most_yen: Yen | None = Field(default=None, ge=0)
    """The most that it lends to one company."""
    asks_for: Text = ""
    """Papers, a guarantee, an evaluation of the technology."""
    note: Text = ""


ReferralPath = Literal["", "joint_research", "advice", "measurement", "licence"]
"""What is hoped for. Joint research goes before a licence: it is what the network found to work."""

ReferralAnswer = Literal["", "yes", "yes_without_date", "no", "handed_on"]
ANSWER_WORKING_DAYS = 10
"""A liaison answers within ten working days: yes with a date, or a fast no."""


class Referral(Fact):
    """A company's question to a university, focused on one matter."""

    id: Text
    university_id: Text
    member_id: Text = ""
    proposal_id: Text = ""
    matter: Text
    asked_on: date
    due_on: date
    """The last of the working days for an answer, counted when it was asked."""
    answer: ReferralAnswer = ""
    answered_on: date | None = None
    promised_by: date | None = None
    """With a yes: when the result will be there."""
    handed_to: Text = ""
    background: Text = ""
    """What is known and was tried, for the one page that is handed over."""
    path: ReferralPath = ""


class LiaisonTerms(Fact):
    """Who takes questions at a university, and how many it is asked at a time: few and focused ones are answered."""

    member_id: Text
    person: Text = ""
    most_open: int = Field(gt=0)
    """As many questions may wait for it; one more is refused."""
    fields: Text = ""
    """What it is strong in."""


ReferralState = Literal["waiting", "silent", "yes", "yes_without_date", "fast_no", "slow_no", "handed_on"]


def referral_state(one: Referral, today: date) -> ReferralState:
    """How a referral stands. A fast no is a good answer; silence past the day is counted."""
    if one.answer == "no":
        return "fast_no" if one.answered_on is not None and one.answered_on <= one.due_on else "slow_no"
    if one.answer:
        return one.answer
    return "silent" if today > one.due_on else "waiting"


def unanswered(university_id: str, referrals: Iterable[Referral]) -> int:
    """How many questions a university has not answered, those past their day included."""
    return sum(one.university_id == university_id and not one.answer for one in referrals)


class LiaisonRecord(Fact):
    """How a university has answered: by state, and the share answered in time with a no, or a yes and its date."""

    university_id: Text
    asked: int
    silent: int
    handed_on: int
    in_time_share: Ratio | None
    """None while every referral still waits."""


def liaison_record(university_id: str, referrals: Iterable[Referral], today: date) -> LiaisonRecord:
    """The record of one university."""
    own = [one for one in referrals if one.university_id == university_id]
    states = [referral_state(one, today) for one in own]
    due = [(one, state) for one, state in zip(own, states, strict=True) if state != "waiting"]
    good = sum(
        state in ("yes", "fast_no") and one.answered_on is not None and one.answered_on <= one.due_on
        for one, state in due
    )
    return LiaisonRecord(
        university_id=university_id,
        asked=len(own),
        silent=states.count("silent"),
        handed_on=states.count("handed_on"),
        in_time_share=Fraction(good, len(due)) if due else None,
    )


class AgencyTerms(Fact):
    """A partner agency abroad: who speaks its language for us. Without such a person a partnership does not hold."""

    member_id: Text
    country: Text
    coordinator: Text = ""
    """The named person who speaks the language and has a network there."""
    languages: Text = ""


Direction = Literal["out", "in"]
"""Out: we asked them; in: they asked us."""


class Exchange(Fact):
    """One thing that we asked a partner agency, or that it asked us, or a fair that was visited together."""

    id: Text
    agency_id: Text
    asked_on: date
    direction: Direction
    fair: bool = False
    matter: Text
    answered_on: date | None = None
    result: Text = ""


class AgencyBalance(Fact):
    """Give and take with one agency: what each asked of the other, and how much was answered."""

    agency_id: Text
    asked_out: int
    answered_out: int
    asked_in: int
    answered_in: int
    fairs: int


def agency_balance(agency_id: str, exchanges: Iterable[Exchange]) -> AgencyBalance:
    """The balance of one agency. What is not answered to a partner is a debt of ours."""
    own = [one for one in exchanges if one.agency_id == agency_id]

    def count(direction: Direction, *, answered: bool = False) -> int:
        return sum(
            one.direction == direction and not one.fair and (one.answered_on is not None or not answered) for one in own
        )

    return AgencyBalance(
        agency_id=agency_id,
        asked_out=count("out"),
        answered_out=count("out", answered=True),
        asked_in=count("in"),
        answered_in=count("in", answered=True),
        fairs=sum(one.fair for one in own),
    )
