"""The rubric workshop's parts: editing by form or as text, what it would have made of past decisions, adopting it."""
