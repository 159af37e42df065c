"""The office: the people, and what they may do."""
