"""The command line: `fundapp demo / serve / verify`."""
