"""From what was typed into the form of a proposal to the proposal, or to all its faults at once. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.basis.yen import MAX_YEN
from fundapp.committee.proposal import Company, Proposal, known_company

UNITS_YEN = (10_000, 1)
"""The units in which an amount may be typed."""

REASONS = 3
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def amount_yen(typed: str, unit_yen: int) -> int | None:
    """Whole yen above zero and within what the record takes, else None. Wide figures and separators are understood."""
    cell = unicodedata.normalize("NFKC", typed).replace(",", "").strip().lstrip("¥\\").strip()
    if not NUMBER.fullmatch(cell):
        return None
    amount = Fraction(cell) * unit_yen
    return int(amount) if amount.denominator == 1 and 0 < amount <= MAX_YEN else None


def typed_amount(amount: int | None, unit_yen: int) -> str:
    """An amount as it stands in the field, in a unit of which it is a whole multiple."""
    return "" if amount is None else f"{amount // unit_yen:,}"


def fitting_unit(*amounts: int | None) -> int:
    """The largest unit in which all these amounts are whole."""
    return next(unit for unit in UNITS_YEN if all(amount is None or amount % unit == 0 for amount in amounts))


def typed_values(proposal: Proposal) -> dict[str, Any]:
    """A registered proposal as the form's values, to be corrected."""
    company, summary = proposal.company, proposal.summary or Bilingual(ja="", en="")
    unit = fitting_unit(proposal.ask_yen, proposal.pre_money_yen)
    return {
        "code": proposal.code,
        "name_ja": proposal.name.ja,
        "name_en": proposal.name.en,
        "company_ja": company.name.ja,
        "company_en": company.name.en,
        "corporate_number": company.corporate_number,
        "city": company.city,
        "president": company.president,
        "founder_origin": proposal.founder_origin,
        "founder_from": proposal.founder_from,
        "ask": typed_amount(proposal.ask_yen, unit),
        "unit": unit,
        "pre_money": typed_amount(proposal.pre_money_yen, unit),
        "instrument": proposal.instrument,
        "sector": proposal.sector,
        "stage": proposal.stage,
        "summary_ja": summary.ja,
        "summary_en": summary.en,
        "use_of_funds": proposal.use_of_funds,
        **{f"for_{n}": text for n, text in enumerate(proposal.reasons_for)},
        **{f"against_{n}": text for n, text in enumerate(proposal.reasons_against)},
        "needs_support": proposal.needs_support,
        "referred_by": proposal.referred_by,
        "no_parts": proposal.intake.no_parts,
    }


def problems(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """All faults of what was typed."""
    found = [
        Problem.of("proposal_field_empty", name)
        for name in ("code", "name_ja", "company_ja", "sector")
        if not _text(values, name)
    ]
    unit = values.get("unit", UNITS_YEN[0])
    if amount_yen(_text(values, "ask"), unit) is None:
        found.append(Problem.of("amount_unclear", "ask"))
    if _text(values, "pre_money") and amount_yen(_text(values, "pre_money"), unit) is None:
        found.append(Problem.of("amount_unclear", "pre_money"))
    if corporate_number(_text(values, "corporate_number")) is None:
        found.append(Problem.of("corporate_number_wrong", "corporate_number"))
    return tuple(found)


def proposal_of(
    values: Mapping[str, Any], standing: Proposal | None, known: Sequence[Company], new_id: str
) -> Proposal:
    """The proposal that faultless values give: a correction of `standing`, or a new one with `new_id`.

    A company that is known by its number or its name keeps its id, so that its limit counts all its proposals.
    """
    assert not problems(values), "faults are told before a proposal is made"
    unit = values.get("unit", UNITS_YEN[0])
    ask = amount_yen(_text(values, "ask"), unit)
    assert ask is not None, "an amount without fault has its yen"
    summary = Bilingual(ja=_text(values, "summary_ja"), en=_text(values, "summary_en") or _text(values, "summary_ja"))
    base: dict[str, Any] = standing.model_dump() if standing else {"id": new_id}
    intake = {**base.get("intake", {}), "no_parts": bool(values.get("no_parts", False))}
    return Proposal.model_validate(
        base
        | {
            "code": _text(values, "code"),
            "name": _both(values, "name"),
            "company": _company(values, standing, known, new_id),
            "ask_yen": ask,
            "pre_money_yen": amount_yen(_text(values, "pre_money"), unit),
            "instrument": values.get("instrument", "common_shares"),
            "sector": _text(values, "sector"),
            "stage": values.get("stage", "early"),
            "summary": summary if summary.ja else None,
            "use_of_funds": _text(values, "use_of_funds"),
            "reasons_for": _reasons(values, "for"),
            "reasons_against": _reasons(values, "against"),
            "founder_origin": values.get("founder_origin") or "",
            "founder_from": _text(values, "founder_from"),
            "needs_support": bool(values.get("needs_support", True)),
            "referred_by": _text(values, "referred_by"),
            "intake": intake,
        }
    )


def _text(values: Mapping[str, Any], name: str) -> str:
    return str(values.get(name) or "").strip()


def _both(values: Mapping[str, Any], name: str) -> Bilingual:
    """Both languages; where English is left empty the Japanese stands for it."""
    ja = _text(values, f"{name}_ja")
    return Bilingual(ja=ja, en=_text(values, f"{name}_en") or ja)


def _reasons(values: Mapping[str, Any], side: str) -> tuple[str, ...]:
    typed = (_text(values, f"{side}_{n}") for n in range(REASONS))
    return tuple(text for text in typed if text)


def _company(values: Mapping[str, Any], standing: Proposal | None, known: Sequence[Company], new_id: str) -> Company:
    number, name = corporate_number(_text(values, "corporate_number")) or "", _both(values, "company")
    same = None if standing else known_company(known, number=number, name_ja=name.ja)
    own = standing.company.id if standing else f"company-{new_id}"
    return Company(
        id=same.id if same else own,
        name=name,
        corporate_number=number,
        city=_text(values, "city"),
        president=_text(values, "president"),
    )
