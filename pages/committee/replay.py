"""What did each of us see when we decided?"""

import streamlit as st

from fundapp.documents.minutes_text import speakers
from fundapp.documents.replay import replay_blocks
from fundapp.documents.said import said
from fundapp.record.minutes_writer import Writer
from fundapp.record.replay import moments
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate
from fundapp.ui.minutes import blocks
from fundapp.ui.replay import choosing, today

actor = gate.enter("committee/replay")
desk = gate.desk()
book = desk.book(actor)
items = choosing.past_items(book)
if not items:
    components.page_title(_("Nothing is decided yet"))
    components.empty_state(
        _("There is no past item to look back at."), _("An item can be opened here once it is resolved.")
    )
    st.stop()

head = st.container()
item = choosing.choose_item(book, items)
eyes = choosing.choose_eyes(book, item, actor)
moment = choosing.choose_moment(item, moments(desk.item_events(actor, item.id)))
seen = desk.seen_then(actor, eyes, item.id, moment.seq)
with head:
    components.page_title(
        _("{code}: as {name} saw it").format(code=item.proposal_code, name=said(gate.name_of(eyes.person))),
        choosing.item_name(book, item),
    )
if seen is not None:
    writer = Writer(book=seen, names=speakers(desk.people(), language()))
    components.section(_("What was in view then"))
    blocks.show(replay_blocks(writer, seen.items[item.id], eyes.person))
today.show_difference(actor, book, item)
