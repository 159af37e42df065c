"""The first step: the fund as its partnership agreement fixes it."""

import streamlit as st

from fundapp.text.catalogue import N_, _
from fundapp.text.figures import percent, yen
from fundapp.ui import components, gate
from fundapp.ui.office.fields import Fields, Row
from fundapp.ui.proposal.filled import UNITS_YEN, amount_yen
from fundapp.ui.setup.entering import Entering
from fundapp.ui.setup.typed_fund import LABELS, LIMITS, OPTIONAL, RESERVES, partner_place, sum_of_shares, text
from fundapp.ui.words import plain

_UNITS = {10_000: N_("in ten thousand yen"), 1: N_("in yen")}


def fund_step(entering: Entering) -> None:
    """The fields of the fund; what stands in the record already is said and not asked again."""
    if entering.book.terms is not None:
        st.markdown(plain(_("The fund stands in the record already.")))
        return
    fields = entering.fields
    _names(fields)
    _partners(fields)
    _money(fields)
    _limits(fields)
    _time(fields)


def _label(name: str) -> str:
    return _(LABELS[name])


def _example(typed: str) -> str:
    return _("such as {example}").format(example=typed)


def _heading(title: str) -> None:
    components.part(title)


def _field(fields: Fields, name: str, example: str | None = None) -> None:
    fields.text(fields.values, name, _label(name), example=example)


def _names(fields: Fields) -> None:
    _heading(_("Names"))
    for name in ("fund", "gp"):
        japanese, english = st.columns(2)
        with japanese:
            _field(fields, f"{name}_ja")
        with english:
            _field(fields, f"{name}_en", _("May be left empty"))


def _partners(fields: Fields) -> None:
    _heading(_("Partners and their shares"))
    rows: list[Row] = fields.values["partners"]
    for number, row in enumerate(rows, start=1):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"partner-{number}"):
            fields.text(row, "lp_name", partner_place(number))
            fields.text(
                row, "lp_share", _("{partner}: share, %").format(partner=partner_place(number)), example=_example("99")
            )
            if len(rows) > 1 and st.button(
                _("Remove"),
                icon=":material/remove:",
                key=fields.key(row, "remove"),
                help=partner_place(number),
            ):
                fields.values["partners"] = [one for one in rows if one is not row]
                _again(fields)
    if st.button(_("Add a limited partner"), icon=":material/add:", key=fields.key({}, "add-partner")):
        rows.append({"id": gate.desk().new_id()})
        _again(fields)
    general, total = st.columns(2, vertical_alignment="bottom")
    with general:
        _field(fields, "gp_share", _example("1"))
    whole = sum_of_shares(fields.values)
    told = _("All shares add up to 100%.") if whole == 1 else _("The shares add up to {sum}; it must be 100%.")
    icon = ":material/check:" if whole == 1 else ":material/pending:"
    total.markdown(f"{icon} {plain(told.format(sum=percent(whole)))}")


def _again(fields: Fields) -> None:
    if fields.keep():
        st.rerun()


def _money(fields: Fields) -> None:
    _heading(_("Money"))
    fields.choice(fields.values, "unit", _("Amounts are written"), UNITS_YEN, lambda unit: _(_UNITS[unit]))
    unit = fields.values["unit"]
    columns = st.columns(3)
    for column, name in zip(columns, ("size", *RESERVES), strict=True):
        with column:
            _field(fields, name)
            amount = amount_yen(text(fields.values, name), unit)
            st.markdown(plain(yen(amount, "man") if amount else _("Write the figures alone.")))


def _limits(fields: Fields) -> None:
    _heading(_("Limits"))
    st.markdown(plain(_("An approval above a limit is refused.")))
    for pair in (LIMITS[:2], LIMITS[2:]):
        for column, name in zip(st.columns(2), pair, strict=True):
            with column:
                _field(fields, name, _example("20"))
    for column, name in zip(st.columns(2), OPTIONAL, strict=True):
        with column:
            _field(fields, name, _("Empty if the agreement says nothing"))


def _time(fields: Fields) -> None:
    _heading(_("Time"))
    day, years, days = st.columns(3)
    with day:
        fields.day(fields.values, "first_day", _label("first_day"))
    with years:
        fields.number(fields.values, "years", _label("years"), first=1, last=50)
    with days:
        fields.number(fields.values, "reservation_days", _label("reservation_days"), first=1, last=1000)
    period, notice = st.columns(2)
    with period:
        _field(fields, "investment_years", _("Empty if the agreement says nothing"))
    with notice:
        fields.number(fields.values, "call_notice_days", _label("call_notice_days"), first=1, last=90)
