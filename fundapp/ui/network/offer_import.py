"""A table of offers from outside: its columns, what became of each row, and the offers that are recorded of it."""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.network.bill import Bill
from fundapp.network.columns import ColumnMapping
from fundapp.network.offer_table import (
    NAMING,
    OfferReading,
    OfferSource,
    offer_mapping_under,
    read_offers,
    suggest_offer_mapping,
)
from fundapp.record.commands import RecordOffers
from fundapp.text.catalogue import _, ngettext
from fundapp.text.network_words import words
from fundapp.ui import components, refusal
from fundapp.ui.forms import close_form
from fundapp.ui.network import templates, verdicts
from fundapp.ui.network.line_words import line_names
from fundapp.ui.network.needs import rung_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen, menu
from fundapp.ui.network.uploads import Upload, Ways, columns, told_by, uploaded
from fundapp.ui.words import plain

KIND = "offers"
RECEIVED = ("table", "paper", "fax")


def _missing(mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out: which column names the part."""
    roles = {role for role, _column in mapping.columns}
    return () if roles & NAMING else (Problem.of("column_missing_line"),)


def import_offers(seen: Seen) -> Order | None:
    """From the file to the offers. Nothing is written before the last press."""
    key = f"upload/{KIND}/{seen.proposal.id}"
    components.page_title(_("Import a table of offers"), seen.name())
    st.markdown(plain(_("You see what was read before anything is recorded.")))
    if st.button(_("Back without recording"), icon=":material/arrow_back:", key="leave-import"):
        st.session_state.pop(key, None)
        close_form()
        st.rerun()
    bill = seen.register.bill
    if bill is None:
        return None
    ways = Ways(suggest_offer_mapping, offer_mapping_under, _missing)
    upload = uploaded(key, _("The offers as Excel (.xlsx) or CSV, in any layout"), told_by(ways))
    if upload is None:
        templates.offer_template(bill)
        return None
    mapping = columns(upload, "offer_column", ways)
    if missing := _missing(mapping):
        refusal.show_problems(missing)
        return None
    source = _source(seen, upload)
    if source is None:
        return None
    reading = read_offers(upload.grid, mapping, bill=bill, source=source)
    return _preview(seen, upload, reading, bill, key)


def _source(seen: Seen, upload: Upload) -> OfferSource | None:
    """What holds for all rows that do not say otherwise."""
    components.section(_("For rows that do not say it themselves"))
    with st.grid(min_column_width=280):
        provider = st.selectbox(
            _("Company: a member, or type another name"),
            seen.providers.options(),
            index=None,
            format_func=seen.providers.shown,
            accept_new_options=True,
            placeholder=_("Choose or type"),
            key=upload.widget("provider"),
        )
        person = st.text_input(_("Person in charge"), max_chars=100, key=upload.widget("person"))
        dated = st.date_input(_("Quote date"), value=seen.today, format="YYYY/MM/DD", key=upload.widget("dated"))
        received = st.selectbox(
            _("How it came"), RECEIVED, format_func=lambda one: words("received_by")[one], key=upload.widget("received")
        )
    if dated is None:
        refusal.show_problems((Problem.of("form_field_empty", field=_("Quote date")),))
        return None
    return OfferSource(
        batch=upload.nonce,
        dated=dated,
        provider=(provider or "").strip(),
        person=(person or "").strip(),
        received_by=received,
    )


def _preview(seen: Seen, upload: Upload, reading: OfferReading, bill: Bill, key: str) -> Order | None:
    components.section(_("What was read"))
    verdicts.counts(len(reading.offer_rows), len(reading.headings), len(reading.rejected), _("offers"))
    verdicts.notices(reading.notices)
    verdicts.rejected_rows(reading.rejected, upload)
    verdicts.every_offer_row(reading, upload)
    if not reading.offers:
        refusal.show_problems((Problem.of("nothing_to_record"),))
        return None
    # One company has one spelling, or it would count as two sources.
    offers = tuple(
        offer.model_copy(update={"provider": seen.providers.canonical(offer.provider)}) for offer in reading.offers
    )
    names, ladder = line_names(seen), menu()
    components.section(_("The offers"))
    components.table(
        [
            {
                _("Part"): names[offer.line_id],
                _("Company name"): seen.providers.shown(offer.provider),
                _("Person in charge"): offer.person,
                _("Rung"): rung_name(ladder, offer.rung),
                _("Unit price (yen)"): offer.unit_price_yen,
                _("Lot"): offer.lot,
                _("Lead time (days)"): offer.lead_time_days,
                _("Quote date"): offer.dated,
                _("Valid until"): offer.expires,
                _("NDA"): _("signed") if offer.nda_signed else "",
            }
            for offer in offers
        ],
        about=_("The offers that will be recorded"),
        key=upload.widget("offers"),
    )
    told = ngettext("{n} offer", "{n} offers", len(offers))
    label = _("Record {offers} for revision {revision}").format(offers=told, revision=bill.revision)
    if not st.button(label, type="primary", icon=":material/save:", key=upload.widget("record")):
        return None
    done = ngettext("{n} offer is recorded.", "{n} offers are recorded.", len(offers))
    return Order(((upload.nonce, RecordOffers(offers=offers)),), done, forget=(key,))
