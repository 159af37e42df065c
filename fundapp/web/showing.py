"""How a reader wants amounts and days written, and how the choice is remembered."""

from collections.abc import Mapping
from typing import get_args

from starlette.responses import Response

from fundapp.text.figures import Amounts, Days, Shown
from fundapp.web.languages import YEAR_SECONDS

COOKIE = "fundapp_figures"
AMOUNTS, DAYS = "amounts", "days"
"""Of the address."""
_BETWEEN = "."


def asked(query: Mapping[str, str]) -> bool:
    """True when the address asks for a way of writing."""
    return AMOUNTS in query or DAYS in query


def chosen(query: Mapping[str, str], before: str | None) -> Shown:
    """What the address asks for, each over the earlier choice; what is none of ours is as each page does it."""
    amounts, _, days = (before or "").partition(_BETWEEN)
    amounts, days = query.get(AMOUNTS, amounts), query.get(DAYS, days)
    return Shown(
        next((one for one in get_args(Amounts) if one == amounts), "page"),
        next((one for one in get_args(Days) if one == days), "page"),
    )


def kept(shown: Shown) -> str:
    """The choice as a cookie holds it."""
    return _BETWEEN.join(shown)


def remember(response: Response, shown: Shown, *, secure: bool) -> None:
    """Keep a choice for the next visit."""
    response.set_cookie(COOKIE, kept(shown), max_age=YEAR_SECONDS, httponly=True, samesite="lax", secure=secure)
