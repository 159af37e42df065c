"""What is decided in writing now, and what is mine to read and answer?"""

from fundapp.ui import components, gate
from fundapp.ui.circulation import choosing, sending, steps
from fundapp.ui.meeting import orders
from fundapp.ui.meeting.seen import seen_in

actor = gate.enter("committee/circulation")
book = gate.desk().book(actor)
orders.begin()

with components.large():
    chosen = choosing.choose(book)
    if chosen is None:
        given = [sending.none_under_way(actor)]
    else:
        seen = seen_in(chosen, book, actor)
        steps.title(seen)
        orders.show_receipt(seen.current.id)
        given = [*steps.mine(seen)]
        steps.show(seen)
        given += steps.tools(seen)

orders.carry_out(given, actor)
