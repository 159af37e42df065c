"""What a reader takes out of the demo says what the specification says."""

import json

import pytest

from fundapp.cli.keeping import EXPORTER
from fundapp.documents.export import export_files

RESOLUTIONS = {
    "PR-06": "approve_with_conditions",
    "PR-07": "decline_unsupported",
    "PR-08": "decline",
    "PR-09": "defer",
    "PR-10": "approve",
    "PR-11": "build_support",
    "PR-12": "decline",
}
AFTER_THE_MEETING = {"PR-06", "PR-09", "PR-10"}
"""Not revealed yet in the open scenario."""


def taken_out(demo) -> dict[str, bytes]:
    return dict(export_files(demo.desk.export(EXPORTER)))


@pytest.fixture(scope="module")
def before(under_way) -> dict[str, bytes]:
    """What is taken out while the meeting is under way."""
    return taken_out(under_way)


@pytest.fixture(scope="module")
def after(finished) -> dict[str, bytes]:
    """What is taken out when it has finished."""
    return taken_out(finished)


def proposal(files: dict[str, bytes], code: str) -> dict:
    return next(row for row in json.loads(files["proposals.json"]) if row["code"] == code)


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_place_and_resolution_of_each_proposal_are_those_of_the_specification(after, spec, code):
    row, told = proposal(after, code), next(one for one in spec["proposals"] if one["id"] == code)
    assert [row["axis1"], row["axis2"], row["quadrant"]] == told["check"]
    assert (row["name_ja"], row["ask_yen"], row["resolution"]) == (
        told["name"],
        told["ask"] * 1_000_000,
        RESOLUTIONS[code],
    )


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_before_the_reveal_a_proposal_has_neither_place_nor_resolution(before, after, code):
    place = {"axis1": None, "axis2": None, "quadrant": None, "resolution": None} if code in AFTER_THE_MEETING else {}
    assert proposal(before, code) == {**proposal(after, code), **place}


def test_the_fund_s_money_before_and_after_the_meeting(before, after):
    money = json.loads(before["fund.json"])
    assert money == {
        "fund_size_yen": 500_000_000,
        "committed_yen": 300_000_000,
        "drawn_yen": 210_000_000,
        "undrawn_yen": 90_000_000,
        "reserved_yen": 0,
        "investable_yen": 100_000_000,
    }
    assert json.loads(after["fund.json"]) == {**money, "reserved_yen": 100_000_000, "investable_yen": 0}


def test_no_score_of_the_current_item_is_taken_out(before):
    items = {row["item_id"]: row for row in json.loads(before["record/items.json"])}
    scored = {row["item_id"] for row in json.loads(before["record/scores.json"])}
    assert all(items[item_id]["revealed_at"] for item_id in scored)
    (current,) = (row for row in items.values() if row["scored"] and not row["revealed_at"])
    assert current["proposal_code"] == "PR-06"
