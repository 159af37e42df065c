"""A past item as one participant saw it, as blocks: papers and own marks while it was blind, all of it afterwards."""

from collections.abc import Iterable

from fundapp.committee.minutes import Matter, MinutesItem
from fundapp.committee.rubric import AxisId, Rubric
from fundapp.documents.blocks import Block, Cell, Column, Heading, Paragraph, Table, cells
from fundapp.documents.minutes_item import matter_blocks
from fundapp.documents.minutes_votes import resolution_blocks
from fundapp.documents.said import listed, said
from fundapp.record.book import Item
from fundapp.record.minutes_item import matter_of, resolution_of
from fundapp.record.minutes_writer import Writer
from fundapp.text.catalogue import _, pgettext


def replay_blocks(writer: Writer, item: Item, person: str) -> Iterable[Block]:
    """What lay before `person`. `writer` holds the Book as that person saw it then, so what was hidden is not in it."""
    if item.hidden:
        yield Paragraph(text=_("Took no part: saw that the item exists, by its number alone."), tone="strong")
        if item.resolved is not None:
            name = next(
                said(one.name) for one in writer.book.rubric.decision.resolutions if one.id == item.resolved.resolution
            )
            yield Paragraph(text=_("Afterwards the resolution: {resolution}").format(resolution=name))
        return
    if item.frozen is None:
        yield Paragraph(text=_("The facts were not frozen yet."))
        return
    meeting = writer.book.meetings[item.meeting_id]
    matter = matter_of(writer, meeting, item)
    if item.revealed_at is None:
        yield from _blind(writer, item, person, matter)
        return
    yield from matter_blocks(matter, (MinutesItem(number=item.number, matter=matter, resolution=None),))
    resolution = resolution_of(writer, item)
    if resolution is not None:
        yield from resolution_blocks(resolution)


def _blind(writer: Writer, item: Item, person: str, matter: Matter) -> Iterable[Block]:
    """Before the reveal: papers and facts, the own marks, and who had scored; neither axes nor gates."""
    papers = matter.model_copy(update={"axes": (), "gates": (), "quadrant": None, "motions": ()})
    yield from matter_blocks(papers, ())
    yield Heading(level=3, text=_("This person's scorecard"))
    rubric = writer.book.rubric_of(item)
    own = next((card for card in item.scorecards if card.person == person), None)
    if own is None:
        yield Paragraph(text=_("None was submitted by this person at that moment."))
    else:
        marks = {(one.axis, one.criterion_id): one for one in own.levels}
        yield Table(
            columns=(
                Column(head=_("Criterion")),
                Column(head=pgettext("score", "Level"), align="right", width_mm=17),
                Column(head=pgettext("column", "Reason")),
            ),
            rows=tuple(
                (
                    Cell(text=name),
                    Cell(text="X" if given.level is None else str(given.level), tone="strong"),
                    *cells(writer.words(given.reason)),
                )
                for key, name in _criteria(rubric)
                if (given := marks.get(key)) is not None
            ),
        )
    seats = [said(writer.book.seats[one].name) for one in item.scored]
    told = listed(seats) if seats else _("nobody yet")
    yield Paragraph(text=_("Had scored, as everyone could see: {seats}").format(seats=told))


def _criteria(rubric: Rubric) -> Iterable[tuple[tuple[AxisId, str], str]]:
    for axis in rubric.axes:
        for criterion in axis.criteria:
            yield (axis.id, criterion.id), f"{criterion.id}  {said(criterion.name)}"
