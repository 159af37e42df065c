"""Promised supports: what was due to the company by when, and whether it came in time."""

from datetime import date

from fundapp.network.need import SupportCase
from fundapp.record.commands import RecordCases
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui import drafting
from fundapp.ui.network import effect
from fundapp.ui.network.entries import entries, heading, mark, waiting
from fundapp.ui.network.fields import Fields, ends, filled
from fundapp.ui.network.foresight import foreseen
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled
from fundapp.ui.network.seen import Seen

KIND = "case"


def show_cases(seen: Seen) -> None:
    """Each promise with its day, by day."""
    may = seen.may(RecordCases)
    heading(_("Promised supports"), _("Add a promised support"), KIND, may=may)
    entries(
        KIND,
        ((one.id, _text(one, seen.today)) for one in sorted(seen.register.cases, key=lambda one: (one.due, one.id))),
        may=may,
        nothing=(
            _("No promise is recorded yet."),
            _("Enter the day on which a support is due, and later the day on which it came."),
        ),
    )


def _text(one: SupportCase, today: date) -> str:
    if one.delivered:
        kept = one.delivered <= one.due
        state = mark(kept, _("Came in time") if kept else _("Came late"))
    elif one.due < today:
        state = mark(False, _("Overdue"))
    else:
        state = waiting(_("Not due yet"))
    lines = [labelled(_("Due"), day(one.due)), labelled(_("Delivered"), day(one.delivered) if one.delivered else "")]
    return f"{state}\n\n" + "  \n".join(lines)


def case_form(seen: Seen, case_id: str) -> Order | None:
    """One promised support, added or marked as delivered."""
    found = next((one for one in seen.register.cases if one.id == case_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{case_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, found.model_dump(mode="json") if found else {})
    due = fields.day("due", _("Due"))
    delivered = fields.day("delivered", _("Delivered"))
    made = SupportCase(id=case_id or typing.command_id, due=due, delivered=delivered) if due else None
    if made is not None:
        effect.show(seen.rubric, seen.facts, foreseen(seen, cases=(made,)))
    if not ends(fields, _("Save the promised support")) or not filled(due=(_("Due"), due)) or made is None:
        return None
    command = RecordCases(proposal_id=seen.proposal.id, cases=(made,))
    return Order(((typing.command_id, command),), _("The promised support is saved."), typing)
