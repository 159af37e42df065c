"""The content of minutes as JSON and Markdown, and the copy of a recused member."""

import json
from fractions import Fraction

import pytest

from fundapp.committee.minutes import MinutesContent, MinutesItem, ResolutionShown, redact
from fundapp.documents.blocks import Heading, Table, TwoAxisMap
from fundapp.documents.minutes_json import minutes_digest, minutes_json
from fundapp.documents.minutes_markdown import minutes_markdown, plain
from fundapp.documents.minutes_outline import minutes_outline
from fundapp.text.catalogue import use
from tests.documents.sample import at, both, hash_of, sample


def test_json_is_the_content():
    data = json.loads(minutes_json(sample()))
    assert data.pop("schema") == "fundapp/minutes/1"
    assert MinutesContent.model_validate(data) == sample()


def test_json_holds_exact_figures():
    matter = json.loads(minutes_json(sample()))["items"][0]["matter"]
    assert matter["axes"][0]["committee"] == "73/20"
    assert matter["ask_yen"] == 60_000_000
    assert minutes_digest(sample()) == hash_of(minutes_json(sample()).decode())


def test_markdown_has_the_same_facts_in_both_languages():
    ja = minutes_markdown(sample(), language="ja").decode()
    en = minutes_markdown(sample(), language="en").decode()
    assert "# 第14回 投資委員会議事録" in ja
    assert "| B4  経営者とチーム | 20% | 4 | 4 | 2→3 | **4** | 1 |" in ja
    assert "| B4  Management and team | 20% | 4 | 4 | 2→3 | **4** | 1 |" in en
    assert "> **Resolution: Approve with conditions precedent**" in en
    assert "| TLO | 小野 哲郎 | not taking part: recused | – |" in en
    assert ja.count("\n|") == en.count("\n|")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("# one", r"\# one"),
        ("<script>*x*</script>", r"\<script\>\*x\*\</script\>"),
        ("[a](b) `c` _d_ ~e~ &lt;", r"\[a\](b) \`c\` \_d\_ \~e\~ \&lt;"),
        ("a\r\nb", "a<br>b"),
        ("9.8 kW", r"9\.8 kW"),
    ],
)
def test_no_letter_is_markup(text, shown):
    assert plain(text) == shown


def test_redacted_item_is_number_and_resolution_alone():
    outline = ResolutionShown(
        resolution="defer", name=both("継続審議", "Defer"), at=at(15, 22), decision_number="D-2026-032"
    )
    content = redact(sample(), {2})
    assert content.items == (sample().items[0], MinutesItem(number=2, matter=None, resolution=outline))
    assert content.withheld() == (2,)
    assert redact(sample(), ()) == sample()


def test_map_of_another_item_shows_no_withheld_item():
    use("en")
    maps = [block for block in minutes_outline(redact(sample(), {2})).blocks if isinstance(block, TwoAxisMap)]
    assert [[point.label for point in one.points] for one in maps] == [["PR-06"]]


def test_map_marks_a_failed_gate_and_calls_nothing_investable():
    use("en")
    wind, deburring = [block for block in minutes_outline(sample()).blocks if isinstance(block, TwoAxisMap)]
    assert [(point.label, point.own, point.gate_failed) for point in wind.points] == [
        ("PR-09", False, False),
        ("PR-06", True, True),
    ]
    assert dict(wind.beside)["Place on the map"] == "● High on both axes, but a gate is not passed"
    assert dict(wind.beside)["Gates not passed"] == "G4"
    assert dict(deburring.beside)["Place on the map"] == "● Investable"


def test_points_below_the_threshold_say_so():
    use("en")
    content = sample()
    matter = content.items[0].matter
    assert matter is not None
    axis2 = matter.axes[1].model_copy(update={"gate_firm": Fraction(3499, 1000)})
    matter = matter.model_copy(update={"axes": (matter.axes[0], axis2), "quadrant": None})
    content = content.model_copy(update={"items": (content.items[0].model_copy(update={"matter": matter}),)})
    [found] = [block for block in minutes_outline(content).blocks if isinstance(block, TwoAxisMap)]
    assert dict(found.beside)["Network support deliverability"] == "3.50 (lies below 3.50) (at least 3.50)"
    assert dict(found.beside)["Place on the map"] == "not assessable"


def test_criterion_that_does_not_apply_and_x():
    use("en")
    content = sample()
    matter = content.items[1].matter
    assert matter is not None
    axis2 = matter.axes[1]
    gone = axis2.criteria[1].model_copy(
        update={"applicable": False, "marks": (), "committee": None, "spread": None, "computed_firm": None}
    )
    axis2 = axis2.model_copy(update={"criteria": (axis2.criteria[0], gone)})
    matter = matter.model_copy(update={"axes": (matter.axes[0], axis2)})
    content = content.model_copy(update={"items": (content.items[1].model_copy(update={"matter": matter}),)})
    blocks = minutes_outline(content).blocks
    at_scores = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and "Scores" in block.text]
    prospects, support = (blocks[index + 1] for index in at_scores)
    assert isinstance(prospects, Table)
    assert isinstance(support, Table)
    assert [cell.text for cell in prospects.rows[4]] == [
        "B5  Competitive position and IP",
        "10%",
        "4",
        "X",
        "X",
        "X",
        "–",
    ]
    assert [cell.text for cell in support.rows[1]] == [
        "N2  Parts and process coverage (not applicable)",
        "20%",
        "–",
        "4",
        "–",
        "–",
        "–",
        "–",
        "–",
    ]
