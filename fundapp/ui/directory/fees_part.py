"""The year's fees: what is due by the rule of that year, what came in, who is still to pay."""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.network.membership import Fee, FeePayment, FeeRule, rule_of, year_of
from fundapp.places import rubrics_folder
from fundapp.record.directory_commands import RecordFeePayments
from fundapp.store.fee_files import load_fee_rules
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import yen
from fundapp.ui import components, gate, refusal
from fundapp.ui.directory import places, sending
from fundapp.ui.words import plain

AT_ONCE = 30


def show(actor: Actor) -> None:
    """One year at a time."""
    desk = gate.desk()
    this_year = year_of(desk.today())
    heading = st.container()
    if st.button(_("Fees and income"), icon=":material/arrow_back:", type="tertiary", key="to-list"):
        places.close_form()
    sending.show_receipt()
    year = st.selectbox(
        _("Year"), range(this_year + 1, this_year - 6, -1), index=1, format_func=year_text, key="fee-year", width=280
    )
    rules = fee_rules()
    fees = desk.fees(actor, year, rules)
    due = sum(one.due_yen or 0 for one in fees)
    open_ = [one for one in fees if one.is_open()]
    with heading:
        components.page_title(
            _("{paid} of {due} came in").format(paid=yen(sum(one.paid_yen for one in fees)), due=yen(due)),
            ngettext("{n} company has not paid yet.", "{n} companies have not paid yet.", len(open_)),
        )
    _rule(rule_of(year, rules))
    names = {one.id: (one.code, said(one.name)) for one in desk.members()}
    if sending.allowed(actor, RecordFeePayments):
        _open_fees(actor, open_, names)
    rows = [
        {
            _("Code"): names[one.member_id][0],
            _("Name"): names[one.member_id][1],
            _("Due, yen"): one.due_yen,
            _("Paid, yen"): one.paid_yen,
        }
        for one in fees
    ]
    components.table(rows, about=_("Fees of the year by company"), key=f"fees-{year}")


def fee_rules() -> tuple[FeeRule, ...]:
    """The fund's rules of fees; the page says what is wrong with their file."""
    loaded = load_fee_rules(rubrics_folder())
    if faults := tuple(one for one in loaded if isinstance(one, Problem)):
        refusal.show_problems(faults)
    return tuple(one for one in loaded if isinstance(one, FeeRule))


def year_text(year: int) -> str:
    """April 2026 to March 2027."""
    return _("April {year} to March {next}").format(year=year, next=year + 1)


def _rule(rule: FeeRule | None) -> None:
    if rule is None:
        st.markdown(plain(_("No rule of fees holds in this year.")))
        return
    st.markdown(
        plain(
            _("{large} a year from a capital of {capital} up, {other} below it, by the capital on 1 April.").format(
                large=yen(rule.large_fee_yen), capital=yen(rule.large_capital_yen, "man"), other=yen(rule.fee_yen)
            )
        )
    )


def _open_fees(actor: Actor, open_: list[Fee], names: dict[str, tuple[str, str]]) -> None:
    if not open_:
        return
    with st.expander(_("Enter what came in"), icon=":material/payments:"):
        query = st.text_input(_("Search by code or name"), key="fee-search", type="search", live="300ms") or ""
        wanted = [one for one in open_ if query.casefold() in " ".join(names[one.member_id]).casefold()]
        for one in wanted[:AT_ONCE]:
            with st.container(horizontal=True, vertical_alignment="center"):
                code, name = names[one.member_id]
                rest = (one.due_yen or 0) - one.paid_yen
                st.markdown(f"{plain(code)} **{plain(name)}** {plain(yen(rest))}", width="stretch")
                if st.button(_("Came in today"), key=f"paid-{one.member_id}-{one.year}", help=name):
                    payment = FeePayment(
                        member_id=one.member_id, year=one.year, paid_on=gate.desk().today(), amount_yen=rest
                    )
                    command_id = f"fee-{one.member_id}-{one.year}-{one.paid_yen}"
                    done = _("{amount} of {name} is entered.").format(amount=yen(rest), name=name)
                    sending.press(actor, RecordFeePayments(payments=(payment,)), command_id, done)
