"""An earlier resolution that is still open, in words."""

from fundapp.committee.minutes import FollowedUp
from fundapp.documents.said import said
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day
from fundapp.text.terms import term

WAITS_FOR = {
    "resubmission": N_("to be brought before the committee again"),
    "gp_decision": N_("waits for the general partner's decision"),
    "signature": N_("waits for the agreement to be signed"),
    "conditions": N_("waits for its conditions before the first payment"),
}


def carried_lines(one: FollowedUp) -> tuple[str, ...]:
    """Which resolution of which meeting; what it waits for and until when; each condition that is not met."""
    head = _("{code} {name}: {resolution} (decision {number})").format(
        code=one.proposal_code,
        name=said(one.proposal),
        resolution=term("resolution", one.resolution),
        number=one.decision_number,
    )
    waits = _(WAITS_FOR[one.waits_for])
    if one.due:
        waits = _("{text}, by {day}").format(text=waits, day=day(one.due))
    open_ = _("Not met yet: {text} ({owner}, by {due})")
    return (
        head,
        waits,
        *(open_.format(text=cond.text, owner=cond.owner, due=day(cond.due)) for cond in one.conditions),
    )
