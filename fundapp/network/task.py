"""What somebody of the fund has taken on so that a proposal passes: one missing fact, by a day."""

from datetime import date

from fundapp.basis.fact import Fact, Text


class SupportTask(Fact):
    """A missing fact with its owner. It is done when somebody says so; the facts count by themselves."""

    id: Text
    proposal_id: Text
    step: Text
    """Which kind of fact, as `record.crossing` names it."""
    row: Text
    """The line, need or route that it is about; empty when it is about none."""
    provider: Text = ""
    owner: Text
    """Id of the person."""
    due: date
    done_on: date | None = None
