"""Words that tables of proposals use, in both languages: headers as `columns.header_word` makes them."""

from fundapp.committee.proposal import Instrument, Stage


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PROPOSAL_HEADERS: dict[str, tuple[str, ...]] = {
    "code": _words("案件番号 案件コード 受付番号 管理番号 番号 コード code proposalno proposalcode no"),
    "name_ja": _words("""
        案件名 案件名称 案件 議案 議案名 件名 題名 テーマ テーマ名 製品名 事業名 案件名日本語 proposal
        proposalname nameoftheproposaljapanese title name projectname project
    """),
    "name_en": _words("案件名英語 英語名 英文名 案件名英文 nameinenglish englishname nameoftheproposalenglish"),
    "company_ja": _words("""
        会社名 企業名 社名 会社 企業 法人名 申請者 提案者 提案企業 申込企業 会社名日本語 company companyname
        companyjapanese applicant
    """),
    "company_en": _words("会社名英語 英文社名 会社英語名 companyenglish companynameenglish"),
    "corporate_number": _words("法人番号 法人番号13桁 corporatenumber corporatenumber13digits corporateno"),
    "city": _words("所在地 市町村 市区町村 住所 都市 本社所在地 city location address"),
    "president": _words("代表者 社長 代表 代表者名 代表取締役 社長名 president representative ceo"),
    "ask": _words("""
        希望額 申込額 投資希望額 出資希望額 必要資金 調達希望額 申請額 要望額 金額 希望金額 ask amountasked
        amount requested amountrequested
    """),
    "instrument": _words("投資手段 投資形態 手段 株式種類 出資形態 種類 instrument security"),
    "pre_money": _words("""
        投資前評価額 プレマネー 投資前企業価値 評価額 企業価値 プレバリュー premoney premoneyvalue valuation
        premoneyvaluation
    """),
    "sector": _words("分野 業種 産業分野 セクター 領域 sector industry field"),
    "stage": _words("段階 ステージ 事業段階 成長段階 成長ステージ stage"),
    "summary_ja": _words("概要 案件概要 要約 事業概要 内容 説明 概要日本語 summary description summaryjapanese"),
    "use_of_funds": _words("資金使途 使途 資金の使い道 用途 useoffunds useofproceeds"),
    "reasons_for": _words("推す理由 賛成理由 賛成の理由 強み 長所 推薦理由 reasonsfor strengths pros"),
    "reasons_against": _words("懸念 反対理由 反対の理由 懸念点 弱み 短所 課題 reasonsagainst weaknesses cons concerns"),
    "needs_support": _words("支援の要否 支援要否 支援 支援が必要 ハンズオン支援 needssupport support supportneeded"),
    "parts": _words("部品の有無 部品 部品表の有無 調達品の有無 parts hasparts"),
}
"""Role -> header words, the best first."""

INSTRUMENTS: dict[Instrument, tuple[str, ...]] = {
    "common_shares": _words("普通株式 普通株 commonshares commonstock common ordinaryshares"),
    "preferred_shares": _words("優先株式 優先株 種類株式 種類株 preferredshares preferredstock preferred"),
    "convertible_bond": _words("転換社債 新株予約権付社債 転換社債型新株予約権付社債 cb convertiblebond convertible"),
    "share_options": _words("新株予約権 ストックオプション jkiss shareoptions warrants warrant options"),
    "loan": _words("融資 貸付 貸付金 ローン loan debt"),
}
STAGES: dict[Stage, tuple[str, ...]] = {
    "seed": _words("シード 種 創業前 構想 seed"),
    "early": _words("初期 アーリー 創業期 earlystage early startup"),
    "growth": _words("成長 成長期 拡大 拡大期 ミドル グロース エクスパンション growth expansion middle"),
    "mature": _words("成熟 成熟期 レイター 安定 mature later late"),
}
