"""Coordinators: the hours that they have promised and that they have, over all proposals."""

from fundapp.network.need import Coordinator
from fundapp.record.commands import RecordCoordinators
from fundapp.text.catalogue import _
from fundapp.ui import drafting
from fundapp.ui.network import effect
from fundapp.ui.network.entries import entries, heading, mark
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.foresight import foreseen
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "coordinator"
HOURS_OF_A_MONTH = 744


def show_coordinators(seen: Seen) -> None:
    """Each coordinator's load; the most loaded one decides the fact."""
    may = seen.may(RecordCoordinators)
    heading(_("Coordinators' hours, over all proposals"), _("Add a coordinator"), KIND, may=may)
    entries(
        KIND,
        ((one.id, _text(one)) for one in seen.register.coordinators),
        may=may,
        nothing=(
            _("No coordinator is listed yet."),
            _("Enter who supports companies, the hours promised a month to all of them, and the hours available."),
        ),
    )


def _text(one: Coordinator) -> str:
    fits = one.hours_promised <= one.hours_available
    state = mark(fits, _("Within the hours available") if fits else _("More hours promised than available"))
    hours = _("{hours} hours a month")
    lines = [
        labelled(_("Promised"), hours.format(hours=one.hours_promised)),
        labelled(_("Available"), hours.format(hours=one.hours_available)),
    ]
    return f"**{plain(one.name)}**  \n{state}\n\n" + "  \n".join(lines)


def coordinator_form(seen: Seen, coordinator_id: str) -> Order | None:
    """One coordinator's hours, added or corrected."""
    found = next((one for one in seen.register.coordinators if one.id == coordinator_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{coordinator_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, found.model_dump(mode="json") if found else {})
    labels = _("Coordinator's name"), _("Hours promised a month, all proposals together"), _("Hours available a month")
    name = fields.text("name", labels[0])
    promised = fields.count("hours_promised", labels[1], most=HOURS_OF_A_MONTH)
    available = fields.count("hours_available", labels[2], least=1, most=HOURS_OF_A_MONTH)
    made = None
    if promised is not None and available is not None:
        made = checked(
            lambda: Coordinator(
                id=coordinator_id or typing.command_id, name=name, hours_promised=promised, hours_available=available
            )
        )
    if made is not None and name:
        effect.show(seen.rubric, seen.facts, foreseen(seen, coordinators=(made,)))
    needed = {"name": (labels[0], name), "promised": (labels[1], promised), "available": (labels[2], available)}
    if not ends(fields, _("Save the hours")) or not filled(**needed) or made is None:
        return None
    done = _("The hours of {name} are saved.").format(name=made.name)
    return Order(((typing.command_id, RecordCoordinators(coordinators=(made,))),), done, typing)
