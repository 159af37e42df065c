"""Nonces of forms that came through a link: each is taken once."""

from fundapp.store.connection import Connection


def spend(connection: Connection, fund: str, nonce: str, at: str) -> bool:
    """Take a nonce, in the same transaction as what it allows; False when it was taken before."""
    done = connection.execute("INSERT INTO spent_nonce VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [fund, nonce, at])
    return done.rowcount == 1
