"""How far the members agree: the raw spread first, then alpha and ICC where enough was marked to mean something."""

import streamlit as st

from fundapp.committee.agreement import Agreement, Coefficient
from fundapp.documents.said import said
from fundapp.record.weighing import RoundAgreement, agreement_in
from fundapp.text.catalogue import _, ngettext
from fundapp.text.refusal_text import problem_text
from fundapp.ui import components
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

WIDE = 2
"""From this spread on a criterion is discussed."""


def show_agreement(seen: Seen) -> None:
    """Both axes over everything that is revealed in this meeting."""
    label = _("How far do the members agree?")
    place = st.expander(label, icon=":material/handshake:", on_change="rerun", key="agreement")
    if place.open:
        with place:
            for axis in seen.rubric.axes:
                _show_axis(seen, agreement_in(seen.book, seen.meeting.id, axis.id))


def _show_axis(seen: Seen, one: RoundAgreement) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(said(seen.rubric.axis(one.axis).name))}**")
        if not one.first.items:
            st.markdown(_("Not applicable to these proposals."))
            return
        st.markdown("\n".join(f"- {plain(line)}" for line in (_spread_line(one.last), _moved_line(one))))
        if one.problem is not None:
            st.markdown(plain(problem_text(one.problem)))
            return
        rows = [
            {
                _("Coefficient"): _name(first),
                _("First round"): _figure(first),
                _("At last"): _figure(last),
            }
            for first, last in zip(_told(one.first), _told(one.last), strict=True)
        ]
        components.table(rows, about=_("Agreement of the seats on this axis."), key=f"agreement-{one.axis}")


def _spread_line(found: Agreement) -> str:
    wide = sum(one.spread is not None and one.spread >= WIDE for one in found.spreads)
    return _("Criteria with marks {least} or more apart: {wide} of {all}.").format(
        least=WIDE, wide=wide, all=found.items
    )


def _moved_line(one: RoundAgreement) -> str:
    if not one.moved:
        return _("No mark was changed after the reveal.")
    return ngettext("{n} mark was changed after the reveal.", "{n} marks were changed after the reveal.", one.moved)


def _told(found: Agreement) -> list[Coefficient]:
    """Marks are levels in order, so alpha is ordinal; the seats are the raters in question, so ICC is of form 2."""
    wanted = {"ordinal", "ICC(2,1)", "ICC(2,k)"}
    return [one for one in (*found.alpha, *found.icc) if one.name in wanted]


def _name(one: Coefficient) -> str:
    return _("Krippendorff's alpha, ordinal") if one.name == "ordinal" else one.name


def _figure(one: Coefficient) -> str:
    return problem_text(one.problem) if one.problem else f"{one.value:.2f}"
