"""The claims test of axis 2: what a level's text says is what its predicate asks, in both languages, and nothing else.

Each text is read phrase by phrase with the tables below, so a new wording that no phrase knows fails until its claim is
written down. A phrase claims conditions; `{n}` is the number that stands in the text itself.

    +  this level asks for the condition
    -  the condition is what the next level has and this one lacks ("most have no owner")
    !  the condition is what lifts the criterion's cap ("or quotes stale")
"""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from fundapp.basis.fact import Language
from fundapp.committee.rubric import Axis, Criterion, Rubric
from fundapp.committee.rubric_file import parse_rubric, toml_table

RUBRICS = Path(__file__).parents[2] / "rubrics"
Claims = dict[str, tuple[str, ...]]

NUMBER = r"(?P<n>\d+(?:\.\d+)?(?:%\+?|x|倍|割)|Half|half|Three quarters|半数|半分|4分の3)"  # as texts write it
WORDS = {
    "half": Fraction(1, 2),
    "three quarters": Fraction(3, 4),
    "半数": Fraction(1, 2),
    "半分": Fraction(1, 2),
    "4分の3": Fraction(3, 4),
}

ENGLISH: dict[str, Claims] = {
    "N1": {
        "Gaps not listed": ("- needs_listed",),
        "or most have no owner": ("- menu_complete >= 1/2",),
        "{n} the gaps have owner, deliverable, date and cost bearer": ("+ menu_complete >= {n}",),
        "{n} complete": ("+ menu_complete >= {n}",),
        "the rest have a decision date": ("+ rest_have_decision_date",),
        "including every critical gap": ("+ critical_needs_complete",),
        "Every gap is a funded menu item": ("+ menu_complete >= 1", "+ every_item_funded"),
    },
    "N2": {
        "Over {n} the value has no valid quote": ("- cov_value >= 1-{n}",),
        "{n} of value covered": ("+ cov_value >= {n}",),
        "but critical parts are open": ("- cov_critical",),
        "{n} of value and": ("+ cov_value >= {n}",),
        "{n} of critical lines": ("+ cov_critical >= {n}",),
        "every hole has an alternative and an owner": ("+ holes_have_alternative_and_owner",),
        "{n} of value": ("+ cov_value >= {n}",),
        "all critical lines": ("+ cov_critical >= 1",),
        "Practically all": ("+ cov_value >= 0.98", "+ cov_lines >= 0.95"),
        "critical lines have a second quote": ("+ cov_critical >= 1", "+ critical_have_second_source"),
    },
    "N3": {
        "More than {n} over target": ("- cost_ratio <= 1+{n}",),
        "Up to {n} over": ("+ cost_ratio <= 1+{n}",),
        "or quotes stale": ("! quote_age_days",),
        "or too few": ("! cov_value",),
        "with owned and dated cost-down actions": ("+ cost_actions_dated",),
        "At or under target": ("+ cost_ratio <= 1",),
        "{n} under target": ("+ cost_ratio <= 1-{n}",),
        "leaving room for price rises": (),
    },
    "N4": {
        "Unknown": ("- lt_ratio",),
        "or over {n} plan": ("- lt_ratio <= {n}",),
        "Up to {n} plan": ("+ lt_ratio <= {n}",),
        "or within {n}": ("- lt_ratio <= {n}",),
        "without a countermeasure": ("- lead_time_countermeasure",),
        "Up to {n}": ("+ lt_ratio <= {n}",),
        "with a countermeasure on the bottleneck": ("+ lead_time_countermeasure",),
        "Within plan": ("+ lt_ratio <= 1",),
        "after applying each provider's own lateness": (),  # the definition of lt_ratio
        "At least {n} ahead of plan": ("+ lt_ratio <= 1-{n}",),
    },
    "N5": {
        'Mostly "someone probably can"': ("- commit_share",),
        "{n} named in writing": ("+ commit_share >= {n}",),
        "{n} in writing": ("+ commit_share >= {n}",),
        "the rest have raised a hand": ("+ rest_have_raised_hand",),
        "incl. all critical items": ("+ critical_needs_in_writing",),
        "Nearly all in writing": ("+ commit_share >= 0.95",),
        "critical items contracted or capacity-reserved": ("+ critical_needs_contracted",),
    },
    "N6": {
        "Over {n} of critical lines have one source or none": ("- ss_critical <= {n}",),
        "Up to {n} single source": ("+ ss_critical <= {n}",),
        "no alternative recorded": ("- concentration_mitigated",),
        "or over {n} of the value depends on one provider": ("- top_provider_dependence <= {n}",),
        "Up to {n}": ("+ ss_critical <= {n}",),
        "with recorded alternative or stock": ("+ concentration_mitigated",),
        "up to {n} of the value depends on one provider": ("+ top_provider_dependence <= {n}",),
        "No real single source": ("+ ss_critical <= 0.05",),
        "succession and hazard zone checked": ("+ provider_hazards_checked",),
    },
    "N7": {
        "No channel with agreed terms": ("- sales_route_terms > 0",),
        "and staff load over {n} of hours": ("- support_load <= {n}",),
        "Terms agreed for some channels": ("+ sales_route_terms > 0",),
        "or none yet": (),
        "but staff load within {n} of hours": ("+ support_load <= {n}",),
        "{n} the channels have commission and collection agreed": ("+ sales_route_terms >= {n}",),
        "within staff capacity": ("+ support_load <= 1",),
        "{n} agreed": ("+ sales_route_terms >= {n}",),
        "{n} delivered on time historically": ("+ ontime_rate >= {n}",),
        "staff load up to {n} of hours": ("+ support_load <= {n}",),
        "All channels agreed": ("+ sales_route_terms >= 1",),
        "overseas contact named": ("+ overseas_contact_named",),
        "spare capacity": (),  # by how much stands in brackets behind it
    },
}

JAPANESE: dict[str, Claims] = {
    "N1": {
        "課題が棚卸しされていない": ("- needs_listed",),
        "または{n}を超える課題に担当がない": ("- menu_complete >= {n}",),
        "課題の{n}に担当・成果物・期限・費用負担がそろう": ("+ menu_complete >= {n}",),
        "{n}がそろい": ("+ menu_complete >= {n}",),
        "残りは確定日がある": ("+ rest_have_decision_date",),
        "{n}以上がそろう": ("+ menu_complete >= {n}",),
        "重要課題は全てそろう": ("+ critical_needs_complete",),
        "全課題がメニュー化され": ("+ menu_complete >= 1",),
        "費用の財源も確定": ("+ every_item_funded",),
    },
    "N2": {
        "金額の{n}超に有効な見積がない": ("- cov_value >= 1-{n}",),
        "重要部品に見積のないものがある": ("- cov_critical",),
        "金額の{n}以上": ("+ cov_value >= {n}",),
        "重要部品の{n}以上": ("+ cov_critical >= {n}",),
        "見積のない部品には代替案と担当者がある": ("+ holes_have_alternative_and_owner",),
        "重要部品は全数": ("+ cov_critical >= 1",),
        "ほぼ全数": ("+ cov_value >= 0.98", "+ cov_lines >= 0.95"),
        "重要部品は2社目の見積もある": ("+ cov_critical >= 1", "+ critical_have_second_source"),
    },
    "N3": {
        "目標原価を{n}超上回る": ("- cost_ratio <= 1+{n}",),
        "{n}以内の超過": ("+ cost_ratio <= 1+{n}",),
        "または見積が古い": ("! quote_age_days",),
        "・足りない": ("! cov_value",),
        "原価低減策に担当と期日": ("+ cost_actions_dated",),
        "目標原価以内": ("+ cost_ratio <= 1",),
        "目標を{n}以上下回り": ("+ cost_ratio <= 1-{n}",),
        "値上がりを吸収できる余裕がある": (),
    },
    "N4": {
        "納期不明": ("- lt_ratio",),
        "または計画の{n}超": ("- lt_ratio <= {n}",),
        "計画の{n}以内": ("+ lt_ratio <= {n}",),
        "または{n}以内でも": ("- lt_ratio <= {n}",),
        "短縮策がない": ("- lead_time_countermeasure",),
        "隘路部品に短縮策": ("+ lead_time_countermeasure",),
        "計画以内": ("+ lt_ratio <= 1",),
        "提供者の遅延実績を織り込み済み": (),  # the definition of lt_ratio
        "計画より{n}以上早く": ("+ lt_ratio <= 1-{n}",),
        "余裕がある": (),
    },
    "N5": {
        "大半が「できそうな会社がある」という段階": ("- commit_share",),
        "{n}以上に担当者名入りの書面がある": ("+ commit_share >= {n}",),
        "残りは挙手済み": ("+ rest_have_raised_hand",),
        "{n}以上が書面": ("+ commit_share >= {n}",),
        "重要項目は全て": ("+ critical_needs_in_writing",),
        "ほぼ全てが書面": ("+ commit_share >= 0.95",),
        "重要項目は契約または生産枠を確保": ("+ critical_needs_contracted",),
    },
    "N6": {
        "重要部品の{n}超が": ("- ss_critical <= {n}",),
        "見積なしまたは1社のみ": (),
        "一社依存が{n}以内": ("+ ss_critical <= {n}",),
        "代替の手当てがない": ("- concentration_mitigated",),
        "または一社にしか頼めない金額が{n}超": ("- top_provider_dependence <= {n}",),
        "{n}以内で": ("+ ss_critical <= {n}",),
        "代替または在庫の手当てを記録": ("+ concentration_mitigated",),
        "一社にしか頼めない金額は{n}以内": ("+ top_provider_dependence <= {n}",),
        "{n}以内": ("+ ss_critical <= {n}",),
        "実質的な一社依存なし": ("+ ss_critical <= 0.05",),
        "後継者の有無・災害リスクも確認済み": ("+ provider_hazards_checked",),
    },
    "N7": {
        "条件の合意した販路がなく": ("- sales_route_terms > 0",),
        "担当者の負荷も工数の{n}超": ("- support_load <= {n}",),
        "一部の販路で条件が合意": ("+ sales_route_terms > 0",),
        "または": (),
        "未合意でも": (),
        "担当者の負荷は工数の{n}以内": ("+ support_load <= {n}",),
        "販路の{n}で歩合・代金回収の条件が合意": ("+ sales_route_terms >= {n}",),
        "担当者の工数内に収まる": ("+ support_load <= 1",),
        "{n}で合意": ("+ sales_route_terms >= {n}",),
        "支援の期限内履行率{n}以上": ("+ ontime_rate >= {n}",),
        "全販路で合意": ("+ sales_route_terms >= 1",),
        "海外は相手機関の担当者名まで確定し": ("+ overseas_contact_named",),
        "余力がある": (),
        "負荷は工数の{n}以内": ("+ support_load <= {n}",),
    },
}
PHRASES: dict[Language, dict[str, Claims]] = {"en": ENGLISH, "ja": JAPANESE}


def axis2() -> Axis:
    tables = [
        toml_table((RUBRICS / f"{name}.toml").read_text(encoding="utf-8"), name)
        for name in ("axis1", "axis2", "decision")
    ]
    rubric = parse_rubric(*tables)
    assert isinstance(rubric, Rubric), rubric
    return rubric.axis("axis2")


AXIS2 = axis2()


def number(text: str) -> Fraction:
    """The share that a number in a text means: "90%+", "9割", "1.15x", "half"."""
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    digits = Fraction(re.match(r"[\d.]+", text)[0])
    return digits / {"%": 100, "割": 10, "x": 1, "倍": 1}[text.rstrip("+")[-1]]


def canonical(claim: str, n: Fraction | None) -> str:
    """`+ cost_ratio <= 1-{n}` with the number of the text -> `+ cost_ratio <= 97/100`."""
    sign, _, rest = claim.partition(" ")
    parts = rest.split()
    if len(parts) == 1:
        return f"{sign} {rest}"
    fact, comparison, bound = parts
    values = {"{n}": n, "1-{n}": n and 1 - n, "1+{n}": n and 1 + n}
    return f"{sign} {fact} {comparison} {values[bound] if bound in values else Fraction(bound)}"


def claims_of(text: str, phrases: Claims) -> set[str]:
    """The claims of a whole text. AssertionError at the first words that no phrase knows."""
    patterns = {re.compile(re.escape(phrase).replace(r"\{n\}", NUMBER)): claims for phrase, claims in phrases.items()}
    found: set[str] = set()
    rest = text
    while rest := rest.lstrip(" ,;.、。（）()"):
        matches = [(match, claims) for pattern, claims in patterns.items() if (match := pattern.match(rest))]
        assert matches, f"no phrase knows: {rest!r}"
        match, claims = max(matches, key=lambda item: item[0].end())
        n = number(match["n"]) if "n" in match.groupdict() else None
        found |= {canonical(claim, n) for claim in claims}
        rest = rest[match.end() :]
    return found


def asked(criterion: Criterion, level: int) -> set[str]:
    """What the predicate of a level asks, over all its alternatives."""
    return {
        item.fact if item.comparison == "is" else f"{item.fact} {item.comparison} {item.than}"
        for rule in criterion.rules
        if rule.level == level
        for whole in rule.any_of
        for item in whole
    }


def signed(claims: set[str], sign: str) -> set[str]:
    return {claim[2:] for claim in claims if claim.startswith(sign)}


LEVELS = [(language, one, n) for language in PHRASES for one in AXIS2.criteria for n in range(1, 6)]


@pytest.mark.parametrize(
    ("language", "one", "level"), LEVELS, ids=[f"{one.id}-{level}-{language}" for language, one, level in LEVELS]
)
def test_text_claims_what_the_predicate_asks(language: Language, one: Criterion, level: int) -> None:
    phrases = PHRASES[language][one.id]
    claims = claims_of(one.text_of(level).of(language), phrases)
    lowest = claims_of(one.text_of(1).of(language), phrases)
    # What the lowest text denies outright ("gaps not listed") every higher level asserts without saying it again.
    asserted = {claim for claim in signed(lowest, "-") if " " not in claim and claim in asked(one, 2)}
    assert asked(one, level) == signed(claims, "+") | (asserted if level > 1 else set())


@pytest.mark.parametrize(
    ("language", "one", "level"), LEVELS, ids=[f"{one.id}-{level}-{language}" for language, one, level in LEVELS]
)
def test_what_a_text_lacks_is_what_the_next_level_asks(language: Language, one: Criterion, level: int) -> None:
    claims = claims_of(one.text_of(level).of(language), PHRASES[language][one.id])
    above = asked(one, level + 1)
    named = above | {item.split()[0] for item in above}
    assert signed(claims, "-") <= named
    capping = {item.fact for item in one.cap.any_of} if one.cap and one.cap.max_level == level else set()
    assert signed(claims, "!") == capping


def test_every_phrase_is_still_spoken() -> None:
    """A phrase that no text uses any more is dropped from the tables."""
    for language, tables in PHRASES.items():
        for criterion_id, phrases in tables.items():
            one = AXIS2.criterion(criterion_id)
            texts = " ".join(level.text.of(language) for level in one.levels)
            for phrase in phrases:
                assert re.search(re.escape(phrase).replace(r"\{n\}", NUMBER), texts), (criterion_id, phrase)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("90%+ of value, all critical lines, each from two countries.", "no phrase knows: 'each from two countries.'"),
        ("95%+ of value, all critical lines.", None),
        ("90%+ of value.", None),
    ],
    ids=["a new claim", "another number", "a claim less"],
)
def test_the_reader_of_claims_bites(text: str, message: str | None) -> None:
    if message:
        with pytest.raises(AssertionError, match=message):
            claims_of(text, ENGLISH["N2"])
    else:
        assert signed(claims_of(text, ENGLISH["N2"]), "+") != asked(AXIS2.criterion("N2"), 4)
