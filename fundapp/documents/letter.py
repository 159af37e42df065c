"""The letter to the applicant: the resolution, its reasons, what would make it pass, and whom to turn to.

It holds what a proposing company may know (tables.md): no mark, no vote, no member's name, nothing of a rival.
"""

from collections.abc import Iterable
from datetime import date

from fundapp.basis.days import day_of
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.charts.look import LIGHT
from fundapp.committee.gates import GateResult, counting_for
from fundapp.committee.item import Resolved
from fundapp.committee.rubric import ResolutionKind, Rubric
from fundapp.documents.blocks import Block, Box, Document, Heading, Pairs, Paragraph
from fundapp.documents.fact_text import condition_text, row_names
from fundapp.documents.minutes_votes import COLOURS, terms_rows
from fundapp.documents.said import said
from fundapp.record.book import Book, Frozen, Item
from fundapp.record.judging import standing_of
from fundapp.record.lifting import smallest_set
from fundapp.text.catalogue import N_, _, language, pgettext
from fundapp.text.figures import day, yen

OUTCOMES: dict[ResolutionKind, str] = {
    "approve": N_("The committee has resolved to invest."),
    "approve_with_conditions": N_("The committee has resolved to invest once the conditions below are met."),
    "build_support": N_("The committee asks to establish the support first, and then judges again."),
    "defer": N_("The committee has put the decision off."),
    "decline": N_("The committee has decided not to invest at this time."),
    "decline_unsupported": N_("The committee has decided not to invest, because the support is not established."),
}
DEFERRED = {
    "evidence": N_("Evidence is missing that the committee needs in order to judge."),
    "votes": N_("No motion found the votes that it needs."),
    "balance": N_("The fund's investable balance does not allow the amount at present."),
}
GATES = {
    "G0": N_("Papers of the intake are missing."),
    "G1": N_("For too many criteria there was no evidence to judge by."),
    "G2": N_("The prospects of the business do not reach the fund's mark yet."),
    "G3": N_("The support that the business needs is not established to the fund's mark yet."),
    "G4": N_("Critical parts or critical needs have no committed provider yet."),
    "G5": N_("The fund's balance or its limits do not allow the amount."),
}
"""What a gate that was not passed means to the company. How the committee sat (G6) is not its matter."""


class Sender(Fact):
    """Who writes, to whom, and whom to turn to next."""

    company: Bilingual
    president: Text
    contact: Text
    contact_at: Text
    """Telephone, mail, hours."""
    words: Text = ""
    """A few words of one's own."""
    on: date


def letter(book: Book, item: Item, sender: Sender) -> Document:
    """The letter on a resolved item in the language spoken now. `book` has passed sight."""
    frozen, resolved = item.frozen, item.resolved
    assert frozen is not None, "what is resolved was frozen"
    assert resolved is not None, "a letter tells a resolution"
    assert book.terms is not None, "a fund that resolves has its terms"
    number = _number(book, item)
    fund = said(book.terms.name)
    title = _("Result of the investment committee's judgement")
    return Document(
        language=language(),
        title=title,
        subtitle=(fund, said(book.terms.general_partner)),
        status="",
        author=said(book.terms.general_partner),
        keywords=(_("investment committee"), item.proposal_code),
        running_head=(fund, title),
        running_foot=(_("Document {number}, confidential").format(number=number), item.proposal_code),
        attachment="",
        blocks=tuple(_blocks(book, item, frozen, resolved, sender, number)),
    )


def _number(book: Book, item: Item) -> str:
    return f"L-{book.meetings[item.meeting_id].number:03d}-{item.proposal_code}"


def _blocks(book: Book, item: Item, frozen: Frozen, resolved: Resolved, sender: Sender, number: str) -> Iterable[Block]:
    rubric, meeting = book.rubric_of(item), book.meetings[item.meeting_id]
    yield Pairs(
        rows=tuple(
            (name, value)
            for name, value in (
                (
                    pgettext("letter", "To"),
                    _("{company}, {president}").format(company=said(sender.company), president=sender.president)
                    if sender.president
                    else said(sender.company),
                ),
                (pgettext("letter", "Date"), day(sender.on)),
                (_("Document number"), number),
                (_("Proposal"), f"{item.proposal_code} {said(frozen.proposal.name)}"),
                (_("Ask"), yen(frozen.proposal.ask_yen)),
            )
        )
    )
    yield Paragraph(
        text=_(
            "Thank you for your proposal. The committee judged it in its meeting no. {number} on {day}, "
            "and we inform you of the result."
        ).format(number=meeting.number, day=day(day_of(resolved.at)))
    )
    name = next(said(one.name) for one in rubric.decision.resolutions if one.id == resolved.resolution)
    yield Box(
        title=_("Resolution: {name}").format(name=name),
        tone="resolution",
        colour=COLOURS[resolved.resolution],
        rows=tuple(_terms(book, item, resolved)),
        lines=(_(OUTCOMES[resolved.resolution]),),
    )
    reasons = tuple(_reasons(item, frozen, resolved))
    if reasons:
        yield Heading(level=1, text=_("Reasons"))
        yield from (Paragraph(text=_("• {text}").format(text=one)) for one in reasons)
    yield from _conditions(resolved)
    yield from _what_would_pass(book, item, frozen, rubric)
    if sender.words:
        yield Heading(level=1, text=_("A word from us"))
        yield Paragraph(text=sender.words)
    yield Heading(level=1, text=_("Whom to turn to next"))
    yield Box(title=sender.contact, tone="plain", colour=LIGHT.accent, lines=tuple(sender.contact_at.splitlines()))


def _terms(book: Book, item: Item, resolved: Resolved) -> Iterable[tuple[str, str]]:
    if resolved.decision_number:
        yield _("Decision number"), resolved.decision_number
    if resolved.terms:
        yield from terms_rows(resolved.terms)
    held = next((one for one in book.reservations.values() if one.item_id == item.id), None)
    if held is not None:
        yield _("The money is kept until"), day(held.expires_on)
    if resolved.again_by:
        yield _("Judged again by"), day(resolved.again_by)


def _reasons(item: Item, frozen: Frozen, resolved: Resolved) -> Iterable[str]:
    """The deferral's own reason, else what each gate that was not passed means."""
    if resolved.defer_reason:
        yield _(DEFERRED[resolved.defer_reason])
        if resolved.short_yen:
            yield _("{amount} are lacking.").format(amount=yen(resolved.short_yen))
        return
    shut = [one for one in _gates(item, resolved) if not one.passed() and one.id in GATES]
    for gate in shut:
        rows = row_names(frozen.support, gate.rows)
        text = _(GATES[gate.id])
        yield _("{text} Open: {rows}").format(text=text, rows=rows) if rows else text
    if not shut:
        if resolved.resolution in ("approve", "approve_with_conditions"):
            yield _("The business has prospects, and the support that it needs can be delivered.")
        else:
            yield _("The committee did not come to agree on an investment.")


def _gates(item: Item, resolved: Resolved) -> tuple[GateResult, ...]:
    if item.gates is None:
        return ()
    return item.gates.firm if counting_for(resolved.resolution) == "firm" else item.gates.with_hands


def _conditions(resolved: Resolved) -> Iterable[Block]:
    if not resolved.conditions:
        return
    yield Heading(level=1, text=_("Conditions of the first payment"))
    for number, one in enumerate(resolved.conditions, start=1):
        text = _("{number}. {text} ({owner}, by {day})")
        yield Paragraph(text=text.format(number=number, text=one.text, owner=one.owner, day=day(one.due)))


def _what_would_pass(book: Book, item: Item, frozen: Frozen, rubric: Rubric) -> Iterable[Block]:
    """The fewest steps that cross the marks: for each criterion the text to reach, and the facts that are missing."""
    place, cut = standing_of(book, item), rubric.decision.thresholds
    prospects, support = rubric.axes
    judged = {one.criterion_id: one.value for one in place.axis1.criteria}
    steps = [(prospects, one) for one in smallest_set(prospects, judged, cut.axis1_pass, None)]
    if frozen.proposal.needs_support:
        firm = dict(place.firm.values)
        steps += [(support, one) for one in smallest_set(support, firm, cut.axis2_pass, frozen.support)]
    if not steps:
        return
    yield Heading(level=1, text=_("What would make it pass"))
    facts = frozen.support.values("firm")
    for axis, target in steps:
        criterion = axis.criterion(target.criterion_id)
        lines = [said(criterion.text_of(target.level))]
        lines += [condition_text(axis, one, facts) for one in target.missing]
        if rows := row_names(frozen.support, target.rows):
            lines.append(_("Open: {rows}").format(rows=rows))
        yield Box(title=said(criterion.name), tone="plain", colour=LIGHT.accent, lines=tuple(lines))
