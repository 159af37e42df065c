"""Where a member works and with what: sites and equipment."""

from pydantic import Field

from fundapp.basis.fact import Fact, Text


class Site(Fact):
    """A place of a member: head office, works, laboratory."""

    id: Text
    member_id: Text
    name: Text
    postcode: Text = ""
    address: Text
    main: bool = False


class Equipment(Fact):
    """A machine or instrument of a member, as it tells."""

    id: Text
    member_id: Text
    name: Text
    maker: Text = ""
    model: Text = ""
    count: int = Field(default=1, ge=1)
    note: Text = ""
    """Size, accuracy, whatever a buyer asks."""
