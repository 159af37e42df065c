"""The facts of axis 2: small cases worked by hand, and what must hold whatever the registers say."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.network.bill import Assembly, Bill, Line, LineKind
from fundapp.network.facts import SourcingRules, support_facts
from fundapp.network.need import Coordinator, Countermeasure, MenuItem, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.register import SupportRegister
from fundapp.network.support_facts import Counting, FactValue, SupportFacts

TODAY = date(2026, 5, 1)
RULES = SourcingRules(
    uncovered_cost_factor=Fraction("1.30"),
    imputed_lateness_factor=Fraction("1.10"),
    imputed_lead_time_days=(("bought_out", 42), ("made_to_drawing", 84), ("special_process", 98), ("electronic", 70)),
)


def line(id_: str, **given: object) -> Line:
    base = {"id": id_, "row": 1, "quantity": 1, "kind": "bought_out", "target_unit_cost_yen": 100}
    return Line.model_validate(base | given)


def bill(*lines: Line, **given: object) -> Bill:
    base = {"proposal_id": "PR-06", "revision": "B", "lot": 20, "plan_days": 100, "lines": lines}
    return Bill.model_validate(base | given)


def offer(line_id: str, provider: str = "A社", **given: object) -> Offer:
    base = {
        "id": f"{line_id}-{provider}",
        "proposal_id": "PR-06",
        "bill_revision": "B",
        "line_id": line_id,
        "provider": provider,
        "rung": 4,
        "dated": TODAY - timedelta(10),
        "unit_price_yen": 90,
        "lot": 20,
        "lead_time_days": 30,
    }
    return Offer.model_validate(base | given)


def register(parts: Bill | None = None, *offers: Offer, **given: object) -> SupportRegister:
    base: dict[str, object] = dict.fromkeys(("needs", "routes", "coordinators", "countermeasures", "cases"), ())
    return SupportRegister.model_validate(
        base | {"proposal_id": "PR-06", "bill": parts, "offers": offers, "needs_support": True} | given
    )


def facts_of(parts: Bill | None = None, *offers: Offer, **given: object) -> SupportFacts:
    return support_facts(register(parts, *offers, **given), TODAY, RULES)


def values(facts: SupportFacts, counting: Counting = "firm") -> dict[str, Fraction | None]:
    return {fact.id: fact.value for fact in facts.values(counting).values()}


def need(id_: str, *, critical: bool = False, **item: object) -> SupportNeed:
    return SupportNeed(
        id=id_, proposal_id="PR-06", name=id_, critical=critical, item=MenuItem.model_validate({"kind": "M01"} | item)
    )


WHOLE = {"provider": "A社", "person": "鈴木", "deliverable": "試作", "due": date(2026, 9, 1), "cost_bearer": "company"}


class TestValidOffers:
    @pytest.mark.parametrize(
        ("case", "given", "counts"),
        [
            ("as it should be", {}, True),
            ("dated today", {"dated": TODAY}, True),
            ("dated later", {"dated": TODAY + timedelta(1)}, False),
            ("expires today", {"expires": TODAY}, True),
            ("expired", {"expires": TODAY - timedelta(1)}, False),
            ("withdrawn today", {"withdrawn_on": TODAY}, False),
            ("withdrawn later", {"withdrawn_on": TODAY + timedelta(1)}, True),
            ("of an older revision", {"bill_revision": "A"}, False),
            ("for a smaller lot", {"lot": 19}, False),
            ("for a larger lot", {"lot": 21}, True),
            ("without a lot", {"lot": None}, False),
            ("without a provider", {"provider": " "}, False),
            ("under contract", {"rung": 5}, True),
            ("a hand only", {"rung": 3}, False),
            ("without a price", {"unit_price_yen": None}, True),
        ],
    )
    def test_an_offer_covers_its_line(self, case: str, given: dict[str, object], counts: bool) -> None:
        facts = facts_of(bill(line("1")), offer("1", **given))
        assert values(facts)["cov_lines"] == counts, case

    def test_parts_made_to_drawing_need_an_nda_and_until_then_the_offer_is_a_hand(self) -> None:
        parts = bill(line("1", kind="made_to_drawing"))
        without, signed = facts_of(parts, offer("1")), facts_of(parts, offer("1", nda_signed=True))
        assert [values(without, counting)["cov_lines"] for counting in ("firm", "with_hands")] == [0, 1]
        assert values(signed)["cov_lines"] == 1

    def test_a_newer_offer_replaces_the_older_one_even_when_it_has_expired(self) -> None:
        older = offer("1", id="old", dated=TODAY - timedelta(60))
        newer = offer("1", "Ａ 社", id="new", dated=TODAY - timedelta(40), expires=TODAY - timedelta(1))
        assert values(facts_of(bill(line("1")), older, newer))["cov_lines"] == 0

    def test_a_raised_hand_never_replaces_a_written_offer(self) -> None:
        older = offer("1", id="old", dated=TODAY - timedelta(60))
        assert values(facts_of(bill(line("1")), older, offer("1", rung=3)))["cov_lines"] == 1

    def test_one_company_spelled_in_two_ways_is_one_source(self) -> None:
        facts = facts_of(bill(line("1", critical=True)), offer("1", "ABC 工業"), offer("1", "ＡＢＣ工業", id="2"))
        assert (facts.lines[0].valid_sources, values(facts)["ss_critical"]) == (1, 1)


class TestSelection:
    def test_the_cheapest_in_time_is_selected(self) -> None:
        parts = bill(line("1", assembly="塔"), assemblies=(Assembly(name="塔", days=30),), final_assembly_days=10)
        early, cheap, late = (
            offer("1", "早い", unit_price_yen=95, lead_time_days=20),
            offer("1", "安い", unit_price_yen=90, lead_time_days=54),
            offer("1", "遅い", unit_price_yen=10, lead_time_days=55),
        )
        # 54 x 1.10 + 30 + 10 = 99.4 days are within the plan of 100; 55 x 1.10 + 40 = 100.5 are not.
        facts = facts_of(parts, late, cheap, early)
        assert (facts.lines[0].provider, facts.lines[0].selected_yen) == ("安い", 1800)
        assert (values(facts)["cost_ratio"], values(facts)["lt_ratio"]) == (Fraction(9, 10), Fraction("0.994"))

    def test_else_the_earliest_and_a_price_before_none(self) -> None:
        late = offer("1", "遅い", unit_price_yen=10, lead_time_days=200)
        earlier = offer("1", "早い", unit_price_yen=99, lead_time_days=150)
        unpriced = offer("1", "無価", unit_price_yen=None, lead_time_days=1)
        assert facts_of(bill(line("1")), late, earlier, unpriced).lines[0].provider == "早い"
        assert facts_of(bill(line("1")), unpriced).lines[0].provider == "無価"

    def test_without_a_stated_lead_time_the_kind_says_it_and_it_is_shown_as_imputed(self) -> None:
        parts = bill(line("1"), line("2", kind="special_process"), line("3"))
        facts = facts_of(parts, offer("1", lead_time_days=None), offer("3", rung=3, lead_time_days=1))
        assert [(row.lead_time_days, row.imputed) for row in facts.lines] == [(42, True), (98, True), (42, True)]
        assert (facts.bottlenecks, values(facts)["lt_ratio"]) == (("2",), Fraction(98, 100))


class TestFacts:
    def test_coverage_cost_and_concentration_worked_by_hand(self) -> None:
        parts = bill(
            line("1", critical=True, quantity=2, target_unit_cost_yen=1000),
            line("2", critical=True, target_unit_cost_yen=500),
            line("3", quantity=Fraction(1, 2), target_unit_cost_yen=1000),
            line("4", target_unit_cost_yen=None),
            line("5", external=False, target_unit_cost_yen=99999),
        )
        facts = facts_of(
            parts,
            offer("1", "A社", unit_price_yen=900),
            offer("1", "B社", unit_price_yen=950, dated=TODAY - timedelta(20)),
            offer("2", "C社", unit_price_yen=600, dated=TODAY - timedelta(31)),
            offer("3", "D社", rung=3),
            offer("4", "A社", unit_price_yen=10),
        )
        got = values(facts)
        assert {
            name: got[name] for name in ("cov_lines", "cov_value", "cov_critical", "cost_ratio", "quote_age_days")
        } == {
            "cov_lines": Fraction(3, 4),
            "cov_value": Fraction(2500, 3000),
            "cov_critical": 1,
            "cost_ratio": Fraction(1800 + 600 + 650, 3000),
            "quote_age_days": 10,
        }
        assert {
            name: got[name] for name in ("ss_critical", "top_provider_share", "top_provider_dependence", "lt_ratio")
        } == {
            "ss_critical": Fraction(1, 2),
            "top_provider_share": Fraction(1810, 2410),
            "top_provider_dependence": Fraction(500 + 500, 3000),
            "lt_ratio": Fraction(42, 100),
        }
        with_hands = values(facts, "with_hands")
        assert (with_hands["cov_lines"], with_hands["cov_value"], with_hands["cost_ratio"]) == (1, 1, got["cost_ratio"])
        # The line without a target is told as missing and is no case of the share by value.
        assert facts.values("firm")["cov_value"] == FactValue(
            id="cov_value", value=Fraction(5, 6), cases=3, counted=("1", "2"), missing=("3", "4")
        )

    def test_without_any_offer_nothing_looks_good(self) -> None:
        got = values(facts_of(bill(line("1", critical=True))))
        assert {
            name: got[name]
            for name in (
                "cov_lines",
                "cov_value",
                "cov_critical",
                "ss_critical",
                "top_provider_dependence",
                "cost_ratio",
            )
        } == {
            "cov_lines": 0,
            "cov_value": 0,
            "cov_critical": 0,
            "ss_critical": 1,
            "top_provider_dependence": 1,
            "cost_ratio": Fraction(13, 10),
        }
        assert (got["top_provider_share"], got["quote_age_days"], got["lt_ratio"]) == (None, None, Fraction(42, 100))

    def test_without_targets_value_is_unknown_and_without_critical_lines_the_critical_facts_are(self) -> None:
        got = values(facts_of(bill(line("1", target_unit_cost_yen=None)), offer("1")))
        unknown = {"cov_value", "cost_ratio", "top_provider_dependence", "cov_critical", "ss_critical"}
        unknown |= {"critical_have_second_source", "provider_hazards_checked", "support_load", "ontime_rate"}
        assert {name for name, value in got.items() if value is None} == unknown

    def test_without_parts_the_facts_of_parts_are_absent(self) -> None:
        nothing, all_inside = facts_of(), facts_of(bill(line("1", external=False)))
        assert (nothing.has_parts, all_inside.has_parts, values(nothing)) == (False, False, values(all_inside))
        assert "cov_lines" not in values(nothing)
        assert values(nothing)["menu_complete"] == 0

    def test_second_sources_checks_and_countermeasures(self) -> None:
        parts = bill(line("1", critical=True), line("2", critical=True, kind="made_to_drawing"), line("3"))
        action = {"proposal_id": "PR-06", "text": "代替", "owner": "佐藤", "due": date(2026, 6, 1)}
        got = values(
            facts_of(
                parts,
                offer("1"),
                provider_checks=(("Ａ社", True),),
                countermeasures=(
                    Countermeasure(id="a", against="coverage", line_id="2", **action),
                    Countermeasure(id="b", against="coverage", line_id="3", **action),
                    Countermeasure(id="c", against="concentration", line_id="1", **action),
                    Countermeasure(id="d", against="lead_time", line_id="2", **action),
                    Countermeasure(id="e", against="cost", **action),
                ),
            )
        )
        assert {
            "holes_have_alternative_and_owner": 1,
            "concentration_mitigated": 1,
            "lead_time_countermeasure": 1,
            "cost_actions_dated": 1,
            "critical_have_second_source": 0,
            "provider_hazards_checked": 0,
        }.items() <= got.items()
        bare = values(
            facts_of(
                parts, offer("1"), countermeasures=(Countermeasure(id="e", proposal_id="p", against="cost", text="x"),)
            )
        )
        assert [
            bare[name]
            for name in (
                "holes_have_alternative_and_owner",
                "concentration_mitigated",
                "lead_time_countermeasure",
                "cost_actions_dated",
            )
        ] == [0, 0, 0, 0]

    def test_menu_worked_by_hand(self) -> None:
        needs = (
            need("critical", critical=True, rung=4, funded=True, **WHOLE),
            need("hand", rung=3, provider="B社", decision_due=TODAY, cost_yen=0),
            need("nameless", rung=4, **{**WHOLE, "person": ""}),
            SupportNeed(id="open", proposal_id="PR-06", name="open"),
        )
        facts = facts_of(needs=needs)
        expected = {
            "needs_listed": Fraction(1),
            "menu_complete": Fraction(2, 4),
            "every_item_funded": Fraction(0),
            "critical_needs_complete": Fraction(1),
            "rest_have_decision_date": Fraction(0),
            "commit_share": Fraction(2, 5),
            "every_critical_need_covered": Fraction(1),
            "rest_have_raised_hand": Fraction(0),
            "critical_needs_in_writing": Fraction(1),
            "critical_needs_contracted": Fraction(0),
        }
        assert expected.items() <= values(facts).items()
        assert values(facts, "with_hands")["commit_share"] == Fraction(4, 5)
        assert facts.values("firm")["commit_share"].missing == ("hand", "nameless", "open")
        assert [(row.id, row.complete, row.rung) for row in facts.needs] == [
            ("critical", True, 4),
            ("hand", False, 3),
            ("nameless", True, 4),
            ("open", False, 0),
        ]

    def test_needs_that_nobody_listed_are_a_gap_unless_none_is_needed(self) -> None:
        names = ("needs_listed", "menu_complete", "commit_share", "every_critical_need_covered")
        assert [values(facts_of())[name] for name in names] == [0, 0, 0, 0]
        assert [values(facts_of(needs_support=False))[name] for name in names] == [None, None, None, None]

    def test_sales_routes_load_and_on_time_rate(self) -> None:
        terms = {"commission_type": "歩合", "rate": "7%", "collection": "売掛", "region": "関東", "rep": "山田"}
        routes = (
            SalesRoute(id="r1", proposal_id="p", name="a", **terms),
            SalesRoute(id="r2", proposal_id="p", name="b", overseas=True),
        )
        load = (
            Coordinator(id="c1", name="a", hours_promised=30, hours_available=40),
            Coordinator(id="c2", name="b", hours_promised=50, hours_available=40),
        )
        cases = (
            SupportCase(id="kept", due=date(2024, 5, 1), delivered=date(2024, 5, 1)),
            SupportCase(id="late", due=date(2026, 4, 30), delivered=date(2026, 5, 1)),
            SupportCase(id="never", due=date(2026, 1, 1)),
            SupportCase(id="long ago", due=date(2024, 4, 30)),
            SupportCase(id="not yet due", due=TODAY),
        )
        facts = facts_of(routes=routes, coordinators=load, cases=cases)
        assert {
            "sales_route_terms": Fraction(1, 2),
            "overseas_contact_named": 0,
            "support_load": Fraction(5, 4),
            "ontime_rate": Fraction(1, 3),
        }.items() <= values(facts).items()
        assert facts.values("firm")["ontime_rate"].cases == 3
        assert (values(facts_of())["sales_route_terms"], values(facts_of())["overseas_contact_named"]) == (0, 1)


LINE_IDS = [str(at) for at in range(6)]
LINES = st.tuples(
    *[
        st.builds(
            line,
            st.just(id_),
            kind=st.sampled_from(list(LineKind)),
            quantity=st.sampled_from([1, 3, Fraction(1, 2)]),
            critical=st.booleans(),
            target_unit_cost_yen=st.none() | st.integers(0, 500),
        )
        for id_ in LINE_IDS
    ]
)
STATEMENTS = st.fixed_dictionaries(
    {
        "line_id": st.sampled_from(LINE_IDS),
        "provider": st.sampled_from(["A社", "B社", "C社", ""]),
        "rung": st.integers(0, 5),
        "dated": st.integers(-2, 50).map(lambda age: TODAY - timedelta(age)),
        "expires": st.none() | st.integers(-20, 50).map(lambda left: TODAY + timedelta(left)),
        "unit_price_yen": st.none() | st.integers(0, 500),
        "lot": st.sampled_from([None, 19, 20]),
        "lead_time_days": st.none() | st.integers(0, 120),
        "nda_signed": st.booleans(),
    }
)
# One statement of a provider on a line: two would replace each other, which is a case of its own above.
OFFERS = st.lists(STATEMENTS, max_size=14, unique_by=lambda one: (one["line_id"], one["provider"])).map(
    lambda many: [offer(id=f"o{at}", **one) for at, one in enumerate(many)]
)
RISES_ONLY_WITH_OFFERS = (
    "cov_lines",
    "cov_value",
    "cov_critical",
    "critical_have_second_source",
    "provider_hazards_checked",
)
FALLS_ONLY_WITH_OFFERS = ("ss_critical", "top_provider_dependence")


@settings(deadline=None)
@given(lines=LINES, offers=OFFERS, data=st.data())
def test_removing_an_offer_never_makes_coverage_or_concentration_look_better(
    lines: tuple[Line, ...], offers: list[Offer], data: st.DataObject
) -> None:
    removed = data.draw(st.sampled_from(offers)) if offers else None
    rest = [one for one in offers if one is not removed]
    checks = (("A社", True), ("B社", False))
    actions = tuple(
        Countermeasure(id=id_, proposal_id="p", against=against, line_id=id_, text="x", owner="y", due=TODAY)
        for id_, against in zip(LINE_IDS[:4], ("coverage", "concentration") * 2, strict=True)
    )
    before, after = (
        facts_of(bill(*lines), *some, provider_checks=checks, countermeasures=actions) for some in (offers, rest)
    )
    for counting in ("firm", "with_hands"):
        was, now = values(before, counting), values(after, counting)
        for name in (*RISES_ONLY_WITH_OFFERS, "holes_have_alternative_and_owner"):
            assert (now[name] or 0) <= (was[name] or 0), name
        for name in FALLS_ONLY_WITH_OFFERS:
            assert (now[name] or 0) >= (was[name] or 0), name


@settings(deadline=None)
@given(lines=LINES, offers=OFFERS)
def test_raised_hands_add_to_coverage_and_never_move_a_firm_fact(lines: tuple[Line, ...], offers: list[Offer]) -> None:
    facts = facts_of(bill(*lines), *offers)
    firm, with_hands = values(facts), values(facts, "with_hands")
    assert list(firm) == list(with_hands)
    for name in RISES_ONLY_WITH_OFFERS:
        assert (with_hands[name] or 0) >= (firm[name] or 0), name
    for name in FALLS_ONLY_WITH_OFFERS:
        assert (with_hands[name] or 0) <= (firm[name] or 0), name
    written = [one for one in offers if one.rung > 3]
    assert facts_of(bill(*lines), *written).firm == facts.firm


@settings(deadline=None)
@given(lines=LINES, offers=OFFERS, data=st.data())
def test_the_order_of_rows_does_not_matter(lines: tuple[Line, ...], offers: list[Offer], data: st.DataObject) -> None:
    facts = facts_of(bill(*lines), *offers)
    assert facts_of(bill(*lines), *data.draw(st.permutations(offers))) == facts
    turned = facts_of(bill(*data.draw(st.permutations(lines))), *offers)
    for counting in ("firm", "with_hands"):
        assert values(turned, counting) == values(facts, counting)
    assert sorted(turned.lines, key=lambda row: row.id) == list(facts.lines)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 5), st.sampled_from(["", "A社"]), st.sampled_from(["", "鈴木"])),
        max_size=6,
    )
)
def test_hands_never_lower_commitment(items: list[tuple[bool, int, str, str]]) -> None:
    needs = tuple(
        need(str(at), critical=critical, rung=rung, provider=provider, person=person)
        for at, (critical, rung, provider, person) in enumerate(items)
    )
    facts = facts_of(needs=needs)
    for name in ("commit_share", "every_critical_need_covered"):
        assert (values(facts, "with_hands")[name] or 0) >= (values(facts)[name] or 0)
