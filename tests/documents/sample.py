"""The minutes of an imaginary meeting: a conditional approval; a deferral with a recusal and an outside alternate."""

from datetime import UTC, date, datetime
from fractions import Fraction
from hashlib import sha256
from statistics import median_low

from small_fund import both

from fundapp.basis.fact import Bilingual
from fundapp.committee.gates import GateFigure, GateResult, at_least, at_most
from fundapp.committee.item import Tally
from fundapp.committee.minutes import (
    FundAfter,
    InterestStated,
    ItemQuorum,
    Material,
    Matter,
    MinutesContent,
    MinutesItem,
    MotionShown,
    Observer,
    Remark,
    ResolutionShown,
    SeatPresent,
    VoteGiven,
)
from fundapp.committee.minutes_judging import (
    AxisScored,
    CriterionScored,
    FrozenFact,
    FrozenSupport,
    GateShown,
    Mark,
    QuadrantFound,
)
from fundapp.committee.proposal import ConditionPrecedent, Terms

ISSUED_AT = datetime(2026, 10, 15, 8, 0, tzinfo=UTC)

KIMURA, ONO, SATO, HAYASHI = "木村 正雄", "小野 哲郎", "佐藤 由美", "林 健二"
ASSOCIATION = Bilingual(ja="協会", en="Association")
TLO = Bilingual(ja="TLO", en="TLO")
BANK = Bilingual(ja="信金系VC", en="Bank's venture capital arm")

AXIS1 = (
    ("B1", 20, "顧客価値・市場性", "Customer value and market", None),
    ("B2", 15, "技術の優位性と成熟度", "Technical advantage and maturity", None),
    ("B3", 15, "製品化・量産の成立性", "Productisation and producibility", 2),
    ("B4", 20, "経営者とチーム", "Management and team", 2),
    ("B5", 10, "競争優位・知的財産", "Competitive position and IP", None),
    ("B6", 10, "財務体力・資金計画", "Financial strength and funding plan", None),
    ("B7", 10, "回収と将来の柱", "Recovery and future pillar", None),
)
AXIS2 = (
    ("N1", 15, "支援のメニュー化", "Hands-on menu completeness", None),
    ("N2", 20, "部品・工程の調達充足", "Parts and process coverage", 3),
    ("N3", 15, "目標原価の達成", "Cost against target", None),
    ("N4", 15, "納期の成立性", "Lead time", None),
    ("N5", 15, "提供者の確約度", "Provider commitment", 3),
    ("N6", 10, "供給・支援の集中リスク", "Concentration and single-source risk", None),
    ("N7", 10, "販路と継続支援の実行力", "Sales route and capacity to keep supporting", None),
)
FACTS = (
    ("cov_value", "調達充足率（金額）", "Coverage by value"),
    ("cov_critical", "重要部品の充足率", "Coverage of critical lines"),
    ("cost_ratio", "原価比（目標＝1）", "Cost ratio (target = 1)"),
    ("lt_ratio", "納期比（計画＝1）", "Lead-time ratio (plan = 1)"),
    ("menu_complete", "支援メニューの完成率", "Menu completeness"),
    ("commit_share", "書面で確約された課題の割合", "Share of needs committed in writing"),
    ("ss_critical", "重要部品の一社依存率", "Single-source share of critical lines"),
)
FIRM = {
    "cov_value": "24/25",
    "cov_critical": "8/9",
    "cost_ratio": "21/20",
    "lt_ratio": "11/10",
    "menu_complete": "10/11",
    "commit_share": "9/11",
    "ss_critical": "1/6",
}
WITH_HANDS = FIRM | {"cov_value": "49/50", "cov_critical": "1", "commit_share": "10/11"}


def at(hour: int, minute: int) -> datetime:
    """A time of the day of the meeting, given in Tokyo time."""
    return datetime(2026, 10, 15, hour - 9, minute, tzinfo=UTC)


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def axis(axis_id, name, threshold, rows, marks, *, seats, firm=(), with_hands=(), moves=None) -> AxisScored:
    """One axis from the marks by seat; `moves` gives (criterion, seat) -> (first mark, reason)."""
    criteria = []
    for index, (criterion_id, weight, ja, en, floor) in enumerate(rows):
        given = [seat_marks[index] for seat_marks in marks]
        rated = [mark for mark in given if mark is not None]
        shown = []
        for seat, mark in zip(seats, given, strict=True):
            first, reason = (moves or {}).get((criterion_id, seat), (mark, ""))
            shown.append(Mark(seat_id=seat, first=first, second=mark, reason=reason))
        criteria.append(
            CriterionScored(
                id=criterion_id,
                name=both(ja, en),
                weight_pct=weight,
                floor=floor,
                computed_firm=firm[index] if firm else None,
                computed_with_hands=with_hands[index] if with_hands else None,
                marks=tuple(shown),
                committee=median_low(rated) if 2 * len(rated) > len(given) else None,
                spread=max(rated) - min(rated) if len(rated) > 1 else None,
            )
        )

    def mean(levels) -> Fraction:
        pairs = [(row[1], level) for row, level in zip(rows, levels, strict=True) if level is not None]
        return Fraction(sum(weight * level for weight, level in pairs), sum(weight for weight, _level in pairs))

    committee = [criterion.committee for criterion in criteria]
    points = mean(committee)
    return AxisScored(
        id=axis_id,
        name=name,
        threshold=threshold,
        criteria=tuple(criteria),
        committee=points,
        computed_firm=mean(firm) if firm else None,
        computed_with_hands=mean(with_hands) if with_hands else None,
        gate_firm=mean([min(pair) for pair in zip(committee, firm, strict=True)]) if firm else points,
        gate_with_hands=mean([min(pair) for pair in zip(committee, with_hands, strict=True)]) if firm else points,
    )


def gate(gate_id: str, text: Bilingual, *firm: GateFigure, with_hands=None, rows=()) -> GateShown:
    def result(figures, rows) -> GateResult:
        holds = [figure.holds for figure in figures]
        outcome = "fail" if False in holds else "not_assessable" if None in holds else "pass"
        return GateResult(id=gate_id, outcome=outcome, figures=tuple(figures), rows=rows)

    return GateShown(
        text=text, firm=result(firm, rows), with_hands=result(with_hands if with_hands is not None else firm, ())
    )


def gates(axes, facts_firm, facts_hands, ask_yen, room_yen, eligible, open_rows=()) -> tuple[GateShown, ...]:
    axis1, axis2 = axes
    x_weight = at_most("axis1", Fraction(0), Fraction(20)), at_most("axis2", Fraction(0), Fraction(20))
    floors1 = [
        at_least(one.id, None if one.committee is None else Fraction(one.committee), Fraction(one.floor))
        for one in axis1.criteria
        if one.floor
    ]
    covered = at_least("every_critical_need_covered", Fraction(1), Fraction(1))
    least = Fraction(9, 10)
    return (
        gate(
            "G0",
            both("受付要件", "Intake"),
            at_least("plan_received", Fraction(1), Fraction(1)),
            at_least("bill_revision", Fraction(1), Fraction(1)),
        ),
        gate("G1", both("証拠：X は重みの 20% 以下", "Evidence: X at most 20% of weight"), *x_weight),
        gate(
            "G2",
            both("軸1 が 3.0 以上、B3 と B4 は 2 以上", "Axis 1 at least 3.0; B3, B4 at least 2"),
            at_least("axis1", axis1.gate_firm, axis1.threshold),
            *floors1,
        ),
        gate(
            "G3",
            both("軸2 が 3.5 以上、N2 と N5 は 3 以上", "Axis 2 at least 3.5; N2, N5 at least 3"),
            at_least("axis2", axis2.gate_firm, axis2.threshold),
            with_hands=[at_least("axis2", axis2.gate_with_hands, axis2.threshold)],
        ),
        gate(
            "G4",
            both("支援の事実：重要部品充足 90% 以上", "Support facts: critical coverage at least 90%"),
            at_least("cov_critical", Fraction(facts_firm["cov_critical"]), least),
            covered,
            with_hands=[at_least("cov_critical", Fraction(facts_hands["cov_critical"]), least), covered],
            rows=open_rows,
        ),
        gate(
            "G5",
            both("資金：残高と限度の内", "Money: within balance and limits"),
            at_most("amount_yen", Fraction(ask_yen), Fraction(room_yen)),
        ),
        gate(
            "G6",
            both("会議：定足数と議決資格者", "Meeting: quorum and eligible voters"),
            at_least("seats_attended", Fraction(3), Fraction(3)),
            at_least("eligible_voters", Fraction(eligible), Fraction(2)),
        ),
    )


def frozen(firm, with_hands, open_rows=()) -> FrozenSupport:
    return FrozenSupport(
        as_of=date(2026, 10, 14),
        bill_revision="C",
        lot=20,
        plan_days=84,
        facts=tuple(
            FrozenFact(
                id=fact, name=both(ja, en), kind="ratio", firm=firm[fact], with_hands=with_hands[fact], cases=120
            )
            for fact, ja, en in FACTS
        ),
        open_rows=open_rows,
    )


def vote(seat: Bilingual, name: str, how: str, reason: str = "") -> VoteGiven:
    return VoteGiven(seat=seat, name=name, vote=how, reason=reason)


PROSPECTS, SUPPORT = both("事業の将来性", "Business prospects"), both("支援可能性", "Network support deliverability")
Q1 = QuadrantFound(
    id="Q1",
    name=both("投資候補", "Investable"),
    default=both("投資（分割実行・条件付き）", "Invest, in tranches and with conditions"),
)
CONDITIONAL, DEFERRED = both("条件付可決", "Approve with conditions precedent"), both("継続審議", "Defer")
SEATS = ("association", "tlo", "bank")


def wind() -> MinutesItem:
    open_rows = ("永久磁石の着磁", "塔の亜鉛めっき")
    axes = (
        axis(
            "axis1",
            PROSPECTS,
            Fraction(3),
            AXIS1,
            ([4, 4, 3, 4, 3, 3, 4], [4, 5, 3, 4, 3, 3, 4], [5, 4, 3, 3, 3, 2, 4]),
            seats=SEATS,
            moves={("B4", "bank"): (2, "社長の面談記録を読み、工場長の経歴を確かめたため"), ("B1", "bank"): (5, "")},
        ),
        axis(
            "axis2",
            SUPPORT,
            Fraction(7, 2),
            AXIS2,
            ([4, 4, 3, 3, 4, 3, 4], [4, 4, 3, 3, 4, 3, 4], [4, 4, 3, 3, 4, 3, 4]),
            seats=SEATS,
            firm=(4, 4, 3, 3, 4, 3, 4),
            with_hands=(4, 5, 3, 3, 5, 3, 4),
        ),
    )
    terms = Terms(
        amount_yen=50_000_000,
        instrument="preferred_shares",
        pre_money_yen=240_000_000,
        ownership=Fraction(50, 290),
        voting_share=Fraction(1, 10),
    )
    approve = both("可決", "Approve")
    return MinutesItem(
        number=1,
        matter=Matter(
            proposal_code="PR-06",
            proposal=both("小形風力発電機 9.8 kW", "Small wind turbine, 9.8 kW"),
            company=both("風嶺エナジー株式会社", "Furei Energy Co., Ltd."),
            city="稜北市",
            ask_yen=60_000_000,
            instrument="preferred_shares",
            pre_money_yen=240_000_000,
            proposer=both("高橋 亮（稜北しんきん成長投資）", "Takahashi Ryo (Ryohoku Growth Investment)"),
            summary=both(
                "離島と山間の自立電源。試作機は18か月の実証を終え、20台の初回ロットを計画。部品表は9組立・120行。",
                "Stand-alone power for islands and hills. The prototype has run 18 months. "
                "A first lot of 20 is planned. The bill of materials has 9 assemblies and 120 lines.",
            ),
            materials=(
                Material(title="事業計画書 2026年9月版", file_sha256=hash_of("plan")),
                Material(title="部品表 改訂C", file_sha256=hash_of("bom")),
                Material(title="実証試験 成績書", file_sha256=hash_of("test")),
            ),
            interests=(
                InterestStated(
                    seat=BANK,
                    name=SATO,
                    kind=both("当該会社への通常の融資（金庫）", "Ordinary loan of the bank to the company"),
                    level="disclose",
                    remark="融資残高 8,000万円。投資金は既存融資の返済に充てない。",
                ),
            ),
            quorum=ItemQuorum(seats=3, present=3, recused=0, eligible=3, least_eligible=2, required=3),
            support=frozen(FIRM, WITH_HANDS, open_rows),
            seats=(("association", KIMURA), ("tlo", ONO), ("bank", SATO)),
            axes=axes,
            quadrant=Q1,
            gates=gates(axes, FIRM, WITH_HANDS, 60_000_000, 100_000_000, 3, open_rows),
            discussion=(
                Remark(
                    speaker=SATO,
                    gist="初回ロットの資金は足りるか。着磁の見積が遅れた場合の資金繰りを確かめたい。",
                    at=at(14, 22),
                ),
                Remark(
                    speaker="高橋 亮",
                    gist="分割実行とし、第1回は着磁の書面見積を前提とする。着磁が2か月遅れても残高は4か月分を保つ。",
                    at=at(14, 26),
                ),
                Remark(speaker=ONO, gist="翼の疲労試験は第三者が行っており、技術の評価は4でよい。", at=at(14, 31)),
            ),
            minority_opinions=(
                Remark(
                    speaker=SATO,
                    gist="将来性は認めるが、販売は最初の3年、島しょ部の公募に偏る。数量計画は低い方で見るべきである。",
                ),
            ),
            motions=(
                MotionShown(
                    number=1,
                    resolution="approve",
                    name=approve,
                    by=KIMURA,
                    withdrawn=True,
                ),
                MotionShown(
                    number=2,
                    resolution="approve_with_conditions",
                    name=CONDITIONAL,
                    by=KIMURA,
                    terms=terms,
                    votes=(
                        vote(ASSOCIATION, KIMURA, "for"),
                        vote(TLO, ONO, "for"),
                        vote(BANK, SATO, "for", "条件が満たされるまで払い込まないことを前提に賛成する。"),
                    ),
                    tally=Tally(
                        for_=3, against=0, abstain=0, recused=0, eligible=3, required=3, carried=True, missing=0
                    ),
                ),
            ),
            rubric_digest=hash_of("rubric"),
        ),
        resolution=ResolutionShown(
            resolution="approve_with_conditions",
            name=CONDITIONAL,
            at=at(14, 48),
            decision_number="D-2026-031",
            terms=terms,
            conditions=(
                ConditionPrecedent(
                    text="永久磁石の着磁：書面の見積（実名・期限あり）を得る",
                    owner="協会 事務局長",
                    due=date(2026, 11, 30),
                ),
                ConditionPrecedent(
                    text="塔の亜鉛めっき：2社目の見積を得る", owner="風嶺エナジー 製造部長", due=date(2026, 12, 15)
                ),
            ),
            reserved_yen=50_000_000,
            reserved_until=date(2027, 4, 13),
        ),
    )


def deburring() -> MinutesItem:
    seats = ("association", "tlo", "bank")
    firm = FIRM | {"cov_critical": "1"}
    axes = (
        axis(
            "axis1",
            PROSPECTS,
            Fraction(3),
            AXIS1,
            ([4, 4, 4, 4, 4, 3, 3], [4, 4, 4, 4, None, 3, 3], [4, 5, 4, 4, None, 3, 3]),
            seats=seats,
        ),
        axis(
            "axis2",
            SUPPORT,
            Fraction(7, 2),
            AXIS2,
            ([4, 4, 4, 3, 4, 3, 4], [4, 4, 4, 3, 2, 3, 4], [4, 4, 4, 3, 4, 3, 4]),
            seats=seats,
            firm=(4, 4, 4, 3, 4, 3, 4),
            with_hands=(4, 4, 4, 3, 4, 3, 4),
            moves={("N5", "tlo"): (2, "提供者の書面に担当者名がないものが2件あるため")},
        ),
    )
    votes = (
        vote(ASSOCIATION, KIMURA, "for"),
        vote(TLO, ONO, "recused"),
        vote(TLO, HAYASHI, "against", "競合特許の調査が済むまで賛成できない。"),
        vote(BANK, SATO, "abstain"),
    )
    lost = Tally(for_=1, against=1, abstain=1, recused=1, eligible=3, required=3, carried=False, missing=2)
    return MinutesItem(
        number=2,
        matter=Matter(
            proposal_code="PR-09",
            proposal=both("内視鏡部品のバリ取り機", "Deburring machine for endoscope parts"),
            company=both("微鏡精工株式会社", "Bikyo Seiko Co., Ltd."),
            city="八稜市",
            ask_yen=45_000_000,
            instrument="convertible_bond",
            proposer=both("高橋 亮（稜北しんきん成長投資）", "Takahashi Ryo (Ryohoku Growth Investment)"),
            materials=(Material(title="事業計画書 2026年8月版", file_sha256=hash_of("plan2")),),
            interests=(
                InterestStated(
                    seat=TLO,
                    name=ONO,
                    kind=both("発明者・特許権者", "Inventor or holder of the patent"),
                    level="recuse",
                    left_at=at(14, 50),
                    returned_at=at(15, 24),
                    alternate=f"{HAYASHI}（外部代理委員）",
                    remark="TLO は実施料を受けるため、TLO の代理委員も加わらない。",
                ),
            ),
            quorum=ItemQuorum(seats=3, present=3, recused=1, eligible=3, least_eligible=2, required=3),
            support=frozen(firm, firm),
            seats=(("association", KIMURA), ("tlo", HAYASHI), ("bank", SATO)),
            axes=axes,
            quadrant=Q1,
            gates=gates(axes, firm, firm, 45_000_000, 50_000_000, 3),
            discussion=(
                Remark(speaker=HAYASHI, gist="競合2社の特許との関係が資料から読めない。", at=at(15, 2)),
                Remark(speaker=SATO, gist="第三者の調査を待ってから決めても、資金計画に支障はない。", at=at(15, 9)),
            ),
            motions=(
                MotionShown(
                    number=1, resolution="approve", name=both("可決", "Approve"), by=KIMURA, votes=votes, tally=lost
                ),
                MotionShown(
                    number=2,
                    resolution="defer",
                    name=DEFERRED,
                    by=KIMURA,
                    votes=(
                        vote(ASSOCIATION, KIMURA, "for"),
                        vote(TLO, ONO, "recused"),
                        vote(TLO, HAYASHI, "for"),
                        vote(BANK, SATO, "for"),
                    ),
                    tally=Tally(
                        for_=3, against=0, abstain=0, recused=1, eligible=3, required=3, carried=True, missing=0
                    ),
                ),
            ),
            rubric_digest=hash_of("rubric"),
        ),
        resolution=ResolutionShown(
            resolution="defer",
            name=DEFERRED,
            at=at(15, 22),
            decision_number="D-2026-032",
            defer_reason="evidence",
            again_by=date(2027, 1, 15),
            dissent=(Remark(speaker=SATO, gist="期限は3か月より短くできたはずである。"),),
        ),
    )


def sample() -> MinutesContent:
    """The whole meeting."""
    return MinutesContent(
        document_number="M-0014",
        meeting_number=14,
        fund=both("八稜ものづくり成長投資事業有限責任組合", "Hachiryo Monozukuri Growth LPS"),
        general_partner=both("稜北しんきん成長投資株式会社", "Ryohoku Shinkin Growth Investment Co., Ltd."),
        opened_at=at(14, 0),
        closed_at=at(15, 40),
        place="八稜ネット 第1会議室（ビデオ会議併用）",
        two_way_sound_and_picture=True,
        seats=(
            SeatPresent(
                seat_id="association", seat=ASSOCIATION, organisation="八稜ネット", name=KIMURA, mode="present"
            ),
            SeatPresent(seat_id="tlo", seat=TLO, organisation="八稜TLO株式会社", name=ONO, mode="present"),
            SeatPresent(
                seat_id="bank", seat=BANK, organisation="稜北しんきん成長投資株式会社", name=SATO, mode="remote"
            ),
        ),
        observers=(
            Observer(name="高橋 亮", role=both("案件担当", "fund manager")),
            Observer(name="中村 翔太", role=both("記録", "recorder")),
        ),
        convener="稜北しんきん成長投資株式会社",
        chair=KIMURA,
        recorder="中村 翔太",
        items=(wind(), deburring()),
        fund_after=FundAfter(
            fund_size_yen=500_000_000,
            cost_reserve_yen=22_000_000,
            fees_spent_yen=18_000_000,
            follow_on_reserve_yen=60_000_000,
            reserved_yen=50_000_000,
            committed_yen=300_000_000,
            drawn_yen=210_000_000,
            undrawn_yen=90_000_000,
            investable_yen=50_000_000,
        ),
        signatories=(KIMURA, ONO, SATO),
        record_hash=hash_of("closing event"),
        record_seq=412,
        rubric_digest=hash_of("rubric"),
    )
