"""The sentences of refusals and problems, one module a room.

Each module has `SENTENCES`: code -> (what happened, what to do next), both message ids with `{details}`.
"""
