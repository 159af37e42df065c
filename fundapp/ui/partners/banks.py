"""Banks: the branch and the person there, which loans and guarantees, and the money that they give to proposals."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.co_finance import CoFinance, money_yen
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.network.member import Member
from fundapp.network.partner import BANK_KINDS, BankTerms
from fundapp.network.sourcing import provider_key
from fundapp.record.directory_commands import RecordBankTerms
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import yen
from fundapp.text.terms import term
from fundapp.ui import components, ways
from fundapp.ui.directory import sending
from fundapp.ui.directory.words import word
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked, filled
from fundapp.ui.network.phrases import labelled, listed
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen
from fundapp.ui.words import plain

Given = tuple[Proposal, CoFinance]


def show(seen: Seen) -> None:
    """Every bank with what it does for members and the money that it gives beside the fund's."""
    banks = seen.of("bank")
    given = {bank.id: _given(seen, bank) for bank in banks}
    whole_yen = sum(money_yen(row for _of, row in rows) for rows in given.values())
    components.section(
        _("{banks}: {amount} beside the fund's money").format(
            banks=ngettext("{n} bank", "{n} banks", len(banks)), amount=yen(whole_yen)
        )
    )
    if not banks:
        components.empty_state(
            _("No bank is registered."),
            _("Add one in the directory as a member of the kind “bank”; branch and kinds of loans are entered here."),
        )
        return
    ways.link("network/needs", _("Money of a bank is entered with the proposal that it pays"))
    terms = {one.member_id: one for one in seen.rows.bank_terms}
    with st.grid(min_column_width=380, key="banks"):
        for bank in banks:
            with st.container(border=True, height="stretch"):
                _bank(seen, bank, terms.get(bank.id), given[bank.id])


def _given(seen: Seen, bank: Member) -> list[Given]:
    """What this bank gives to the proposals whose files are open to this reader."""
    names = {provider_key(one) for one in (bank.id, bank.code, bank.name.ja, bank.name.en)}
    return [(of, row) for of in seen.proposals for row in of.co_finance if provider_key(row.source) in names]


def _bank(seen: Seen, bank: Member, terms: BankTerms | None, given: Sequence[Given]) -> None:
    lines = [f"**{plain(said(bank.name))}**"]
    if terms is None:
        none_yet = plain(_("Branch and kinds of loans are not entered yet"))
        lines.append(f":material/error: {none_yet}")
    else:
        lines += [
            labelled(_("Branch"), terms.branch),
            labelled(_("Person there"), terms.person),
            labelled(_("Loans and guarantees"), listed(word("bank_kind", one) for one in terms.kinds)),
            *([labelled(_("Up to"), yen(terms.most_yen))] if terms.most_yen else []),
            *([labelled(_("What it asks for"), terms.asks_for)] if terms.asks_for else []),
            *([labelled(_("Note"), terms.note)] if terms.note else []),
        ]
    lines += [labelled(of.code, _gives(row)) for of, row in given]
    st.markdown("  \n".join(lines))
    if seen.may(RecordBankTerms) and st.button(
        _("What it does for members"), icon=":material/edit:", key=f"bank-{bank.id}", help=said(bank.name)
    ):
        open_form("bank", bank.id)


def _gives(row: CoFinance) -> str:
    told = _("{kind} of {amount}, {state}")
    return told.format(
        kind=term("co_finance", row.kind), amount=yen(row.amount_yen), state=term("co_finance_state", row.state)
    )


def bank_form(seen: Seen, bank_id: str) -> None:
    """At which branch, through whom, which loans and guarantees."""
    found = next((one for one in seen.rows.bank_terms if one.member_id == bank_id), None)
    start = found.model_dump(mode="json") if found else {}
    fields = forms.begun(seen, f"bank/{bank_id}", start, title=seen.name(bank_id))
    if fields is None:
        return
    labels = _("Branch"), _("Loans and guarantees")
    branch = fields.text("branch", labels[0])
    person = fields.text("person", _("Person there"))
    kinds = fields.many("kinds", labels[1], BANK_KINDS, lambda one: word("bank_kind", one))
    most = fields.yen("most_yen", _("Up to, yen"))
    asks_for = fields.text("asks_for", _("What it asks for: papers, a guarantee, an evaluation"))
    note = fields.text("note", _("Note"))
    if sending.ends(fields, _("Save it")) and filled(branch=(labels[0], branch), kinds=(labels[1], kinds or None)):
        made = checked(
            lambda: BankTerms(
                member_id=bank_id,
                branch=branch,
                person=person,
                kinds=tuple(kinds),
                most_yen=most,
                asks_for=asks_for,
                note=note,
            )
        )
        if made is not None:
            sending.send(seen.actor, fields.typing, _("It is saved."), RecordBankTerms(terms=made))
