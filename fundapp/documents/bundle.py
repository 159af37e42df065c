"""The papers of a meeting for one member as one PDF: each proposal on a page, its papers attached to the file."""

from collections.abc import Iterable, Sequence
from contextvars import copy_context
from datetime import datetime
from typing import Any

from fundapp.basis.fact import Bilingual, Fact, Language, Text
from fundapp.committee.minutes_judging import FrozenSupport
from fundapp.committee.proposal import Proposal
from fundapp.documents.blocks import Block, Cell, Column, Document, Heading, Pairs, Paragraph, Table, cells
from fundapp.documents.minutes_item import facts_blocks
from fundapp.documents.said import NOTHING, in_two, listed, said
from fundapp.documents.typst_pdf import Attached, printed, typst_pdf
from fundapp.text.catalogue import _, use
from fundapp.text.figures import day, yen
from fundapp.text.terms import term

MOST_ATTACHED = 80_000_000
"""Bytes of papers in one bundle; what is beyond stays on the proposal's page, and the bundle says so."""


class PaperIn(Fact):
    """A paper of a proposal with its bytes, or without them when they are not to be had."""

    title: Text
    file_sha256: Text
    content: bytes = b""


class ProposalIn(Fact):
    """One item of the agenda to come, as its reader may see it; without a proposal it is withheld from this reader."""

    number: int
    proposal: Proposal | None = None
    support: FrozenSupport | None = None
    papers: tuple[PaperIn, ...] = ()


class Bundle(Fact):
    """What a member gets before a meeting."""

    title: Text
    """What it is for, in the reader's language."""
    fund: Bilingual
    when_and_where: Text
    reader: Text
    items: tuple[ProposalIn, ...]


def bundle_pdf(bundle: Bundle, *, language: Language, issued_at: datetime) -> bytes:
    """The bundle in `language`. `issued_at` needs a time zone. The caller's language stays as it was."""
    kept = _kept(bundle.items)

    def speak() -> dict[str, Any]:
        use(language)
        document: dict[str, Any]
        document, _lost = printed(_outline(bundle, frozenset(kept), language).model_dump(mode="json"))
        return document

    return typst_pdf(
        "minutes.typ",
        copy_context().run(speak),
        standards=("a-3a", "ua-1"),
        issued_at=issued_at,
        attached=tuple(kept.values()),
    )


def _kept(items: Sequence[ProposalIn]) -> dict[str, Attached]:
    """By digest what is attached: each paper once, until the bundle is as large as it may be."""
    kept: dict[str, Attached] = {}
    room = MOST_ATTACHED
    for item in items:
        for paper in item.papers:
            if paper.file_sha256 in kept or not paper.content or len(paper.content) > room:
                continue
            room -= len(paper.content)
            code = item.proposal.code if item.proposal else ""
            name = f"{code}-{len(kept) + 1:03}{_ending(paper.content)}"
            kept[paper.file_sha256] = Attached(name=name, content=paper.content, about=f"{code} {paper.title}")
    return kept


def _ending(content: bytes) -> str:
    endings = ((b"%PDF", ".pdf"), (b"PK", ".zip"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"))
    return next((ending for mark, ending in endings if content.startswith(mark)), ".bin")


def _outline(bundle: Bundle, kept: frozenset[str], language: Language) -> Document:
    title = bundle.title
    return Document(
        language=language,
        title=title,
        subtitle=(said(bundle.fund), bundle.when_and_where),
        status=_("Confidential, for {name}").format(name=bundle.reader),
        author=said(bundle.fund),
        keywords=(_("investment committee"),),
        running_head=(said(bundle.fund), title),
        running_foot=(_("Confidential, for {name}").format(name=bundle.reader), ""),
        attachment="",
        blocks=tuple(_blocks(bundle, kept)),
    )


def _blocks(bundle: Bundle, kept: frozenset[str]) -> Iterable[Block]:
    yield Heading(level=1, text=_("Agenda"))
    columns = (Column(head=_("No."), align="right", width_mm=12), Column(head=_("Proposal")), Column(head=_("Request")))
    yield Table(columns=columns, rows=tuple(_agenda_row(item) for item in bundle.items))
    for item in bundle.items:
        if item.proposal is not None:
            yield from _proposal(item, item.proposal, kept)


def _agenda_row(item: ProposalIn) -> tuple[Cell, ...]:
    proposal = item.proposal
    if proposal is None:
        return cells(str(item.number), _("withheld in this copy"), NOTHING)
    return cells(str(item.number), f"{proposal.code} {said(proposal.name)}", yen(proposal.ask_yen))


def _proposal(item: ProposalIn, proposal: Proposal, kept: frozenset[str]) -> Iterable[Block]:
    yield Heading(level=1, text=f"{item.number}. {proposal.code} {said(proposal.name)}")
    yield Pairs(rows=tuple(_request(proposal)))
    for head, reasons in ((_("Reasons for"), proposal.reasons_for), (_("Reasons against"), proposal.reasons_against)):
        if reasons:
            yield Heading(level=2, text=head)
            yield Paragraph(text="\n".join(f"・{one}" for one in reasons))
    if item.support is not None:
        yield Heading(level=2, text=_("Facts of support, as of {day}").format(day=day(item.support.as_of)))
        yield from facts_blocks(item.support)
    if item.papers:
        yield Heading(level=2, text=_("Papers, attached to this file"))
        columns = (Column(head=_("Title of the paper")), Column(head="SHA-256", width_mm=64))
        yield Table(columns=columns, rows=tuple(_paper_row(paper, kept) for paper in item.papers))


def _request(proposal: Proposal) -> Iterable[tuple[str, str]]:
    company = said(proposal.company.name)
    yield _("Company"), listed([company, proposal.company.city]) if proposal.company.city else company
    yield _("Request"), f"{yen(proposal.ask_yen)}, {term('instrument', proposal.instrument)}"
    if proposal.pre_money_yen is not None:
        yield _("Pre-money value"), yen(proposal.pre_money_yen)
    if proposal.summary:
        yield _("Summary"), said(proposal.summary)
    if proposal.use_of_funds:
        yield _("Use of funds"), proposal.use_of_funds


def _paper_row(paper: PaperIn, kept: frozenset[str]) -> tuple[Cell, ...]:
    title = paper.title
    if paper.file_sha256 not in kept:
        title = _("{title} (not attached: on the proposal's page)").format(title=title)
    return Cell(text=title), Cell(text=in_two(paper.file_sha256), tone="code")
