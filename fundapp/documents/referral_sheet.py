"""A company's question to a university liaison on one page: one matter, what is known, what is hoped for, by when."""

from collections.abc import Iterable
from datetime import date, datetime

from fundapp.basis.fact import Bilingual, Fact, Language, Text
from fundapp.charts.look import LIGHT
from fundapp.documents.blocks import Block, Box, Document, Heading, Pairs, Paragraph
from fundapp.documents.said import said
from fundapp.documents.typst_pdf import spoken, typst_pdf
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.partner import Referral
from fundapp.network.premises import Site
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import day
from fundapp.text.network_words import word


class ReferralSource(Fact):
    """What the page is made from; it has passed sight."""

    referral: Referral
    university: Bilingual
    liaison: Text
    company: Member | None
    site: Site | None
    contact: Contact | None
    sender: Bilingual
    on: date


def referral_sheet(source: ReferralSource) -> Document:
    """The page in the language spoken now."""
    title, sender = _("Question to a university"), said(source.sender)
    return Document(
        language=language(),
        title=title,
        subtitle=(said(source.university), source.liaison),
        status="",
        author=sender,
        keywords=(title,),
        running_head=(sender, title),
        running_foot=(_("Confidential"), day(source.on)),
        attachment="",
        blocks=tuple(_blocks(source)),
    )


def _blocks(source: ReferralSource) -> Iterable[Block]:
    asked = source.referral
    yield Pairs(
        rows=(
            (pgettext("letter", "To"), " ".join(filter(None, (said(source.university), source.liaison)))),
            (pgettext("letter", "From"), said(source.sender)),
            (_("Asked on"), day(asked.asked_on)),
            (_("Answer by"), day(asked.due_on)),
        )
    )
    yield Heading(level=1, text=_("The matter"))
    yield Paragraph(text=asked.matter, tone="strong")
    if asked.background:
        yield Heading(level=2, text=_("What is known and was tried"))
        yield Paragraph(text=asked.background)
    if asked.path:
        yield Heading(level=2, text=_("What is hoped for"))
        yield Paragraph(text=word("referral_path", asked.path))
    if source.company is not None:
        yield Heading(level=1, text=_("The company"))
        yield Pairs(rows=tuple(_company(source, source.company)))
    yield Box(
        title=_("Your answer"),
        tone="plain",
        colour=LIGHT.accent,
        lines=(
            _("□ Yes, and the result will be there by:"),
            _("□ No. A fast no helps the company as much as a yes."),
            _("Please do not hand the question on without telling us to whom."),
        ),
    )


def _company(source: ReferralSource, company: Member) -> Iterable[tuple[str, str]]:
    yield _("Name"), said(company.name)
    if company.company_type:
        yield _("Kind of company"), word("company_type", company.company_type)
    if company.employees is not None:
        yield _("Employees"), f"{company.employees:,}"
    if source.site is not None:
        yield _("Address"), " ".join(filter(None, (source.site.postcode, source.site.address)))
    if source.contact is not None:
        ways = (source.contact.name, source.contact.telephone, source.contact.email)
        yield _("Whom to ask there"), " · ".join(filter(None, ways))


def referral_sheet_pdf(source: ReferralSource, *, language: Language, issued_at: datetime) -> bytes:
    """The page to hand over, as PDF/UA-1. `issued_at` needs a time zone. The caller's language stays as it was."""
    document = spoken(lambda: referral_sheet(source), language)
    return typst_pdf("minutes.typ", document, standards=("ua-1",), issued_at=issued_at)
