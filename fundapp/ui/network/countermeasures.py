"""Countermeasures: what is done against a cost, a lead time, a dependence or a part that nobody offers."""

from fundapp.network.need import Countermeasure
from fundapp.record.commands import RecordCountermeasures
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.text.network_words import word, words
from fundapp.ui import drafting
from fundapp.ui.network import effect
from fundapp.ui.network.entries import entries, heading, mark
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.foresight import foreseen
from fundapp.ui.network.line_words import line_name, line_names
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled, listed
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "countermeasure"


def show_countermeasures(seen: Seen) -> None:
    """All countermeasures, each with its owner and day or with what is open."""
    may = seen.may(RecordCountermeasures)
    heading(_("Countermeasures"), _("Add a countermeasure"), KIND, may=may)
    names = line_names(seen)
    entries(
        KIND,
        ((one.id, _text(one, names)) for one in seen.register.countermeasures),
        may=may,
        nothing=(
            _("No countermeasure is recorded yet."),
            _("Write down what is done about a part that is late, too dear, hangs on one provider or has no offer."),
        ),
    )


def _text(one: Countermeasure, names: dict[str, str]) -> str:
    missing = [name for name, value in ((_("owner"), one.owner), (_("due date"), one.due)) if not value]
    state = mark(
        not missing, _("Open: {what}").format(what=listed(missing)) if missing else _("It has an owner and a due date")
    )
    lines = [
        labelled(_("Against"), word("against", one.against)),
        *([labelled(_("Part"), names.get(one.line_id, one.line_id))] if one.line_id else []),
        labelled(_("Owner"), one.owner),
        labelled(_("Due"), day(one.due) if one.due else ""),
    ]
    return f"**{plain(one.text)}**  \n{state}\n\n" + "  \n".join(lines)


def countermeasure_form(seen: Seen, measure_id: str) -> Order | None:
    """One countermeasure, added or corrected."""
    found = next((one for one in seen.register.countermeasures if one.id == measure_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{measure_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, found.model_dump(mode="json") if found else {})
    labels = _("Against what"), _("What is done")
    against = fields.one_of("against", labels[0], list(words("against")), lambda one: word("against", one))
    lines = {line.id: line for line in seen.register.bill.sourcing_lines()} if seen.register.bill else {}
    line_id = fields.choice(
        "line_id",
        _("Which part; none is needed against cost"),
        list(lines),
        lambda one: line_name(lines[one]) if one in lines else one,
    )
    text = fields.words("text", labels[1])
    owner = fields.text("owner", _("Owner"))
    due = fields.day("due", _("Due"))
    made = None
    if against:
        made = checked(
            lambda: Countermeasure(
                id=measure_id or typing.command_id,
                proposal_id=seen.proposal.id,
                against=against,
                line_id=line_id or "",
                text=text,
                owner=owner,
                due=due,
            )
        )
    if made is not None and text:
        effect.show(seen.rubric, seen.facts, foreseen(seen, countermeasures=(made,)))
    needed = {"against": (labels[0], against), "text": (labels[1], text)}
    if not ends(fields, _("Save the countermeasure")) or not filled(**needed) or made is None:
        return None
    return Order(
        ((typing.command_id, RecordCountermeasures(countermeasures=(made,))),),
        _("The countermeasure is saved."),
        typing,
    )
