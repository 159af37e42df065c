"""Sales reps: their own band, the members' rate within the fund's rule for it, the fixed fee, and how deals ended."""

import streamlit as st

from fundapp.documents.said import NOTHING, said
from fundapp.network.member import Member
from fundapp.network.partner import Deal, RepTerms, most_member_rate, rate_fits
from fundapp.record.directory_commands import RecordDeals, RecordRepTerms
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components
from fundapp.ui.directory import sending
from fundapp.ui.directory.member_form import rate
from fundapp.ui.directory.words import codes, word
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen, named
from fundapp.ui.words import plain


def show(seen: Seen) -> None:
    """Every rep with terms and record."""
    reps = seen.of("sales_rep")
    closed = sum(one.outcome == "closed" for one in seen.rows.deals)
    near = sum(one.outcome == "near" for one in seen.rows.deals)
    components.section(
        _("{reps}: {deals} meetings, {near} nearly closed, {closed} closed").format(
            reps=ngettext("{n} sales rep", "{n} sales reps", len(reps)),
            deals=len(seen.rows.deals),
            near=near,
            closed=closed,
        )
    )
    if not reps:
        components.empty_state(
            _("No sales rep is registered."),
            _("Add one in the directory as a member of the kind “sales rep”; the terms are entered here."),
        )
        return
    terms = {one.member_id: one for one in seen.rows.rep_terms}
    with st.grid(min_column_width=380, key="reps"):
        for rep in reps:
            with st.container(border=True, height="stretch"):
                _rep(seen, rep, terms.get(rep.id))
    _deals(seen)


def _rep(seen: Seen, rep: Member, terms: RepTerms | None) -> None:
    lines = [f"**{plain(said(rep.name))}**"]
    if terms is None:
        none_yet = plain(_("No terms yet"))
        lines.append(f":material/error: {none_yet}")
    else:
        lines += _terms_lines(terms)
    own = [one for one in seen.rows.deals if one.rep_id == rep.id]
    lines.append(labelled(_("Meetings"), str(len(own))))
    st.markdown("  \n".join(lines))
    with st.container(horizontal=True):
        if seen.may(RecordRepTerms) and st.button(_("Terms"), icon=":material/edit:", key=f"terms-{rep.id}"):
            open_form("rep", rep.id)
        if seen.may(RecordDeals) and st.button(_("A meeting"), icon=":material/add:", key=f"deal-{rep.id}"):
            open_form("deal", rep.id)


def _terms_lines(terms: RepTerms) -> list[str]:
    band = NOTHING
    if terms.band_low is not None and terms.band_high is not None:
        band = f"{percent(terms.band_low)} – {percent(terms.band_high)}"
    most = most_member_rate(terms)
    fits = rate_fits(terms)
    member_rate = NOTHING if terms.member_rate is None else percent(terms.member_rate)
    if fits is not None and most is not None:
        member_rate += _(" (at most {most})").format(most=percent(most))
    lines = [
        labelled(_("Commission"), word("commission", terms.kind)),
        labelled(_("Own band"), band),
        labelled(_("Members' rate"), member_rate),
        labelled(_("Collection"), word("collection", terms.collection)),
    ]
    if terms.fixed_fee_yen:
        lines.append(labelled(_("Fixed fee a month"), yen(terms.fixed_fee_yen)))
    if terms.collection == "bill":
        banned = plain(_("Suppliers may no longer be paid by bill of exchange, since January 2026"))
        lines.append(f":material/warning: {banned}")
    return [*lines, *(labelled(label, value) for label, value in _fields_of(terms) if value)]


def _fields_of(terms: RepTerms) -> tuple[tuple[str, str], ...]:
    return (_("Regions"), terms.regions), (_("Goods"), terms.goods)


def _deals(seen: Seen) -> None:
    """How meetings ended, and on what they failed."""
    if not seen.rows.deals:
        return
    rows = [
        {
            _("Day"): one.met_on.isoformat(),
            _("Sales rep"): seen.name(one.rep_id),
            _("Product"): one.product,
            _("Outcome"): word("deal", one.outcome),
            _("Failed on"): word("failed_on", one.failed_on) if one.failed_on else NOTHING,
            _("Note"): one.note,
        }
        for one in reversed(seen.rows.deals)
    ]
    with st.expander(_("All meetings, and on what they failed"), icon=":material/table:"):
        components.table(rows, about=_("Meetings of sales reps with members' products"), key="deals")


def rep_form(seen: Seen, rep_id: str) -> None:
    """A rep's terms. The rule for the members' rate is told before it is saved."""
    found = next((one for one in seen.rows.rep_terms if one.member_id == rep_id), None)
    start = found.model_dump(mode="json") if found else {}
    for name in ("band_low", "band_high", "member_rate"):
        value = getattr(found, name) if found else None
        start[name] = "" if value is None else percent(value)
    fields = forms.begun(seen, f"rep/{rep_id}", start, title=_("Terms of {name}").format(name=seen.name(rep_id)))
    if fields is None:
        return
    kind = fields.choice("kind", _("Commission"), codes("commission"), lambda one: word("commission", one))
    low = rate(fields.text("band_low", _("Own normal band, from (%)"), most=12))
    high = rate(fields.text("band_high", _("Own normal band, to (%)"), most=12))
    member_rate = rate(fields.text("member_rate", _("Members' rate (%)"), most=12))
    fixed = fields.yen("fixed_fee_yen", _("Fixed fee a month, yen"))
    collection = fields.choice(
        "collection", _("How the money is collected"), codes("collection"), lambda one: word("collection", one)
    )
    regions = fields.text("regions", _("Regions"))
    goods = fields.text("goods", _("Goods"))
    made = checked(
        lambda: RepTerms(
            member_id=rep_id,
            kind=kind or "undecided",
            band_low=low,
            band_high=high,
            member_rate=member_rate,
            fixed_fee_yen=fixed,
            collection=collection or "each_time",
            regions=regions,
            goods=goods,
        )
    )
    if made is not None and (most := most_member_rate(made)) is not None:
        st.markdown(plain(_("By the rule members may be asked for {most} at most.").format(most=percent(most))))
    if sending.ends(fields, _("Save the terms")) and made is not None:
        sending.send(seen.actor, fields.typing, _("The terms are saved."), RecordRepTerms(terms=(made,)))


def deal_form(seen: Seen, rep_id: str) -> None:
    """A meeting and how it ended."""
    start = {"met_on": seen.today.isoformat(), "outcome": "met"}
    fields = forms.begun(seen, f"deal/{rep_id}", start, title=_("A meeting of {name}").format(name=seen.name(rep_id)))
    if fields is None:
        return
    labels = _("Product"), _("When")
    companies = named(seen.of("company"))
    member_id = fields.choice("member_id", _("Whose product"), tuple(companies), lambda one: companies.get(one, one))
    product = fields.text("product", labels[0])
    met_on = fields.day("met_on", labels[1])
    outcome = fields.one_of("outcome", _("Outcome"), codes("deal"), lambda one: word("deal", one))
    failed_on = fields.choice(
        "failed_on", _("If it failed: on what"), codes("failed_on")[1:], lambda one: word("failed_on", one)
    )
    note = fields.text("note", _("Note"))
    if not sending.ends(fields, _("Save the meeting")):
        return
    if filled(product=(labels[0], product), day=(labels[1], met_on)) and met_on is not None:
        made = Deal(
            id=fields.typing.command_id,
            rep_id=rep_id,
            member_id=member_id or "",
            product=product,
            met_on=met_on,
            outcome=outcome or "met",
            failed_on=(failed_on or "") if outcome in ("near", "failed") else "",
            note=note,
        )
        done = _("The meeting of {day} is saved.").format(day=day(met_on))
        sending.send(seen.actor, fields.typing, done, RecordDeals(deals=(made,)))
