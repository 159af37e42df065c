"""Bubbles, rings, J-curve, multiples, runway, support kept: the finding, the table, and what is drawn."""

from datetime import date
from fractions import Fraction

from fundapp.charts.bubbles import Bubble, bubbles, bubbles_rows, bubbles_title
from fundapp.charts.headroom import HeadroomBar, headroom
from fundapp.charts.holdings import HoldingBar, holdings
from fundapp.charts.j_curve import CurvePoint, j_curve, j_curve_rows, j_curve_title
from fundapp.charts.kept import KeptBar, kept, kept_rows, kept_title
from fundapp.charts.multiples import MultipleBar, multiples, multiples_rows, multiples_title
from fundapp.charts.pacing import PacedLine, PacedPoint, Pacing, pacing, pacing_rows, pacing_title
from fundapp.charts.runway import RunwayStep, runway, runway_rows, runway_title
from fundapp.charts.sunburst import RingPart, sunburst, sunburst_rows, sunburst_title
from fundapp.charts.waterfall import waterfall
from fundapp.fund.figures import WaterfallStep

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
    back, held, totals = multiples(bars, dark=False).data
    assert (tuple(back.y), tuple(held.base), tuple(held.y)) == ((0, 0.25), (0, 0.25), (0.9, 1))
    # The line at 1.0 does not go through the figure of what lies just below it.
    assert (tuple(totals.text), tuple(totals.y)) == (("0.90", "1.25"), (1, 1.25))


def test_the_runway_ends_where_cash_is_missing() -> None:
    steps = (
        RunwayStep(on=DAY, what="Cash today", change_yen=0, cash_yen=12 * M),
        RunwayStep(on=date(2026, 6, 1), what="Works, tranche 2", change_yen=-20 * M, cash_yen=-8 * M),
    )
    assert runway_title(steps) == "Cash lasts until 1 June 2026; then JPY 8m is missing"
    assert runway_title(steps[:1]) == "Cash covers all that is planned; JPY 12m is left"
    same_day = RunwayStep(on=date(2026, 6, 1), what="Mill, tranche 1", change_yen=-5 * M, cash_yen=-13 * M)
    assert runway_title((*steps, same_day)) == "Cash lasts until 1 June 2026; then JPY 13m is missing"
    assert runway_rows(steps)[2] == ("2026-06-01", "Works, tranche 2", -20 * M, -8 * M)
    (line,) = runway(steps, dark=False).data
    assert tuple(line.marker.symbol) == ("circle", "triangle-down")


def test_labels_of_the_runway_cover_none_another_on_a_phone_and_name_the_finding_first() -> None:
    steps = (
        RunwayStep(on=DAY, what="Cash today", change_yen=0, cash_yen=20 * M),
        RunwayStep(on=DAY, what="Works, tranche 1", change_yen=-5 * M, cash_yen=15 * M),
        RunwayStep(on=date(2026, 4, 4), what="audit", change_yen=-1 * M, cash_yen=14 * M),
        RunwayStep(on=date(2026, 9, 1), what="Gauges", change_yen=-44 * M, cash_yen=-30 * M),
        RunwayStep(on=date(2026, 9, 3), what="fee", change_yen=-2 * M, cash_yen=-32 * M),
        RunwayStep(on=date(2027, 3, 1), what="fee", change_yen=-2 * M, cash_yen=-34 * M),
    )
    (line,) = runway(steps, dark=False).data
    assert tuple(line.text) == ("", "15", "", "-30", "", "-34")
    assert len(line.hovertext) == len(steps), "every mark says its figures when it is pointed at"


def test_every_mark_says_its_row_of_the_table_when_it_is_pointed_at() -> None:
    """By pointer or finger: the figure to the yen, with the heads of the table."""
    assert bubbles(BUBBLES, dark=False).data[0].hovertext[0] == (
        "<b>Gauges</b><br>Paid (yen): 20,000,000<br>Worth with what came back (yen): 10,000,000"
        "<br>MOIC: 0.50<br>Years held: 1.00"
    )
    bars = (MultipleBar(on=DAY, dpi=Fraction(1, 4), rvpi=Fraction(1)),)
    held = [HoldingBar(label="A <b> & Co", drawn_yen=1, undrawn_yen=2)]
    steps = (RunwayStep(on=DAY, what="Cash today", change_yen=0, cash_yen=12 * M),)
    parts = (RingPart(sector="Robots", stage="Early stage", amount_yen=60 * M),)
    points = (
        CurvePoint(on=date(2024, 4, 1), net_yen=-100 * M, with_value_yen=0),
        CurvePoint(on=DAY, net_yen=-150 * M, with_value_yen=20 * M),
        CurvePoint(on=date(2027, 4, 1), net_yen=-180 * M),
    )
    told = Pacing(
        actual=points[1:2],
        calendar=points[2:],
        cases=(
            PacedLine(label="Low", points=(PacedPoint(on=DAY, called_yen=0, received_yen=0, net_yen=5, nav_yen=0),)),
        ),
    )
    waterfall_steps = (WaterfallStep(kind="size", amount_yen=5 * M, left_yen=5 * M),)
    said = {
        "multiples": multiples(bars, dark=False).data[1].hovertext[0],
        "holdings": holdings(held, title="t", dark=False).data[0].hovertext[0],
        "runway": runway(steps, dark=False).data[0].hovertext[0],
        "rings": sunburst(parts, dark=False).data[0].hovertext[2],
        "curve": j_curve(points, dark=False).data[2].hovertext[1],
        "pacing": pacing(told, dark=False).data[1].hovertext[1],
        "kept": kept((KeptBar(label="Works", promised=4, given=1),), dark=False).data[0].hovertext[0],
        "waterfall": waterfall(waterfall_steps, dark=False).data[0].hovertext[0],
        "limits": headroom((HeadroomBar(label="Robots", limit_yen=9, used_yen=4),), dark=False).data[0].hovertext[0],
    }
    assert said == {
        "multiples": "<b>2026-04-01</b><br>DPI: 0.25<br>RVPI: 1.00<br>TVPI: 1.25",
        "holdings": "<b>A &lt;b&gt; &amp; Co</b><br>Committed (yen): 3<br>Paid (yen): 1<br>Still to pay (yen): 2",
        "runway": "<b>2026-04-01</b><br>What for: Cash today<br>Change (yen): 0<br>Cash after it (yen): 12,000,000",
        "rings": "<b>Robots, Early stage</b><br>Committed (yen): 60,000,000",
        "curve": "<b>2027-04-01</b><br>Received less paid (yen): -180,000,000<br>With what is held (yen): planned",
        "pacing": "<b>Low</b><br>Until: 2026-04-01<br>Received less paid (yen): 5",
        "kept": "<b>Works</b><br>1 of 4 given",
        "waterfall": "<b>Fund size</b><br>Amount (yen): 5,000,000<br>Left after it (yen): 5,000,000",
        "limits": "<b>Robots</b><br>Limit (yen): 9<br>Used (yen): 4<br>Asked (yen): 0<br>Left (yen): 5",
    }


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
        "In 1 of 2 cases the partners get back what they paid, by 2028 at the earliest; "
        "at most JPY 40m is not yet returned"
    )
    lower = told.model_copy(update={"cases": told.cases[:1]})
    assert (
        pacing_title(lower) == "In no case do the partners get back what they paid; at most JPY 40m is not yet returned"
    )
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
