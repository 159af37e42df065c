"""Sentences for the refusals of the record: what happened, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "has_left_already": (N_("This person is out of the room already."), N_("Record the return first.")),
    "has_not_left": (N_("Nobody of this seat is out of the room."), N_("See above who is here.")),
    "seat_not_attended": (
        N_("Nobody sits on this seat in this meeting."),
        N_("Record the attendance, then who leaves and returns."),
    ),
    "not_blind_any_more": (
        N_("The scores of item {number} are revealed, so a first score would not be blind."),
        N_("Take part in the discussion and vote."),
    ),
    "note_about_nothing": (N_("The rubric has no such criterion."), N_("Choose another one, or none.")),
    "support_built_already": (
        N_("Support was to be built {count} times already; it can be extended once."),
        N_("Put another resolution."),
    ),
    "floor_mark_not_discussed": (
        N_("In item {number} a mark lies below a floor and was not discussed yet."),
        N_("Let the secretariat note the discussion, then put the motion."),
    ),
    "mark_below_floor": (N_("{place}: a mark of {level} lies below the floor of {floor}."), ""),
    "conditions_due_passed": (
        N_("{count} conditions are due on a day that has passed."),
        N_("Choose a later day for each, then put the motion."),
    ),
    "condition_due_passed": (N_("“{text}” was due by {due_by}, which has passed."), ""),
    "exception_in_writing": (
        N_("A vote on an exception is given with a written reason; a spoken vote does not count."),
        N_("Let the member vote on the own screen, or enter the vote and the reason from paper."),
    ),
    "not_permitted": (N_("Your role may not do this."), N_("Ask the person whose task it is.")),
    "fund_established_already": (
        N_("The fund has been set up already."),
        N_("Load the page again: it shows what was set up."),
    ),
    "partner_shares_not_whole": (
        N_("The partners' shares do not add up to 100%."),
        N_("Correct the shares and send again."),
    ),
    "reserves_above_fund": (
        N_("The reserves are larger than the fund of {size_yen}."),
        N_("Lower the reserves and send again."),
    ),
    "seat_rank_taken": (N_("Another seat has rank {rank} already."), N_("Choose another rank.")),
    "alternate_not_outside": (
        N_("This person belongs to the organisation of a seat."),
        N_("Choose someone from outside these organisations."),
    ),
    "rubric_unchanged": (
        N_("This rubric says exactly what the one in force says."),
        N_("Change what is to be changed first."),
    ),
    "rubric_reaches_back": (
        N_("A rubric cannot hold from a day that is over ({from_on})."),
        N_("Choose today or a day to come. What was judged before keeps its own rubric."),
    ),
    "rubric_without_meeting": (N_("The meeting that resolved on it is not named."), N_("Choose the meeting.")),
    "rubric_not_agreed": (
        N_("In meeting no. {number} {count} of its seats agreed; at least {least} must."),
        N_("Choose the seats that agreed, all of them present in that meeting, or put it to the committee again."),
    ),
    "rubric_without_reason": (
        N_("A change of the rubric needs its reason."),
        N_("Write in a few words why it is changed."),
    ),
    "rubric_text_faulty": (
        N_("The text holds {count} faults, so it was not put before the committee."),
        N_("Mend the points below."),
    ),
    "rubric_needs_resolution": (
        N_("Only the chair may adopt a new rubric, after a resolution."),
        N_("Put it to the committee first."),
    ),
    "fund_not_set_up": (
        N_("The fund, its seats or its rubric are not set up yet."),
        N_("Ask the administrator to finish the set-up."),
    ),
    "meeting_under_way": (N_("Meeting no. {number} is still under way."), N_("Close it first.")),
    "meeting_number_taken": (N_("There is a meeting no. {number} already."), N_("Take the next number.")),
    "meeting_planned_already": (
        N_("Meeting no. {number} is on the calendar already."),
        N_("Choose it above to change it, or take the next number."),
    ),
    "meeting_unknown": (N_("This meeting is not in the record."), N_("Open the meeting page again.")),
    "meeting_closed": (N_("Meeting no. {number} is closed."), N_("Take the matter to the next meeting.")),
    "seat_unknown": (N_("This seat does not exist."), N_("Open the page again and choose a seat.")),
    "not_on_the_seat": (
        N_("This person is neither holder nor alternate of the seat."),
        N_("Choose the holder or an alternate of the seat."),
    ),
    "sits_on_another_seat": (
        N_("This person sits on another seat already."),
        N_("Choose another person for this seat."),
    ),
    "observer_sits_on_a_seat": (
        N_("Somebody of them sits on a seat in this meeting."),
        N_("Name as present without a vote only those who sit on no seat."),
    ),
    "vote_under_way": (N_("A vote is under way on this item."), N_("Close or withdraw the vote first.")),
    "proposal_on_agenda_twice": (N_("A proposal stands on the agenda twice."), N_("Leave it in one place.")),
    "proposal_unknown": (N_("The proposal {proposal} is not registered."), N_("Register it first, or choose another.")),
    "frozen_item_stays": (
        N_("The facts of item {number} are frozen, so it stays on the agenda."),
        N_("Resolve it or defer it in the meeting."),
    ),
    "items_still_open": (
        N_("{count} items have no resolution yet, the first is item {number}."),
        N_("Resolve each item, then close the meeting."),
    ),
    "nobody_attended": (N_("Nobody is recorded as attending."), N_("Record who attended, then close the meeting.")),
    "item_unknown": (N_("This agenda item is not in the record."), N_("Open the meeting page again.")),
    "item_resolved": (N_("Item {number} has been resolved."), N_("See the resolution on the minutes page.")),
    "recused_from_item": (
        N_("The person on this seat is recused from item {number}."),
        N_("Leave this item to the others; you are called back for the next one."),
    ),
    "recused_already": (
        N_("The person on this seat is recused from item {number} already."),
        N_("Seat an alternate if one is eligible."),
    ),
    "no_recusal_by_rule": (N_("You were not recused by rule on this item."), N_("There is nothing to object to.")),
    "facts_not_frozen": (
        N_("The facts of item {number} are not frozen yet."),
        N_("The secretariat freezes them first."),
    ),
    "facts_already_judged": (
        N_("Item {number} has been scored on its frozen facts."),
        N_("A fact that changed since is shown beside the frozen one."),
    ),
    "not_the_chair": (N_("You do not chair item {number}."), N_("Ask the chair of this item.")),
    "seat_empty": (N_("Nobody sits on this seat for item {number}."), N_("Record who attends, or seat an alternate.")),
    "not_your_seat": (N_("This seat is not yours for item {number}."), N_("Score and vote on your own seat.")),
    "seat_is_filled": (
        N_("The seat is filled for item {number}."),
        N_("An alternate is only seated for a recused or absent member."),
    ),
    "alternate_not_eligible": (
        N_("This person may not fill the seat for item {number}."),
        N_("Choose someone from an organisation without an interest."),
    ),
    "interest_unknown": (N_("No kind of interest from the rules is chosen."), N_("Choose one from the list.")),
    "interest_not_declared": (
        N_("No declaration of interests was made for item {number}."),
        N_("Declare an interest, or that there is none, then score."),
    ),
    "scoring_is_over": (
        N_("The vote on item {number} has begun; scores are closed."),
        N_("Say what you think in the discussion; it is minuted."),
    ),
    "already_scored": (
        N_("Your score for item {number} has been submitted."),
        N_("After the reveal you can score once more, with reasons."),
    ),
    "scorecard_incomplete": (
        N_("The scorecard of item {number} is not complete."),
        N_("Go through the points below and submit again."),
    ),
    "criterion_not_asked": (N_("This criterion is not asked for."), N_("Leave it out.")),
    "criterion_twice": (N_("A criterion was judged twice."), N_("Open the page again.")),
    "criterion_missing": (
        N_("This criterion has no level yet."),
        N_("Choose a level, or X when there is no evidence."),
    ),
    "move_needs_reason": (N_("The level was changed without a reason."), N_("Write the reason for the change.")),
    "level_off_the_scale": (
        N_("Level {level} is not on the scale of 1 to 5."),
        N_("Choose a level from 1 to 5, or X."),
    ),
    "level_needs_document": (
        N_("Levels 4 and 5 need a document, and none is attached."),
        N_("Choose 3 or less, or ask the secretariat to attach one."),
    ),
    "level_too_far_from_facts": (
        N_("The facts give level {level}; a member may move it by one."),
        N_("Choose a level next to it."),
    ),
    "lower_needs_reason": (N_("A level below the facts needs a reason."), N_("Write the reason.")),
    "higher_needs_new_fact": (
        N_("A level above the facts needs a new document, attached after the freeze."),
        N_("Choose the document, or keep the computed level."),
    ),
    "revealed_already": (N_("The scores of item {number} have been revealed."), N_("Go on with the discussion.")),
    "too_few_voters": (
        N_("Item {number} has {count} eligible voters; {least} are needed."),
        N_("Seat an alternate, or take the item to the next meeting."),
    ),
    "scores_still_missing": (
        N_("{count} scores are still missing for item {number}."),
        N_("Wait for them, or enter a paper score."),
    ),
    "note_is_empty": (N_("The note is empty."), N_("Write what was said, then save.")),
    "note_by_nobody": (N_("Nobody is chosen as the speaker."), N_("Choose who spoke, then save the note.")),
    "scores_not_revealed": (N_("The scores of item {number} are not revealed yet."), N_("Reveal them first.")),
    "motion_out_of_order": (N_("This motion comes before one that was put already."), N_("Put a later motion.")),
    "approval_names_terms": (
        N_("An approval names amount and instrument; other resolutions name none."),
        N_("Fill in the terms, then put the motion."),
    ),
    "deferral_names_reason": (N_("A deferral names its reason: evidence or balance."), N_("Choose the reason.")),
    "conditions_belong_to_conditional": (
        N_("Conditions belong to a conditional approval, and it needs at least one."),
        N_("Add conditions, or put a plain approval."),
    ),
    "balance_suffices": (N_("The balance suffices for {ask_yen}."), N_("Choose another reason.")),
    "no_exception_needed": (
        N_("All gates are passed, so no exception is needed."),
        N_("Put the motion without the exception."),
    ),
    "exception_needs_all_seats": (
        N_("An exception needs three voting seats on item {number}."),
        N_("Seat an alternate, or put another motion."),
    ),
    "exception_needs_reason": (
        N_("A vote on an exception needs a written reason."),
        N_("Write the reason, then vote."),
    ),
    "resolution_not_admissible": (
        N_("The gates do not allow this resolution."),
        N_("See which gate stands in the way, and put another motion."),
    ),
    "gate_in_the_way": (N_("This gate is not passed."), N_("See its figure and its threshold.")),
    "support_is_established": (
        N_("The support is established, so this resolution does not apply."),
        N_("Put another motion."),
    ),
    "support_too_far": (N_("Axis 2 lies too low to build the support."), N_("Put a decline instead.")),
    "conditions_incomplete": (
        N_("{count} open points have no condition yet."),
        N_("Make each a condition with an owner and a date."),
    ),
    "condition_missing": (N_("{name} is not firm and needs a condition."), N_("Add a condition for it.")),
    "vote_not_open": (N_("This vote on item {number} is not open."), N_("Open the meeting page again.")),
    "not_on_the_roll": (
        N_("This seat is not on the roll of the vote on item {number}."),
        N_("Only seats on the roll vote."),
    ),
    "votes_still_missing": (
        N_("{count} votes are still missing on item {number}."),
        N_("Wait for them, or enter a spoken vote."),
    ),
    "no_motion_was_lost": (N_("No motion was lost on item {number} yet."), N_("Put a motion first.")),
    "reservation_unknown": (N_("This reservation is not in the record."), N_("Open the page “Commitments” again.")),
    "reservation_not_ready": (
        N_("The reservation is not at the step that this needs."),
        N_("See its state on the page “Commitments”."),
    ),
    "above_reservation": (
        N_("{amount_yen} is more than the {reserved_yen} that were resolved."),
        N_("Lower the amount, or go back to the committee."),
    ),
    "tranches_not_numbered": (N_("The tranches are not numbered 1, 2, 3 in order."), N_("Number them in order.")),
    "call_unknown": (N_("This capital call is not in the record."), N_("Open the page “Calls” again.")),
    "above_call": (
        N_("{amount_yen} is more than the {open_yen} still open of this call."),
        N_("Enter what belongs to this call."),
    ),
    "tranche_unknown": (N_("This tranche is not in the record."), N_("Open the page “Commitments” again.")),
    "tranche_paid_already": (N_("Tranche {number} has been paid."), N_("See the payment on the page “Commitments”.")),
    "tranche_is_frozen": (N_("The payment of tranche {number} is stopped."), N_("Lift the stop first.")),
    "tranche_is_cancelled": (
        N_("Tranche {number} was cancelled."),
        N_("Its money went back to the fund. See the entry in the journal."),
    ),
    "tranche_not_stopped": (N_("Tranche {number} is not stopped."), N_("There is no stop to lift.")),
    "step_needs_reason": (N_("The reason is missing."), N_("Write the reason, then send again.")),
    "conditions_open": (
        N_("{count} conditions of the approval are not met yet."),
        N_("Record each as met with its evidence. Then release the first tranche."),
    ),
    "condition_open": (N_("{text} ({owner}, by {due_by})"), ""),
    "condition_unknown": (N_("The approval has no such condition."), N_("Open the page “Commitments” again.")),
    "condition_met_already": (
        N_("This condition was recorded as met on {met_on}."),
        N_("There is nothing more to do for it."),
    ),
    "condition_needs_evidence": (
        N_("The evidence that the condition is met is missing."),
        N_("Name the evidence, then send again."),
    ),
    "reversal_stands": (
        N_("No. {seq} is a reversal itself. A reversal is not reversed."),
        N_("Enter anew what is right."),
    ),
    "entry_reversed_already": (
        N_("No. {seq} has been reversed already, by no. {reversal_seq}."),
        N_("Enter anew what is right."),
    ),
    "entry_not_reversible": (
        N_("No. {seq} is not an entry that can be reversed."),
        N_("Choose an entry in the journal. A reservation is given up instead."),
    ),
    "agreement_in_use": (
        N_("A tranche of this agreement was paid or cancelled, or a support was given on it."),
        N_("Reverse the payment, the cancellation or the support first."),
    ),
    "decision_in_use": (
        N_("An agreement was signed on this decision of the general partner."),
        N_("Reverse the agreement first."),
    ),
    "deal_ended": (
        N_("The reservation of this decision went back to the fund."),
        N_("A resolution that was given up by mistake is taken up again first, in the journal."),
    ),
    "call_has_payments": (
        N_("{paid_yen} was paid in on this call."),
        N_("Reverse what was paid in first."),
    ),
    "release_needs_evidence": (
        N_("A payment needs evidence that it is due."),
        N_("Name the evidence, then release."),
    ),
    "same_person_twice": (
        N_("You have approved this tranche already."),
        N_("The second approval comes from another person."),
    ),
    "release_needs_other_role": (
        N_("One of the two approvals comes from the manager, one from the secretariat or chair."),
        N_("Ask the other side to approve."),
    ),
    "proposal_code_taken": (N_("The code {proposal} belongs to another proposal."), N_("Take another code.")),
    "bill_needs_lot_and_plan": (
        N_("A bill needs its first lot and its planned days."),
        N_("Fill in both, then import."),
    ),
    "bill_is_empty": (N_("The bill has no line."), N_("Check the table and import it again.")),
    "correction_needs_reason": (N_("A correction needs its reason."), N_("Write the reason, then save.")),
    "criterion_unknown": (N_("The rubric has no criterion {criterion}."), N_("Choose one from the list.")),
    "rows_of_unknown_proposals": (
        N_("{count} rows belong to no registered proposal."),
        N_("Register the proposal first."),
    ),
    "own_network_not_asked": (
        N_("The route “{route}” names a sales rep before the coordinator's own network has an answer."),
        N_(
            "Enter the coordinator, the day the sales plan was looked into, and the buyers introduced"
            " or what is not reached and why. Then name the rep."
        ),
    ),
    "nothing_left_for_rep": (
        N_("The coordinator's own network reaches all of the route “{route}”, so nothing is left for a sales rep."),
        N_("Write what is not reached and why, or leave out the rep."),
    ),
    "changed_elsewhere": (
        N_("This was changed in another window or by someone else."),
        N_("Choose which of the two stands."),
    ),
    "record_missing": (
        N_("Record {seq} is missing."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_beyond_head": (
        N_("Record {seq} was added behind the desk's back."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_prev": (
        N_("Record {seq} does not follow the one before it."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_hash": (
        N_("Record {seq} is not what was written."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_body": (
        N_("Record {seq} is not spelled as it was written."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_text": (
        N_("Record {seq} holds text that the desk never writes."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "record_head": (
        N_("The last record {seq} is not the one that was written last."),
        N_("Stop working with this data folder and restore the last backup."),
    ),
    "invariant_broken": (
        N_("After record {seq} the books do not hold: {name}."),
        N_("Show this to the auditor before anything more is entered."),
    ),
    "frozen_facts_differ": (
        N_("The levels frozen in record {seq} do not follow from its facts."),
        N_("Show this to the auditor."),
    ),
    "words_changed": (
        N_("The text {place} is not what was written."),
        N_("Restore the last backup beside it and compare."),
    ),
    "file_changed": (
        N_("The document {place} is missing or is not what was attached."),
        N_("Restore it from the last backup."),
    ),
    "rubric_file_missing": (N_("The file {place} is missing in the rubrics."), N_("Put it back and try again.")),
    "rubric_file_unreadable": (
        N_("The file {place} is not UTF-8 text."),
        N_("Save it as UTF-8 and try again."),
    ),
}
