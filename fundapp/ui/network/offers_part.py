"""Offers: how each one counts, adding one by hand, and withdrawing one."""

from typing import Any

import streamlit as st

from fundapp.network.bill import Bill
from fundapp.network.offer import WRITTEN, Offer
from fundapp.network.offer_standing import AS_HANDS, SOURCE, OfferStanding, offer_standings
from fundapp.record.commands import RecordOffers, WithdrawOffer
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen
from fundapp.text.network_words import word, words
from fundapp.ui import components, drafting
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import MOST_DAYS, Fields, checked, ends, filled
from fundapp.ui.network.line_words import line_name, line_names
from fundapp.ui.network.needs import rung_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen, menu
from fundapp.ui.words import plain

ONE_OFFER, MANY_OFFERS = "offer", "offers"
ENTERED_BY_HAND = ("phone", "fax", "paper", "form")
OFFERED_RUNGS = (3, 4, 5)


def show_offers(seen: Seen) -> Order | None:
    """All offers on this proposal with how each one counts, and the ways to add and withdraw."""
    bill = seen.register.bill
    if bill is None:
        components.empty_state(
            _("Offers are made on lines, and there is no bill of materials yet."),
            _("Import the parts list first, under “Bill of materials”."),
        )
        return None
    if seen.may(RecordOffers):
        _ways()
    offers = seen.register.offers
    if not offers:
        components.empty_state(
            _("No offer yet."),
            _("Import the companies' answers as a table, or enter one that came by telephone or fax."),
        )
        return None
    standings = offer_standings(bill, offers, seen.today)
    st.markdown(plain(_about(list(standings.values()))))
    names = line_names(seen)
    ladder = menu()
    components.table(
        [
            {
                _("Part"): names.get(offer.line_id, offer.line_id),
                _("Company name"): seen.providers.shown(offer.provider),
                _("How it counts"): word("offer_standing", standings[offer.id]),
                _("Unit price (yen)"): offer.unit_price_yen,
                _("Lead time (days)"): offer.lead_time_days,
                _("Lot"): offer.lot,
                _("Person in charge"): offer.person,
                _("Rung"): rung_name(ladder, offer.rung),
                _("Quote date"): offer.dated,
                _("Valid until"): offer.expires,
                _("NDA"): _("signed") if offer.nda_signed else "",
                _("Received"): word("received_by", offer.received_by),
                _("Revision"): offer.bill_revision,
            }
            for offer in sorted(offers, key=lambda one: (one.dated, one.id), reverse=True)
        ],
        about=_("All offers with how each one counts"),
        key="offers",
    )
    return _withdraw(seen, names) if seen.may(WithdrawOffer) else None


def _about(standings: list[OfferStanding]) -> str:
    valid, hands = standings.count(SOURCE), sum(one in AS_HANDS for one in standings)
    return " · ".join(
        (
            ngettext("{n} offer", "{n} offers", len(standings)),
            ngettext("{n} valid", "{n} valid", valid),
            ngettext("{n} raised hand", "{n} raised hands", hands),
            ngettext("{n} does not count", "{n} do not count", len(standings) - valid - hands),
        )
    )


def _ways() -> None:
    with st.container(horizontal=True):
        if st.button(_("Import a table of offers"), type="primary", icon=":material/upload_file:", key="way-offers"):
            open_form(MANY_OFFERS)
        if st.button(_("Enter one offer"), icon=":material/add:", key="way-offer"):
            open_form(ONE_OFFER)


def _withdraw(seen: Seen, names: dict[str, str]) -> Order | None:
    """A company takes its offer back: it stays on file and counts no more from that day."""
    standing = {offer.id: offer for offer in seen.register.offers if offer.withdrawn_on is None}
    if not standing:
        return None

    def told(offer_id: str) -> str:
        offer = standing[offer_id]
        parts = [names.get(offer.line_id, offer.line_id), seen.providers.shown(offer.provider), day(offer.dated)]
        return " / ".join([*parts, *([] if offer.unit_price_yen is None else [yen(offer.unit_price_yen)])])

    with st.expander(_("A company withdraws an offer"), icon=":material/undo:"):
        picked = st.selectbox(
            _("Which offer"),
            list(standing),
            index=None,
            format_func=told,
            placeholder=_("Type a part or a company"),
            key="withdraw-which",
        )
        pressed = st.button(_("Record that it is withdrawn today"), disabled=picked is None, key="withdraw")
    if not pressed or picked not in standing:
        return None
    command = WithdrawOffer(offer_id=picked, on=seen.today)
    return Order(((f"withdraw/{picked}", command),), _("Withdrawn: {offer}").format(offer=told(picked)))


def offer_form(seen: Seen) -> Order | None:
    """One offer that came by telephone, fax or letter."""
    components.page_title(_("Enter one offer"), seen.name())
    bill = seen.register.bill
    typing = drafting.begin(seen.actor, f"{ONE_OFFER}/{seen.proposal.id}")
    if bill is None or typing is None:
        return None
    fields = Fields(typing, {"lot": bill.lot, "dated": seen.today.isoformat(), "rung": WRITTEN, "received_by": "phone"})
    values = _offer_fields(fields, seen, bill)
    offer = None
    if values["line_id"] and values["provider"] and values["dated"]:
        offer = checked(
            lambda: Offer(id=typing.command_id, proposal_id=seen.proposal.id, bill_revision=bill.revision, **values)
        )
    if offer is not None:
        counts = offer_standings(bill, (*seen.register.offers, offer), seen.today)[offer.id]
        told = _("As entered it would count so: {counts}").format(counts=word("offer_standing", counts))
        st.markdown(f":material/info: {plain(told)}")
    needed = {
        "line": (_("Which line"), values["line_id"]),
        "provider": (_("Company name"), values["provider"]),
        "dated": (_("Quote date"), values["dated"]),
    }
    if values["rung"] >= WRITTEN:
        needed["person"] = (_("Person in charge"), values["person"])
    if not ends(fields, _("Record this offer")) or not filled(**needed) or offer is None:
        return None
    return Order(((typing.command_id, RecordOffers(offers=(offer,))),), _("The offer is recorded."), typing)


def _offer_fields(fields: Fields, seen: Seen, bill: Bill) -> dict[str, Any]:
    lines = {line.id: line for line in bill.sourcing_lines()}
    ladder = menu()
    left, right = st.columns(2, gap="large")
    with left:
        line_id = fields.choice(
            "line_id", _("Which line"), list(lines), lambda one: line_name(lines[one]) if one in lines else one
        )
        provider = fields.choice(
            "provider",
            _("Company: a member, or type another name"),
            seen.providers.options(),
            seen.providers.shown,
            new=True,
        )
        person = fields.text("person", _("Person in charge"))
        rung = fields.one_of("rung", _("How firm it is"), OFFERED_RUNGS, lambda one: rung_name(ladder, one))
        received_by = fields.one_of(
            "received_by", _("How it came"), ENTERED_BY_HAND, lambda one: words("received_by")[one]
        )
    with right:
        price = fields.yen("unit_price_yen", _("Unit price in yen"))
        lot = fields.count("lot", _("Lot, in products"), least=1)
        lead = fields.count("lead_time_days", _("Lead time in days"), most=MOST_DAYS)
        dated = fields.day("dated", _("Quote date"))
        expires = fields.day("expires", _("Valid until"))
        nda = fields.tick("nda_signed", _("The NDA is signed"))
    return {
        "line_id": line_id or "",
        "provider": seen.providers.canonical(provider or ""),
        "person": person,
        "rung": rung or 3,
        "received_by": received_by,
        "unit_price_yen": price,
        "lot": lot,
        "lead_time_days": lead,
        "dated": dated,
        "expires": expires,
        "nda_signed": nda,
    }
