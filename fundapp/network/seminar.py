"""Seminars and other events: asked for by the issues that visits brought up, for those who raised a hand."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import get_args

from fundapp.basis.fact import Fact, Text
from fundapp.network.visit import Issue, IssueTag


class Seminar(Fact):
    """A seminar or another event on one topic. Whoever raised a hand takes part, and nobody else."""

    id: Text
    topic: IssueTag
    title: Text
    held_on: date
    group_id: Text = ""
    """The group that holds it; empty for the association itself."""


class SeminarHand(Fact):
    """A member that wants to take part, and what came of it afterwards. There is no count of heads."""

    seminar_id: Text
    member_id: Text
    raised_on: date
    came_of_it: Text = ""


class Demand(Fact):
    """How much one topic is asked for."""

    topic: IssueTag
    companies: tuple[Text, ...]
    """Ids of the members with an open issue of this topic."""
    last_held_on: date | None
    next_on: date | None


def demand(issues: Iterable[Issue], seminars: Sequence[Seminar], today: date) -> tuple[Demand, ...]:
    """What the open issues ask for, the most wanted topic first."""
    asked: dict[IssueTag, dict[str, None]] = {tag: {} for tag in get_args(IssueTag)}
    for one in issues:
        if one.is_open():
            asked[one.tag][one.member_id] = None
    found = []
    for topic, companies in asked.items():
        days = sorted(one.held_on for one in seminars if one.topic == topic)
        past, ahead = [on for on in days if on < today], [on for on in days if on >= today]
        found.append(
            Demand(
                topic=topic,
                companies=tuple(companies),
                last_held_on=past[-1] if past else None,
                next_on=ahead[0] if ahead else None,
            )
        )
    return tuple(sorted((one for one in found if one.companies), key=lambda one: -len(one.companies)))
