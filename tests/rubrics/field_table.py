"""The field table of rubrics/README.md, built from the models. No argument: is it current? `write` renews it."""

import copy
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from fundapp.basis.fact import Bilingual
from fundapp.committee.menu_file import parse_readiness, parse_support_menu
from fundapp.committee.rubric import (
    Axis,
    Cap,
    Criterion,
    Decision,
    FactDefinition,
    Gate,
    InterestKind,
    Quadrant,
    ResolutionText,
    Thresholds,
    Voting,
)
from fundapp.committee.rubric_file import parse_rubric, toml_table
from fundapp.committee.support_menu import ReadinessScale, ReadinessScales, SupportKind, SupportMenu

RUBRICS = Path(__file__).parents[2] / "rubrics"
README = RUBRICS / "README.md"
BEGIN, END = "<!-- fields: begin -->", "<!-- fields: end -->"
RUBRIC_FILES = ("axis1", "axis2", "decision")
FILES = (*RUBRIC_FILES, "support_menu", "readiness")

# (heading, model, file and way to one table that shows the fields)
TABLES: tuple[tuple[str, type[BaseModel], tuple[str | int, ...]], ...] = (
    ("axis1.toml, axis2.toml", Axis, ("axis2",)),
    ("axis1.toml, axis2.toml `[[criteria]]`", Criterion, ("axis2", "criteria", 2)),
    ("axis2.toml `[criteria.cap]`", Cap, ("axis2", "criteria", 2, "cap")),
    ("axis2.toml `[[facts]]`", FactDefinition, ("axis2", "facts", 0)),
    ("decision.toml", Decision, ("decision",)),
    ("decision.toml `[thresholds]`", Thresholds, ("decision", "thresholds")),
    ("decision.toml `[voting]`", Voting, ("decision", "voting")),
    ("decision.toml `[[gates]]`", Gate, ("decision", "gates", 0)),
    ("decision.toml `[[quadrants]]`", Quadrant, ("decision", "quadrants", 0)),
    ("decision.toml `[[resolutions]]`", ResolutionText, ("decision", "resolutions", 0)),
    ("decision.toml `[[interests]]`", InterestKind, ("decision", "interests", 0)),
    ("support_menu.toml", SupportMenu, ("support_menu",)),
    ("support_menu.toml `[[kinds]]`", SupportKind, ("support_menu", "kinds", 0)),
    ("readiness.toml", ReadinessScales, ("readiness",)),
    ("readiness.toml `[[scales]]`", ReadinessScale, ("readiness", "scales", 0)),
)
IN_THE_FILE = {
    "Criterion.levels": "levels.1 … levels.5",
    "Criterion.rules": "levels.N.when, levels.N.when_any",
    "SupportMenu.ladder": "ladder.0 … ladder.5",
    "ReadinessScale.steps": "steps.1 …",
}
"""Where the file's key is not the model's name."""
FORMS = {
    "Criterion.rules": "条件の一覧 list of conditions",
    "Criterion.cap": "表 table",
    "Criterion.left_out_below": "事実 = 件数 fact = cases",
    "Cap.any_of": "条件の一覧 list of conditions",
    "Decision.thresholds": "表 table",
    "Decision.voting": "表 table",
    "Decision.imputed_lead_time_days": "種類 = 日数 kind = days",
    "SupportMenu.required_fields": "言葉の一覧 list of words",
}
WHAT: dict[str, tuple[str, str]] = {
    "Axis.id": ("軸の番号。変えません", "the axis; never changed"),
    "Axis.version": ("版。三つのファイルで同じにします", "version, the same in all three files"),
    "Axis.name": ("軸の名前", "name of the axis"),
    "Axis.question": ("軸が問うこと", "what the axis asks"),
    "Axis.evidence_rule": ("採点の決まり", "rule of scoring shown to members"),
    "Axis.criteria": ("評価項目", "the criteria"),
    "Axis.facts": ("事実の定義（軸2だけ）", "definitions of the facts (axis 2 only)"),
    "Axis.least_applicable": (
        "当てはまる項目がこれより少なければ判定不能",
        "with fewer applicable criteria: not assessable",
    ),
    "Criterion.id": ("項目の番号", "id of the criterion"),
    "Criterion.weight_pct": ("重み（%）。軸ごとに合計100", "weight in percent; 100 in all per axis"),
    "Criterion.name": ("項目の名前", "name"),
    "Criterion.question": ("委員への問い", "question to the member"),
    "Criterion.levels": ("五つの段階の文", "the texts of the five levels"),
    "Criterion.rules": ("その段階になる条件（軸2の2〜5）", "conditions of the level (axis 2, levels 2 to 5)"),
    "Criterion.evidence": ("根拠資料の例", "examples of evidence"),
    "Criterion.sources": ("出典", "sources"),
    "Criterion.note": ("注意書き", "note shown with the criterion"),
    "Criterion.floor": ("足切り：これより低いと判定基準を満たさない", "floor: the least level its gate accepts"),
    "Criterion.facts": ("この項目で見せる事実（軸2だけ）", "facts shown with the criterion (axis 2 only)"),
    "Criterion.cap": ("上限をかける条件", "what caps the level"),
    "Criterion.needs_parts": ("部品のない案件では除く", "left out for a proposal without parts"),
    "Criterion.left_out_below": ("件数がこれより少ない事実は条件から外す", "with fewer cases the fact is left out"),
    "Cap.max_level": ("これより上にしない", "no level above this"),
    "Cap.any_of": ("どれか一つ当てはまれば上限をかける", "any one of these caps"),
    "FactDefinition.id": ("事実の名前（システムが計算する）", "id of the fact, which the system computes"),
    "FactDefinition.name": ("画面での名前", "name on the screen"),
    "FactDefinition.definition": ("定義", "definition"),
    "FactDefinition.kind": ("割合・日数・はい／いいえ", "ratio, days, or yes / no"),
    "FactDefinition.better": ("良い向き", "which direction is better"),
    "Decision.version": ("版。三つのファイルで同じにします", "version, the same in all three files"),
    "Decision.principle": ("原則", "the principle"),
    "Decision.thresholds": ("判定の線", "the thresholds"),
    "Decision.gates": ("判定基準 G0〜G6 の文", "texts of the gates G0 to G6"),
    "Decision.quadrants": ("四つの区分", "the four quadrants"),
    "Decision.resolutions": ("六つの決議。この順に諮る", "the six resolutions, put in this order"),
    "Decision.voting": ("採決", "voting"),
    "Decision.interests": ("利害関係の種類", "kinds of interest"),
    "Decision.build_support_days": ("「支援体制づくり」の期限（日）", "term of build support, in days"),
    "Decision.build_support_extensions": ("延長できる回数", "how often it may be extended"),
    "Decision.uncovered_cost_factor": ("見積のない行の割増係数", "cost factor of an uncovered line"),
    "Decision.imputed_lateness_factor": ("実績のない提供者の遅れの係数", "lateness factor without history"),
    "Decision.imputed_lead_time_days": ("見積のない行の仮の納期（日）", "lead time of an uncovered line, in days"),
    "Decision.stale_facts_days": ("事実を「古い」と示すまでの日数", "days until facts are shown as stale"),
    "Thresholds.axis1_pass": ("軸1の線", "axis 1 passes from here"),
    "Thresholds.axis2_pass": ("軸2の線", "axis 2 passes from here"),
    "Thresholds.axis2_build": ("「支援体制づくり」にできる線", "build support is possible from here"),
    "Thresholds.x_weight_max_pct": ("X の重みの上限（%）", "most weight of X, in percent"),
    "Thresholds.critical_coverage_min": ("重要部品の充足率の下限", "least coverage of critical lines"),
    "Thresholds.spread_to_discuss": ("討議する採点の差", "spread of marks that is discussed"),
    "Gate.id": ("判定基準の番号", "id of the gate"),
    "Gate.text": ("判定基準の文", "text of the gate"),
    "Quadrant.id": ("区分の番号", "id of the quadrant"),
    "Quadrant.name": ("区分の名前", "name"),
    "Quadrant.default": ("原則の扱い", "course of action by default"),
    "ResolutionText.id": ("決議の番号", "id of the resolution"),
    "ResolutionText.name": ("決議の名前", "name"),
    "Voting.rule": ("全会一致・三分の二・過半数", "rule of the vote"),
    "Voting.least_eligible": ("除斥後に要る議決資格者の数", "eligible voters needed after recusals"),
    "Voting.exception_seats": ("例外に要る委員席の数", "voting seats needed for an exception"),
    "InterestKind.id": ("種類の番号", "id of the kind"),
    "InterestKind.name": ("種類の名前", "name"),
    "InterestKind.level": ("除斥か、申告・記録のみか", "recused, or declared and recorded only"),
    "InterestKind.organisation": ("組織としての利害か", "is the interest the organisation's"),
    "SupportMenu.version": ("版", "version"),
    "SupportMenu.required_fields": ("メニュー1件に書くもの", "what a menu item asks for"),
    "SupportMenu.ladder": ("確約段階", "the commitment ladder"),
    "SupportMenu.kinds": ("支援の種類", "kinds of support"),
    "SupportKind.id": ("種類の番号", "id of the kind"),
    "SupportKind.name": ("種類の名前", "name"),
    "SupportKind.providers": ("提供者の例", "kinds of provider"),
    "SupportKind.source": ("出典", "source"),
    "ReadinessScales.version": ("版", "version"),
    "ReadinessScales.scales": ("目盛り", "the scales"),
    "ReadinessScale.id": ("目盛りの番号", "id of the scale"),
    "ReadinessScale.name": ("目盛りの名前", "name"),
    "ReadinessScale.source": ("正式な文言の出典", "where the official wording is"),
    "ReadinessScale.steps": ("1からの各段", "the steps from 1"),
}


def shipped() -> dict[str, Any]:
    return {name: toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name) for name in FILES}


def faults(tables: dict[str, Any]) -> int:
    answers = (
        parse_rubric(*(tables[name] for name in RUBRIC_FILES)),
        parse_support_menu(tables["support_menu"]),
        parse_readiness(tables["readiness"]),
    )
    return sum(len(answer) for answer in answers if isinstance(answer, tuple))


def needed(tables: dict[str, Any], way: tuple[str | int, ...], key: str) -> bool:
    """True when the parser reports a file without this key. Asked of the parser itself, so it cannot be out of date."""
    tried = copy.deepcopy(tables)
    table: Any = tried
    for step in way:
        table = table[step]
    if key not in table:
        return False
    del table[key]
    return faults(tried) > 0


def form(name: str, annotation: Any) -> str:
    """How a value is written in the file."""
    if name in FORMS:
        return FORMS[name]
    inner = [one for one in get_args(annotation) if one not in (type(None), Ellipsis)]
    if get_origin(annotation) is Literal:
        return " / ".join(f"`{word}`" for word in get_args(annotation))
    if get_origin(annotation) is tuple:
        if str in (inner[0], *get_args(inner[0])):
            return "文の一覧 list of texts"
        return "日英の文 ja, en" if inner[0] is Bilingual else "表 tables"
    simple = {
        str: "文 text",
        int: "整数 whole number",
        bool: "true / false",
        Fraction: "数 number",
        Bilingual: "日英の文 ja, en",
    }
    return simple[inner[0] if inner else annotation]


def lines() -> Iterator[str]:
    tables = shipped()
    for heading, model, way in TABLES:
        yield f"\n**{heading}**\n"
        yield "| 項目 key | 書き方 form | 要否 needed | 内容 what |"
        yield "|---|---|---|---|"
        for field, info in model.model_fields.items():
            name = f"{model.__name__}.{field}"
            key = IN_THE_FILE.get(name, field)
            must = "要 yes" if needed(tables, way, "levels" if field == "rules" else field) else "任意 no"
            japanese, english = WHAT[name]
            yield f"| `{key}` | {form(name, info.annotation)} | {must} | {japanese}。{english} |"


def table() -> str:
    return "\n".join(lines()).strip()


def in_readme() -> str:
    """The table that stands in the README now."""
    return README.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip()


def write() -> None:
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write()
    elif in_readme() != table():
        sys.exit("rubrics/README.md is not current: run python tests/rubrics/field_table.py write")
