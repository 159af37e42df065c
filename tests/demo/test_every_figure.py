"""Every figure of the specification is told again by the demo itself, part by part; no part is left out unsaid."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from fundapp.basis.numbers import half_up
from fundapp.committee.proposal import Stage
from fundapp.demo.clerk import person_of
from fundapp.demo.content import cast
from fundapp.fund.figures import figures
from fundapp.network.offer import HAND_RAISED, WRITTEN
from fundapp.record.judging import gates_of

MILLION = 1_000_000
PROSE = {
    "schema",
    "note",
    "dates",
    "visitor",
    "individual_scores",
    "parts_of_the_demo",
    "association",
    "staff",
}
"""Parts without a figure of their own; what they promise is tried in the other files of this folder."""
TOLD_ELSEWHERE = {
    *("members", "capabilities", "visits", "sales_reps", "university_liaisons", "overseas_agencies"),
    "past_outcomes",
    "association_budget",
}
"""Parts that test_build, test_network, test_partners and test_followup hold to the specification."""
STAGES: dict[Stage, str] = {"early": "初期", "growth": "拡大"}
KINDS = {
    "bought_out": "市販品",
    "made_to_drawing": "図面加工品",
    "special_process": "外注特殊工程",
    "electronic": "電子設計品",
}
WIND = ("cov_value", "cov_critical", "cost_ratio", "lt_ratio")


def proposals(demo) -> dict[str, Any]:
    return {one.code: one for one in demo.desk.proposals(demo.actor("secretariat"))}


def levels(demo, code: str) -> dict[str, list[int | None]]:
    place = demo.standing(code)
    return {
        "axis1": [one.value for one in place.axis1.criteria],
        "axis2": [one.value for one in place.axis2.criteria],
    }


def fund(demo) -> dict[str, Any]:
    terms, today = demo.book().terms, demo.built.built_on
    birthdays = today.year - terms.first_day.year
    birthdays -= (today.month, today.day) < (terms.first_day.month, terms.first_day.day)
    lender, general = terms.partners
    return {
        "ja": terms.name.ja,
        "en": terms.name.en,
        "size_m": terms.size_yen / MILLION,
        "lp": {lender.name: float(lender.share), "GP出資": float(general.share)},
        "gp": terms.general_partner.ja,
        "term_years": terms.years,
        "year": birthdays + 1,
        "follow_on_reserve": terms.follow_on_reserve_yen / MILLION,
        "cost_reserve": terms.cost_reserve_yen / MILLION,
        "per_company_cap_m": terms.limits.company_share * terms.size_yen / MILLION,
        "unit": "百万円",
    }


def committee(demo) -> list[dict[str, Any]]:
    """Who sits, in the words of the sign-in cards, where the age stands behind the office."""

    def who(key: str) -> str:
        told = next(one.person.ja for one in demo.built.sign_ins if one.name == key).partition("　")[2]
        return told.translate(str.maketrans("（）", "()"))

    seats = [
        {"seat": one["seat"], "who": who(key), "alternate": who(f"{key}-2")}
        for key, one in zip(("association", "tlo", "vc"), SEATS, strict=True)
    ]
    outside = " / ".join(who(key) for key in ("outside-1", "outside-2"))
    assert [seat.name.ja for seat in demo.book().seats_by_rank()] == [one["seat"] for one in seats]
    assert set(demo.book().outside) == {person_of(key) for key in ("outside-1", "outside-2")}
    return [*seats, {"seat": "外部代理委員(名簿2名)", "who": outside, "alternate": None}]


SEATS = ({"seat": "協会"}, {"seat": "TLO"}, {"seat": "信金系VC"})


def portfolio_scores(demo) -> dict[str, Any]:
    known = proposals(demo)
    return {
        code: {**levels(demo, code), "sector": one.sector, "stage": STAGES[one.stage]}
        for code, one in known.items()
        if code.startswith("IV-")
    }


def sectors(demo) -> dict[str, str]:
    return {code: one.sector for code, one in proposals(demo).items() if code.startswith("PR-")}


def limits(demo) -> dict[str, float]:
    found = demo.book().terms.limits
    # A year may promise the whole fund: the specification knows no such limit.
    assert found.yearly_share == 1
    return {name: float(share) for name, share in found if name != "yearly_share"}


def money(demo) -> dict[str, float]:
    book = demo.book()
    now = figures(book.terms, book.balances)
    return {
        "paid_in_m": now.paid_in_yen / MILLION,
        "drawn_m": now.drawn_yen / MILLION,
        "fees_and_costs_paid_m": now.fees_spent_yen / MILLION,
        "cost_reserve_m": (now.cost_reserve_yen + now.fees_spent_yen) / MILLION,
        "follow_on_reserve_m": now.follow_on_reserve_yen / MILLION,
    }


def agenda_order(demo) -> list[str]:
    today = max(demo.book().meetings.values(), key=lambda meeting: meeting.number)
    return [entry.proposal_code for entry in today.agenda]


def portfolio(demo) -> list[dict[str, Any]]:
    known = {one.id: one for one in proposals(demo).values()}
    return [
        {
            "id": known[one.proposal_id].code,
            "ja": known[one.proposal_id].name.ja,
            "tranches": [tranche.amount_yen / MILLION for tranche in one.tranches],
            "paid": one.drawn_yen() / MILLION,
        }
        for one in sorted(demo.book().investments.values(), key=lambda one: known[one.proposal_id].code)
    ]


def asked(demo) -> list[dict[str, Any]]:
    """Name, ask, place on the agenda of the day, levels, both axes and quadrant of each proposal that was judged."""
    found = []
    for code, one in proposals(demo).items():
        if code.startswith("PR-"):
            place = demo.standing(code)
            check = [float(half_up(place.axis1.points)), float(half_up(place.firm.points)), place.quadrant]
            told = {"id": code, "name": one.name.ja, "ask": one.ask_yen / MILLION, "agenda": code in agenda_order(demo)}
            found.append({**told, **levels(demo, code), "check": check})
    return found


def wind(demo) -> dict[str, Any]:
    before, after = (demo.item(number, "PR-06").frozen for number in (13, 14))
    register = demo.desk.support(demo.actor("secretariat"), after.proposal.id)
    (inquiry,) = demo.desk.inquiries(demo.actor("secretariat"), after.proposal.id)
    bill, lines = register.bill, register.bill.lines
    selected = {line.provider for line in after.support.lines if line.provider}
    return {
        "assemblies": dict(Counter(line.assembly for line in lines)),
        "line_kinds": dict(Counter(KINDS[line.kind] for line in lines)),
        "critical_lines": sum(line.critical for line in lines),
        "target_unit_cost_yen": sum(line.quantity * line.target_unit_cost_yen for line in lines),
        "lot": bill.lot,
        "plan_weeks": bill.plan_days / 7,
        "before": {**phase(before), "axis2": [one.level for one in before.firm]},
        "after": {**phase(after), "top_share": shown(after, "top_provider_share")},
        "funnel": {
            "members_notified": inquiry.funnel.notified,
            "capability_match": inquiry.funnel.capable,
            "raised_hand": len({offer.provider for offer in register.offers if offer.rung >= HAND_RAISED}),
            "quoted": len({offer.provider for offer in register.offers if offer.rung >= WRITTEN}),
            "selected": len(selected),
        },
    }


def phase(frozen) -> dict[str, Any]:
    return {
        "quoted_lines": len(frozen.support.values("firm")["cov_lines"].counted),
        **{fact: shown(frozen, fact) for fact in WIND},
        "menu": shown(frozen, "menu_complete"),
        "commit": shown(frozen, "commit_share"),
        "ss_critical": shown(frozen, "ss_critical", 3),
    }


def shown(frozen, fact: str, places: int = 2) -> float:
    return float(half_up(frozen.support.values("firm")[fact].value, places))


TELL: dict[str, Callable[[Any], Any]] = {
    "fund": fund,
    "committee": committee,
    "portfolio_scores": portfolio_scores,
    "sectors": sectors,
    "limits": limits,
    "money": money,
    "agenda_order": agenda_order,
    "portfolio": portfolio,
    "proposals": asked,
    "wind": wind,
}
UNTOLD = {
    # Words, and the states of companies, which come with the follow-up.
    "portfolio": {"state", "note"},
    "proposals": {"expected"},
    "wind": {"story"},
    "before": {"note"},
}


def without_words(part: Any, name: str) -> Any:
    """The part of the specification that is figures and names."""
    if isinstance(part, list):
        return [without_words(one, name) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: without_words(value, key) for key, value in part.items() if key not in UNTOLD.get(name, set())}


@pytest.mark.parametrize("part", TELL)
def test_the_demo_tells_every_figure_of_this_part(finished, spec, part):
    assert TELL[part](finished) == without_words(spec[part], part)


def test_no_part_of_the_specification_is_left_out_unsaid(spec):
    assert spec.keys() == TELL.keys() | PROSE | TOLD_ELSEWHERE


def test_money_levels_and_shares_are_the_same_while_the_meeting_is_under_way(under_way, spec):
    for part in ("fund", "limits", "money", "agenda_order", "portfolio", "portfolio_scores", "sectors"):
        assert TELL[part](under_way) == without_words(spec[part], part), part


def test_axis_2_of_the_wind_turbine_went_from_1_55_to_3_60(finished):
    book = finished.book()
    points = [gates_of(book, finished.item(number, "PR-06")).axis2_points for number in (13, 14)]
    assert [float(half_up(one)) for one in points] == [1.55, 3.60]


def test_the_staff_is_played_by_those_whom_the_specification_names(under_way, spec):
    played = {one.name: one.person.ja for one in under_way.built.sign_ins}
    for key in ("manager", "secretariat"):
        assert played[key].partition("　")[2].partition("　")[0] in spec["staff"][key], key
    senior = under_way.book().seats_by_rank()[0]
    assert (spec["staff"]["chair"], senior.holder) == ("協会 事務局長", person_of("association"))
    assert set(cast()) >= {one.name for one in under_way.built.sign_ins}
