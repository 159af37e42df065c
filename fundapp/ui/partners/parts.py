"""Which part of the page of partners is open, and its forms."""

from collections.abc import Callable, Mapping

import streamlit as st

from fundapp.record import directory_commands as d
from fundapp.record.association_commands import RecordServices, RecordTrainings
from fundapp.record.command import RegisterCommand
from fundapp.text.catalogue import _
from fundapp.ui.directory import sending
from fundapp.ui.forms import form_open
from fundapp.ui.partners import agencies, banks, bodies, evaluators, liaisons, others, reps, rights
from fundapp.ui.partners.seen import Seen

FORMS: Mapping[str, tuple[type[RegisterCommand], Callable[[Seen, str], None]]] = {
    "rep": (d.RecordRepTerms, reps.rep_form),
    "deal": (d.RecordDeals, reps.deal_form),
    "referral": (d.AskUniversity, lambda seen, _row: liaisons.referral_form(seen)),
    "liaison": (d.RecordLiaisonTerms, liaisons.terms_form),
    "answer": (d.AnswerReferral, liaisons.answer_form),
    "agency": (d.RecordAgencyTerms, agencies.agency_form),
    "exchange": (d.RecordExchanges, agencies.exchange_form),
    "bank": (d.RecordBankTerms, banks.bank_form),
    "right": (d.RecordIpRights, rights.right_form),
    "services": (RecordServices, bodies.services_form),
    "training": (RecordTrainings, evaluators.training_form),
}
"""Each form: the command that it gives, and what draws it for a row."""


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
    kind, row = form_open(seen.actor, {kind: command for kind, (command, _draw) in FORMS.items()})
    if not kind:
        return False
    FORMS[kind][1](seen, row)
    return True
