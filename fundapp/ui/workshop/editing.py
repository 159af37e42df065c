"""Editing the rubric: field by field in a form, or the whole as TOML text."""

import re
from typing import Literal

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Axis, Criterion, Rubric
from fundapp.committee.rubric_text import FILES
from fundapp.documents.said import said
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import ratio
from fundapp.ui import refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.words import plain
from fundapp.ui.workshop.draft import WHY, Draft

Mode = Literal["form", "text"]
MODES: dict[Mode, str] = {"form": N_("By form"), "text": N_("As TOML text")}
TITLES = {"axis1": N_("Axis 1"), "axis2": N_("Axis 2"), "decision": N_("Rules of decision")}
THRESHOLDS = {
    "axis1_pass": N_("Axis 1 passes from"),
    "axis2_pass": N_("Axis 2 passes from"),
    "axis2_build": N_("“Build support” is possible from, on axis 2"),
    "critical_coverage_min": N_("Least coverage of critical lines (1 is all)"),
}
COUNTS = {
    "x_weight_max_pct": N_("Most weight of X on an axis (%)"),
    "spread_to_discuss": N_("A criterion is discussed from this spread"),
}
RULES = "decision"
FIELDS = {**TITLES, **THRESHOLDS, **COUNTS, "weight_pct": N_("Weight (%)"), "name": N_("Name")}
IN_LANGUAGE = {"ja": N_("{name} (Japanese)"), "en": N_("{name} (English)")}


def edit(draft: Draft, typing: Typing) -> None:
    """The chooser and the way of editing that was chosen; the reason of the change below."""
    mode: Mode = st.radio(
        _("How to edit"),
        tuple(MODES),
        format_func=lambda one: _(MODES[one]),
        horizontal=True,
        key=typing.widget("mode"),
    )
    base = draft.base
    if mode == "text":
        _text(draft, typing)
    elif isinstance(base, Rubric):
        _form(draft, base, typing)
    else:
        st.markdown(_("The text cannot be read yet, so there is no form. Mend it as text first."))
    found = draft.rubric
    if not isinstance(found, Rubric):
        refusal.show_problems(found if mode == "text" else tuple(map(_in_the_form, found)))
    draft.values[WHY] = st.text_area(
        _("Why it is to be changed"), value=draft.values.get(WHY, ""), max_chars=2000, key=typing.widget(WHY)
    )


def _in_the_form(problem: Problem) -> Problem:
    """The fault with its place as the form names it: `axis1 B1 level 2 en` is “Axis 1 B1 Level 2 (English)”."""
    place = re.sub(r"level (\d)", lambda one: _("Level {level}").format(level=one[1]), problem.place)
    words = [word for word in place.split(" ") if word != "thresholds"]
    language = IN_LANGUAGE.get(words[-1]) if words else None
    name = " ".join(_(FIELDS[word]) if word in FIELDS else word for word in (words[:-1] if language else words))
    return problem.model_copy(update={"place": _(language).format(name=name) if language else name})


def _text(draft: Draft, typing: Typing) -> None:
    for name, now in zip(FILES, draft.texts, strict=True):
        with st.expander(_(TITLES[name]), icon=":material/code:"):
            written = st.text_area(
                _("The text of {part}").format(part=_(TITLES[name])),
                value=now,
                height=420,
                key=typing.widget(f"text-{name}"),
                label_visibility="collapsed",
            )
        if (written or "") != now:
            draft.write(name, written or "")


def _form(draft: Draft, base: Rubric, typing: Typing) -> None:
    parts = {f"{axis.id}/{one.id}": f"{one.id} {said(one.name)}" for axis in base.axes for one in axis.criteria}
    parts[RULES] = _(TITLES[RULES])
    part = st.selectbox(_("Which part"), tuple(parts), format_func=lambda one: parts[one], key=typing.widget("part"))
    version = base.decision.version
    given = st.text_input(
        _("Version"), value=draft.given("version", version), max_chars=40, key=typing.widget("version")
    )
    draft.change("version", given or "", version)
    if part == RULES:
        _rules(draft, base, typing)
        return
    axis_id, _slash, criterion_id = part.partition("/")
    axis = next(one for one in base.axes if one.id == axis_id)
    _criterion(draft, axis, axis.criterion(criterion_id), typing)


def _rules(draft: Draft, base: Rubric, typing: Typing) -> None:
    cut = base.decision.thresholds
    with st.grid(min_column_width=280):
        for name, label in THRESHOLDS.items():
            stood = ratio(getattr(cut, name))
            field = f"thresholds/{name}"
            shown = float(draft.given(field, stood))
            given = st.number_input(_(label), value=shown, step=0.05, format="%.2f", key=typing.widget(field))
            draft.change(field, f"{given:.2f}", stood)
        for name, label in COUNTS.items():
            field, whole = f"thresholds/{name}", int(getattr(cut, name))
            count = st.number_input(_(label), value=int(draft.given(field, whole)), step=1, key=typing.widget(field))
            draft.change(field, int(count), whole)


def _criterion(draft: Draft, axis: Axis, criterion: Criterion, typing: Typing) -> None:
    at = f"{axis.id}/{criterion.id}"
    with st.grid(min_column_width=280):
        weight = st.number_input(
            _("Weight (%)"),
            value=int(draft.given(f"{at}/weight_pct", criterion.weight_pct)),
            step=1,
            key=typing.widget(f"{at}/weight_pct"),
        )
        draft.change(f"{at}/weight_pct", int(weight), criterion.weight_pct)
        stood = criterion.floor or 0
        floor = st.selectbox(
            _("Floor: the least level that the gate accepts"),
            range(6),
            index=int(draft.given(f"{at}/floor", stood)),
            format_func=lambda one: str(one) if one else _("none"),
            key=typing.widget(f"{at}/floor"),
        )
        draft.change(f"{at}/floor", int(floor), stood)
    total = sum(int(draft.given(f"{axis.id}/{one.id}/weight_pct", one.weight_pct)) for one in axis.criteria)
    st.markdown(plain(_("The weights of this axis add up to {total}%; they must add up to 100%.").format(total=total)))
    _both(draft, f"{at}/name", _("Name"), criterion.name.ja, criterion.name.en, typing)
    for level in criterion.levels:
        label = _("Level {level}").format(level=level.level)
        _both(draft, f"{at}/level_{level.level}", label, level.text.ja, level.text.en, typing)


def _both(draft: Draft, field: str, label: str, ja: str, en: str, typing: Typing) -> None:
    """A text in both languages side by side."""
    named = ((_("{name} (Japanese)"), "ja", ja), (_("{name} (English)"), "en", en))
    for place, (name, language, stood) in zip(st.columns(2), named, strict=True):
        key = f"{field}_{language}"
        with place:
            given = st.text_area(
                name.format(name=label), value=draft.given(key, stood), max_chars=600, key=typing.widget(key)
            )
        draft.change(key, given or "", stood)
