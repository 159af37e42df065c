"""Refusals and problems in sentences: what happened, that nothing was lost, what to do next."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Detail, Problem, Refusal
from fundapp.text import refusals
from fundapp.text.catalogue import _, language
from fundapp.text.figures import day, moment, percent, yen
from fundapp.text.terms import TERMS, term

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RATIO = re.compile(r"-?\d+(/[1-9]\d*|\.\d+)?")


class RefusalText(Fact):
    """A refusal for a reader."""

    what: str
    safe: str
    next_: str


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """Code -> (what happened, what to do next) as message ids, out of every module of `fundapp.text.refusals`."""
    found: dict[str, tuple[str, str]] = {}
    for module in iter_modules(refusals.__path__, f"{refusals.__name__}."):
        found |= import_module(module.name).SENTENCES
    return found


def _detail_text(name: str, value: str | int) -> str:
    """The suffix of a detail's name tells what it is: `_yen`, `_on` and `_by` (days), `_at` (instants), `_share`."""
    text = str(value)
    if name.endswith("_yen"):
        return yen(int(value))
    if name.endswith("_share") and _RATIO.fullmatch(text):
        return percent(Fraction(text))
    if name.endswith(("_on", "_by")) and _ISO_DAY.fullmatch(text):
        return day(date.fromisoformat(text))
    if name.endswith("_at"):
        return moment(datetime.fromisoformat(text))
    if text in TERMS.get(name, {}):
        return term(name, text)
    return text


def _filled(message: str, place: str, details: Iterable[Detail]) -> str:
    shown = {name: _detail_text(name, value) for name, value in details}
    return _(message).format_map({"place": place} | shown) if message else ""


def refusal_text(refusal: Refusal) -> RefusalText:
    """The sentences of a refusal in the language spoken now. KeyError for a code without a sentence."""
    what, next_ = sentences()[refusal.code]
    return RefusalText(
        what=_filled(what, "", refusal.details),
        safe=_("Nothing was written; what you entered is still here."),
        next_=_filled(next_, "", refusal.details),
    )


def problem_text(problem: Problem) -> str:
    """One fault and its remedy in one line. The place comes first, unless the sentence names it itself."""
    what, next_ = sentences()[problem.code]
    parts = [_filled(message, problem.place, problem.details) for message in (what, next_) if message]
    text = ("" if language() == "ja" else " ").join(parts)
    if problem.place and "{place}" not in what + next_:
        return _("{place}: {text}").format(place=problem.place, text=text)
    return text
