"""Who may come in: accounts, sessions, signed links."""
