"""Groups within the association: members who meet by themselves, and introduce each other."""

from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text


class Group(Fact):
    """A group of members with a purpose of its own."""

    id: Text
    name: Bilingual
    purpose: Text = ""
    lead_id: Text = ""
    """The member that leads it."""


class GroupMember(Fact):
    """A member of a group."""

    group_id: Text
    member_id: Text
    since: date


class GroupIntroduction(Fact):
    """An introduction that a group made by itself: of one member to another, or to somebody outside."""

    id: Text
    group_id: Text
    member_id: Text
    """Who was introduced."""
    introduced_to: Text
    """To whom."""
    introduced_on: date
    result: Text = ""
    """What came of it; empty while nothing is known yet."""
