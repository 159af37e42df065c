"""The desk's part about drafts: what one person is typing, seen by that person alone."""

from collections.abc import Callable
from datetime import datetime

from fundapp.basis.days import instant_text
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.receipt import FUND
from fundapp.store import drafts
from fundapp.store.connection import StoreRefusal
from fundapp.store.database import Database
from fundapp.store.drafts import Draft, DraftChanged


class DraftsDesk:
    """Drafts. `Desk` has these methods; it brings the database and the clock."""

    database: Database
    _clock: Callable[[], datetime]

    def draft(self, actor: Actor, key: str) -> Draft | None:
        """What this actor was typing under `key`."""
        with self.database.read() as connection:
            return drafts.read(connection, fund=FUND, person=actor.person, key=key)

    def save_draft(
        self, actor: Actor, key: str, *, expected: int, nonce: str, data: str
    ) -> Draft | DraftChanged | Refusal:
        """Keep what is being typed, if the draft is still what the form last saw (version and nonce)."""
        try:
            with self.database.write() as connection:
                at = instant_text(self._clock())
                return drafts.save(
                    connection,
                    fund=FUND,
                    person=actor.person,
                    key=key,
                    expected=expected,
                    nonce=nonce,
                    data=data,
                    at=at,
                )
        except StoreRefusal as refused:
            return refused.refusal

    def drop_draft(self, actor: Actor, key: str) -> None:
        """Forget a draft that was submitted or given up."""
        with self.database.write() as connection:
            drafts.drop(connection, fund=FUND, person=actor.person, key=key)
