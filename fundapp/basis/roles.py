"""Who may be at the desk."""

from enum import StrEnum

from fundapp.basis.fact import Fact, Text


class Role(StrEnum):
    """A role of a person. Whether a voting person chairs or is an alternate stands with the seats in the record."""

    VOTING = "voting"
    MANAGER = "manager"
    SECRETARIAT = "secretariat"
    LP = "lp"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Actor(Fact):
    """The person at the desk: an opaque id and the roles. Names and addresses stay among the people.

    Who came through a link has no role and may do what the link is for.
    """

    person: Text
    roles: frozenset[Role]
    link_id: Text = ""

    def has(self, *roles: Role) -> bool:
        """True when the actor has one of `roles`."""
        return not self.roles.isdisjoint(roles)
