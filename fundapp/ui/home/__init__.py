"""The first page's parts: what waits for this person, what changed, and how much the fund can still invest."""
