"""What the desk brings into a decision from outside the record: sealed words, and the registers' papers at a freeze."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fundapp.committee.minutes_life import CopyDigest
from fundapp.committee.proposal import Evidence, Proposal
from fundapp.network.bill import Bill
from fundapp.network.inquiry import Agreement, Inquiry, InquiryFile, IssuedLink, Notice, Recipient
from fundapp.network.need import SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.support_facts import SupportFacts


@dataclass(frozen=True, slots=True)
class Papers:
    """A proposal with its facts of support as the registers know them in this transaction."""

    proposal: Proposal
    support: SupportFacts
    codes_of_persons: Mapping[str, str] = field(default_factory=dict)
    """The member's code of every provider that may be one person, by the provider's name."""


@dataclass(frozen=True, slots=True)
class InquiryPapers:
    """What the registers know of the inquiry, or of the agreements, that an order is about."""

    inquiry: Inquiry | None = None
    next_number: int = 1
    bill: Bill | None = None
    """The bill in force of the inquiry's proposal."""
    recipients: tuple[Recipient, ...] = ()
    offers: tuple[Offer, ...] = ()
    files: tuple[InquiryFile, ...] = ()
    notices: tuple[Notice, ...] = ()
    agreement: Agreement | None = None
    """The last time that the president was asked about this inquiry."""
    agreements: tuple[Agreement, ...] = ()
    """All that the president of the proposal was asked."""
    needs: tuple[SupportNeed, ...] = ()
    link: IssuedLink | None = None
    """The link that the actor came through, or that the order is about."""
    member_ids: frozenset[str] = frozenset()

    def answered(self) -> frozenset[str]:
        """The members who have answered, by a line or by a sheet of their own."""
        by_line, by_sheet = (one.member_id for one in self.offers), (one.member_id for one in self.files)
        return frozenset(filter(None, (*by_line, *by_sheet)))

    def recipient(self, member_id: str) -> Recipient | None:
        """The member as one of those who were asked."""
        return next((one for one in self.recipients if one.member_id == member_id), None)


@dataclass(frozen=True, slots=True)
class Brought:
    """`seal` turns words into the digest that an event carries (empty words stay empty)."""

    seal: Callable[[str], str]
    papers: Papers | None = None
    evidence: tuple[Evidence, ...] = ()
    """The documents attached to the item's proposal today."""
    copies: tuple[CopyDigest, ...] = ()
    """The digests of all copies of the minutes whose text is to be settled."""
    proposal_codes: frozenset[tuple[str, str]] = frozenset()
    """(code, proposal id) of all registered proposals."""
    planned: Mapping[str, int] = field(default_factory=dict)
    """The meetings on the calendar that were not called off: id -> number."""
    inquiry: InquiryPapers = InquiryPapers()
