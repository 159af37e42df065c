"""Score sheets on paper: what a member would have on the screen, for one seat and one named person, in large type."""

from collections.abc import Iterable, Mapping

from fundapp.basis.fact import Fact, Language
from fundapp.committee.item import RollEntry, Scorecard
from fundapp.committee.levels import open_levels
from fundapp.committee.rubric import Axis, Criterion
from fundapp.documents.said import said
from fundapp.record.book import Book, Frozen, Item
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import day
from fundapp.text.figures import yen as yen_text


class SheetOption(Fact):
    """One mark to circle, with what it means."""

    mark: str
    text: str


class SheetCriterion(Fact):
    """One criterion; `write` names what may have to be written below it."""

    title: str
    question: str
    notes: tuple[str, ...]
    options: tuple[SheetOption, ...]
    raise_it: str
    write: str


class SheetAxis(Fact):
    """One axis, which begins a page."""

    title: str
    question: str
    how: str
    agree: str
    """One tick for all criteria, where each begins at a level; empty where none does."""
    criteria: tuple[SheetCriterion, ...]


class ScoreSheet(Fact):
    """The sheet of one seat on one item in one round."""

    seat: str
    person: str
    round: str
    head: tuple[str, str]
    """Stands on every page, so that a loose one finds its sheet."""
    pairs: tuple[tuple[str, str], ...]
    interest: tuple[str, ...]
    steps: tuple[str, ...]
    axes: tuple[SheetAxis, ...]
    sign: tuple[str, ...]


class ScoreSheets(Fact):
    """The sheets of one item in one file."""

    language: Language
    title: str
    author: str
    foot: tuple[str, str]
    sheets: tuple[ScoreSheet, ...]


def score_sheets(book: Book, item: Item, seats: Iterable[RollEntry], names: Mapping[str, str]) -> ScoreSheets:
    """The sheets for these seats in the language spoken now. `book` has passed sight; the item's facts are frozen."""
    frozen = item.frozen
    assert frozen is not None, "a sheet is printed for frozen facts"
    meeting = book.meetings[item.meeting_id]
    title = _("Score sheet: {code} {name}").format(code=item.proposal_code, name=said(frozen.proposal.name))
    return ScoreSheets(
        language=language(),
        title=title,
        author=said(book.terms.general_partner) if book.terms else "",
        foot=(
            _("Meeting no. {meeting}, item {item}").format(meeting=meeting.number, item=item.number),
            _("Rubric {digest}").format(digest=frozen.rubric_digest[:8]),
        ),
        sheets=tuple(_sheet(book, item, frozen, entry, names.get(entry.person, "")) for entry in seats),
    )


def first_card(item: Item, entry: RollEntry) -> Scorecard | None:
    """This person's first score once all are revealed, which the second begins from."""
    if item.revealed_at is None:
        return None
    own = (card for card in item.scorecards if (card.seat_id, card.person) == (entry.seat_id, entry.person))
    return next((card for card in own if card.round == 1), None)


def _sheet(book: Book, item: Item, frozen: Frozen, entry: RollEntry, person: str) -> ScoreSheet:
    rubric, first = book.rubric_of(item), first_card(item, entry)
    seat, meeting = said(book.seats[entry.seat_id].name), book.meetings[item.meeting_id]
    proposal = frozen.proposal
    computed = {one.criterion_id: one.level for one in frozen.firm}
    given = {f"{one.axis}/{one.criterion_id}": one.level for one in first.levels} if first else None
    return ScoreSheet(
        seat=seat,
        person=person,
        round=_("Second score") if first else _("First score"),
        head=(f"{item.proposal_code} {said(proposal.name)}", f"{seat} {person}".strip()),
        pairs=(
            (_("Meeting"), _("no. {number}, {day}").format(number=meeting.number, day=day(meeting.held_on))),
            (_("Item"), _("{number}: {code}").format(number=item.number, code=item.proposal_code)),
            (pgettext("sheet", "Company"), said(proposal.company.name)),
            (_("Ask"), yen_text(proposal.ask_yen)),
            (_("Facts as of"), day(frozen.as_of)),
        ),
        interest=()
        if first
        else (_("I have no interest"), _("I have an interest (tell the secretariat before you score)")),
        steps=(
            _("Circle one mark for every criterion: the highest level whose whole text, and all below it, is true."),
            _("X: there is no evidence to judge by."),
            _("Alone, and shown to nobody: the secretariat keeps the sheet closed until the chair reveals all scores."),
        ),
        axes=tuple(
            _axis(axis, computed, given, {one.criterion_id for one in proposal.evidence})
            for axis in rubric.axes
            if axis.id == "axis1" or any(level is not None for level in computed.values())
        ),
        sign=(pgettext("sheet", "Date"), _("Name, by hand")),
    )


def _axis(
    axis: Axis,
    computed: Mapping[str, int | None],
    given: Mapping[str, int | None] | None,
    documented: set[str],
) -> SheetAxis:
    asked = [one for one in axis.criteria if axis.id == "axis1" or computed[one.id] is not None]
    return SheetAxis(
        title=said(axis.name),
        question=said(axis.question),
        how=""
        if axis.id == "axis1"
        else _(
            "Each criterion starts at the level that the facts give. One lower needs a reason, one higher a new fact."
        ),
        agree=_agree(axis, given),
        criteria=tuple(_criterion(axis, one, computed, given, one.id in documented) for one in asked),
    )


def _agree(axis: Axis, given: Mapping[str, int | None] | None) -> str:
    """What one tick says of the whole axis: that all stays where it began."""
    if given is not None:
        return _("I stay with my first score on the whole axis; no mark below")
    return "" if axis.id == "axis1" else _("I agree with all computed levels; no mark below")


def _criterion(
    axis: Axis,
    criterion: Criterion,
    computed: Mapping[str, int | None],
    given: Mapping[str, int | None] | None,
    documented: bool,
) -> SheetCriterion:
    start = computed.get(criterion.id) if axis.id == "axis2" else None
    notes = [_("Weight {weight}%").format(weight=criterion.weight_pct)]
    if start is not None:
        notes.append(_("Computed level {level}").format(level=start))
    if given is not None:
        before = given.get(f"{axis.id}/{criterion.id}")
        notes.append(_("Your first score {level}").format(level="X" if before is None else before))
    if axis.id == "axis1" and not documented:
        notes.append(_("No document is attached, so levels 4 and 5 are not open."))
    options = [
        SheetOption(mark=str(level), text=said(criterion.text_of(level))) for level in open_levels(criterion, start)
    ]
    writes = start is not None or given is not None
    return SheetCriterion(
        title=f"{criterion.id} {said(criterion.name)}",
        question=said(criterion.question) if criterion.question else "",
        notes=tuple(notes),
        options=(*options, SheetOption(mark="X", text=_("No evidence to judge by."))),
        raise_it=_("At 3 or less: the text of the next level is what would raise it") if axis.id == "axis1" else "",
        write=_("Reason, if it differs from the start") if writes else "",
    )
