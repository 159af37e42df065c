"""The form of a proposal: registered first, corrected later with a reason. Kept as a draft at every entry."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Proposal, next_code
from fundapp.documents.said import said
from fundapp.record.commands import RegisterProposal
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import yen
from fundapp.text.terms import TERMS, term
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.proposal.filled import (
    REASONS,
    UNITS_YEN,
    amount_yen,
    problems,
    proposal_of,
    typed_values,
)
from fundapp.ui.words import plain

LABELS = {
    "code": N_("Code"),
    "name_ja": N_("Name of the proposal (Japanese)"),
    "name_en": N_("Name of the proposal (English)"),
    "company_ja": N_("Company (Japanese)"),
    "company_en": N_("Company (English)"),
    "corporate_number": N_("Corporate number (13 digits)"),
    "city": N_("City"),
    "president": N_("President"),
    "founder_from": N_("From which company or university (no person's name)"),
    "ask": N_("Amount asked"),
    "pre_money": N_("Pre-money value, if one is set"),
    "sector": N_("Sector"),
    "summary_ja": N_("Summary (Japanese)"),
    "summary_en": N_("Summary (English)"),
    "use_of_funds": N_("Use of funds"),
}
UNITS = {10_000: N_("in ten thousand yen"), 1: N_("in yen")}
LONG = frozenset({"summary_ja", "summary_en", "use_of_funds"})


class Form:
    """The fields of one form, with the values that its owner left and those that stand now."""

    def __init__(self, typing: Typing, standing: Proposal | None, suggested: dict[str, Any]) -> None:
        self.typing = typing
        self.values: dict[str, Any] = {**(typed_values(standing) if standing else suggested), **typing.values}

    def text(self, name: str, label: str = "", *, long: bool = False) -> None:
        """One field of text."""
        draw = st.text_area if long else st.text_input
        shown = label or _(LABELS[name])
        self.values[name] = draw(
            shown, value=self.values.get(name, ""), key=self.typing.widget(name), max_chars=4000 if long else 200
        )

    def choice(self, name: str, label: str, options: Sequence[Any], names: Sequence[str]) -> None:
        """One choice of a few, all in view."""
        told = dict(zip(options, names, strict=True))
        given = self.values.get(name, options[0])
        self.values[name] = st.radio(
            label,
            options,
            index=options.index(given) if given in options else 0,
            format_func=lambda one: told[one],
            key=self.typing.widget(name),
            horizontal=True,
        )


def request_form(typing: Typing, standing: Proposal | None, proposals: Sequence[Proposal]) -> RegisterProposal | None:
    """The form; the command once it was sent without fault. `standing` is the proposal that is corrected."""
    form = Form(typing, standing, {"code": next_code([one.code for one in proposals]), "stage": "early"})
    _what(form, proposals)
    _who(form)
    _how_much(form)
    _why(form)
    if standing:
        form.text("reason", _("Why the proposal is corrected"))
    safe = drafting.keep(typing, form.values)
    label = _("Keep the correction") if standing else _("Register the proposal")
    if not st.button(label, type="primary", key=typing.widget("send"), icon=":material/check:") or not safe:
        return None
    return _command(form.values, standing, proposals)


def _what(form: Form, proposals: Sequence[Proposal]) -> None:
    components.section(_("What is proposed"))
    form.text("code")
    _pair(form, "name_ja", "name_en")
    _sector(form, sorted({one.sector for one in proposals}))
    stages = tuple(TERMS["stage"])
    form.choice("stage", _("Stage"), stages, [term("stage", one) for one in stages])
    form.text("summary_ja", long=True)
    form.text("summary_en", long=True)


def _sector(form: Form, known: list[str]) -> None:
    # The limit counts by sector, so that a known name is better than a second spelling of it.
    given = form.values.get("sector") or None
    options = known if given is None or given in known else [*known, given]
    form.values["sector"] = (
        st.selectbox(
            _(LABELS["sector"]),
            options,
            index=options.index(given) if given else None,
            accept_new_options=True,
            placeholder=_("Choose one, or write a new one"),
            key=form.typing.widget("sector"),
        )
        or ""
    )


def _pair(form: Form, first: str, second: str) -> None:
    left, right = st.columns(2)
    with left:
        form.text(first)
    with right:
        form.text(second)


def _who(form: Form) -> None:
    components.section(_("Who asks"))
    _pair(form, "company_ja", "company_en")
    form.text("corporate_number")
    _told(_number_told(form.values["corporate_number"]))
    _pair(form, "city", "president")
    names = {one.id: f"{said(one.name)} ({one.code})" for one in gate.desk().members()}
    given = form.values.get("referred_by") or ""
    form.values["referred_by"] = (
        st.selectbox(
            _("Referred by"),
            tuple(names),
            index=tuple(names).index(given) if given in names else None,
            format_func=lambda one: names[one],
            placeholder=_("Came by itself"),
            key=form.typing.widget("referred_by"),
        )
        or ""
    )
    origins = tuple(TERMS["founder_origin"])
    form.choice(
        "founder_origin", _("Where the founder comes from"), origins, [term("founder_origin", one) for one in origins]
    )
    form.text("founder_from")


def _number_told(typed: str) -> str:
    number = corporate_number(typed)
    if number is None:
        return _("The check digit does not fit. Compare the 13 digits, or leave the field empty.")
    return _("The number is well formed.") if number else _("May be left empty.")


def _told(text: str) -> None:
    """A line that is always there, so that the button below does not move away under a finger."""
    st.markdown(plain(text))


def _how_much(form: Form) -> None:
    components.section(_("How much"))
    form.choice("unit", _("Amounts are written"), UNITS_YEN, [_(UNITS[unit]) for unit in UNITS_YEN])
    form.text("ask")
    _told(_amount_told(form.values["ask"], form.values["unit"]))
    instruments = tuple(TERMS["instrument"])
    form.choice("instrument", _("Instrument"), instruments, [term("instrument", one) for one in instruments])
    form.text("pre_money")
    _told(_amount_told(form.values["pre_money"], form.values["unit"]))


def _amount_told(typed: str, unit_yen: int) -> str:
    """The amount in its other form."""
    amount = amount_yen(typed, unit_yen)
    if amount is None:
        return _("Write the figures alone.")
    plain_yen, in_words = yen(amount), yen(amount, "man")
    return plain_yen if plain_yen == in_words else f"{plain_yen} = {in_words}"


def _why(form: Form) -> None:
    components.section(_("Why"))
    form.text("use_of_funds", long=True)
    for_, against = st.columns(2)
    for n in range(REASONS):
        with for_:
            form.text(f"for_{n}", _("Reason for, {n}").format(n=n + 1))
        with against:
            form.text(f"against_{n}", _("Reason against, {n}").format(n=n + 1))
    form.choice(
        "needs_support",
        _("Does the company need hands-on support?"),
        (True, False),
        [_("It needs support"), _("It needs none")],
    )
    form.choice(
        "no_parts", _("Is there anything to source?"), (False, True), [_("There are parts"), _("There are no parts")]
    )


def _command(
    values: dict[str, Any], standing: Proposal | None, proposals: Sequence[Proposal]
) -> RegisterProposal | None:
    """The command, or None after its faults are shown."""
    if standing and not values["reason"].strip():
        refusal.show(Refusal.of("correction_of_proposal_needs_reason"))
        return None
    if found := problems(values):
        named = [one.model_copy(update={"place": _(LABELS[one.place])}) for one in found]
        refusal.show(Refusal.of("proposal_form_incomplete", *named))
        return None
    companies = [one.company for one in proposals]
    proposal = proposal_of(values, standing, companies, gate.desk().new_id())
    return RegisterProposal(proposal=proposal, reason=values.get("reason", ""))


def registered(proposal: Proposal) -> str:
    """The receipt's words."""
    return _("{code} {name} is registered.").format(code=proposal.code, name=said(proposal.name))
