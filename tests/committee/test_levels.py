"""The level of a computed criterion: monotone, exact, never flattered by what is unknown."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.committee.levels import FactSeen, LevelFound, level_for
from fundapp.committee.rubric import Cap, Condition, Criterion, Level, LevelRule, Rubric
from fundapp.committee.rubric_file import parse_rubric, toml_table

RUBRICS = Path(__file__).parents[2] / "rubrics"


def shipped() -> Rubric:
    axis1, axis2, decision = (
        toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
        for name in ("axis1", "axis2", "decision")
    )
    rubric = parse_rubric(axis1, axis2, decision)
    assert isinstance(rubric, Rubric), rubric
    return rubric


AXIS2 = shipped().axis("axis2")
FACTS = {fact.id: fact for fact in AXIS2.facts}
PLENTY = 100
"""Cases enough for every fact."""


def seen(**values: str | int | None) -> dict[str, FactSeen]:
    return {
        name: FactSeen(value=None if value is None else Fraction(value), cases=PLENTY) for name, value in values.items()
    }


def condition(fact: str, comparison: str, than: str | int) -> Condition:
    return Condition(fact=fact, comparison=comparison, than=Fraction(than))


def just_met(item: Condition) -> FactSeen:
    """The worst value that meets a condition; for a strict comparison a hair beyond its figure."""
    hair = Fraction(1, 10**9)
    beyond = {">": hair, "<": -hair}.get(item.comparison, Fraction(0))
    return FactSeen(value=item.than + beyond, cases=PLENTY)


def criterion(**fields: object) -> Criterion:
    texts = tuple(Level(level=n, text=Bilingual(ja=f"段階{n}", en=f"level {n}")) for n in range(1, 6))
    return Criterion(id="K", weight_pct=100, name=Bilingual(ja="項目", en="criterion"), levels=texts, **fields)


SIMPLE = criterion(
    facts=("share", "rate", "age_days"),
    rules=tuple(
        LevelRule(level=level, any_of=((condition("share", ">=", least),),))
        for level, least in ((5, 1), (4, "9/10"), (3, "3/4"), (2, "1/2"))
    ),
    cap=Cap(max_level=2, any_of=(condition("age_days", ">", 90),)),
)


# ── The demo's story: from not supportable to supportable by one broadcast inquiry ──

BEFORE = seen(
    needs_listed=1, menu_complete="12/22", rest_have_decision_date=0, critical_needs_complete=0, every_item_funded=0,
    cov_value="0.38", cov_critical="1/3", cov_lines="41/120", holes_have_alternative_and_owner=0,
    critical_have_second_source=0, cost_ratio="1.31", quote_age_days=20, cost_actions_dated=0,
    lt_ratio="1.35", lead_time_countermeasure=0,
    commit_share="10/28", rest_have_raised_hand=0, critical_needs_in_writing=0, critical_needs_contracted=0,
    ss_critical="16/18", top_provider_dependence="0.70", concentration_mitigated=0, provider_hazards_checked=0,
)  # fmt: skip
AFTER = seen(
    needs_listed=1, menu_complete="20/22", rest_have_decision_date=0, critical_needs_complete=1, every_item_funded=0,
    cov_value="0.96", cov_critical=1, cov_lines="112/120", holes_have_alternative_and_owner=0,
    critical_have_second_source=0, cost_ratio="1.05", quote_age_days=20, cost_actions_dated=1,
    lt_ratio="1.10", lead_time_countermeasure=1,
    commit_share="23/28", rest_have_raised_hand=0, critical_needs_in_writing=1, critical_needs_contracted=0,
    ss_critical="3/18", top_provider_dependence="0.22", concentration_mitigated=1, provider_hazards_checked=0,
)  # fmt: skip


@pytest.mark.parametrize(("facts", "levels"), [(BEFORE, [2, 1, 1, 2, 2, 1]), (AFTER, [4, 4, 3, 3, 4, 3])])
def test_demo_wind_turbine_levels_before_and_after_the_inquiry(facts: dict[str, FactSeen], levels: list[int]) -> None:
    found = [level_for(AXIS2.criterion(f"N{number}"), facts).level for number in range(1, 7)]
    assert found == levels


# ── Exactness ──


@pytest.mark.parametrize(
    ("share", "level"),
    [("1", 5), ("999999999999/1000000000000", 4), ("9/10", 4), ("899999999999/1000000000000", 3), ("0", 1)],
)
def test_a_value_a_hair_below_the_threshold_does_not_reach_it(share: str, level: int) -> None:
    assert level_for(SIMPLE, seen(share=share, age_days=1)).level == level


@pytest.mark.parametrize("one", AXIS2.criteria, ids=lambda one: one.id)
def test_each_level_is_given_on_the_very_figures_of_its_rule(one: Criterion) -> None:
    uncapped = seen(quote_age_days=0, cov_value=1)
    for rule in one.rules:
        for whole in rule.any_of:
            facts = uncapped | {item.fact: just_met(item) for item in whole}
            assert level_for(one, facts).level == rule.level


# ── What is said besides the level ──


def test_level_carries_what_was_met_and_what_the_next_level_lacks() -> None:
    assert level_for(AXIS2.criterion("N3"), seen(cost_ratio="1.05", quote_age_days=10, cov_value="0.96")) == LevelFound(
        level=2,
        capped=False,
        left_out=(),
        met=(condition("cost_ratio", "<=", "1.20"),),
        next_missing=(condition("cost_actions_dated", "is", 1),),
    )


def test_level_5_lacks_nothing() -> None:
    found = level_for(SIMPLE, seen(share=1, age_days=1))
    assert (found.level, found.next_missing) == (5, ())


def test_next_missing_names_the_nearest_alternative() -> None:
    two_ways = criterion(
        facts=("a", "b", "c"),
        rules=(
            LevelRule(level=2, any_of=((condition("a", ">=", 1), condition("b", ">=", 1)), (condition("c", ">=", 1),))),
        ),
    )
    assert level_for(two_ways, seen(a=0, b=0, c=0)).next_missing == (condition("c", ">=", 1),)


def test_one_alternative_is_enough() -> None:
    n7 = AXIS2.criterion("N7")
    assert level_for(n7, seen(sales_route_terms=0, support_load="1.2")).level == 2
    assert level_for(n7, seen(sales_route_terms="0.1", support_load=2)).level == 2
    assert level_for(n7, seen(sales_route_terms=0, support_load="1.21")).level == 1


def test_criterion_without_rules_has_no_computed_level() -> None:
    assert level_for(criterion(), seen(share=1)) == LevelFound(
        level=None, capped=False, left_out=(), met=(), next_missing=()
    )


# ── Unknown facts ──


def test_unknown_fact_fails_its_condition() -> None:
    assert level_for(AXIS2.criterion("N4"), seen(lt_ratio=None, lead_time_countermeasure=1)).level == 1
    assert level_for(AXIS2.criterion("N4"), {}).level == 1


def test_unknown_fact_in_a_cap_caps() -> None:
    found = level_for(SIMPLE, seen(share=1, age_days=None))
    assert (found.level, found.capped) == (2, True)


# ── The cap ──


def test_cap_holds_the_level_and_says_what_would_lift_it() -> None:
    assert level_for(SIMPLE, seen(share=1, age_days=91)) == LevelFound(
        level=2,
        capped=True,
        left_out=(),
        met=(condition("share", ">=", 1),),
        next_missing=(condition("age_days", "<=", 90),),
    )


def test_cap_does_not_lift_a_low_level() -> None:
    found = level_for(SIMPLE, seen(share="0.1", age_days=91))
    assert (found.level, found.capped) == (1, False)
    assert found.next_missing == (condition("share", ">=", "1/2"),)


def test_yes_no_cap_is_lifted_by_no() -> None:
    warned = SIMPLE.model_copy(update={"cap": Cap(max_level=2, any_of=(condition("recall_open", "is", 1),))})
    assert level_for(warned, seen(share=1, recall_open=1)).next_missing == (condition("recall_open", "is", 0),)
    assert level_for(warned, seen(share=1, recall_open=0)).level == 5


@given(share=st.fractions(0, 1), age=st.integers(91, 10_000))
def test_no_level_above_the_cap(share: Fraction, age: int) -> None:
    assert level_for(SIMPLE, seen(share=share, age_days=age)).level in (1, 2)


# ── Facts on too few cases ──

FULL_N7 = seen(sales_route_terms=1, support_load="0.5", overseas_contact_named=1)


@pytest.mark.parametrize(
    ("rate", "cases", "level", "left_out"),
    [
        (Fraction(1), 5, 5, ()),
        (Fraction(4, 5), 5, 4, ()),
        (Fraction(0), 5, 3, ()),
        (Fraction(0), 4, 5, ("ontime_rate",)),
        (None, 0, 5, ("ontime_rate",)),
    ],
)
def test_on_time_rate_counts_from_five_cases(
    rate: Fraction | None, cases: int, level: int, left_out: tuple[str, ...]
) -> None:
    found = level_for(AXIS2.criterion("N7"), FULL_N7 | {"ontime_rate": FactSeen(value=rate, cases=cases)})
    assert (found.level, found.left_out) == (level, left_out)


def test_fact_without_history_is_left_out_even_when_it_is_absent() -> None:
    found = level_for(AXIS2.criterion("N7"), FULL_N7)
    assert (found.level, found.left_out) == (5, ("ontime_rate",))


def test_nothing_is_reached_on_left_out_facts_alone() -> None:
    only_rate = criterion(
        facts=("rate",),
        rules=(LevelRule(level=2, any_of=((condition("rate", ">=", "0.5"),),)),),
        left_out_below=(("rate", 5),),
    )
    found = level_for(only_rate, {"rate": FactSeen(value=1, cases=4)})
    assert (found.level, found.met) == (1, ())


# ── Monotone: a better fact never lowers a level ──

VALUES = {
    "ratio": st.one_of(st.none(), st.fractions(0, 2, max_denominator=200)),
    "days": st.one_of(st.none(), st.integers(0, 200).map(Fraction)),
    "yes_no": st.sampled_from([None, Fraction(0), Fraction(1)]),
}


@st.composite
def a_fact_and_a_better_one(draw: st.DrawFn, fact: str) -> tuple[Fraction | None, Fraction | None]:
    """Two values of a fact, the second no worse. Unknown is the worst."""
    one, other = draw(VALUES[FACTS[fact].kind]), draw(VALUES[FACTS[fact].kind])
    sign = 1 if FACTS[fact].better == "higher" else -1
    worse, better = sorted((one, other), key=lambda value: (value is not None, value and sign * value))
    return worse, better


@st.composite
def two_states(draw: st.DrawFn) -> tuple[Criterion, dict[str, FactSeen], dict[str, FactSeen]]:
    one = draw(st.sampled_from(AXIS2.criteria))
    worse, better = {}, {}
    for fact in one.facts:
        low, high = draw(a_fact_and_a_better_one(fact))
        cases = draw(st.sampled_from([0, 4, 5, PLENTY]))
        worse[fact], better[fact] = FactSeen(value=low, cases=cases), FactSeen(value=high, cases=cases)
    return one, worse, better


@given(two_states())
def test_better_facts_never_lower_a_level(states: tuple[Criterion, dict[str, FactSeen], dict[str, FactSeen]]) -> None:
    one, worse, better = states
    low, high = level_for(one, worse).level, level_for(one, better).level
    assert low is not None
    assert high is not None
    assert 1 <= low <= high <= 5


@given(two_states())
def test_making_true_what_is_missing_raises_the_level(
    states: tuple[Criterion, dict[str, FactSeen], dict[str, FactSeen]],
) -> None:
    """`next_missing` is the whole of what the next level lacks: meet it and the level is reached."""
    one, facts, _better = states
    found = level_for(one, facts)
    assert found.level is not None
    met = facts | {item.fact: just_met(item) for item in found.next_missing}
    after = level_for(one, met).level
    assert after is not None
    assert after >= min(5, found.level + 1)
