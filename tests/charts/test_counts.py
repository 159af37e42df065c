from fundapp.charts.counts import CountBar, counts, counts_rows

BARS = (
    CountBar(label="Works", figures="7 of 9 given", solid=7, hatched=2),
    CountBar(label="Gauges", figures="3 of 3 given", solid=3),
)


def test_rows_have_as_many_columns_as_heads():
    assert counts_rows(BARS, ("Company", "Given", "Open")) == (
        ("Company", "Given", "Open"),
        ("Works", 7, 2),
        ("Gauges", 3, 0),
    )
    assert counts_rows(BARS, ("Company", "Given")) == (("Company", "Given"), ("Works", 7), ("Gauges", 3))


def test_the_hatched_part_begins_where_the_solid_one_ends():
    solid, hatched = counts(BARS, title="t", unit="promises", dark=False).data
    assert tuple(solid.x) == tuple(hatched.base) == (7, 3)
    assert tuple(hatched.x) == (2, 0)
    assert hatched.marker.pattern.shape == "/"


def test_a_part_of_a_month_is_drawn_and_not_cut():
    bars = (CountBar(label="Works", figures="2.1 months, 6.8 in all", solid=2.1, hatched=4.7),)
    solid, hatched = counts(bars, title="t", unit="months", dark=False).data
    assert (tuple(solid.x), tuple(hatched.x), tuple(hatched.base)) == ((2.1,), (4.7,), (2.1,))


def test_each_bar_says_its_figures_and_nothing_at_all_is_still_a_chart():
    told = [note.text for note in counts(BARS, title="t", unit="promises", dark=False).layout.annotations]
    assert [text for text in told if "7 of 9 given" in text]
    assert len(counts((), title="t", unit="promises", dark=True).data[0].x) == 0
