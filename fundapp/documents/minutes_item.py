"""One item of the agenda as blocks, from its papers to its resolution."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from fundapp.charts.look import QUADRANTS
from fundapp.committee.minutes import InterestStated, Matter, MinutesItem, Remark
from fundapp.committee.minutes_judging import FrozenFact, FrozenSupport
from fundapp.documents.blocks import Block, Box, Cell, Column, Heading, Pairs, Paragraph, Table, cells
from fundapp.documents.minutes_circulation import reading_blocks
from fundapp.documents.minutes_gates import gate_table
from fundapp.documents.minutes_map import two_axis_map
from fundapp.documents.minutes_scores import below_floor, moved_marks, score_table
from fundapp.documents.minutes_votes import motion_blocks, resolution_blocks
from fundapp.documents.said import NOTHING, in_two, listed, said, yes_no
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import clock, day, ratio, yen
from fundapp.text.terms import term


def item_blocks(item: MinutesItem, items: Sequence[MinutesItem]) -> Iterable[Block]:
    """An item in full, or its number and resolution alone where this copy withholds the papers."""
    if item.matter is None:
        yield Heading(level=2, text=_("Item {number}").format(number=item.number))
        yield Paragraph(text=_("The reader of this copy took no part in this item. Its papers are left out."))
    else:
        title = _("Item {number}: {code} {name}")
        yield Heading(
            level=2,
            text=title.format(number=item.number, code=item.matter.proposal_code, name=said(item.matter.proposal)),
        )
        yield from matter_blocks(item.matter, items)
    if item.resolution:
        yield from resolution_blocks(item.resolution)
    else:
        yield Paragraph(text=_("The item ended without a resolution."))


def matter_blocks(matter: Matter, items: Sequence[MinutesItem]) -> Iterable[Block]:
    """The papers and the course of an item, up to its votes."""
    yield Pairs(rows=tuple(_request(matter)))
    for interest in matter.interests:
        yield _interest_box(interest)
    if matter.materials:
        yield Heading(level=3, text=_("Materials"))
        yield _materials(matter)
    yield from reading_blocks(matter.readings)
    if matter.support:
        yield Heading(level=3, text=_("Facts of support, as of {day}").format(day=day(matter.support.as_of)))
        yield from facts_blocks(matter.support)
    for axis in matter.axes:
        yield Heading(level=3, text=_("Scores: {axis}").format(axis=said(axis.name)))
        if any(one.applicable for one in axis.criteria):
            yield score_table(matter, axis)
        else:
            yield Paragraph(text=_not_applicable(matter))
    yield from below_floor(matter)
    yield from moved_marks(matter)
    if len(matter.axes) == 2:
        yield Heading(level=3, text=_("Place on the two axes"))
        yield two_axis_map(matter, items)
    if matter.gates:
        yield Heading(level=3, text=_("Gates"))
        yield gate_table(matter)
    if matter.discussion:
        yield Heading(level=3, text=_("Discussion"))
        yield _remarks(matter.discussion)
    if matter.minority_opinions:
        yield Heading(level=3, text=_("Minority opinions"))
        yield _remarks(matter.minority_opinions)
    for motion in matter.motions:
        yield from motion_blocks(motion)


def _not_applicable(matter: Matter) -> str:
    text = _("Not applicable: the company needs no support.")
    if not matter.no_support_reason:
        return text
    return _("{text} Reason: {reason}").format(text=text, reason=matter.no_support_reason)


def _request(matter: Matter) -> Iterable[tuple[str, str]]:
    company = said(matter.company)
    yield _("Company"), _("{name} ({place})").format(name=company, place=matter.city) if matter.city else company
    yield (
        _("Request"),
        _("{amount}, {instrument}").format(
            amount=yen(matter.ask_yen), instrument=term("instrument", matter.instrument)
        ),
    )
    if matter.pre_money_yen is not None:
        yield _("Pre-money value"), yen(matter.pre_money_yen)
    if matter.summary:
        yield _("Summary"), said(matter.summary)
    if matter.proposer:
        yield _("Presented by"), said(matter.proposer)
    if matter.acting_chair:
        yield _("Acting chair"), matter.acting_chair
    if matter.excused:
        yield _("Alternates who could not come"), listed(matter.excused)
    yield _("Quorum of the item"), _quorum(matter)


def _quorum(matter: Matter) -> str:
    count = matter.quorum
    message = _(
        "{eligible} eligible voters on {seats} seats ({present} filled, {recused} recused); "
        "at least {least} must sit: not met. A motion needs {required} votes."
    )
    if count.met():
        message = _(
            "{eligible} eligible voters on {seats} seats ({present} filled, {recused} recused); "
            "at least {least} must sit: met. A motion needs {required} votes."
        )
    if matter.readings:
        message = _(
            "{eligible} eligible voters on {seats} seats ({present} asked in writing, {recused} recused); "
            "all of them must agree: {required} votes."
        )
    return message.format(
        eligible=count.eligible,
        seats=count.seats,
        present=count.present,
        recused=count.recused,
        least=count.least_eligible,
        required=count.required,
    )


def _interest_box(interest: InterestStated) -> Box:
    recused = interest.level == "recuse"
    rows = [(_("Kind of interest"), said(interest.kind))]
    if recused:
        rows.append((_("Ground"), _("recused by rule") if interest.by_rule else _("declared by the member")))
    if interest.entry != "self":
        rows.append((_("Entered"), _("by the secretariat, {entry}").format(entry=term("entry", interest.entry))))
    if interest.left_at:
        back = clock(interest.returned_at) if interest.returned_at else _("did not return")
        rows.append((_("Left, returned"), _("{left}, {back}").format(left=clock(interest.left_at), back=back)))
    if interest.alternate:
        rows.append((_("Seat filled by"), interest.alternate))
    if interest.remark:
        rows.append((_("Remark"), interest.remark))
    if interest.objection:
        rows.append((_("Objection of the member"), interest.objection))
    title = _("Interest disclosed: {name} ({seat})")
    if recused:
        title = _("Not taking part: {name} ({seat})")
    return Box(
        title=title.format(name=interest.name, seat=said(interest.seat)),
        tone="notice",
        colour=QUADRANTS["Q2" if recused else "Q4"].colour,
        rows=tuple(rows),
    )


def _materials(matter: Matter) -> Table:
    columns = (
        Column(head=_("No."), align="right", width_mm=10),
        Column(head=_("Title of the paper")),
        Column(head="SHA-256", width_mm=64),
    )
    rows = tuple(
        (*cells(str(number), paper.title), Cell(text=in_two(paper.file_sha256), tone="code"))
        for number, paper in enumerate(matter.materials, start=1)
    )
    return Table(columns=columns, rows=rows)


def _fact_text(fact: FrozenFact, value: Fraction | None) -> str:
    if value is None:
        return NOTHING
    match fact.kind:
        case "yes_no":
            return yes_no(value)
        case "days":
            return _("{count} days").format(count=value if value.denominator == 1 else ratio(value))
        case "ratio":
            return ratio(value)


def facts_blocks(support: FrozenSupport) -> Iterable[Block]:
    """The facts of axis 2 in both ways of counting, and what is open counted firm."""
    context = []
    if support.bill_revision:
        context.append(_("Bill of materials, revision {revision}").format(revision=support.bill_revision))
    if support.lot is not None:
        context.append(_("Lot of {lot}").format(lot=support.lot))
    if support.plan_days is not None:
        context.append(_("Planned lead time {days} days").format(days=support.plan_days))
    if context:
        yield Paragraph(text=listed(context), leads=True)
    yield Table(
        columns=(
            Column(head=_("Fact")),
            Column(head=_("Firm"), align="right", width_mm=26),
            Column(head=_("With raised hands"), align="right", width_mm=30),
            Column(head=_("Cases"), align="right", width_mm=16),
        ),
        rows=tuple(
            cells(said(fact.name), _fact_text(fact, fact.firm), _fact_text(fact, fact.with_hands), str(fact.cases))
            for fact in support.facts
        ),
    )
    if support.open_rows:
        yield Paragraph(text=_("Open, counted firm: {rows}").format(rows=listed(support.open_rows)))


def remark_text(one: Remark) -> str:
    """The gist, after what it was (a question, an answer) and on which criterion."""
    saying = "" if one.saying == "statement" else term("saying", one.saying)
    marks = [mark for mark in (saying, one.about) if mark]
    return _("[{marks}] {text}").format(marks=listed(marks), text=one.gist) if marks else one.gist


def _remarks(remarks: Sequence[Remark]) -> Table:
    columns = (
        Column(head=pgettext("column", "Time"), align="right", width_mm=14),
        Column(head=_("Speaker"), width_mm=34),
        Column(head=_("Gist")),
    )
    rows = tuple(cells(clock(one.at) if one.at else NOTHING, one.speaker, remark_text(one)) for one in remarks)
    return Table(columns=columns, rows=rows)
