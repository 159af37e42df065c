"""How this session writes amounts and days: the address, else the reader's earlier choice, else as each page does."""

from collections.abc import Iterable
from datetime import date
from typing import get_args
from urllib.parse import urlencode

import streamlit as st

from fundapp.text.catalogue import _, language, pgettext
from fundapp.text.figures import Amounts, Days, Shown, day, show_as, yen
from fundapp.ui.words import html
from fundapp.web.showing import AMOUNTS, COOKIE, DAYS, chosen, kept

_KEY = "shown"
_YEN, _DAY = 60_000_000, date(2026, 10, 15)
"""What the choices are shown by."""


def show() -> Shown:
    """Set the way of writing of this run. Every run is a new thread, so it is set again each time."""
    before = st.session_state.get(_KEY) or st.context.cookies.get(COOKIE)
    # A session without a browser has no cookies, and what stands for them is no text.
    shown = chosen(st.query_params.to_dict(), before if isinstance(before, str) else None)
    st.session_state[_KEY] = kept(shown)
    show_as(shown)
    return shown


def choices(shown: Shown) -> str:
    """The ways of writing, each by an example, folded; HTML for the bar."""
    # English knows no 万.
    amounts = [one for one in get_args(Amounts) if one != "man" or language() == "ja"]
    lists = "".join(
        f"<p><strong>{html(head)}</strong></p><ul>{''.join(_links(name, values, now))}</ul>"
        for head, name, values, now in (
            (_("Amounts"), AMOUNTS, [(one, _amount(one)) for one in amounts], shown.amounts),
            (_("Days"), DAYS, [(one, _day(one)) for one in get_args(Days)], shown.days),
        )
    )
    show_as(shown)
    summary = html(pgettext("bar", "Figures"))
    return f'<details class="page-help figures"><summary>{summary}</summary><div>{lists}</div></details>'


def _amount(one: Amounts) -> str:
    show_as(Shown(amounts=one))
    return _("as each page writes them") if one == "page" else yen(_YEN)


def _day(one: Days) -> str:
    show_as(Shown(days=one))
    return day(_DAY)


def _links(name: str, values: Iterable[tuple[str, str]], now: str) -> Iterable[str]:
    here = {key: value for key, value in st.query_params.items() if key != name}
    for value, example in values:
        current = ' aria-current="true"' if value == now else ""
        address = html(urlencode({**here, name: value}))
        yield f'<li><a href="?{address}" target="_self"{current}>{html(example)}</a></li>'
