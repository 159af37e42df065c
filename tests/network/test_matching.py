"""Lines to members: what the words tell, what rules a member out, in which order, and what may be expected."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fundapp.basis.refusal import Problem
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import Capability, LineProcess, material_of
from fundapp.network.expected import expected_coverage, wilson
from fundapp.network.matching import Directory
from fundapp.network.requirement import Requirement, requirements
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree

DAY = date(2026, 4, 1)
TREE = load_process_tree(rubrics_folder())


def able(member, process="turning", **said):
    return Capability(
        id=f"{member}/{process}", member_id=member, process=process, **{"confirmed_on": DAY - timedelta(days=30)} | said
    )


def need(**said):
    return Requirement(line_id="L", **{"process": "turning"} | said)


def found(need, *capabilities):
    return [match.member_id for match in Directory(capabilities, DAY).match(need, TREE)]


@pytest.mark.parametrize(
    ("description", "material", "kind", "process", "how"),
    [
        ("塔の溶融亜鉛めっき", "HDZ55", LineKind.SPECIAL_PROCESS, "galvanising", "words"),
        ("ハブ鋳物の焼鈍", "FCD450", LineKind.SPECIAL_PROCESS, "quenching", "words"),
        ("翼殻ＦＲＰ積層成形", "GFRP", LineKind.SPECIAL_PROCESS, "large_frp", "words"),
        ("前側ブラケット", "FC250", LineKind.MADE_TO_DRAWING, "iron_casting", "material"),
        ("リンクピン", "SCM435", LineKind.MADE_TO_DRAWING, "turning", "part"),
        ("ﾎﾟﾝﾌﾟ", "", LineKind.BOUGHT_OUT, "supply_fluid", "words"),
        ("Sheet metal enclosure", "SPCC", LineKind.MADE_TO_DRAWING, "bending", "words"),
        ("通信基板", "FR-4", LineKind.ELECTRONIC, "smt", "material"),
        ("深溝玉軸受", "SUJ2", LineKind.BOUGHT_OUT, "supply_bearings", "words"),
        ("Graphic plate holder", "", LineKind.BOUGHT_OUT, "", None),
        ("遠心可変ばね", "SWOSC-V", LineKind.MADE_TO_DRAWING, "", None),
    ],
)
def test_words_materials_and_parts_tell_the_process_in_both_languages(description, material, kind, process, how):
    line = Line(id="L", row=1, description=description, material=material, quantity=Fraction(2), kind=kind)
    (one,) = requirements(Bill(proposal_id="p", revision="A", lot=20, plan_days=84, lines=(line,)), TREE)
    assert (one.process, one.how, one.pieces) == (process, how, 40)


def test_what_a_person_has_set_stands_over_the_words():
    line = Line(
        id="L", row=1, description="軸 φ120 h7", material="SUS304", quantity=Fraction(1), kind=LineKind.MADE_TO_DRAWING
    )
    bill = Bill(proposal_id="p", revision="B", lot=3, plan_days=84, lines=(line,))
    (by_words,) = requirements(bill, TREE)
    assert (by_words.process, by_words.material, by_words.largest_mm, by_words.tolerance_grade) == (
        "turning",
        "stainless",
        120,
        7,
    )
    said = LineProcess(proposal_id="p", line_id="L", process="grinding", largest_mm=800, certificates=("ISO 9001",))
    (by_person,) = requirements(bill, TREE, [said])
    assert (by_person.process, by_person.how, by_person.largest_mm, by_person.tolerance_grade) == (
        "grinding",
        "person",
        800,
        7,
    )
    assert by_person.certificates == ("ISO 9001",)


def test_materials_are_told_by_how_their_codes_begin():
    named = {"SUS304": "stainless", "A2-70": "stainless", "A5052": "aluminium", "FCD450": "cast_iron", "SS400": "steel"}
    assert {code: material_of(code) for code in named} == named
    assert material_of("市販") is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"largest_mm": 500}, {"largest_mm": 501}),
        ({"tolerance_grade": 8}, {"tolerance_grade": 7}),
        ({"lot_min": 100}, {"pieces": 99}),
        ({"lot_max": 100}, {"pieces": 101}),
        ({"certificates": ("ISO 9001",)}, {"certificates": ("ISO 9001", "ISO 13485")}),
        ({"materials": ("steel",)}, {"material": "copper"}),
        ({"process": "milling"}, {}),
    ],
)
def test_each_bound_rules_a_member_out_and_what_was_not_said_does_not(said, wanted):
    only_just = {
        "largest_mm": 500,
        "tolerance_grade": 8,
        "pieces": 100,
        "certificates": ("ISO 9001",),
        "material": "steel",
    }
    assert found(need(**wanted), able("out", **{"process": "turning"} | said)) == []
    unsaid = [] if "certificates" in wanted else ["silent"]
    assert found(need(**wanted), able("silent")) == unsaid
    fits = {name: only_just[name] for name in wanted}
    assert found(need(**fits), able("in", **{"process": "turning"} | said)) == ([] if said.get("process") else ["in"])


def test_who_names_the_material_comes_first_and_then_who_is_fresh_on_time_and_free():
    old = DAY - timedelta(days=900)
    capabilities = (
        able("stale", confirmed_on=old, materials=("steel",)),
        able("silent", on_time_rate="1", free_hours_per_month=160),
        able("late", on_time_rate="1/2", materials=("steel",)),
        able("best", on_time_rate="1", free_hours_per_month=160, materials=("steel", "copper")),
    )
    assert found(need(material="steel"), *capabilities) == ["best", "late", "stale", "silent"]


def test_the_reasons_are_told_and_only_those_that_hold():
    capabilities = (able("a", materials=("steel",), largest_mm=900, confirmed_on=DAY - timedelta(days=800)),)
    (match,) = Directory(capabilities, DAY).match(need(material="steel", largest_mm=300), TREE)
    assert match.why == ("process", "material", "size", "stale")


def test_a_need_for_a_family_takes_its_processes_in_turn_and_each_member_once():
    capabilities = (able("a"), able("a", "milling"), able("b", "milling"), able("c", "grinding"), able("d", "smt"))
    assert sorted(found(need(process="cutting"), *capabilities)) == ["a", "b", "c"]
    (first, *_rest) = Directory(capabilities, DAY).match(need(process="cutting"), TREE)
    assert first.why[0] == "family"


def test_columns_find_what_a_plain_loop_finds():
    from random import Random

    chance = Random(4)
    capabilities = tuple(
        able(
            f"M{n}",
            chance.choice(["turning", "milling"]),
            largest_mm=chance.choice([None, 100, 500]),
            tolerance_grade=chance.choice([None, 6, 9]),
            lot_min=chance.choice([None, 5, 50]),
            lot_max=chance.choice([None, 60, 600]),
            materials=tuple(chance.sample(["steel", "copper", "frp"], chance.randint(0, 2))),
        )
        for n in range(300)
    )
    directory = Directory(capabilities, DAY)
    for _ in range(50):
        one = need(
            process=chance.choice(["turning", "milling", "cutting"]),
            largest_mm=chance.choice([None, 90, 400]),
            tolerance_grade=chance.choice([None, 7]),
            material=chance.choice([None, "steel", "frp"]),
            pieces=chance.choice([1, 20, 100]),
        )
        plain = {
            each.member_id
            for each in capabilities
            if each.process in TREE.within(one.process)
            and (each.largest_mm or 10**9) >= (one.largest_mm or 0)
            and (each.tolerance_grade or 0) <= (one.tolerance_grade or 18)
            and (each.lot_min or 0) <= one.pieces <= (each.lot_max or 10**9)
            and (not each.materials or one.material is None or one.material in each.materials)
        }
        assert {match.member_id for match in directory.match(one, TREE, 1000)} == plain


def test_wilson_1927():
    # Newcombe (1998, Statistics in Medicine 17, 857), table I: 81 of 263 and 15 of 148.
    assert [round(one, 4) for one in wilson(81, 263)] == [0.2553, 0.3662]
    assert [round(one, 4) for one in wilson(15, 148)] == [0.0624, 0.1605]


def test_expected_coverage_is_match_times_answers_with_an_interval():
    expected = expected_coverage([0, 1, 2], asked=20, answered=10)
    assert expected is not None
    assert float(expected.value) == pytest.approx((0 + 0.5 + 0.75) / 3, abs=1e-4)
    assert 0 <= expected.low < expected.value < expected.high <= Fraction(2, 3) + Fraction(1, 3)
    assert expected_coverage([1], asked=0, answered=0) is None
    assert expected_coverage([], asked=5, answered=5) is None


def test_more_able_members_never_lower_what_is_expected():
    values = [expected_coverage([n, 1, 3], asked=9, answered=4).value for n in range(6)]
    assert values == sorted(values)


def test_a_search_in_either_language_names_the_same_process():
    assert "bending" in TREE.spoken_of("板金")
    assert "bending" in TREE.spoken_of("sheet metal")
    assert "winding" in TREE.spoken_of("巻線")


def test_a_process_of_no_family_is_a_fault_of_the_file(tmp_path):
    (tmp_path / "processes.toml").write_text(
        'version = "1"\n[[families]]\nid = "a"\nname = { ja = "あ", en = "a" }\n'
        '[[processes]]\nid = "x"\nfamily = "b"\nname = { ja = "い", en = "x" }\n'
    )
    assert load_process_tree(tmp_path) == (Problem.of("process_family_unknown", "x", family="b"),)
    (tmp_path / "processes.toml").write_bytes("名".encode("cp932"))
    assert load_process_tree(tmp_path) == (Problem.of("rubric_file_unreadable", "processes.toml"),)
    assert load_process_tree(tmp_path / "none") == (Problem.of("rubric_file_missing", "processes.toml"),)
