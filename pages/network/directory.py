"""Who can do what, and whom do I ask?"""

from fundapp.ui import gate
from fundapp.ui.directory import desk_of, parts, places
from fundapp.ui.forms import form_open

actor = gate.enter("network/directory")
tree = desk_of.process_tree()
kind, row = form_open(actor, desk_of.FORMS)
file = gate.desk().member_file(actor, places.member_open()) if places.member_open() else None
if kind:
    desk_of.show_form(actor, kind, row, file, tree)
elif file is not None:
    desk_of.show_member(actor, file, tree)
else:
    parts.show(actor, tree)
