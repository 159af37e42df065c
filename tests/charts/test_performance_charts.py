"""Bubbles, rings, J-curve, multiples, runway, support kept: the finding, the table, and what is drawn."""

from datetime import date
from fractions import Fraction

from fundapp.charts.bubbles import Bubble, bubbles, bubbles_rows, bubbles_title
from fundapp.charts.j_curve import CurvePoint, j_curve, j_curve_rows, j_curve_title
from fundapp.charts.kept import KeptBar, kept, kept_rows, kept_title
from fundapp.charts.multiples import MultipleBar, multiples, multiples_rows, multiples_title
from fundapp.charts.pacing import PacedLine, PacedPoint, Pacing, pacing, pacing_rows, pacing_title
from fundapp.charts.runway import RunwayStep, runway, runway_rows, runway_title
from fundapp.charts.sunburst import RingPart, sunburst, sunburst_rows, sunburst_title

M = 1_000_000
DAY = date(2026, 4, 1)
BUBBLES = (
    Bubble(label="Works", paid_yen=50 * M, worth_yen=75 * M, years=Fraction(2)),
    Bubble(label="Gauges", paid_yen=20 * M, worth_yen=10 * M, years=Fraction(1)),
)


def test_bubbles_say_what_all_of_it_is_worth_and_which_is_best() -> None:
    assert bubbles_title(BUBBLES) == "Together 1.21 times what was paid (MOIC); best: Works, 1.50"
    assert bubbles_title(BUBBLES[:1]) == "Every investment stands at 1.50 times what was paid (MOIC)"
    assert bubbles_title(()) == "Nothing has been paid to a company yet"
    assert bubbles_rows(BUBBLES)[1:] == (
        ("Works", 50 * M, 75 * M, "1.50", "2.00"),
        ("Gauges", 20 * M, 10 * M, "0.50", "1.00"),
    )


def test_a_line_leads_from_each_bubble_to_its_name() -> None:
    figure = bubbles(BUBBLES, dark=False)
    (marks,) = figure.data
    assert (tuple(marks.x), tuple(marks.y)) == ((1, 2), (0.5, 1.5))
    assert tuple(marks.marker.size) == (20 * M, 50 * M)
    names = {(one.x, one.text.strip()) for one in figure.layout.annotations}
    assert {(1.0, "Gauges  20"), (2.0, "Works  50")} <= names
    leaders = [one for one in figure.layout.shapes if one.x0 == one.x1]
    assert [(one.x0, one.y0) for one in leaders] == [(1, 0.5), (2, 1.5)]


def test_rings_hold_sectors_and_their_stages() -> None:
    parts = (
        RingPart(sector="Robots", stage="Early stage", amount_yen=60 * M),
        RingPart(sector="Robots", stage="Later stage", amount_yen=20 * M),
        RingPart(sector="Care", stage="Early stage", amount_yen=20 * M),
    )
    assert sunburst_title(parts) == "2 sectors; the largest is Robots, 80% of what is committed"
    assert sunburst_title(()) == "Nothing is committed yet"
    assert sunburst_rows(parts)[1] == ("Robots", "Early stage", 60 * M)
    (rings,) = sunburst(parts, dark=True).data
    told = dict(zip(rings.ids, zip(rings.parents, rings.values, strict=True), strict=True))
    assert told == {
        "all": ("", 100 * M),
        "s/Robots": ("all", 80 * M),
        "s/Care": ("all", 20 * M),
        "p/Robots/Early stage": ("s/Robots", 60 * M),
        "p/Robots/Later stage": ("s/Robots", 20 * M),
        "p/Care/Early stage": ("s/Care", 20 * M),
    }


def test_the_curve_stands_where_the_partners_stand() -> None:
    points = (
        CurvePoint(on=date(2024, 4, 1), net_yen=-100 * M, with_value_yen=0),
        CurvePoint(on=DAY, net_yen=-150 * M, with_value_yen=20 * M),
        CurvePoint(on=date(2027, 4, 1), net_yen=-180 * M),
    )
    assert j_curve_title(points) == "The partners stand at -JPY 150m, with what is held at JPY 20m"
    assert j_curve_title(()) == "Nothing has been paid in yet"
    assert j_curve_rows(points)[-1] == ("2027-04-01", -180 * M, "planned")
    cash, whole, ahead = j_curve(points, dark=False).data
    assert (tuple(cash.y), tuple(whole.y), tuple(ahead.y)) == ((-100, -150), (0, 20), (-150, -180))
    assert (cash.line.dash, whole.line.dash, ahead.line.dash) == (None, "dash", "dot")


def test_multiples_are_stacked_with_the_total_on_top() -> None:
    bars = (
        MultipleBar(on=date(2025, 3, 31), dpi=Fraction(0), rvpi=Fraction(9, 10)),
        MultipleBar(on=DAY, dpi=Fraction(1, 4), rvpi=Fraction(1)),
    )
    assert multiples_title(bars) == "TVPI 1.25, of which 0.25 came back (DPI)"
    assert multiples_title(()) == "Nothing has been paid in yet"
    assert multiples_rows(bars)[2] == ("2026-04-01", "0.25", "1.00", "1.25")
    back, held = multiples(bars, dark=False).data
    assert (tuple(back.y), tuple(held.base), tuple(held.y)) == ((0, 0.25), (0, 0.25), (0.9, 1))
    assert tuple(held.text) == ("0.90", "1.25")


def test_the_runway_ends_where_cash_is_missing() -> None:
    steps = (
        RunwayStep(on=DAY, what="Cash today", change_yen=0, cash_yen=12 * M),
        RunwayStep(on=date(2026, 6, 1), what="Works, tranche 2", change_yen=-20 * M, cash_yen=-8 * M),
    )
    assert runway_title(steps) == "Cash lasts until 1 June 2026; then JPY 8m is missing"
    assert runway_title(steps[:1]) == "Cash covers all that is planned; JPY 12m is left"
    assert runway_rows(steps)[2] == ("2026-06-01", "Works, tranche 2", -20 * M, -8 * M)
    (line,) = runway(steps, dark=False).data
    assert tuple(line.marker.symbol) == ("circle", "triangle-down")


def test_support_kept_says_who_waits() -> None:
    bars = (KeptBar(label="Works", promised=4, given=4), KeptBar(label="Gauges", promised=3, given=1))
    assert kept_title(bars) == "5 of 7 promised were given; Gauges waits for the most"
    assert kept_title(bars[:1]) == "All support that was promised was given (4 of 4)"
    assert kept_title(()) == "No agreement waits for support yet"
    assert kept_rows(bars)[2] == ("Gauges", 3, 1, 2)
    given, waiting = kept(bars, dark=False).data
    assert (tuple(given.x), tuple(waiting.base), tuple(waiting.x)) == ((4, 1), (4, 1), (0, 2))


def test_the_forecast_says_how_many_cases_pay_back_and_draws_their_band() -> None:
    def line(label: str, *nets_yen: int) -> PacedLine:
        points = (
            PacedPoint(on=date(2027 + n, 3, 31), called_yen=0, received_yen=0, net_yen=yen, nav_yen=0)
            for n, yen in enumerate(nets_yen)
        )
        return PacedLine(label=label, points=tuple(points))

    actual = (CurvePoint(on=DAY, net_yen=-10 * M),)
    calendar = (CurvePoint(on=date(2026, 12, 1), net_yen=-30 * M),)
    told = Pacing(actual=actual, calendar=calendar, cases=(line("Low", -40 * M, -20 * M), line("High", -25 * M, 5 * M)))
    assert pacing_title(told) == (
        "In 1 of 2 cases the partners get back what they paid, by 2028 at the earliest; at the deepest JPY 40m is out"
    )
    lower = told.model_copy(update={"cases": told.cases[:1]})
    assert pacing_title(lower) == "In no case do the partners get back what they paid; at the deepest JPY 40m is out"
    rows = pacing_rows(told)
    assert rows[1] == ("Low", "2027-03-31", 0, 0, -40 * M, 0)
    assert rows[-1] == ("By the calendar", "2026-12-01", "", "", -30 * M, "")
    figure = pacing(told, dark=False)
    band, low, high, until_today, signed = figure.data
    assert tuple(band.y) == (-10, -25, 5, -20, -40, -10)
    assert [tuple(one.y) for one in (low, high, until_today, signed)] == [
        (-10, -40, -20),
        (-10, -25, 5),
        (-10,),
        (-10, -30),
    ]
    assert {one.text for one in figure.layout.annotations} >= {"Low -20", "High 5"}
    assert len({one.line.dash for one in (low, high)}) == 2, "told apart in grey too"
