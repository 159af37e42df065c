"""Keeping what is being typed: a draft at every tap, restored after a reload or a restart, never over another tab.

The address carries the version of the draft that this tab last saw. A browser that reconnects to a restarted server
sends its widgets' values and its address, so a tap made meanwhile is saved, and an idle old tab undoes nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.store.drafts import Draft, DraftChanged
from fundapp.text.catalogue import _
from fundapp.ui import gate, refusal

SEEN = "seen"
"""The address's parameter: draft version and the generation of the widgets, such as 7-0."""


@dataclass(frozen=True, slots=True)
class Typing:
    """A form being filled in, as its owner left it."""

    actor: Actor
    draft: Draft
    seen_version: int
    generation: int
    values: Mapping[str, Any]
    """The draft's values, to be the widgets' defaults."""

    @property
    def command_id(self) -> str:
        """The id of the command that the form becomes: sent twice, it counts once."""
        return self.draft.nonce

    def widget(self, name: str) -> str:
        """The key of a widget of this form; a form begun anew has new widgets."""
        return f"{self.draft.key}/{self.draft.nonce}/{self.generation}/{name}"


def begin(actor: Actor, key: str) -> Typing | None:
    """The form under `key` as its owner left it, begun when there is none. None (and said so) when that cannot be."""
    desk = gate.desk()
    draft = desk.draft(actor, key)
    if draft is None:
        # Begun at once: the widgets' keys hold its nonce, so that a first tap during a restart finds its form again.
        begun = desk.save_draft(actor, key, expected=0, nonce=desk.new_id(), data="{}")
        if isinstance(begun, Refusal):
            refusal.show(begun)
            return None
        draft = begun.current if isinstance(begun, DraftChanged) else begun
        if draft is None:
            return None
    seen_version, generation = _seen(draft)
    return Typing(
        actor=actor,
        draft=draft,
        seen_version=seen_version,
        generation=generation,
        values=json.loads(draft.data),
    )


def _seen(draft: Draft) -> tuple[int, int]:
    nonce, version, generation = (*st.query_params.get(SEEN, "").rsplit("-", 2), "", "")[:3]
    if nonce == draft.nonce and version.isdigit() and generation.isdigit():
        return int(version), int(generation)
    return draft.version, 0


def _see(nonce: str, version: int, generation: int) -> None:
    seen = f"{nonce}-{version}-{generation}"
    if st.query_params.get(SEEN) != seen:
        st.query_params[SEEN] = seen


def keep(typing: Typing, values: Mapping[str, Any]) -> bool:
    """Save the form where it differs from its draft. False when it was not saved: the reader is told and chooses."""
    draft = typing.draft
    if values == typing.values:
        _see(draft.nonce, draft.version, typing.generation)
        return True
    data = json.dumps(values, ensure_ascii=False, sort_keys=True)
    kept = gate.desk().save_draft(typing.actor, draft.key, expected=typing.seen_version, nonce=draft.nonce, data=data)
    if isinstance(kept, Refusal):
        refusal.show(kept)
        return False
    if isinstance(kept, DraftChanged):
        _choose(typing, kept.current, data)
        return False
    _see(kept.nonce, kept.version, typing.generation)
    return True


def _choose(typing: Typing, current: Draft | None, data: str) -> None:
    """Both states of the form, and the owner says which one stands. Until then nothing is saved."""
    refusal.show(Refusal.of("changed_elsewhere"))
    mine, other = st.columns(2)
    keep_mine = mine.button(_("Keep what I see here"), key=typing.widget("keep-mine"), width="stretch")
    take_other = other.button(_("Take what the other window holds"), key=typing.widget("take-other"), width="stretch")
    if current is None:
        # Submitted or given up in the other window: there is nothing left to write over.
        if keep_mine or take_other:
            del st.query_params[SEEN]
            st.rerun()
        return
    if keep_mine:
        kept = gate.desk().save_draft(
            typing.actor, current.key, expected=current.version, nonce=current.nonce, data=data
        )
        if isinstance(kept, Draft):
            _see(kept.nonce, kept.version, typing.generation)
            st.rerun()
    if take_other:
        _see(current.nonce, current.version, typing.generation + 1)
        st.rerun()


def finish(typing: Typing) -> None:
    """Forget the form: it was submitted."""
    gate.desk().drop_draft(typing.actor, typing.draft.key)
    if SEEN in st.query_params:
        del st.query_params[SEEN]
