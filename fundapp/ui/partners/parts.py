"""Which part of the page of partners is open, and its forms."""

import streamlit as st

from fundapp.text.catalogue import _
from fundapp.ui.directory import places, sending
from fundapp.ui.partners import agencies, banks, bodies, evaluators, liaisons, others, reps, rights
from fundapp.ui.partners.seen import Seen


def title(seen: Seen) -> str:
    """How many partners of each kind there are."""
    reps_known, universities, agencies_known = (
        len(seen.of(kind)) for kind in ("sales_rep", "university", "overseas_agency")
    )
    return _("Partners: {reps} sales reps, {universities} universities, {agencies} agencies abroad").format(
        reps=reps_known, universities=universities, agencies=agencies_known
    )


def show(seen: Seen) -> None:
    """One kind of partner at a time."""
    parts = {
        "reps": (_("Sales reps"), reps.show),
        "liaisons": (_("University liaisons"), liaisons.show),
        "agencies": (_("Agencies abroad"), agencies.show),
        "banks": (_("Banks"), banks.show),
        "rights": (_("Rights"), rights.show),
        "bodies": (_("Support bodies"), bodies.show),
        "evaluators": (_("Evaluators"), evaluators.show),
        "others": (_("Others"), others.show),
    }
    sending.show_receipt()
    chosen = st.segmented_control(
        _("Kind of partner"),
        tuple(parts),
        default="reps",
        required=True,
        format_func=lambda one: parts[one][0],
        key="partner-kind",
        bind="query-params",
        label_visibility="collapsed",
    )
    parts[chosen or "reps"][1](seen)


def show_form(seen: Seen) -> bool:
    """The form that is open, if one is."""
    kind, row = places.form_open()
    match kind:
        case "rep":
            reps.rep_form(seen, row)
        case "deal":
            reps.deal_form(seen, row)
        case "referral":
            liaisons.referral_form(seen)
        case "liaison":
            liaisons.terms_form(seen, row)
        case "answer":
            liaisons.answer_form(seen, row)
        case "agency":
            agencies.agency_form(seen, row)
        case "exchange":
            agencies.exchange_form(seen, row)
        case "bank":
            banks.bank_form(seen, row)
        case "right":
            rights.right_form(seen, row)
        case "services":
            bodies.services_form(seen, row)
        case "training":
            evaluators.training_form(seen, row)
        case _:
            return False
    return True
