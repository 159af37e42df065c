"""What a refusal says in the language in use, so that a screen's test names the code and compares the sentence."""

from fundapp.basis.refusal import Problem, Refusal
from fundapp.text.refusal_text import problem_text, refusal_text


def said(one: Refusal | Problem) -> str:
    """What happened, in the first sentence of a refusal; the whole line of a problem."""
    return refusal_text(one).what if isinstance(one, Refusal) else problem_text(one)


def what(code: str, **details: str | int) -> str:
    """The first sentence of a refusal with this code."""
    return said(Refusal.of(code, **details))


def fault(code: str, place: str = "", **details: str | int) -> str:
    """The line of a problem with this code."""
    return said(Problem.of(code, place, **details))
