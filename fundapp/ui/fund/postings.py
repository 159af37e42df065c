"""The journal page's parts: the filters, and the postings with their sums."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from fundapp.documents.account_names import BOOKS, account_name, accounts
from fundapp.documents.journal_table import columns, rows
from fundapp.record.book import Book
from fundapp.record.ledger import LedgerRow, LedgerSums, chosen, ledger, ledger_sums, summed
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import yen
from fundapp.ui import components
from fundapp.ui.words import plain

MOST = 50
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


def picked(book: Book, wanted: Filters) -> tuple[tuple[LedgerRow, ...], LedgerSums]:
    """The postings that the filters let through, with their sums; of all of them they are added up once."""
    if not wanted:
        return ledger(book), ledger_sums(book)
    found = chosen(
        ledger(book),
        book=wanted.get("book", ""),
        account=wanted.get("account", ""),
        since=date.fromisoformat(wanted["since"]) if "since" in wanted else None,
        until=date.fromisoformat(wanted["until"]) if "until" in wanted else None,
    )
    return found, summed(found)


def title(sums: LedgerSums) -> str:
    """How much is shown and whether debit equals credit, in a line."""
    count = ngettext("{n} posting", "{n} postings", sums.count)
    if sums.debit_yen == sums.credit_yen:
        return _("{count}, debit and credit agree at {amount}").format(count=count, amount=yen(sums.debit_yen))
    return _("{count}: debit {debit}, credit {credit}").format(
        count=count, debit=yen(sums.debit_yen), credit=yen(sums.credit_yen)
    )


def show(shown: Sequence[LedgerRow], sums: LedgerSums, finding: str) -> None:
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
        found = dict(sums.accounts)
        listed = [
            {_("Account"): account_name(account), _("Balance (yen, debit positive)"): found[account]}
            for account in accounts()
            if account in found
        ]
        components.table(listed, about=_("The sum of each account over what is shown"), key="sums")
