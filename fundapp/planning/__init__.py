"""The sourcing plan's solver: one chosen offer a line, exactly where that can be proved, with HiGHS."""
