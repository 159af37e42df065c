"""What is this fund, and who are its people?"""

from fundapp.text.catalogue import _
from fundapp.ui import components, gate, turning
from fundapp.ui.setup import done, steps

actor = gate.enter("office/setup")
book = gate.desk().book(actor)
if turning.turning():
    pass
elif book.is_set_up():
    done.show(actor, book)
else:
    components.page_title(
        _("Set up the fund"), _("Kept as a draft while you write. Nothing is recorded before the last step.")
    )
    if entering := steps.entering_of(actor, book):
        steps.show(entering)
