"""The language of the log: events, commands, decide, fold, sight, invariants."""
