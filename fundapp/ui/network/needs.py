"""Support needs with their menu items: the list, and the form of one need."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fundapp.committee.support_menu import SupportMenu
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.network.offer import WRITTEN
from fundapp.network.support_facts import NeedRow
from fundapp.record.commands import RecordNeeds
from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import day, yen
from fundapp.text.network_words import word, words
from fundapp.ui import components, drafting
from fundapp.ui.network import effect, entitled
from fundapp.ui.network.entries import entries, heading, mark
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.foresight import foreseen
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled, listed, outsider
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "need"


def show_needs(seen: Seen, menu: SupportMenu) -> None:
    """All needs of the proposal, the open and critical ones first, each complete or with what is missing."""
    may = seen.may(RecordNeeds)
    heading(_("Support needs and their menu items"), _("Add a need"), KIND, may=may)
    needs = sorted(seen.register.needs, key=lambda need: (not missing_words(need.item), not need.critical))
    entries(
        KIND,
        ((need.id, _need_text(need, seen, menu)) for need in needs),
        may=may,
        nothing=(
            _("No support need is listed yet."),
            _("Write down the first thing that the company cannot do alone. The answer to it can come later."),
        ),
    )
    if needs:
        needs_table(seen, menu)


def needs_table(seen: Seen, menu: SupportMenu) -> None:
    """The same needs as a table to search, sort and export."""
    drawer = st.expander(_("The needs as a table"), icon=":material/table:", on_change="rerun", key="needs-table")
    if not drawer.open:
        return
    with drawer:
        components.table(
            [_row(row, seen, menu) for row in seen.facts.needs], about=_("The support needs"), key="needs-rows"
        )


def _row(row: NeedRow, seen: Seen, menu: SupportMenu) -> dict[str, Any]:
    return {
        _("Support need"): row.name,
        _("Critical"): _("critical") if row.critical else "",
        _("Menu item"): pgettext("menu item", "complete") if row.complete else pgettext("menu item", "open"),
        _("Kind of support"): kind_name(menu, row.item) if row.item else "",
        _("Provider"): seen.providers.shown(row.provider),
        _("Person in charge"): row.person,
        _("Deliverable"): row.deliverable,
        _("Due"): row.due,
        _("Cost (yen)"): row.cost_yen,
        _("Who bears the cost"): word("cost_bearer", row.cost_bearer) if row.cost_bearer else "",
        _("Company's consent"): _("given") if row.owner_consent else "",
        _("Commitment"): rung_name(menu, row.rung),
        _("Ends when"): row.ends_when,
        _("Afterwards goes on"): seen.providers.shown(row.handed_to),
    }


def missing_words(item: MenuItem | None) -> list[str]:
    """What an item still lacks to be complete, in words."""
    held = item or MenuItem(kind="")
    asked = {
        _("provider"): held.provider,
        _("deliverable"): held.deliverable,
        _("due date"): held.due,
        _("who bears the cost"): held.cost_bearer,
    }
    return [name for name, value in asked.items() if not value]


def kind_name(menu: SupportMenu, kind: str) -> str:
    """M01 Broadcast RFQ; the bare id when the menu no longer has it."""
    known = {one.id: one.name for one in menu.kinds}
    return f"{kind} {known[kind].of(language())}" if kind in known else kind


def rung_name(menu: SupportMenu, rung: int) -> str:
    """3 hand raised."""
    return f"{rung} {menu.ladder[rung].text.of(language())}"


def _need_text(need: SupportNeed, seen: Seen, menu: SupportMenu) -> str:
    missing = missing_words(need.item)
    state = mark(
        not missing, _("Missing: {what}").format(what=listed(missing)) if missing else _("The menu item is complete")
    )
    head = f"**{plain(need.name)}**"
    if need.critical:
        critical = plain(_("Critical need"))
        head += f"  \n:material/priority_high: **{critical}**"
    return "\n\n".join([f"{head}  \n{state}", *([_item_text(need.item, seen, menu)] if need.item else [])])


def _item_text(item: MenuItem, seen: Seen, menu: SupportMenu) -> str:
    provider = seen.providers.shown(item.provider)
    if level := entitled.level(seen, item):
        provider = _("{provider} ({level})").format(provider=provider, level=level)
    if item.person:
        provider = _("{provider}, {person}").format(provider=provider, person=item.person)
    cost = "" if item.cost_yen is None else yen(item.cost_yen)
    if item.cost_bearer:
        borne = _("borne by {bearer}").format(bearer=word("cost_bearer", item.cost_bearer))
        cost = f"{cost} ({borne})" if cost else borne
    lines = [
        labelled(_("Kind of support"), kind_name(menu, item.kind)),
        labelled(_("Provider"), provider),
        labelled(_("Deliverable"), item.deliverable),
        labelled(_("Due"), day(item.due) if item.due else ""),
        *(
            [labelled(_("To be decided by"), day(item.decision_due))]
            if item.decision_due and not item.complete()
            else []
        ),
        labelled(_("Cost"), cost),
        *entitled.reasons(seen, item),
        labelled(_("Source of the money"), _("confirmed") if item.funded or item.cost_yen == 0 else ""),
        labelled(_("Company's consent"), _("given") if item.owner_consent else ""),
        labelled(_("Commitment"), rung_name(menu, item.rung)),
        labelled(_("Ends when"), item.ends_when),
        labelled(_("Afterwards goes on"), seen.providers.shown(item.handed_to)),
    ]
    return "  \n".join(lines)


def need_form(seen: Seen, menu: SupportMenu, need_id: str) -> Order | None:
    """One need with its menu item, added or corrected, and what it will do to the facts."""
    need = next((one for one in seen.register.needs if one.id == need_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{need_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, _start(need))
    name = fields.text("name", _("What the company cannot do alone"))
    critical = fields.tick("critical", _("Critical: without it the plan fails"))
    item = _item_fields(fields, seen, menu)
    # A new need takes the id of its form, so that a press that comes twice adds it once.
    entitled.take_over(seen, item)
    made = checked(
        lambda: SupportNeed(
            id=need_id or typing.command_id,
            proposal_id=seen.proposal.id,
            name=name,
            critical=critical,
            item=_item(item),
        )
    )
    if made is not None and name:
        effect.show(seen.rubric, seen.facts, foreseen(seen, needs=(made,)))
    if not ends(fields, _("Save the need")) or made is None:
        return None
    if not filled(name=(_("What the company cannot do alone"), name)):
        return None
    if made.item and not filled(kind=(_("Kind of support"), made.item.kind)):
        return None
    if made.item and made.item.rung >= WRITTEN and not filled(person=(_("Person in charge"), made.item.person)):
        return None
    done = _("The need “{name}” is saved.").format(name=made.name)
    return Order(((typing.command_id, RecordNeeds(needs=(made,))),), done, typing)


def _start(need: SupportNeed | None) -> Mapping[str, Any]:
    if need is None:
        return {}
    item = need.item.model_dump(mode="json") if need.item else {}
    return {"name": need.name, "critical": need.critical, **item}


def _item_fields(fields: Fields, seen: Seen, menu: SupportMenu) -> dict[str, Any]:
    """The answer to the need, as far as it is known."""
    components.section(_("The answer to it, as far as it is known"))
    left, right = st.columns(2, gap="large")
    with left:
        kind = fields.choice(
            "kind", _("Kind of support"), [one.id for one in menu.kinds], lambda one: kind_name(menu, one)
        )
        provider = fields.choice(
            "provider",
            _("Provider: a member, or type another name"),
            seen.providers.options(),
            seen.providers.shown,
            new=True,
        )
        outsider(seen.providers, provider or "")
        person = fields.text("person", _("Person in charge"))
        deliverable = fields.text("deliverable", _("Deliverable: what will be handed over"))
        due = fields.day("due", _("Due"))
        decision_due = fields.day("decision_due", _("To be decided by, while something is still open"))
        entitled.tell(seen, kind or "", provider or "")
    with right:
        cost_yen = fields.yen("cost_yen", _("Cost in yen, 0 when it is free of charge"))
        cost_bearer = fields.one_of(
            "cost_bearer", _("Who bears the cost"), list(words("cost_bearer")), lambda one: word("cost_bearer", one)
        )
        funded = fields.tick("funded", _("The source of the money is confirmed"))
        owner_consent = fields.tick("owner_consent", _("The company's president agrees"))
        rung = fields.one_of(
            "rung",
            _("How firm it is"),
            [one.rung for one in menu.ladder],
            lambda one: rung_name(menu, one),
        )
        ends_when = fields.text("ends_when", _("Ends when: by what one sees that it has done its work"))
        handed_to = fields.choice(
            "handed_to",
            _("Who goes on afterwards: a member, or type another name"),
            seen.providers.options(),
            seen.providers.shown,
            new=True,
        )
        outsider(seen.providers, handed_to or "")
    return {
        "kind": kind or "",
        "provider": seen.providers.canonical(provider or ""),
        "person": person,
        "deliverable": deliverable,
        "due": due,
        "decision_due": decision_due,
        "cost_yen": cost_yen,
        "cost_bearer": cost_bearer,
        "funded": funded,
        "owner_consent": owner_consent,
        "rung": rung or 0,
        "ends_when": ends_when,
        "handed_to": seen.providers.canonical(handed_to or ""),
    }


def _item(values: Mapping[str, Any]) -> MenuItem | None:
    """The menu item, or None when nothing of it is known."""
    return MenuItem(**values) if any(value not in (None, "", False, 0) for value in values.values()) else None
