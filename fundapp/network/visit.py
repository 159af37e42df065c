"""Visits to companies, and the management issues that were heard there, as they come, change and end."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text

IssueTag = Literal["sales", "people", "funding", "technology", "cost", "succession", "other"]


class Visit(Fact):
    """One visit to a member: who went, whom they met, what was said."""

    id: Text
    member_id: Text
    visited_on: date
    visitor: Text
    """Opaque id of who went."""
    met: Text = ""
    note: Text = ""


class Issue(Fact):
    """A management issue of a member. It stays open until somebody says what became of it."""

    id: Text
    member_id: Text
    visit_id: Text
    """The visit at which it was first heard."""
    tag: IssueTag
    text: Text
    heard_on: date
    closed_on: date | None = None
    closed_by: Text = ""
    """What ended it."""
    need_id: Text = ""
    """The support need that it became."""
    reason_proposal_id: Text = ""
    """The proposal among whose reasons it stands."""

    def is_open(self) -> bool:
        """True until it was closed."""
        return self.closed_on is None


class TimelineEntry(Fact):
    """A day in the life of a company: a visit, an issue heard, an issue closed."""

    on: date
    kind: Literal["visit", "heard", "closed"]
    id: Text
    tag: IssueTag | None = None
    text: Text


def timeline(visits: Iterable[Visit], issues: Iterable[Issue]) -> tuple[TimelineEntry, ...]:
    """A company's visits and issues, the latest first; on one day the visit before what was heard at it."""
    entries = [TimelineEntry(on=one.visited_on, kind="visit", id=one.id, text=one.note) for one in visits]
    for issue in issues:
        entries.append(TimelineEntry(on=issue.heard_on, kind="heard", id=issue.id, tag=issue.tag, text=issue.text))
        if issue.closed_on is not None:
            entries.append(
                TimelineEntry(on=issue.closed_on, kind="closed", id=issue.id, tag=issue.tag, text=issue.closed_by)
            )
    order = {"visit": 0, "heard": 1, "closed": 2}
    return tuple(sorted(entries, key=lambda one: (-one.on.toordinal(), order[one.kind])))
