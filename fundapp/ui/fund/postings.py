"""The journal page's parts: the filters, the postings with their sums, and the reversal of an entry."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.documents.account_names import BOOKS, account_name, accounts, cause_name
from fundapp.documents.journal_table import columns, rows
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.ledger import LedgerRow, chosen
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain

MOST = 100
"""Postings that stand on the page at once: a table of thousands takes longer to send than to read."""
Filters = dict[str, str]
"""What is chosen, as the download's address names it: book, account, since, until."""


def filters(days: tuple[date, date]) -> Filters:
    """What the reader wants to see, within these days; nothing chosen is everything."""
    first, last = days
    with st.grid(4, min_column_width=220):
        book = st.selectbox(
            _("Book"), ["", *BOOKS], format_func=lambda one: _(BOOKS[one]) if one else _("All books"), key="book"
        )
        offered = [one for one in accounts() if one.startswith(book)]
        account = st.selectbox(
            _("Account"),
            ["", *offered],
            format_func=lambda one: account_name(one) if one else _("All accounts"),
            key=f"account-{book}",
        )
        since = st.date_input(_("From"), value=None, min_value=first, max_value=last, key="since")
        until = st.date_input(_("To"), value=None, min_value=first, max_value=last, key="until")
    told = {"book": book, "account": account, "since": _iso(since), "until": _iso(until)}
    return {name: value for name, value in told.items() if value}


def _iso(chosen_day: object) -> str:
    return chosen_day.isoformat() if isinstance(chosen_day, date) else ""


def picked(found: Sequence[LedgerRow], wanted: Filters) -> tuple[LedgerRow, ...]:
    """The postings that the filters let through."""
    if not wanted:
        return tuple(found)
    return chosen(
        found,
        book=wanted.get("book", ""),
        account=wanted.get("account", ""),
        since=date.fromisoformat(wanted["since"]) if "since" in wanted else None,
        until=date.fromisoformat(wanted["until"]) if "until" in wanted else None,
    )


def title(shown: Sequence[LedgerRow]) -> str:
    """How much is shown and whether debit equals credit, in a line."""
    debit_yen, credit_yen = _sums(shown)
    count = ngettext("{n} posting", "{n} postings", len(shown))
    if debit_yen == credit_yen:
        return _("{count}, debit and credit agree at {amount}").format(count=count, amount=yen(debit_yen))
    return _("{count}: debit {debit}, credit {credit}").format(
        count=count, debit=yen(debit_yen), credit=yen(credit_yen)
    )


def _sums(shown: Sequence[LedgerRow]) -> tuple[int, int]:
    debit_yen = sum(row.amount_yen for row in shown if row.amount_yen > 0)
    return debit_yen, debit_yen - sum(row.amount_yen for row in shown)


def show(shown: Sequence[LedgerRow], finding: str) -> None:
    """The postings as they stand in the record, with each account's sum one press away."""
    heads = [column.head for column in columns()]
    # The newest first: what was just entered is what one looks for.
    newest = list(reversed(shown[-MOST:]))
    if len(shown) > MOST and st.toggle(
        ngettext("Show all {n} posting", "Show all {n} postings", len(shown)), key="all-postings"
    ):
        newest = list(reversed(shown))
    elif len(shown) > MOST:
        told = _("The newest {n} stand here; narrow the days, or take all of them below.").format(n=MOST)
        st.markdown(plain(told))
    listed = [dict(zip(heads, row, strict=True)) for row in rows(newest)]
    components.table(listed, about=finding, key="postings", csv=False)
    with st.expander(_("Sums by account")):
        found = Counter[str]()
        for row in shown:
            found[row.account] += row.amount_yen
        sums = [
            {_("Account"): account_name(account), _("Balance (yen, debit positive)"): found[account]}
            for account in accounts()
            if account in found
        ]
        components.table(sums, about=_("The sum of each account over what is shown"), key="sums")


def reverse(book: Book, actor: Actor, today: date) -> Order | None:
    """Take back an entry that was made by mistake; for the manager, closed until it is opened."""
    open_seqs = [seq for seq in sorted(book.posted, reverse=True) if seq not in book.reversals]
    if not actor.has(Role.MANAGER) or not open_seqs:
        return None
    form = "reverse"
    place = st.expander(_("Reverse an entry made by mistake"), on_change="rerun", key=key(form, "open"))
    if not place.open:
        return None
    with place:
        st.markdown(plain(_("The exact negation is entered, once. Then enter anew what is right.")))
        names = {entry.recorded_seq: (entry.cause, entry.effective) for entry in book.entries}
        seq = st.selectbox(
            _("Entry"), open_seqs, format_func=lambda one: _entry_text(one, *names[one]), key=key(form, "seq")
        )
        reason = st.text_input(_("Reason"), key=key(form, "reason"))
        command = c.ReverseEntry(seq=seq, reason=reason, on=today)
        return ask(book, actor, command, form=form, press=_("Reverse this entry"), done=_("The entry is reversed."))


def _entry_text(seq: int, cause: str, on: date) -> str:
    return _("No. {seq}, {day}: {event}").format(seq=seq, day=day(on), event=cause_name(cause))
