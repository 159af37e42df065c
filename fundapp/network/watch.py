"""Promising companies that are watched: why, and on which weak spot the support is concentrated, up to a proposal."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.network.visit import Issue, IssueTag

Stage = Literal["watched", "supported", "proposed", "ended"]
STAGES: tuple[Stage, ...] = ("watched", "supported", "proposed", "ended")


class Watch(Fact):
    """A company on the watch list."""

    id: Text
    member_id: Text
    since: date
    why: Text
    """What makes it promising."""
    weak_spot: IssueTag
    """The management issue on which the support is concentrated."""
    next_step: Text = ""
    next_on: date | None = None
    ended_on: date | None = None
    ended_why: Text = ""


def at_the_weak_spot(watch: Watch, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The company's issues of its weak spot."""
    return tuple(one for one in issues if (one.member_id, one.tag) == (watch.member_id, watch.weak_spot))


def stage(watch: Watch, issues: Iterable[Issue], *, has_proposal: bool) -> Stage:
    """Where it stands in the pipeline.

    Supported: an issue of its weak spot became a support need, or was closed, since it is watched.
    """
    if watch.ended_on is not None:
        return "ended"
    if has_proposal:
        return "proposed"
    helped = any(
        one.need_id or (one.closed_on is not None and one.closed_on >= watch.since)
        for one in at_the_weak_spot(watch, issues)
    )
    return "supported" if helped else "watched"
