from fractions import Fraction

import pytest

from fundapp.charts.look import DARK, LIGHT, QUADRANTS
from fundapp.charts.two_axis import MapPoint, Move, move_title, two_axis, two_axis_rows, two_axis_title
from fundapp.text.catalogue import use

PASS = {"axis1_pass": Fraction(3), "axis2_pass": Fraction("3.5")}
MOVE = Move(
    code="PR-06",
    before="before the inquiry",
    axis1_before=Fraction("3.65"),
    axis2_before=Fraction("1.6"),
    axis1=Fraction("3.65"),
    axis2=Fraction("3.6"),
)


def texts(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), "No proposal has a place on the map yet"),
        (("PR-06",), "PR-06 is investable"),
        (("PR-07",), "PR-07 is promising but not yet supportable"),
        (("PR-12",), "PR-12 is not investable"),
        (("PR-06", "PR-12"), "1 of 2 proposals is investable"),
        (
            ("PR-06", "PR-09", "PR-07"),
            "2 of 3 proposals are investable; PR-07 is promising but not yet supportable",
        ),
        (
            ("PR-07", "PR-11", "PR-12"),
            "0 of 3 proposals are investable; 2 are promising but not yet supportable",
        ),
    ],
)
def test_title_says_the_finding(proposals: tuple[MapPoint, ...], codes: tuple[str, ...], expected: str) -> None:
    assert two_axis_title([point for point in proposals if point.code in codes]) == expected


def test_proposal_with_a_failed_gate_is_never_called_investable(proposals: tuple[MapPoint, ...]) -> None:
    failed = [point.model_copy(update={"gate_failed": True}) for point in proposals if point.code == "PR-06"]
    assert two_axis_title(failed) == "PR-06 is not investable"
    named = [point.model_copy(update={"note": "G5"}) for point in failed]
    assert two_axis_title(named) == "PR-06 is good enough on both axes, but not investable: G5"
    use("ja")
    assert two_axis_title(named) == "PR-06は両軸とも基準以上ですが、G5を満たさず投資候補ではありません"


def test_title_in_japanese(proposals: tuple[MapPoint, ...]) -> None:
    use("ja")
    assert two_axis_title(proposals) == "12件のうち8件が投資候補、2件は有望・支援未成立"


def test_title_of_a_move() -> None:
    assert (
        move_title("PR-06", "Q2", "Q1")
        == "The inquiry moves PR-06 from “Promising, not yet supportable” to “Investable”"
    )
    assert move_title("PR-06", "Q2", "Q2") == "After the inquiry PR-06 stays “Promising, not yet supportable”"


def test_rows_hold_what_the_map_shows(proposals: tuple[MapPoint, ...]) -> None:
    chosen = [point for point in proposals if point.code in ("PR-06", "PR-07")]
    assert two_axis_rows(chosen) == (
        ("Code", "Proposal", "Prospects", "Support", "Quadrant", "Gate not passed"),
        ("PR-06", "Proposal PR-06", "3.65", "3.60", "● Investable", ""),
        ("PR-07", "Proposal PR-07", "4.45", "1.50", "▲ Promising, not yet supportable", "G4"),
    )


@pytest.mark.parametrize("dark", [False, True])
def test_each_proposal_has_its_quadrants_mark_and_a_label(proposals: tuple[MapPoint, ...], dark: bool) -> None:
    figure = two_axis(proposals, **PASS, title="Title", dark=dark)
    (marks,) = figure.data
    shown = {
        code: (x, y, symbol, colour)
        for (code, *_rest), x, y, symbol, colour in zip(
            marks.customdata, marks.x, marks.y, marks.marker.symbol, marks.marker.color, strict=True
        )
    }
    assert shown == {
        point.code: (
            float(point.axis1),
            float(point.axis2),
            QUADRANTS[point.quadrant].symbol + ("-open" if point.gate_failed else ""),
            QUADRANTS[point.quadrant].colour,
        )
        for point in proposals
    }
    labels = {"PR-07 (G4)" if point.gate_failed else point.code for point in proposals if not point.current}
    assert labels | {"<b>PR-06</b>"} <= set(texts(figure))
    assert figure.layout.template.layout.paper_bgcolor == (DARK if dark else LIGHT).surface


def test_failed_gate_is_explained_only_where_there_is_one(proposals: tuple[MapPoint, ...]) -> None:
    explained = "Open mark: a gate is not passed"
    assert explained in texts(two_axis(proposals, **PASS, title="Title", dark=False))
    assert explained not in texts(two_axis(proposals[:5], **PASS, title="Title", dark=False))


def test_failed_gate_without_a_note_says_so(proposals: tuple[MapPoint, ...]) -> None:
    unnamed = (proposals[6].model_copy(update={"note": ""}),)
    assert "PR-07 (gate not passed)" in texts(two_axis(unnamed, **PASS, title="Title", dark=False))
    assert two_axis_rows(unnamed)[1][5] == "yes"


def test_pass_marks_and_axes_are_named_with_their_units(proposals: tuple[MapPoint, ...]) -> None:
    figure = two_axis(proposals, **PASS, title="Title", dark=False)
    assert {"pass mark 3.00", "pass mark 3.50"} <= set(texts(figure))
    assert figure.layout.xaxis.title.text == "Prospects (axis 1, level 1 to 5)"
    assert figure.layout.yaxis.title.text == "Support deliverability (axis 2, level 1 to 5)"


def test_quadrants_may_have_the_rubrics_own_names(proposals: tuple[MapPoint, ...]) -> None:
    figure = two_axis(proposals, **PASS, title="Title", dark=False, names={"Q4": "Talk <again>"})
    assert '<span style="color:#6b7280">◆</span> Talk &lt;again&gt;' in texts(figure)
    assert two_axis_rows(proposals, {"Q4": "Talk"})[-1][4] == "◆ Talk"


def test_move_is_an_arrow_from_before_to_now(proposals: tuple[MapPoint, ...]) -> None:
    figure = two_axis(proposals, **PASS, title="Title", dark=False, move=MOVE)
    (arrow,) = (annotation for annotation in figure.layout.annotations if annotation.axref == "x")
    assert (arrow.ax, arrow.ay, arrow.x, arrow.y) == (3.65, 1.6, 3.65, 3.6)
    assert "before the inquiry" in texts(figure)


def test_empty_map_still_shows_the_quadrants() -> None:
    figure = two_axis((), **PASS, title=two_axis_title(()), dark=False)
    assert sum(text.startswith("<span") for text in texts(figure)) == 4


def test_nothing_on_the_map_moves_under_a_finger(proposals: tuple[MapPoint, ...]) -> None:
    layout = two_axis(proposals, **PASS, title="Title", dark=False).layout.template.layout
    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (False, True, True)
