"""The registers of inquiries: contacts, inquiries, recipients, agreements, links, files and outcomes.

Every function works inside the caller's transaction, like those of `registers`.
"""

from collections.abc import Iterable
from datetime import datetime

from fundapp.basis.days import instant_text
from fundapp.basis.fact import Fact
from fundapp.network.contact import Contact
from fundapp.network.inquiry import (
    Agreement,
    Extension,
    Inquiry,
    InquiryFile,
    IssuedLink,
    Notice,
    Outcome,
    Recipient,
)
from fundapp.network.offer import HAND_RAISED, Offer
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Row, Stamp, Value
from fundapp.store.tables import (
    AGREEMENTS,
    CONTACTS,
    EXTENSIONS,
    INQUIRIES,
    INQUIRY_FILES,
    LINKS,
    NOTICES,
    OFFERS,
    OUTCOMES,
    RECIPIENTS,
)


class InquiryRows(Fact):
    """All that the registers know of one inquiry."""

    inquiry: Inquiry
    recipients: tuple[Recipient, ...]
    offers: tuple[Offer, ...]
    agreement: Agreement | None
    """The last time that the president was asked about it."""
    files: tuple[InquiryFile, ...]
    outcomes: tuple[Outcome, ...]
    extensions: tuple[Extension, ...] = ()
    notices: tuple[Notice, ...] = ()

    def drawings(self) -> tuple[InquiryFile, ...]:
        """The company's drawings."""
        return tuple(one for one in self.files if not one.member_id)

    def answered(self) -> frozenset[str]:
        """The members who have answered, by a line or by a sheet of their own."""
        by_line, by_sheet = (one.member_id for one in self.offers), (one.member_id for one in self.files)
        return frozenset(filter(None, (*by_line, *by_sheet)))

    def recipient(self, member_id: str) -> Recipient | None:
        """The member as one of those who were asked."""
        return next((one for one in self.recipients if one.member_id == member_id), None)

    def answers_of(self, member_id: str) -> tuple[Offer, ...]:
        """All answers of one member."""
        return tuple(one for one in self.offers if one.member_id == member_id)


def put_contact(connection: Connection, stamp: Stamp, *contacts: Contact) -> None:
    """Add contacts or correct them. A member has one person who is asked first: the last one said to be it."""
    for one in contacts:
        for row in CONTACTS.rows(connection, stamp.fund, member_id=one.member_id, main=1) if one.main else ():
            if row["id"] != one.id:
                CONTACTS.update(connection, stamp, row, main=0)
        CONTACTS.put(connection, stamp, [CONTACTS.row(one)])


def contacts(connection: Connection, fund: str, **where: Value) -> tuple[Contact, ...]:
    """The contacts of all members, or of one, the main ones first."""
    return tuple(sorted(CONTACTS.facts(connection, fund, **where), key=lambda one: (not one.main, one.id)))


def put_inquiry(connection: Connection, stamp: Stamp, inquiry: Inquiry) -> None:
    """Add an inquiry or correct it."""
    INQUIRIES.put(connection, stamp, [INQUIRIES.row(inquiry)])


def inquiry(connection: Connection, fund: str, inquiry_id: str) -> Inquiry | None:
    """One inquiry, or None."""
    return next(iter(INQUIRIES.facts(connection, fund, id=inquiry_id)), None)


def inquiries(connection: Connection, fund: str, **where: Value) -> tuple[Inquiry, ...]:
    """All inquiries, or those of a proposal, by number."""
    return INQUIRIES.facts(connection, fund, **where)


def untold(connection: Connection, fund: str) -> tuple[Inquiry, ...]:
    """The inquiries whose results are not told yet, by number."""
    return tuple(one for one in INQUIRIES.facts(connection, fund) if one.told_at is None)


def next_number(connection: Connection, fund: str) -> int:
    """The number of the next inquiry of a fund."""
    found = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM inquiry WHERE fund = ?", [fund]).fetchone()
    return int(found[0])


def inquiry_rows(connection: Connection, fund: str, inquiry_id: str) -> InquiryRows | None:
    """An inquiry with everything that belongs to it, sealed answers too: for the desk alone."""
    found = inquiry(connection, fund, inquiry_id)
    if found is None:
        return None
    asked = AGREEMENTS.facts(connection, fund, proposal_id=found.proposal_id, subject_id=inquiry_id)
    return InquiryRows(
        inquiry=found,
        recipients=RECIPIENTS.facts(connection, fund, inquiry_id=inquiry_id),
        offers=OFFERS.facts(connection, fund, inquiry_id=inquiry_id),
        agreement=asked[-1] if asked else None,
        files=INQUIRY_FILES.facts(connection, fund, inquiry_id=inquiry_id),
        outcomes=OUTCOMES.facts(connection, fund, inquiry_id=inquiry_id),
        extensions=EXTENSIONS.facts(connection, fund, inquiry_id=inquiry_id),
        notices=NOTICES.facts(connection, fund, inquiry_id=inquiry_id),
    )


def put_recipients(connection: Connection, stamp: Stamp, recipients: Iterable[Recipient]) -> None:
    """Add members who are asked, or note what became of their messages."""
    RECIPIENTS.put(connection, stamp, [RECIPIENTS.row(one) for one in recipients])


def recipients(connection: Connection, fund: str, **where: Value) -> tuple[Recipient, ...]:
    """The members who were asked, in all inquiries or in one."""
    return RECIPIENTS.facts(connection, fund, **where)


def put_extension(connection: Connection, stamp: Stamp, extension: Extension) -> None:
    """Add the day on which a deadline was put off."""
    EXTENSIONS.put(connection, stamp, [EXTENSIONS.row(extension)])


def put_notices(connection: Connection, stamp: Stamp, notices: Iterable[Notice]) -> None:
    """Add messages that are to leave, or note what became of them."""
    NOTICES.put(connection, stamp, [NOTICES.row(one) for one in notices])


def put_agreements(connection: Connection, stamp: Stamp, agreements: Iterable[Agreement]) -> None:
    """Add what a president is asked, or the answer."""
    AGREEMENTS.put(connection, stamp, [AGREEMENTS.row(one) for one in agreements])


def agreements(connection: Connection, fund: str, proposal_id: str) -> tuple[Agreement, ...]:
    """What a company's president was asked, oldest first."""
    return AGREEMENTS.facts(connection, fund, proposal_id=proposal_id)


def put_links(connection: Connection, stamp: Stamp, links: Iterable[IssuedLink]) -> None:
    """Remember links that are handed out, or that they are taken back."""
    LINKS.put(connection, stamp, [LINKS.row(one) for one in links])


def link(connection: Connection, fund: str, link_id: str) -> IssuedLink | None:
    """One link that was handed out, or None."""
    return next(iter(LINKS.facts(connection, fund, id=link_id)), None)


def links(connection: Connection, fund: str, **where: Value) -> tuple[IssuedLink, ...]:
    """Links that were handed out."""
    return LINKS.facts(connection, fund, **where)


def revoke_links(connection: Connection, stamp: Stamp, **where: Value) -> None:
    """Take links back; those that are back already stay as they are."""
    back = [one for one in LINKS.rows(connection, stamp.fund, **where) if one["revoked_at"] is None]
    for row in back:
        LINKS.update(connection, stamp, row, revoked_at=stamp.at)


def put_file(connection: Connection, stamp: Stamp, file: InquiryFile) -> None:
    """Add a drawing or a member's sheet; its bytes are among the files already."""
    INQUIRY_FILES.put(connection, stamp, [INQUIRY_FILES.row(file)])


def put_outcomes(connection: Connection, stamp: Stamp, outcomes: Iterable[Outcome]) -> None:
    """Fix what became of the answers."""
    OUTCOMES.put(connection, stamp, [OUTCOMES.row(one) for one in outcomes])


def outcomes(connection: Connection, fund: str, **where: Value) -> tuple[Outcome, ...]:
    """What became of answers."""
    return OUTCOMES.facts(connection, fund, **where)


def change_inquiry(connection: Connection, stamp: Stamp, inquiry_id: str, **changes: Value) -> None:
    """Change some columns of an inquiry. Raises StoreRefusal row_missing."""
    INQUIRIES.update(connection, stamp, _row(connection, stamp.fund, inquiry_id), **changes)


def _row(connection: Connection, fund: str, inquiry_id: str) -> Row:
    found = INQUIRIES.rows(connection, fund, id=inquiry_id)
    if not found:
        refuse("row_missing")
    return found[0]


def sealed_ids(connection: Connection, fund: str, now: datetime) -> frozenset[str]:
    """The inquiries whose answers nobody may read yet."""
    found = connection.execute(
        "SELECT id FROM inquiry WHERE fund = ? AND answer_by > ? AND (closed_at IS NULL OR closed_at > ?)",
        [fund, instant_text(now), instant_text(now)],
    )
    return frozenset(row[0] for row in found)


def as_hand(offer: Offer) -> Offer:
    """A sealed answer as what may be told of it: that a hand is up, or is not."""
    return offer.model_copy(
        update={
            "rung": min(offer.rung, HAND_RAISED),
            "person": "",
            "expires": None,
            "unit_price_yen": None,
            "lot": None,
            "lead_time_days": None,
            "condition": "",
            "on_conditions": False,
            "least_order": None,
            "set_up_yen": None,
            "hours": None,
            "tiers": (),
        }
    )
