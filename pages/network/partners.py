"""Who opens doors for us, on which terms, and did they?"""

from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.partners import parts, seen

actor = gate.enter("network/partners")
found = seen.look(actor)
if not parts.show_form(found):
    components.page_title(parts.title(found), _("Each can be named in a support menu as the provider."))
    parts.show(found)
