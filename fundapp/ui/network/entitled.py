"""What the body behind a menu item asks of this company: on which level, at which cost, and why; who may evaluate."""

from typing import Any

import streamlit as st

from fundapp.documents.entitled import entitled, service_behind
from fundapp.documents.said import listed
from fundapp.network.need import MenuItem
from fundapp.network.service import Service
from fundapp.network.training import EVALUATION, evaluators
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.text.network_words import word
from fundapp.ui import gate
from fundapp.ui.network.entries import mark
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain


def _service(seen: Seen, kind: str, provider: str) -> Service | None:
    return service_behind(seen.services, seen.providers, provider, kind)


def level(seen: Seen, item: MenuItem) -> str:
    """Local or wide-area, where the body has said so."""
    service = _service(seen, item.kind, item.provider)
    return word("level", service.level) if service else ""


def reasons(seen: Seen, item: MenuItem) -> list[str]:
    """Why it costs that, and a warning where another cost stands there. Markdown."""
    service = _service(seen, item.kind, item.provider)
    if service is None:
        return []
    cost, why = entitled(service, is_member=seen.is_member)
    if cost.cost_yen is not None and item.cost_yen not in (None, cost.cost_yen):
        told = _("The body asks {cost} of this company").format(cost=yen(cost.cost_yen))
        return [mark(False, f"{told} ({why})" if why else told)]
    return [plain(_("Reason: {why}").format(why=why))] if why else []


def tell(seen: Seen, kind: str, provider: str) -> None:
    """What is known of the choice in the form: cost, level, a local body that does it too, evaluators."""
    service = _service(seen, kind, provider)
    lines = []
    if service is not None:
        cost, why = entitled(service, is_member=seen.is_member)
        amount = _("cost agreed each time") if cost.cost_yen is None else yen(cost.cost_yen)
        told = _("{level}; {cost} when the cost is left empty").format(level=word("level", service.level), cost=amount)
        lines.append(f"{told} ({why})" if why else told)
        local = _local(seen, kind) if service.level == "wide_area" else []
        if local:
            lines.append(_("Done locally too, by {bodies}").format(bodies=listed(local)))
    if kind == EVALUATION:
        lines.append(_evaluators(seen))
    for line in lines:
        st.markdown(f":material/info: {plain(line)}")


def _local(seen: Seen, kind: str) -> list[str]:
    """Bodies that offer the kind locally: what a place can do itself is not done for the whole region."""
    return [seen.providers.shown(one.member_id) for one in seen.services if one.kind == kind and one.level == "local"]


def _evaluators(seen: Seen) -> str:
    people = {one.id: one.name for one in gate.desk().contacts(seen.actor)}
    able = evaluators(gate.desk().trainings(seen.actor), seen.today)
    names = [
        f"{people[one.contact_id]} ({seen.providers.shown(one.member_id)})"
        for one in able
        if people.get(one.contact_id)
    ]
    if not names:
        return _("Nobody is qualified to evaluate today")
    return _("Qualified to evaluate: {people}").format(people=listed(names))


def take_over(seen: Seen, values: dict[str, Any]) -> None:
    """A cost that was left empty is what the body asks of this company."""
    service = _service(seen, values["kind"], values["provider"])
    if service is not None and values["cost_yen"] is None:
        values["cost_yen"] = entitled(service, is_member=seen.is_member)[0].cost_yen
