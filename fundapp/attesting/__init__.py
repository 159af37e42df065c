"""Signatures and timestamps over locked minutes, by libraries that nothing else needs.

An installation without them works as before: `extra.missing` says so, and nothing else of this room is imported then.
"""
