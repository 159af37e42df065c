"""Refusals and problems: a user's mistake is data, with a code whose sentences live in the catalogue."""

from fundapp.basis.fact import Fact, Text

Detail = tuple[Text, str | int]


class Problem(Fact):
    """One fault in something given (a rubric, a table, a form): where it is and which code explains it."""

    code: Text
    place: Text = ""
    details: tuple[Detail, ...] = ()

    @classmethod
    def of(cls, code: str, place: str = "", **details: str | int) -> "Problem":
        """A problem with its details by name."""
        return cls(code=code, place=place, details=tuple(sorted(details.items())))


class Refusal(Fact):
    """A command that was not carried out. Nothing was written; `details` fill the sentence of the code."""

    code: Text
    details: tuple[Detail, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, code: str, *problems: Problem, **details: str | int) -> "Refusal":
        """A refusal with its details by name."""
        return cls(code=code, details=tuple(sorted(details.items())), problems=problems)
