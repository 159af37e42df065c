"""Words that tables use, in both languages: headers as `columns.header_word` makes them, cells as `columns.plain`."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


OFFER_HEADERS: dict[str, tuple[str, ...]] = {
    "item_number": _words("""
    itemno itemnumber item lineno line lineid posno pos no 項番 項目番号 行番号 通番 連番 番号 照合番号
"""),
    "part_number": _words("""
        品番 部品番号 部番 partnumber partno pn 図番 図面番号 drawingnumber drawingno mpn mfrpartnumber
        manufacturerpartnumber 型番 型式 メーカー型番 品目コード itemcode
    """),
    "provider": _words("""
        提供者 会社名 会社 企業名 企業 社名 回答者 回答企業 見積先 見積元 提供企業 仕入先 業者 業者名 取引先
        取引先名 会員名 会員企業 provider company companyname supplier suppliername vendor vendorname from
    """),
    "person": _words("""
        担当者 担当 担当者名 氏名 ご担当者 ご担当 窓口 回答担当者 person contact contactperson contactname
        personincharge name
    """),
    "unit_price": _words("""
        単価 見積単価 御見積単価 回答単価 税抜単価 見積価格 価格 unitprice unitcost price quotedprice quoteprice
    """),
    "lot": _words("ロット ロット台数 対象台数 台数 製作台数 対象ロット lot lotsize productlot units"),
    "pieces": _words("見積数量 数量 員数 個数 発注数量 見積個数 qty quantity pieces pcs quotedqty quotedquantity"),
    "least_order": _words("""
        最小ロット 最低ロット 最小発注数 最小発注数量 最低発注数 最低数量 最小数量 moq minlot minimumlot minorder
        minqty minimumorder minimumorderquantity minimumquantity
    """),
    "lead_time": _words("""
        納期 リードタイム 納入日数 納期日数 回答納期 製作日数 lt leadtime leadtimedays leadtimeweeks delivery
        deliverytime
    """),
    "dated": _words("""
        見積日 回答日 日付 発行日 見積年月日 作成日 回答年月日 date dated quotedate quotationdate offerdate issued
        issuedate
    """),
    "expires": _words("""
        有効期限 見積有効期限 期限 有効期間 expires expiry expirydate validuntil validity validto expirationdate
    """),
    "nda": _words("nda 秘密保持 秘密保持契約 守秘 守秘義務 機密保持 機密保持契約 ndasigned confidentiality"),
    "answer": _words("回答 可否 対応可否 挙手 対応 諾否 可能 answer response canyou hand handraised available reply"),
    "rung": _words("段階 確約段階 確約度 ラング rung ladder commitment commitmentrung"),
}
"""Role -> header words of tables of offers, the best first."""

ANSWER_HEADERS: dict[str, tuple[str, ...]] = {
    **{role: OFFER_HEADERS[role] for role in ("item_number", "part_number", "answer", "unit_price", "lead_time")},
    "least_order": OFFER_HEADERS["least_order"],
    "condition": _words("条件 対応条件 備考 条件備考 condition conditions remark remarks note notes"),
    "set_up": _words("""
        型治具費 型費 治具費 初期費用 初期費 段取費 段取り費 イニシャル 準備費 setup setupcost tooling toolingcost
        initialcost nre
    """),
    "hours": _words("工数 工数時間 所要時間 作業時間 加工時間 時間 hours workinghours manhours"),
    "expires": OFFER_HEADERS["expires"],
}
"""Role -> header words of a member's answer to an inquiry, the best first."""

DRAWING_NUMBER_HEADERS = _words("図番 図面番号 drawingnumber drawingno dwgno dwg")
TOTALS = _words("""
        合計 小計 総計 総合計 総額 計 消費税 税込合計 税抜合計 total totals subtotal grandtotal sum vat summe gesamt
        zwischensumme gesamtsumme totale subtotale 总计 合计 tax shipping taxshipping shippingtax postage delivery
        versand 送料 運賃 梱包費 諸経費 値引 値引き 端数調整
    """)
SHORT_TOTALS = _words("計 sum vat")
"""Words of totals that other words begin with: 計器 is a part."""

KINDS: dict[str, tuple[str, ...]] = {
    "bought_out": _words("""
    boughtout bought buy purchased purchase purchasedpart standard standardpart catalog catalogue cots 市販品 市販
    購入品 購入 標準品 標準部品 規格品 カタログ品 既製品 汎用品 買品 市販部品 購入部品
"""),
    "made_to_drawing": _words("""
        madetodrawing drawing drawn custom custompart machined fabricated maketoprint buildtoprint 図面加工品 図面品
        加工品 図面 製作品 製作 機械加工品 機械加工 加工 部品加工 特注品 特注 図面部品
    """),
    "special_process": _words("""
        specialprocess process outsideprocess outsourcedprocess treatment coating plating heattreatment 外注特殊工程
        特殊工程 外注工程 工程外注 熱処理 表面処理 めっき メッキ 塗装 着磁 処理 外注処理
    """),
    "electronic": _words("""
        electronic electronics electrical electronicdesign pcb pcba 電子設計品 電子部品 電子 電子回路 電装品 電装
        基板 実装基板 電気部品 電子品 回路
    """),
}
"""Kind of line -> words in a column of kinds."""
MADE_INSIDE = _words("make made inhouse internal own 内作 内製 社内 自社 内作品 社内加工 自社製 内製品")

YES = _words("""
    ○ ◯ 〇 ● ◎ ☑ ✓ ✔ レ 1 y yes true on ok x 有 あり 有り 済 済み 締結済 締結済み はい 重要 重要部品 対象 該当 key
    critical signed done
""")
NO = _words("""
    0 n no false off × ✕ ✗ 無 無し なし 否 いいえ 未 未締結 通常 一般 非該当 対象外 - ー − – — ☐ none not normal
""")
NOTHING = _words("- -- ‐ – — ― ー − ─ / n/a na tbd 未定 なし 無し 未 空欄")
IN_STOCK = _words("即納 在庫 在庫あり 在庫品 instock stock exstock")

CAN = _words("可 可能 対応可 対応可能 ○ ◯ 〇 ◎ 挙手 はい yes y can ok able hand handraised 可期限明示")
ON_CONDITIONS = _words("""
    条件付 条件付き 条件付可 条件付き可 条件あり △ 要相談 要協議 相談 onconditions onacondition conditional
    conditions maybe
""")
CANNOT = _words("不可 不可能 対応不可 × ✕ ✗ いいえ 辞退 no n cannot unable decline declined notpossible")
