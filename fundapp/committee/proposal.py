"""A proposal: who asks for how much, for what, and whether its intake is complete."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import AmountYen, Yen

Stage = Literal["seed", "early", "growth", "mature"]
Instrument = Literal["common_shares", "preferred_shares", "convertible_bond", "share_options", "loan"]

EARLY_STAGES: frozenset[Stage] = frozenset({"seed", "early"})


class Intake(Fact):
    """What gate G0 asks for; each is a statement of the secretariat."""

    plan_received: bool = False
    bill_revision: Text = ""
    no_parts: bool = False
    anti_social_forces_checked_on: date | None = None
    interests_asked_on: date | None = None


class Evidence(Fact):
    """A document attached to a criterion, by the digest of its bytes."""

    criterion_id: Text
    title: Text
    file_sha256: Text


class Company(Fact):
    """The proposing company."""

    id: Text
    name: Bilingual
    corporate_number: Text = ""
    city: Text = ""
    president: Text = ""


class Proposal(Fact):
    """One proposal as the registers know it."""

    id: Text
    code: Text
    name: Bilingual
    company: Company
    ask_yen: AmountYen
    instrument: Instrument
    pre_money_yen: Yen | None = None
    sector: Text
    stage: Stage
    summary: Bilingual | None = None
    use_of_funds: Text = ""
    reasons_for: tuple[Text, ...] = ()
    reasons_against: tuple[Text, ...] = ()
    needs_support: bool = True
    intake: Intake = Intake()
    evidence: tuple[Evidence, ...] = ()


class Terms(Fact):
    """What an approval names."""

    amount_yen: AmountYen
    instrument: Instrument
    pre_money_yen: Yen | None = None
    ownership: Ratio | None = None
    voting_share: Ratio | None = None


class ConditionPrecedent(Fact):
    """What must be true before the first tranche is paid. `row` names the need or line that was not firm."""

    row: Text = ""
    text: Text
    owner: Text
    due: date
