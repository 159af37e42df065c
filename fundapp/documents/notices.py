"""Notices of capital calls and distributions to one partner, as PDF in either language (ILPA fields)."""

from collections.abc import Iterable
from contextvars import copy_context
from datetime import datetime
from typing import Any

from fundapp.basis.canonical import canonical_json
from fundapp.basis.fact import Language
from fundapp.documents.blocks import Block, Box, Cell, Column, Document, Heading, Pairs, Paragraph, Table, cells
from fundapp.documents.said import said
from fundapp.documents.typst_pdf import printed, typst_pdf
from fundapp.record.notices import CallNotice, DistributionNotice, Notice
from fundapp.text.catalogue import _, language, pgettext, use
from fundapp.text.figures import era_day, percent, yen

_ACCENT = "#1f5f8b"


def notice_pdf(notice: CallNotice | DistributionNotice, *, language: Language, issued_at: datetime) -> bytes:
    """The notice, with its figures as JSON attached; the same record gives the same bytes."""
    return typst_pdf(
        "minutes.typ",
        copy_context().run(_printed, notice, language),
        standards=("a-3a", "ua-1"),
        issued_at=issued_at,
        inputs={"record": canonical_json(notice).decode(), "attached": "notice.json"},
    )


def _printed(notice: CallNotice | DistributionNotice, in_language: Language) -> dict[str, Any]:
    use(in_language)
    document: dict[str, Any]
    document, _lost = printed(notice_document(notice).model_dump(mode="json"))
    return document


def notice_document(notice: CallNotice | DistributionNotice) -> Document:
    """The notice as a document in the language spoken now."""
    call = isinstance(notice, CallNotice)
    number = (_("Notice of capital call no. {n}") if call else _("Notice of distribution no. {n}")).format(
        n=notice.number
    )
    return Document(
        language=language(),
        title=number,
        subtitle=(said(notice.fund), _("General partner: {name}").format(name=said(notice.general_partner))),
        status=_("To {partner}").format(partner=notice.partner),
        author=said(notice.general_partner),
        keywords=(number, said(notice.fund)),
        running_head=(said(notice.fund), number),
        running_foot=(_("Confidential"), _("Record no. {seq}").format(seq=notice.recorded_seq)),
        attachment=_("The figures of this notice as JSON"),
        blocks=tuple(_call(notice) if isinstance(notice, CallNotice) else _distribution(notice)),
    )


def _call(notice: CallNotice) -> Iterable[Block]:
    yield Paragraph(text=_("Under the partnership agreement we call the capital below. Please pay it by the due day."))
    yield Box(
        title=_("{amount}, due on {day}").format(amount=yen(notice.own_yen), day=era_day(notice.due)),
        tone="resolution",
        colour=_ACCENT,
        rows=(
            (pgettext("notice", "Payable by"), notice.partner),
            (pgettext("notice", "Pay to"), notice.pay_to or _("the fund's account named in the agreement")),
            (_("Date of notice"), era_day(notice.on)),
        ),
    )
    yield Heading(level=1, text=_("What it is for"))
    yield _amounts(
        notice,
        (_("Investments"), notice.for_investments_yen, notice.own_for_investments_yen),
        (_("Management fees and costs of the fund"), notice.for_fees_yen, notice.own_for_fees_yen),
    )
    yield from _standing(notice)


def _distribution(notice: DistributionNotice) -> Iterable[Block]:
    yield Paragraph(text=_("Under the partnership agreement we distribute the amount below."))
    yield Box(
        title=_("{amount}, paid on {day}").format(amount=yen(notice.own_yen), day=era_day(notice.on)),
        tone="resolution",
        colour=_ACCENT,
        rows=((pgettext("notice", "Paid to"), notice.partner), (_("What for"), notice.what)),
    )
    yield Heading(level=1, text=_("What it consists of"))
    yield _amounts(
        notice,
        (_("Return of invested capital"), notice.capital_yen, notice.own_capital_yen),
        (_("Gain"), notice.gain_yen, notice.own_gain_yen),
    )
    yield from _standing(notice)


def _amounts(notice: Notice, *rows: tuple[str, int, int]) -> Table:
    """The purposes or parts, of all partners and of this one, with their sum."""
    return Table(
        columns=(
            Column(head=""),
            Column(head=_("All partners"), align="right", width_mm=42),
            Column(head=notice.partner, align="right", width_mm=42),
        ),
        rows=(
            *(cells(name, yen(whole), yen(own)) for name, whole, own in rows),
            (
                Cell(text=_("Together"), tone="strong"),
                Cell(text=yen(notice.total_yen), tone="strong"),
                Cell(text=yen(notice.own_yen), tone="strong"),
            ),
        ),
        total_rows=1,
    )


def _standing(notice: Notice) -> Iterable[Block]:
    now = notice.standing
    yield Heading(level=1, text=_("Your account with the fund"))
    yield Pairs(
        rows=(
            (pgettext("partner", "Commitment"), yen(now.commitment_yen)),
            (_("Share of the fund"), percent(notice.share)),
            (_("Called before this notice"), yen(now.called_before_yen)),
            (_("Called after this notice"), yen(now.called_after_yen)),
            (_("Can still be called"), yen(now.unfunded_yen)),
            (_("Distributed before this notice"), yen(now.distributed_before_yen)),
            (_("Distributed after this notice"), yen(now.distributed_after_yen)),
        )
    )
