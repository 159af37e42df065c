"""Motions, votes and the resolution of an item as blocks."""

from collections.abc import Iterable

from fundapp.charts.look import LIGHT, QUADRANTS
from fundapp.committee.minutes import MotionShown, Remark, ResolutionShown, VoteGiven
from fundapp.committee.proposal import Terms
from fundapp.committee.rubric import ResolutionKind
from fundapp.documents.blocks import Block, Box, Column, Heading, Paragraph, Table, cells
from fundapp.documents.said import NOTHING, said
from fundapp.text.catalogue import _
from fundapp.text.figures import day, moment, percent, yen
from fundapp.text.terms import term, vote

COLOURS: dict[ResolutionKind, str] = {
    "approve": QUADRANTS["Q1"].colour,
    "approve_with_conditions": QUADRANTS["Q1"].colour,
    "build_support": QUADRANTS["Q2"].colour,
    "defer": LIGHT.accent,
    "decline": QUADRANTS["Q4"].colour,
    "decline_unsupported": QUADRANTS["Q4"].colour,
}


def terms_rows(terms: Terms) -> tuple[tuple[str, str], ...]:
    """What an approval names, one pair a row."""
    rows = [(_("Amount"), yen(terms.amount_yen)), (_("Instrument"), term("instrument", terms.instrument))]
    if terms.pre_money_yen is not None:
        rows.append((_("Pre-money value"), yen(terms.pre_money_yen)))
    if terms.ownership is not None:
        rows.append((_("Ownership"), percent(terms.ownership)))
    if terms.voting_share is not None:
        rows.append((_("Share of votes"), percent(terms.voting_share)))
    return tuple(rows)


def _outcome_text(motion: MotionShown) -> str:
    if motion.withdrawn:
        return _("Withdrawn before the vote was closed.")
    if motion.tally is None:
        return _("The vote was not closed.")
    count = motion.tally
    text = _(
        "For {for_}, against {against}, abstained {abstain}; {required} needed of {eligible} eligible voters."
    ).format(
        for_=count.for_, against=count.against, abstain=count.abstain, required=count.required, eligible=count.eligible
    )
    if count.carried:
        return _("Carried. {count}").format(count=text)
    return _("Lost, {missing} short. {count}").format(missing=count.missing, count=text)


def motion_blocks(motion: MotionShown) -> Iterable[Block]:
    """One motion: what was put and by whom, the count, the vote of each."""
    title = _("Motion {number}: {resolution} (put by {name})")
    if motion.exception:
        title = _("Motion {number}, as an exception: {resolution} (put by {name})")
    yield Heading(level=3, text=title.format(number=motion.number, resolution=said(motion.name), name=motion.by))
    yield Paragraph(text=_outcome_text(motion), leads=bool(motion.votes))
    if motion.votes:
        columns = (
            Column(head=_("Seat"), width_mm=34),
            Column(head=_("Member"), width_mm=32),
            Column(head=_("Vote"), width_mm=40),
            Column(head=_("Reason")),
        )
        rows = tuple(
            cells(
                said(given.seat),
                given.name,
                _vote_text(given),
                given.reason or NOTHING,
            )
            for given in motion.votes
        )
        yield Table(columns=columns, rows=rows)


def _vote_text(given: VoteGiven) -> str:
    text = vote(given.vote)
    if given.entry != "self":
        text = _("{vote} ({entry})").format(vote=text, entry=term("entry", given.entry))
    return f"{text}\n{moment(given.answered_at)}" if given.answered_at else text


def _remark_line(message: str, remark: Remark) -> str:
    return message.format(name=remark.speaker, text=remark.gist)


def _resolution_rows(resolution: ResolutionShown) -> Iterable[tuple[str, str]]:
    if resolution.decision_number:
        yield _("Decision number"), resolution.decision_number
    yield _("Resolved at"), moment(resolution.at)
    if resolution.terms:
        yield from terms_rows(resolution.terms)
    if resolution.reserved_yen is not None:
        reserved = yen(resolution.reserved_yen)
        if resolution.reserved_until:
            reserved = _("{amount}, until {until}").format(amount=reserved, until=day(resolution.reserved_until))
        yield _("Reserved in the fund"), reserved
    if resolution.defer_reason:
        yield _("Reason for deferral"), term("defer_reason", resolution.defer_reason)
    if resolution.short_yen is not None:
        yield _("Balance short by"), yen(resolution.short_yen)
    if resolution.again_by:
        yield _("To be resubmitted by"), day(resolution.again_by)


def resolution_blocks(resolution: ResolutionShown) -> Iterable[Block]:
    """The resolution set off, then its conditions with owner and due date."""
    lines = [_remark_line(_("Dissent of {name}: {text}"), one) for one in resolution.dissent]
    if resolution.exception:
        lines.append(_("This resolution is an exception to the gates. Each voting seat gave its reason in writing."))
        lines += [_remark_line(_("{name}: {text}"), one) for one in resolution.exception_reasons]
    yield Box(
        title=_("Resolution: {name}").format(name=said(resolution.name)),
        tone="resolution",
        colour=COLOURS[resolution.resolution],
        rows=tuple(_resolution_rows(resolution)),
        lines=tuple(lines),
    )
    if resolution.conditions:
        yield Heading(level=3, text=_("Conditions precedent of the first tranche"))
        yield Table(
            columns=(
                Column(head=_("No."), align="right", width_mm=10),
                Column(head=_("Condition")),
                Column(head=_("Owner"), width_mm=40),
                Column(head=_("Due"), align="right", width_mm=36),
            ),
            rows=tuple(
                cells(str(number), condition.text, condition.owner, day(condition.due))
                for number, condition in enumerate(resolution.conditions, start=1)
            ),
        )
