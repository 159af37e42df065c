"""What the record of a written resolution says in the place of room, hours and attendance."""

from collections.abc import Iterable

from fundapp.charts.look import LIGHT
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_circulation import Circulated, ReadingShown
from fundapp.documents.blocks import Block, Box, Cell, Column, Heading, Table
from fundapp.documents.said import in_two
from fundapp.text.catalogue import N_, _, pgettext
from fundapp.text.figures import clock, day, moment
from fundapp.text.terms import term

ENDED = {
    "objection": N_("{name} objected, so the circulation ended and the item goes to a meeting."),
    "meeting_asked": N_("{name} asked for a meeting, so the circulation ended and the item goes to it."),
    "deadline": N_("An answer was missing when the last day had passed, so the item goes to a meeting."),
    "too_few": N_("Too few were left to decide in writing, so the item goes to a meeting."),
}


def title_of(content: MinutesContent) -> str:
    """What the document is called, with its number."""
    if content.circulation is not None:
        return _("Record of written resolution {number} of the investment committee").format(
            number=content.meeting_number
        )
    return _("Minutes of the investment committee, meeting {number}").format(number=content.meeting_number)


def circulated_text(content: MinutesContent) -> str:
    """From when to when the item went round."""
    return _("{opened} to {closed}").format(opened=moment(content.opened_at), closed=moment(content.closed_at))


def circulated_rows(content: MinutesContent, circulated: Circulated) -> Iterable[tuple[str, str]]:
    """What stands at the head of the record in the place of hours and room."""
    yield pgettext("circulation", "Went round"), circulated_text(content)
    yield _("Answers until"), day(circulated.answer_by)
    if circulated.urgent_because:
        yield _("Why it could not wait"), circulated.urgent_because


def manner_text() -> str:
    """How a written resolution comes about."""
    return _(
        "The item was decided in writing, without a meeting. It needed that every voting member read all papers, and "
        "the agreement in writing of every voting member; one objection or one request for a meeting ended it."
    )


def ended_blocks(circulated: Circulated) -> Iterable[Block]:
    """Why it ended without a result, where it did."""
    if circulated.ended_by is None:
        return
    name = circulated.ended_person or _("A member")
    reason = ((_("Reason"), circulated.ended_reason),) if circulated.ended_reason else ()
    yield Box(
        title=_("Ended without a written resolution"),
        tone="notice",
        colour=LIGHT.accent,
        rows=reason,
        lines=(_(ENDED[circulated.ended_by]).format(name=name),),
    )


def closing_text(content: MinutesContent) -> str:
    """How the document came about, at its end."""
    if content.circulation is not None:
        return _(
            "The written resolution was closed on {time}. This record was drawn up to state its course and its result."
        ).format(time=moment(content.closed_at))
    return _(
        "The chair closed the meeting at {time}. These minutes were drawn up from the record "
        "to state the course and the results of the meeting."
    ).format(time=clock(content.closed_at))


def reading_blocks(readings: Iterable[ReadingShown]) -> Iterable[Block]:
    """Who read all papers when: the proof in the place of attendance."""
    rows = tuple(_reading_row(one) for one in readings)
    if not rows:
        return
    yield Heading(level=3, text=_("Proof of reading"))
    yield Table(
        columns=(
            Column(head=_("Member"), width_mm=36),
            Column(head=pgettext("circulation", "Read"), width_mm=36),
            Column(head=pgettext("circulation", "What was read")),
            Column(head=_("Frozen facts, SHA-256"), width_mm=64),
        ),
        rows=rows,
    )


def _reading_row(one: ReadingShown) -> tuple[Cell, ...]:
    when = moment(one.read_at)
    if one.entry != "self":
        when = f"{when}\n{term('entry', one.entry)}"
    what = _("the frozen facts and all {n} papers listed above").format(n=one.papers)
    return Cell(text=one.name), Cell(text=when), Cell(text=what), Cell(text=in_two(one.facts_sha256), tone="code")
