"""PR-06: the wind bill and what the inquiry changed, recomputed from the rows behind the frozen facts."""

from collections import Counter
from fractions import Fraction

import pytest

from fundapp.basis.numbers import half_up
from fundapp.network.offer import HAND_RAISED, WRITTEN

KINDS = {
    "市販品": "bought_out",
    "図面加工品": "made_to_drawing",
    "外注特殊工程": "special_process",
    "電子設計品": "electronic",
}
FACTS = {
    "cov_value": "cov_value",
    "cov_critical": "cov_critical",
    "cost_ratio": "cost_ratio",
    "lt_ratio": "lt_ratio",
    "menu": "menu_complete",
    "commit": "commit_share",
}
MEETING = {"before": 13, "after": 14}


@pytest.fixture
def register(finished):
    return finished.desk.support(finished.actor("secretariat"), finished.last_item("PR-06").proposal_id)


def frozen(finished, phase):
    return finished.item(MEETING[phase], "PR-06").frozen


def test_bill_has_the_lines_assemblies_and_kinds_of_the_specification(register, spec):
    bill, wind = register.bill, spec["wind"]
    assert Counter(line.assembly for line in bill.lines) == wind["assemblies"]
    assert Counter(line.kind for line in bill.lines) == {KINDS[kind]: n for kind, n in wind["line_kinds"].items()}
    assert sum(line.critical for line in bill.lines) == wind["critical_lines"]
    cost_yen = sum(line.quantity * line.target_unit_cost_yen for line in bill.lines)
    assert cost_yen == wind["target_unit_cost_yen"]
    assert (bill.lot, bill.plan_days) == (wind["lot"], 7 * wind["plan_weeks"])


@pytest.mark.parametrize("phase", ["before", "after"])
def test_facts_are_those_of_the_specification_to_the_second_decimal(finished, spec, phase):
    said, values = spec["wind"][phase], frozen(finished, phase).support.values("firm")
    assert {name: float(half_up(values[fact].value)) for name, fact in FACTS.items()} == {
        name: said[name] for name in FACTS
    }
    assert float(half_up(values["ss_critical"].value, 3)) == said["ss_critical"]
    assert len(values["cov_lines"].counted) == said["quoted_lines"]


def test_dependence_and_share_of_the_top_provider_after_the_inquiry(finished, spec):
    values, said = frozen(finished, "after").support.values("firm"), spec["wind"]["after"]["top_share"]
    for fact in ("top_provider_dependence", "top_provider_share"):
        assert float(half_up(values[fact].value)) == said


def test_exact_facts_lie_behind_the_shown_ones(finished):
    before, after = (frozen(finished, phase).support.values("firm") for phase in ("before", "after"))
    assert (before["commit_share"].value, after["commit_share"].value) == (Fraction(10, 28), Fraction(23, 28))
    assert (before["menu_complete"].value, after["menu_complete"].value) == (Fraction(12, 22), Fraction(20, 22))
    assert (before["lt_ratio"].value, after["lt_ratio"].value) == (Fraction(113, 84), Fraction(92, 84))
    assert (before["ss_critical"].value, after["ss_critical"].value) == (Fraction(16, 18), Fraction(3, 18))


def test_levels_before_the_inquiry_and_after_it(finished, spec):
    before, after = ([one.level for one in frozen(finished, phase).firm] for phase in ("before", "after"))
    said = next(one for one in spec["proposals"] if one["id"] == "PR-06")
    assert (before, after) == (spec["wind"]["before"]["axis2"], said["axis2"])


def test_magnetising_and_the_tower_are_the_bottlenecks(finished):
    support = frozen(finished, "after").support
    names = {line.id: line.description for line in support.lines}
    assert [names[line_id] for line_id in support.bottlenecks] == ["永久磁石の着磁", "塔体 下部"]


def test_magnetising_hangs_on_one_member(finished):
    lines = {line.description: line for line in frozen(finished, "after").support.lines}
    assert lines["永久磁石の着磁"].valid_sources == 1


def test_funnel_from_hands_to_quotes_to_selected(finished, register, spec):
    funnel, support = spec["wind"]["funnel"], frozen(finished, "after").support
    hands = {offer.provider for offer in register.offers if offer.rung >= HAND_RAISED}
    quotes = {offer.provider for offer in register.offers if offer.rung >= WRITTEN}
    selected = {line.provider for line in support.lines if line.provider}
    assert [len(hands), len(quotes), len(selected)] == [funnel[step] for step in ("raised_hand", "quoted", "selected")]


def test_funnel_of_the_inquiry_from_all_members_to_the_selected(finished, spec):
    """As the desk counts it from who was asked, who answered through a link, and what the figures rest on."""
    (view,) = finished.desk.inquiries(finished.actor("secretariat"), finished.last_item("PR-06").proposal_id)
    assert not view.sealed
    assert list(view.funnel.model_dump().values()) == list(spec["wind"]["funnel"].values())


def test_every_critical_need_is_in_writing_with_company_and_person(finished):
    needs = [need for need in frozen(finished, "after").support.needs if need.critical]
    assert len(needs) == 6
    assert all(need.rung >= WRITTEN and need.provider and need.person for need in needs)
