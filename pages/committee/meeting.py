"""Where are we in the meeting, and what is mine to do now?"""

from fundapp.ui import components, gate
from fundapp.ui.meeting import live, opening, orders, steps
from fundapp.ui.meeting.seen import look

actor = gate.enter("committee/meeting")
seen = look(actor)
orders.begin()

with components.large():
    if seen is None:
        given = [opening.no_meeting(actor)]
        live.follow(None)
    else:
        steps.title(seen)
        orders.show_receipt(seen.item.id if seen.item else "")
        given = list(steps.mine(seen))
        live.follow(live.state_of(seen))
        steps.show(seen)
        given += steps.tools(seen)

orders.carry_out(given, actor)
