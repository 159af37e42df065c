"""A proposal: who asks for how much, for what, and whether its intake is complete."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import AmountYen, Yen
from fundapp.committee.co_finance import CoFinance

Stage = Literal["seed", "early", "growth", "mature"]
Instrument = Literal["common_shares", "preferred_shares", "convertible_bond", "share_options", "loan"]

FounderOrigin = Literal["", "spin_off", "university", "serial", "successor", "independent"]
"""Where the founder comes from: a company's engineer, a university, an earlier firm, the family, none of these."""

AttachmentKind = Literal["proposal", "plan", "accounts", "drawings", "letter", "other"]

_CODE = re.compile(r"(.*?)(\d+)")
EARLY_STAGES: frozenset[Stage] = frozenset({"seed", "early"})


class Intake(Fact):
    """What gate G0 asks for; each is a statement of the secretariat."""

    proposal_received: bool = False
    plan_received: bool = False
    bill_revision: Text = ""
    no_parts: bool = False
    no_support_reason: Text = ""
    """Why the company needs no support, where it is registered as such."""
    anti_social_forces_checked_on: date | None = None
    interests_asked_on: date | None = None


class Evidence(Fact):
    """A document attached to a criterion, by the digest of its bytes."""

    criterion_id: Text
    title: Text
    file_sha256: Text


class Attachment(Fact):
    """A file that came with the proposal as a whole, such as its business plan, by the digest of its bytes."""

    id: Text
    kind: AttachmentKind
    file_name: Text
    media_type: Text
    size_bytes: int
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
    referred_by: Text = ""
    """Id of the member of the network on whose word it came."""
    founder_origin: FounderOrigin = ""
    founder_from: Text = ""
    """The company or university that the founder comes from. No person's name."""
    intake: Intake = Intake()
    evidence: tuple[Evidence, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    co_finance: tuple[CoFinance, ...] = ()
    """Money of others for the same plan."""

    def papers(self) -> tuple[tuple[str, str], ...]:
        """(title, digest) of every paper once: what came with the proposal, then the evidence of its criteria."""
        came = ((one.file_name, one.file_sha256) for one in self.attachments)
        return tuple(dict.fromkeys((*came, *((one.title, one.file_sha256) for one in self.evidence))))


def known_company(known: Sequence[Company], *, number: str, name_ja: str) -> Company | None:
    """The company among `known` with this corporate number, else with this name.

    Two companies of one name with different numbers are two companies.
    """
    same = (one for one in known if number and one.corporate_number == number)
    named = (one for one in known if one.name.ja == name_ja and not (number and one.corporate_number))
    return next(chain(same, named), None)


def next_code(codes: Sequence[str]) -> str:
    """A code to suggest: the one after the highest, in the same manner of writing."""
    numbered = [match for code in codes if (match := _CODE.fullmatch(code))]
    if not numbered:
        return "PR-01"
    last = max(numbered, key=lambda match: int(match[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}d}"


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
