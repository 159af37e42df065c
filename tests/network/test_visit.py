"""A company's line in time."""

from datetime import date

from fundapp.network.visit import Issue, TimelineEntry, Visit, timeline


def test_the_latest_stands_first_and_a_visit_before_what_was_heard_at_it():
    early, late = date(2026, 1, 10), date(2026, 3, 2)
    visits = [Visit(id="v1", member_id="m", visited_on=early, visitor="p", note="toured the works")]
    issues = [
        Issue(
            id="i1",
            member_id="m",
            visit_id="v1",
            tag="people",
            text="two retire",
            heard_on=early,
            closed_on=late,
            closed_by="hired",
        )
    ]
    assert timeline(visits, issues) == (
        TimelineEntry(on=late, kind="closed", id="i1", tag="people", text="hired"),
        TimelineEntry(on=early, kind="visit", id="v1", text="toured the works"),
        TimelineEntry(on=early, kind="heard", id="i1", tag="people", text="two retire"),
    )
