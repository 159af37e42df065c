"""What became of what we supported?"""

from fundapp.basis.days import day_of
from fundapp.followup.outcome import tally
from fundapp.record.calibrating import calibration_pairs
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.followup import recording, results
from fundapp.ui.meeting import orders

actor = gate.enter("followup/outcomes")
desk = gate.desk()
book, found, today = desk.book(actor), desk.courses(actor), day_of(desk.now())
past = [one for one in found if not one.collaboration.proposal_id]
if past:
    counted = tally(past)
    components.page_title(results.title(counted))
else:
    components.page_title(_("No collaboration is recorded yet"))
    components.empty_state(
        _("What becomes of each collaboration stands here."), _("Add the collaborations of the past first.")
    )
orders.show_receipt("outcomes")
asked = [recording.new_state(actor, found, today), recording.new_collaboration(actor, found, today)]
if past:
    results.show_figures(counted)
    results.show_ladder(counted)
    results.show_causes(counted)
results.show_calibration(calibration_pairs(book, found))
if found:
    results.show_list(found)
orders.carry_out(asked, actor)
