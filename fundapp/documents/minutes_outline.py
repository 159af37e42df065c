"""The minutes of a meeting as a document in the language spoken now. Markdown and PDF are both rendered from it."""

from collections.abc import Iterable

from fundapp.basis.days import day_of
from fundapp.committee.minutes import FollowedUp, FundAfter, MinutesContent, MinutesItem, SeatPresent
from fundapp.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Table,
    cells,
)
from fundapp.documents.carried_text import carried_lines
from fundapp.documents.minutes_circulation import (
    circulated_rows,
    circulated_text,
    ended_blocks,
    manner_text,
    title_of,
)
from fundapp.documents.minutes_closing import closing_blocks, status_text
from fundapp.documents.minutes_item import item_blocks
from fundapp.documents.said import NOTHING, listed, said
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import clock, era_day, weekday, yen
from fundapp.text.terms import term


def minutes_outline(content: MinutesContent) -> Document:
    """The whole document. What `content` leaves out is in no part of it."""
    title = title_of(content)
    return Document(
        language=language(),
        title=title,
        subtitle=(said(content.fund), _("General partner: {name}").format(name=said(content.general_partner))),
        status=status_text(content.life),
        author=said(content.general_partner),
        keywords=(_("investment committee"), pgettext("document", "minutes"), content.document_number),
        running_head=(said(content.fund), title),
        running_foot=(
            _("Document {number}, confidential").format(number=content.document_number),
            _("Record {hash}…").format(hash=content.record_hash[:12]),
        ),
        attachment=_("The content of these minutes as canonical JSON"),
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: MinutesContent) -> Iterable[Block]:
    yield Pairs(rows=tuple(_head_rows(content)))
    if content.withheld():
        numbers = _(", ").join(str(number) for number in content.withheld())
        yield Paragraph(
            text=_("Copy for a member who took no part in item {numbers}: the papers of the item are left out.").format(
                numbers=numbers
            ),
            tone="strong",
        )
    if content.circulation:
        yield from ended_blocks(content.circulation)
    yield Heading(level=1, text=_("Members asked") if content.circulation else _("Attendance"))
    yield attendance_table(content.seats)
    if content.observers and not content.circulation:
        observers = [_("{name} ({role})").format(name=one.name, role=said(one.role)) for one in content.observers]
        yield Paragraph(text=_("Present without a vote: {names}").format(names=listed(observers)))
    yield Paragraph(text=mode_statement(content))
    yield Heading(level=1, text=_("Agenda and results"))
    yield agenda_table(content.items)
    yield from _followed_up(content.followed_up)
    yield Heading(level=1, text=_("Proceedings and resolutions"))
    for item in content.items:
        yield from item_blocks(item, content.items)
    after = _("The fund after the written resolution") if content.circulation else _("The fund after the meeting")
    yield Heading(level=1, text=after)
    yield _fund_table(content.fund_after)
    yield from closing_blocks(content)


def held_text(content: MinutesContent) -> str:
    """The day and the hours."""
    if content.circulation:
        return circulated_text(content)
    opened = day_of(content.opened_at)
    return _("{day}, {weekday}, {opened} to {closed}").format(
        day=era_day(opened), weekday=weekday(opened), opened=clock(content.opened_at), closed=clock(content.closed_at)
    )


def members_text(content: MinutesContent) -> str:
    """How many seats there are, and how many were filled."""
    present, seats = len(content.present()), len(content.seats)
    if content.circulation:
        return _("{seats} voting seats, {asked} asked in writing").format(seats=seats, asked=present)
    return _("{seats} voting seats, {present} present, {absent} absent").format(
        seats=seats, present=present, absent=seats - present
    )


def quorum_text(content: MinutesContent) -> str:
    """Whether the meeting as a whole had its quorum."""
    whole = len(content.present()) == len(content.seats)
    return _("met: every seat was filled") if whole else _("not met: every seat must be filled")


def _head_rows(content: MinutesContent) -> Iterable[tuple[str, str]]:
    yield _("Document number"), content.document_number
    if content.life.decision_number:
        yield _("Confirmed under the number"), content.life.decision_number
    if content.circulation:
        yield from circulated_rows(content, content.circulation)
    else:
        yield pgettext("minutes", "Held"), held_text(content)
        yield pgettext("minutes", "Place"), content.place
    yield pgettext("minutes", "Members"), members_text(content)
    if not content.circulation:
        yield _("Quorum of the meeting"), quorum_text(content)
    yield _("Convened by"), content.convener
    yield _("Chair"), content.chair
    yield _("Recorder"), content.recorder


def _person(seat: SeatPresent) -> str:
    if seat.alternate_for:
        return _("{name} (for {holder})").format(name=seat.name, holder=seat.alternate_for)
    return seat.name


def attendance_table(seats: tuple[SeatPresent, ...]) -> Table:
    """Every voting seat, who filled it and how."""
    columns = (
        Column(head=_("Seat"), width_mm=40),
        Column(head=_("Member"), width_mm=48),
        Column(head=_("Organisation")),
        Column(head=_("Attendance"), width_mm=28),
    )
    rows = tuple(cells(said(one.seat), _person(one), one.organisation, _mode(one)) for one in seats)
    return Table(columns=columns, rows=rows)


def _mode(seat: SeatPresent) -> str:
    """How the seat attended, when it came if it came late, and who left and returned when."""
    lines = [term("mode", seat.mode)]
    if seat.arrived_at:
        lines.append(_("from {time}").format(time=clock(seat.arrived_at)))
    for out in seat.absences:
        if out.returned_at:
            lines.append(_("left {left}, back {back}").format(left=clock(out.left_at), back=clock(out.returned_at)))
        else:
            lines.append(_("left {left}, not back").format(left=clock(out.left_at)))
    return "\n".join(lines)


def mode_statement(content: MinutesContent) -> str:
    """How those who were not in the room took part."""
    if content.circulation:
        return manner_text()
    if not any(seat.mode == "remote" for seat in content.seats):
        return _("All who were present met in one room.")
    if content.two_way_sound_and_picture:
        return _(
            "The chair made sure that sound and picture passed between the room and those attending by video at once "
            "and both ways, so that all could state their opinions as if they sat in one room."
        )
    return _("Sound and picture did not pass both ways between the room and those attending by video.")


def _agenda_row(item: MinutesItem) -> tuple[Cell, ...]:
    result = Cell(text=said(item.resolution.name) if item.resolution else NOTHING, tone="strong")
    if item.matter is None:
        return (*cells(str(item.number), _("withheld in this copy"), NOTHING, NOTHING), result)
    proposal = f"{item.matter.proposal_code} {said(item.matter.proposal)}"
    return (*cells(str(item.number), proposal, said(item.matter.company), yen(item.matter.ask_yen)), result)


def agenda_table(items: tuple[MinutesItem, ...]) -> Table:
    """Every item with its result."""
    columns = (
        Column(head=_("No."), align="right", width_mm=10),
        Column(head=_("Proposal")),
        Column(head=_("Company"), width_mm=44),
        Column(head=_("Request"), align="right", width_mm=27),
        Column(head=pgettext("column", "Resolution"), width_mm=38),
    )
    return Table(columns=columns, rows=tuple(_agenda_row(item) for item in items))


def _followed_up(found: tuple[FollowedUp, ...]) -> Iterable[Block]:
    """What earlier resolutions still waited for at this meeting."""
    if not found:
        return
    yield Heading(level=1, text=_("Reports on earlier resolutions"))
    columns = (
        Column(head=_("Decision number"), width_mm=22),
        Column(head=pgettext("column", "Resolution"), width_mm=58),
        Column(head=_("Still open")),
    )
    rows = []
    for one in found:
        head, *open_ = carried_lines(one)
        rows.append(cells(one.decision_number, head, "\n".join(open_)))
    yield Table(columns=columns, rows=tuple(rows))


def _fund_table(after: FundAfter) -> Table:
    rows = (
        (_("Fund size"), after.fund_size_yen),
        (_("Cost reserve, not yet spent"), after.cost_reserve_yen),
        (_("Fees and costs spent"), after.fees_spent_yen),
        (_("Follow-on reserve"), after.follow_on_reserve_yen),
        (_("Reserved by resolutions"), after.reserved_yen),
        (_("Committed to companies"), after.committed_yen),
        (_("of this drawn"), after.drawn_yen),
        (_("of this undrawn"), after.undrawn_yen),
    )
    return Table(
        columns=(Column(head=_("Figure")), Column(head=_("Amount (yen)"), align="right", width_mm=44)),
        rows=(
            *(cells(name, yen(amount_yen)) for name, amount_yen in rows),
            cells(_("Investable balance"), yen(after.investable_yen), tone="strong"),
        ),
        total_rows=1,
    )
