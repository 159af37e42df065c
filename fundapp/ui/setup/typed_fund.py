"""From what was typed about the fund to its terms, or to all faults at once. Pure but for the words of the places."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.documents.said import listed
from fundapp.fund.terms import FundTerms, Limits, Partner
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import percent
from fundapp.ui.proposal.filled import NUMBER, UNITS_YEN, amount_yen

LABELS = {
    "fund_ja": N_("Name of the fund (Japanese)"),
    "fund_en": N_("Name of the fund (English)"),
    "gp_ja": N_("General partner (Japanese)"),
    "gp_en": N_("General partner (English)"),
    "gp_share": N_("Share of the general partner, %"),
    "lp_name": N_("Limited partner"),
    "lp_share": N_("Share, %"),
    "size": N_("Fund size"),
    "cost_reserve": N_("Cost reserve"),
    "follow_on_reserve": N_("Follow-on reserve"),
    "company_share": N_("One company, % of the fund"),
    "sector_share": N_("One sector, % of the fund"),
    "early_stage_share": N_("Seed and early stage, % of the fund"),
    "voting_share": N_("Votes in one company, %"),
    "yearly_share": N_("New promises in one year, % of the fund"),
    "recycling_share": N_("Invested again out of what came back, % of the fund"),
    "investment_years": N_("Investment period in years"),
    "call_notice_days": N_("Business days of notice before a call is due"),
    "first_day": N_("First day of the fund"),
    "years": N_("Term in years"),
    "reservation_days": N_("Days that a reservation holds"),
}
"""Field -> what it is called (message id)."""

LIMITS = ("company_share", "sector_share", "early_stage_share", "voting_share")
OPTIONAL = ("yearly_share", "recycling_share")
"""Shares that an agreement may leave open: a year may then promise the whole fund, and nothing is invested again."""
NOTICE_DAYS = 10
"""Business days between the notice of a call and its due day, where the agreement says nothing else."""
RESERVES = ("cost_reserve", "follow_on_reserve")
NUMBERS = ("years", "reservation_days")
NEEDED = ("fund_ja", "gp_ja")

Values = Mapping[str, Any]


def start() -> dict[str, Any]:
    """What stands in an untouched form."""
    return {
        "partners": [{"id": "lp-1"}],
        "unit": UNITS_YEN[0],
        "years": 10,
        "reservation_days": 90,
        "call_notice_days": NOTICE_DAYS,
    }


def share_of(typed: str) -> Fraction | None:
    """A share typed in percent, exact; None when it is none between 0 and 100."""
    cell = unicodedata.normalize("NFKC", typed).strip().removesuffix("%").strip()
    if not NUMBER.fullmatch(cell):
        return None
    share = Fraction(cell) / 100
    return share if share <= 1 else None


def reserve_yen(typed: str, unit_yen: int) -> int | None:
    """Whole yen, zero included; None when it is unclear."""
    cell = unicodedata.normalize("NFKC", typed).strip()
    return 0 if cell == "0" else amount_yen(cell, unit_yen)


def sum_of_shares(values: Values) -> Fraction:
    """What the shares that can be read add up to."""
    typed = [text(values, "gp_share"), *(text(one, "lp_share") for one in values["partners"])]
    return sum((share for one in typed if (share := share_of(one)) is not None), Fraction(0))


def text(place: Values, name: str) -> str:
    """What was typed under a name, without blanks around it."""
    return str(place.get(name) or "").strip()


def both(place: Values, name: str) -> Bilingual:
    """Both languages; where English is left empty the Japanese stands for it."""
    ja = text(place, f"{name}_ja")
    return Bilingual(ja=ja, en=text(place, f"{name}_en") or ja)


def fund_problems(values: Values) -> tuple[Problem, ...]:
    """All faults of what was typed about the fund."""
    empty = _empty(values)
    if empty:
        # One line for all of them: a form that was just begun must not answer with a page of faults.
        return (Problem.of("setup_still_empty", fields=listed(empty)), *_unclear(values))
    return _unclear(values) or _sum_problems(values)


def _empty(values: Values) -> list[str]:
    """What the fields are called that were left empty."""
    names = [_(LABELS[name]) for name in NEEDED if not text(values, name)]
    names += [
        partner_place(number)
        for number, row in enumerate(values["partners"], start=1)
        if not (text(row, "lp_name") and text(row, "lp_share"))
    ]
    rest = ("gp_share", "size", *RESERVES, *LIMITS, "first_day", *NUMBERS)
    return names + [_(LABELS[name]) for name in rest if not text(values, name)]


def _unclear(values: Values) -> tuple[Problem, ...]:
    """What was typed and cannot be read."""
    shares = {_(LABELS[name]): text(values, name) for name in ("gp_share", *LIMITS, *OPTIONAL)}
    shares |= {partner_place(number): text(row, "lp_share") for number, row in enumerate(values["partners"], start=1)}
    found = [
        Problem.of("setup_share_unclear", place) for place, typed in shares.items() if typed and share_of(typed) is None
    ]
    unit, size = values["unit"], text(values, "size")
    if size and amount_yen(size, unit) is None:
        label = LABELS["size"]
        found.append(Problem.of("setup_amount_unclear", _(label)))
    period = text(values, "investment_years")
    if period and not (period.isdecimal() and int(period)):
        label = LABELS["investment_years"]
        found.append(Problem.of("setup_years_unclear", _(label)))
    found += [
        Problem.of("setup_amount_unclear", _(LABELS[name]))
        for name in RESERVES
        if (typed := text(values, name)) and reserve_yen(typed, unit) is None
    ]
    return tuple(found)


def partner_place(number: int) -> str:
    """What a limited partner's row is called."""
    return _("Limited partner {n}").format(n=number)


def _sum_problems(values: Values) -> tuple[Problem, ...]:
    """What does not add up, once everything can be read."""
    found = []
    whole, size_yen = sum_of_shares(values), _size_yen(values)
    if whole != 1:
        found.append(Problem.of("setup_shares_not_whole", sum=percent(whole)))
    if sum(_reserves_yen(values)) > size_yen:
        found.append(Problem.of("reserves_above_fund", size_yen=size_yen))
    return tuple(found)


def _size_yen(values: Values) -> int:
    size_yen = amount_yen(text(values, "size"), values["unit"])
    assert size_yen is not None, "faults are told before terms are made"
    return size_yen


def _reserves_yen(values: Values) -> tuple[int, int]:
    cost, follow_on = (reserve_yen(text(values, name), values["unit"]) for name in RESERVES)
    assert cost is not None, "faults are told before terms are made"
    assert follow_on is not None, "faults are told before terms are made"
    return cost, follow_on


def _share(place: Values, name: str) -> Fraction:
    share = share_of(text(place, name))
    assert share is not None, "faults are told before terms are made"
    return share


def terms_of(values: Values) -> FundTerms:
    """The terms that faultless values give."""
    cost, follow_on = _reserves_yen(values)
    limited = tuple(Partner(name=text(row, "lp_name"), share=_share(row, "lp_share")) for row in values["partners"])
    general = Partner(name=text(values, "gp_ja"), share=_share(values, "gp_share"), general=True)
    return FundTerms(
        name=both(values, "fund"),
        general_partner=both(values, "gp"),
        partners=(*limited, general),
        size_yen=_size_yen(values),
        cost_reserve_yen=cost,
        follow_on_reserve_yen=follow_on,
        limits=Limits(
            **{name: _share(values, name) for name in LIMITS},
            yearly_share=share_of(text(values, "yearly_share")) or Fraction(1),
        ),
        first_day=date.fromisoformat(values["first_day"]),
        years=values["years"],
        reservation_days=values["reservation_days"],
        investment_years=int(text(values, "investment_years") or 0) or None,
        recycling_share=share_of(text(values, "recycling_share")) or Fraction(0),
        call_notice_days=values.get("call_notice_days") or NOTICE_DAYS,
    )
