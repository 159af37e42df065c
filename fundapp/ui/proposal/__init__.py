"""The proposals' pages in parts: where a proposal stands, what would make it pass, and the forms about it."""
