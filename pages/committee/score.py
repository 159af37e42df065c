"""My judgement of the item that the committee is on."""

import streamlit as st

from fundapp.text.catalogue import _, language
from fundapp.ui import components, drafting, gate
from fundapp.ui.scoring import after, receipts, scorecard
from fundapp.ui.scoring.task import NoTask, task_of
from fundapp.ui.turning import turning
from fundapp.ui.ways import MEETING

member = gate.enter("committee/score")
book = gate.desk().book(member)
task = task_of(book, member, st.query_params.get(MEETING, ""))

with components.large():
    receipts.show()
    if isinstance(task, NoTask):
        after.nothing_to_score(task, book)
        st.stop()
    proposal = task.frozen.proposal
    components.page_title(
        _("Score {code} {name}").format(code=proposal.code, name=proposal.name.of(language())),
        _("Your second score, with a reason for each change.") if task.first else _("Saved at every tap."),
    )
    if turning():
        st.stop()
    typing = drafting.begin(member, task.draft_key)
    if typing is None:
        st.stop()
    command = scorecard.scorecard(task, typing)
    if command is not None:
        receipts.submit(command, member, typing)
