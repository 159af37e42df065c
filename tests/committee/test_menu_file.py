"""The support menu and the readiness scales: read whole, or refused with every fault at once."""

import copy
from pathlib import Path
from typing import Any, get_args

from fundapp.basis.refusal import Problem
from fundapp.committee.menu_file import parse_readiness, parse_support_menu
from fundapp.committee.rubric_file import toml_table
from fundapp.committee.support_menu import MenuField, ReadinessScales, SupportMenu
from fundapp.network.need import MenuItem

RUBRICS = Path(__file__).parents[2] / "rubrics"
P = Problem.of


def shipped(name: str) -> dict[str, Any]:
    table = toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
    assert isinstance(table, dict)
    return copy.deepcopy(table)


def test_support_menu_has_its_21_kinds_and_its_ladder() -> None:
    menu = parse_support_menu(shipped("support_menu"))
    assert isinstance(menu, SupportMenu)
    assert [kind.id for kind in menu.kinds] == [f"M{number:02}" for number in range(1, 22)]
    assert [rung.rung for rung in menu.ladder] == [0, 1, 2, 3, 4, 5]
    assert menu.kind("M06").name.en == "University yes/no enquiry"
    assert all(kind.providers for kind in menu.kinds)


def test_menu_asks_only_for_what_a_menu_item_holds() -> None:
    assert set(get_args(MenuField)) <= set(MenuItem.model_fields)


def test_all_faults_of_the_menu_at_once() -> None:
    table = shipped("support_menu")
    table["required_fields"][0] = "providor"
    del table["ladder"]["5"]
    table["kinds"][1]["id"] = "M01"
    table["kinds"][2]["providers"][0] = {"ja": "大学"}
    assert parse_support_menu(table) == (
        P(
            "rubric_not_one_of",
            "support_menu required_fields",
            value="providor",
            choices="provider, person, deliverable, due, cost_yen, cost_bearer, owner_consent, rung",
        ),
        P("rubric_key_missing", "support_menu ladder 5", key="5"),
        P("rubric_id_twice", "support_menu M01", id="M01"),
        P("rubric_language_missing", "support_menu M03 providers 1 en"),
    )


def test_readiness_scales_are_whole() -> None:
    scales = parse_readiness(shipped("readiness"))
    assert isinstance(scales, ReadinessScales)
    assert [(scale.id, len(scale.steps)) for scale in scales.scales] == [("TRL", 9), ("MRL", 10), ("CRL", 9)]


def test_gap_in_a_scale_is_reported() -> None:
    table = shipped("readiness")
    del table["scales"][0]["steps"]["4"]
    assert parse_readiness(table) == (P("rubric_key_missing", "readiness TRL steps 4", key="4"),)
