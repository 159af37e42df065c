"""Sales routes: the planned channels, their two steps (own network first, then the rep) and their five terms."""

from fundapp.network.need import SalesRoute
from fundapp.record.commands import RecordRoutes
from fundapp.text.catalogue import _
from fundapp.ui import drafting
from fundapp.ui.network import effect
from fundapp.ui.network.entries import entries, heading, mark
from fundapp.ui.network.fields import Fields, ends, filled
from fundapp.ui.network.foresight import foreseen
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled, listed
from fundapp.ui.network.route_steps import own_network_fields, rep_field, start_of, steps_text
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "route"


def _terms(route: SalesRoute, rep: str) -> dict[str, str]:
    """The terms that make a route agreed, by their names; a rep where the own network leaves something for one."""
    second_step = {} if route.rep_step() == "not_needed" else {_("Sales rep's name"): rep}
    return {
        _("Type of commission"): route.commission_type,
        _("Rate"): route.rate,
        _("Collection of payment"): route.collection,
        _("Region"): route.region,
        **second_step,
    }


def show_routes(seen: Seen) -> None:
    """The planned channels, each agreed or with the terms that are open."""
    may = seen.may(RecordRoutes)
    heading(_("Sales routes"), _("Add a sales route"), KIND, may=may)
    entries(
        KIND,
        ((route.id, _text(seen, route)) for route in seen.register.routes),
        may=may,
        nothing=(
            _("No sales route is planned yet."),
            _("Write down each channel by which the product is to be sold, with its terms as they are agreed."),
        ),
    )


def _text(seen: Seen, route: SalesRoute) -> str:
    terms = _terms(route, seen.providers.shown(route.rep))
    missing = [name for name, value in terms.items() if not value]
    state = mark(
        route.agreed(), _("Open terms: {what}").format(what=listed(missing)) if missing else _("All terms are agreed")
    )
    lines = [labelled(name, value) for name, value in terms.items()]
    steps = steps_text(route, seen.providers)
    if route.overseas:
        lines.append(labelled(_("Contact at the overseas agency"), route.contact))
    return f"**{plain(route.name)}**  \n{state}\n\n{steps}\n\n" + "  \n".join(lines)


def route_form(seen: Seen, route_id: str) -> Order | None:
    """One sales route, added or corrected."""
    route = next((one for one in seen.register.routes if one.id == route_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{route_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, start_of(route))
    name = fields.text("name", _("Channel or market"))
    own, needed = own_network_fields(fields, seen.providers, route)
    made = SalesRoute(
        id=route_id or typing.command_id,
        proposal_id=seen.proposal.id,
        name=name,
        **own,
        rep=rep_field(fields, seen.providers),
        commission_type=fields.text("commission_type", _("Type of commission")),
        rate=fields.text("rate", _("Rate, such as 6 % of sales")),
        collection=fields.text("collection", _("Collection of payment: who collects, and how")),
        region=fields.text("region", _("Region")),
        overseas=fields.tick("overseas", _("This route leads overseas")),
        contact=fields.text("contact", _("Contact at the overseas agency")),
    )
    if made.name:
        effect.show(seen.rubric, seen.facts, foreseen(seen, routes=(made,)))
    if not ends(fields, _("Save the sales route")) or not filled(name=(_("Channel or market"), made.name), **needed):
        return None
    done = _("The sales route “{name}” is saved.").format(name=made.name)
    return Order(((typing.command_id, RecordRoutes(routes=(made,))),), done, typing)
