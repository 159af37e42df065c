"""Keeping what is being typed: a draft at every tap, restored after a reload or a restart, never over another tab.

The session knows the version of the draft that its tab last saw, and the address carries it too. A browser that
reconnects to a restarted server sends its widgets' values and its address, so a tap made meanwhile is saved, and an
idle old tab undoes nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.store.drafts import Draft, DraftChanged
from fundapp.text.catalogue import _
from fundapp.ui import gate, refusal
from fundapp.ui.fragments import dialog, fragment

SEEN = "seen"
"""The address's parameter: draft version and the generation of the widgets, such as 7-0."""


@dataclass(slots=True)
class Seen:
    """What this tab last saw of a draft. Kept in the session and changed in place.

    A tap that follows at once brings the address from before it, may end the run of the tap before it at any access to
    the session, and its own run may begin before that one has ended: none of it may make the tab's own saving look like
    another's, or let an earlier tap undo a later one.
    """

    nonce: str
    version: int
    generation: int
    runs: int = 0
    """How many runs of the page have begun on this form."""
    saved_by: int = 0
    """The latest of them that saved it."""
    saving: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True)
class Typing:
    """A form being filled in, as its owner left it."""

    actor: Actor
    draft: Draft
    seen: Seen
    generation: int
    run: int
    """Which run of the page on this form this is."""
    values: Mapping[str, Any]
    """The draft's values, to be the widgets' defaults."""

    @property
    def command_id(self) -> str:
        """The id of the command that the form becomes: sent twice, it counts once."""
        return self.draft.nonce

    def widget(self, name: str) -> str:
        """The key of a widget of this form; a form begun anew has new widgets."""
        return f"{self.draft.key}/{self.draft.nonce}/{self.generation}/{name}"


@fragment(every_seconds=60)
def _stay_in_touch() -> None:
    """Draws nothing. A browser sends its values again when it reconnects only where a part runs by itself, so that a
    tap on which a server died is saved by the next one. It also tells when the session has ended meanwhile.
    """


def begin(actor: Actor, key: str) -> Typing | None:
    """The form under `key` as its owner left it, begun when there is none. None (and said so) when that cannot be."""
    _stay_in_touch()
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
    seen = _seen(draft)
    with seen.saving:
        seen.runs += 1
        run = seen.runs
    values = json.loads(draft.data)
    return Typing(actor=actor, draft=draft, seen=seen, generation=seen.generation, run=run, values=values)


def _seen(draft: Draft) -> Seen:
    """What the session knows of the tab; after a restart, what the address tells; else the draft as it is."""
    key = f"{SEEN}/{draft.key}"
    known = st.session_state.get(key)
    if isinstance(known, Seen) and known.nonce == draft.nonce:
        return known
    seen = Seen(draft.nonce, draft.version, 0)
    nonce, version, generation = (*st.query_params.get(SEEN, "").rsplit("-", 2), "", "")[:3]
    if nonce == draft.nonce and version.isdigit() and generation.isdigit():
        seen = Seen(nonce, int(version), int(generation))
    st.session_state[key] = seen
    return seen


def _see(typing: Typing, version: int, generation: int) -> None:
    seen = typing.seen
    seen.version, seen.generation = version, generation
    told = f"{seen.nonce}-{version}-{generation}"
    if st.query_params.get(SEEN) != told:
        st.query_params[SEEN] = told


def keep(typing: Typing, values: Mapping[str, Any]) -> bool:
    """Save the form where it differs from its draft. False when it was not saved: the reader is told and chooses."""
    draft = typing.draft
    if values == typing.values:
        _see(typing, max(draft.version, typing.seen.version), typing.generation)
        return True
    data = json.dumps(values, ensure_ascii=False, sort_keys=True)
    kept = _saved(typing, data)
    if kept is None:
        return False
    if isinstance(kept, Refusal):
        refusal.show(kept)
        return False
    if isinstance(kept, DraftChanged):
        _choose(typing, kept.current, data)
        return False
    _see(typing, kept.version, typing.generation)
    return True


def _saved(typing: Typing, data: str) -> Draft | DraftChanged | Refusal | None:
    """What became of saving the form; None when a later run of this tab has saved it already."""
    seen, draft = typing.seen, typing.draft
    # One run at a time: whichever waits must see the version that the other one wrote.
    with seen.saving:
        if typing.run < seen.saved_by:
            return None
        kept = gate.desk().save_draft(typing.actor, draft.key, expected=seen.version, nonce=draft.nonce, data=data)
        if isinstance(kept, Draft):
            seen.version, seen.saved_by = kept.version, typing.run
    return kept


def _choose(typing: Typing, current: Draft | None, data: str) -> None:
    """Ask the owner which state of the form stands: in a window, since the form may be longer than the screen."""
    dialog(_("Changed in another window"), dismissible=False)(_both)(typing, current, data)


def _both(typing: Typing, current: Draft | None, data: str) -> None:
    """Both states of the form, and the owner says which one stands. Until then nothing is saved."""
    refusal.show(Refusal.of("changed_elsewhere"))
    keep_mine = st.button(_("Keep what I see here"), key=typing.widget("keep-mine"), width="stretch")
    take_other = st.button(_("Take what the other window holds"), key=typing.widget("take-other"), width="stretch")
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
            _see(typing, kept.version, typing.generation)
            st.rerun()
    if take_other:
        _see(typing, current.version, typing.generation + 1)
        st.rerun()


def finish(typing: Typing) -> None:
    """Forget the form: it was submitted."""
    gate.desk().drop_draft(typing.actor, typing.draft.key)
    if SEEN in st.query_params:
        del st.query_params[SEEN]
