"""Words that the tables of a running fund use, in both languages: headers as `columns.header_word` makes them."""

from fundapp.fund.opening import FlowKind, Part
from fundapp.network.columns import Vocabulary


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_DEAL = _words("案件番号 案件コード 投資番号 案件 dealno deal dealnumber investmentno")
_TRANCHE = _words("分割回 回 回次 トランシェ 回数 tranche trancheno installment")
_PARTNER = _words("組合員 組合員名 出資者 出資者名 投資家 氏名 partner partnername lp investor name")
_COMPANY_ID = _words("会社コード 会社番号 企業コード companycode companyid")
_SHARES = _words("株数口数 株数 株式数 口数 数量 持株数 sharesorunits shares units numberofshares quantity")
_METHOD = _words("評価方法 評価手法 method valuationmethod technique")

HEADERS: dict[Part, Vocabulary] = {
    "positions": {
        "deal": _DEAL,
        "company_ja": _words(
            "会社名 会社名日本語 投資先 投資先名 企業名 社名 companyjapanese company companyname issuer"
        ),
        "company_en": _words("会社名英語 英文社名 companyenglish companynameenglish"),
        "company_id": _COMPANY_ID,
        "sector": _words("分野 業種 セクター sector industry"),
        "stage": _words("段階 ステージ stage"),
        "instrument": _words("投資手段 投資形態 株式種類 instrument security"),
        "resolved": _words("決議日 投資決定日 委員会決議日 resolvedon resolved resolution"),
        "signed": _words("契約日 投資契約日 締結日 signedon signed agreement agreementdate"),
        "cost": _words("取得原価 取得価額 投資残高 簿価 原価 coststillheld cost costyen bookvalue"),
        "fair_value": _words("公正価値 時価 評価額 fairvalue fv value"),
        "valued": _words("評価日 公正価値評価日 時価評価日 fairvalueon valuedon valued valuationdate"),
        "method": _METHOD,
        "ownership": _words("持株比率 持分比率 株式持分 ownership share shareholding"),
        "votes": _words("議決権割合 議決権比率 議決権 shareofvotes votes votingshare votingrights"),
    },
    "tranches": {
        "deal": _DEAL,
        "number": _TRANCHE,
        "committed": _words("投資約束 約束額 投資約束額 契約額 コミット額 committed commitment"),
        "drawn": _words("払込実行済み 実行済額 払込済額 実行額 実行済み drawn paid drawnamount"),
        "undrawn": _words("未実行額 未実行 未払込額 残額 約束残高 undrawn unpaid outstanding"),
        "due": _words("実行予定日 期日 払込期日 予定日 due duedate dueon"),
        "milestone": _words("達成条件 マイルストーン 条件 milestone condition"),
        "stopped": _words("実行停止日 停止日 stoppedon stopped"),
        "shares": _SHARES,
    },
    "flows": {
        "on": _words("日付 年月日 取引日 発生日 dateofthemovement day date on"),
        "kind": _words("種別 区分 取引種別 取引区分 kindofmovement kind type movement"),
        "amount": _words("金額 入出金額 取引金額 amount"),
        "deal": _DEAL,
        "tranche": _TRANCHE,
        "partner": _PARTNER,
        "ref": _words("""
            番号請求分配費用 番号 回号 払込請求番号 分配番号 費用番号 noofthecalldistributionorfee ref reference
            number no
        """),
        "part": _words(
            "うち原価元本費用分 うち 内訳 うち元本 うち取得原価 うち費用 ofitcostcapitalorfees ofit ofwhich"
        ),
        "due": _words("払込期限 期日 払込期日 期限 due duedate dueon"),
        "what": _words("摘要 内容 備考 説明 whatfor what description memo"),
        "method": _METHOD,
        "shares": _SHARES,
    },
    "partners": {
        "partner": _PARTNER,
        "committed": _words("""
            出資約束金額 出資約束額 コミットメント額 committedbythepartner committed commitment capitalcommitment
        """),
        "called": _words("請求済額 払込請求累計 払込請求額 請求額 calledsofar called"),
        "paid_in": _words("払込済額 払込累計 払込額 払込済みの出資金 paidinsofar paidin paidincapital contributed"),
        "distributed": _words("分配済額 分配累計 分配額 分配 distributedsofar distributed distributions received"),
    },
    "balances": {
        "item": _words("残高の項目 項目 科目 残高項目 balance item account"),
        "value": _words("金額または日付 値 金額 残高 figureorday value amount figure"),
        "company_id": _COMPANY_ID,
    },
}
"""Table -> role -> header words, the best first."""

NAMING: dict[Part, frozenset[str]] = {
    "positions": frozenset({"company_ja"}),
    "tranches": frozenset({"number"}),
    "flows": frozenset({"kind"}),
    "partners": frozenset({"partner"}),
    "balances": frozenset({"item"}),
}
NEEDED: dict[Part, tuple[str, ...]] = {
    "positions": ("deal", "company_ja", "sector", "signed", "cost", "fair_value"),
    "tranches": ("deal", "number", "committed", "drawn", "undrawn", "due"),
    "flows": ("on", "kind", "amount"),
    "partners": ("partner", "committed", "paid_in", "distributed"),
    "balances": ("item", "value"),
}
"""The columns without which a table cannot be read."""

KINDS: dict[FlowKind, tuple[str, ...]] = {
    "capital_call": _words("払込請求 キャピタルコール 請求 capitalcall call"),
    "paid_in": _words("出資金の払込 払込 出資払込 入金 払込金 paymentofacall paidin contribution payment"),
    "shortfall": _words("払込不足 不足 shortfall shortfallofacall"),
    "capital_refund": _words("出資金の返還 出資返還 返還 capitalgivenback capitalrefund"),
    "distribution": _words("分配 分配金 distribution"),
    "fee": _words("報酬費用の支払 報酬費用 管理報酬 費用 報酬 経費 feeorcostpaid fee cost expense managementfee"),
    "fee_refund": _words("費用の返戻 費用返戻 feerefunded feerefund"),
    "draw": _words("払込実行 投資実行 投資 分割実行 tranchepaid draw drawdown investment"),
    "tranche_refund": _words("分割実行の返戻 投資返戻 tranchereturned trancherefunded"),
    "write_off": _words("償却 減損 writeoff writtenoff"),
    "valuation": _words("公正価値評価 評価 時価評価 valuation revaluation"),
    "recycling": _words("回収金の再投資 再投資 capitalrecycled recycling"),
    "sale": _words("第三者への売却 売却 saletoathirdparty sale"),
    "buyback": _words("会社経営者による買戻し 買戻し 買戻 buybackbythecompanyoritsowners buyback"),
    "merger": _words("合併買収 合併 買収 m&a mergeroracquisition merger acquisition"),
    "listing": _words("上場後の売却 上場 saleafteralisting listing ipo"),
    "liquidation": _words("清算 残余財産分配 liquidation"),
    "dividend": _words("配当 配当金 dividend"),
}
"""Kind of movement -> words, the best first."""

ITEMS: dict[str, tuple[str, ...]] = {
    "as_of": _words("基準日 残高日 asof dayofthesebalances day"),
    "fund_size": _words("ファンド総額 組合の規模 出資約束金額の総額 ファンド規模 出資約束総額 fundsize"),
    "cash": _words("預金残高 銀行口座 現預金 現金 預金 bankaccount cash"),
    "cost_reserve": _words("費用枠の残高 費用枠 費用枠残高 costreserve costreserveleft"),
    "follow_on": _words("追加投資枠 追加投資枠残高 followonreserve"),
}
"""Balance -> words, the best first."""

METHODS: dict[str, tuple[str, ...]] = {
    "recent_price": _words("直近の投資価格 直近の取引価格 直近価格 priceofarecentinvestmentcalibrated recentprice"),
    "multiples": _words("類似会社の倍率 マルチプル 類似会社比較 multiplesofcomparablecompanies multiples"),
    "benchmark": _words("業界の評価指標 industryvaluationbenchmark benchmark"),
    "market_price": _words("市場価格 時価 availablemarketprice marketprice"),
    "discounted_cash_flow": _words("割引キャッシュフロー dcf discountedcashflow"),
    "net_assets": _words("純資産 純資産法 netassets nav"),
    "scenario": _words("シナリオ達成状況 シナリオ scenariosandmilestones scenario"),
}
"""Technique of the IPEV guidelines -> words, the best first."""
