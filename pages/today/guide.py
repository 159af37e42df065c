"""How do I do my work with this desk?"""

from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.guide import choose, read, show

actor = gate.enter("today/guide")
components.page_title(_("Guide"), _("Your own part comes first. All other parts are one press away."))
show(read(choose(actor)))
