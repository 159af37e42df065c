"""A rubric being edited: the texts it began from, the fields changed by the form, and what they come to together."""

from dataclasses import dataclass
from typing import Any

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_changes import changed
from fundapp.committee.rubric_text import FILES, RubricText, read_texts, rubric_texts

CHANGES, WHY = "changes", "why"
Texts = tuple[str, str, str]


@dataclass(slots=True)
class Draft:
    """What one person is editing. `values` are those of the kept form, changed in place."""

    values: dict[str, Any]
    began: Rubric
    """What stands where nothing was changed: the rubric put before the committee, else the one in force."""

    @property
    def base(self) -> Rubric | tuple[Problem, ...]:
        """What the form changes: the text as written by hand, if there is any and it can be read."""
        return read_texts(*self._by_hand()) if self.is_by_hand() else self.began

    def is_by_hand(self) -> bool:
        """True when the text was written by hand."""
        return any(name in self.values for name in FILES)

    def _by_hand(self) -> Texts:
        axis1, axis2, decision = rubric_texts(self.began)
        return (
            self.values.get("axis1", axis1),
            self.values.get("axis2", axis2),
            self.values.get("decision", decision),
        )

    @property
    def texts(self) -> Texts:
        """The three texts as they come to now."""
        base = self.base
        if isinstance(base, tuple):
            return self._by_hand()
        changes = self.values.get(CHANGES, {})
        return rubric_texts(changed(base, changes)) if changes or not self.is_by_hand() else self._by_hand()

    @property
    def rubric(self) -> Rubric | tuple[Problem, ...]:
        """The rubric that the texts give, or all their faults."""
        return read_texts(*self.texts)

    def write(self, name: str, text: str) -> None:
        """One text written by hand takes the place of what the form has changed so far."""
        for each, now in zip(FILES, self.texts, strict=True):
            self.values[each] = now
        self.values[name] = text
        self.values.pop(CHANGES, None)

    def change(self, field: str, value: str | int, stood: str | int) -> None:
        """One field as the form shows it; a field that stands as it stood is no change."""
        changes: dict[str, str | int] = dict(self.values.get(CHANGES, {}))
        if value == stood:
            changes.pop(field, None)
        else:
            changes[field] = value
        if changes:
            self.values[CHANGES] = changes
        else:
            self.values.pop(CHANGES, None)

    def given(self, field: str, stood: str | int) -> Any:
        """A field's value now."""
        return self.values.get(CHANGES, {}).get(field, stood)

    def as_text(self) -> RubricText:
        """What is put before the committee."""
        axis1, axis2, decision = self.texts
        return RubricText(why=str(self.values.get(WHY, "")), axis1=axis1, axis2=axis2, decision=decision)
