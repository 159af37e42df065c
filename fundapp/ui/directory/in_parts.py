"""What lists of members, of what they can do and of their machines share: what a row became, recording in parts."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.network.member import Member
from fundapp.record.command import RegisterCommand
from fundapp.text.catalogue import _
from fundapp.ui import gate, refusal
from fundapp.ui.network.uploads import Upload

T = TypeVar("T")
AT_ONCE = 2_000
"""Rows in one order: between two of them the reader sees how far it is, and others may write."""


def verdict(member: Member, *, is_new: bool) -> str:
    """What a row that is taken will do."""
    name = f"{member.code} {said(member.name)}"
    return _("new: {name}").format(name=name) if is_new else _("corrects {name}").format(name=name)


def recorded(actor: Actor, upload: Upload, rows: Sequence[T], order: Callable[[Sequence[T]], RegisterCommand]) -> bool:
    """In parts, each an order of its own with an id: stopped and pressed again, it goes on where it was.

    False once a part is refused, which is shown.
    """
    rest, done = iter(rows), 0
    bar = st.progress(0.0, text=_("Recording…"))
    while part := tuple(islice(rest, AT_ONCE)):
        answer = gate.desk().submit(order(part), actor, f"{upload.nonce}-{done}")
        if isinstance(answer, Refusal):
            refusal.show(answer)
            return False
        done += len(part)
        bar.progress(done / len(rows), text=f"{done:,} / {len(rows):,}")
    return True
