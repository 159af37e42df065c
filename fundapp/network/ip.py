"""Intellectual property that universities and the technology-licensing office hold for companies to use."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text

IpKind = Literal["patent", "application", "utility_model", "design", "software", "know_how"]
IpState = Literal["offered", "in_talks", "joint_research", "licensed", "lapsed"]


class IpRight(Fact):
    """One right and who uses it. Joint research goes before a licence: it is what the network found to work."""

    id: Text
    holder_id: Text
    """The member that holds it."""
    title: Text
    kind: IpKind = "patent"
    number: Text = ""
    filed_on: date | None = None
    ends_on: date | None = None
    """The last day of the right."""
    inventors: Text = ""
    field: Text = ""
    """For what it can be used."""
    state: IpState = "offered"
    user: Text = ""
    """The company that uses it or talks about it, spelled as a provider."""
    terms: Text = ""
    """Who owns what comes out of it, and on which terms it is used."""

    def is_in_force(self, today: date) -> bool:
        """True unless it lapsed or its last day has gone by."""
        return self.state != "lapsed" and (self.ends_on is None or self.ends_on >= today)
