"""Words that parts lists use: headers as `columns.header_word` makes them, cells as `columns.plain`.

Japanese and English in full; German, French, Italian, Spanish and Chinese as programs of drawing and buying write them.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BILL_HEADERS: dict[str, tuple[str, ...]] = {
    "item_number": _words("""
    itemno itemnumber lineno linenumber posno positionno positionnumber itemid findno findnumber index balloon
    balloonno seqno sequence srno slno sno row no pos position line item id number 項番 項目番号 行番号 通番
    通し番号 連番 番号 照合番号 符号 部番号 風船番号 バルーン番号 順番 序号 序號 nr lfdnr posnr rep repère
    repere posizione posición idx
"""),
    "level": _words("""
        level lv lvl bomlevel levelno indent indentlevel depth stufe ebene niveau livello nivel explosionlevel
        階層 レベル 構成レベル 階層レベル 構成階層 段階 展開レベル 层级 層級
    """),
    "parent": _words("""
        parent parentpartnumber parentpartno parentpart parentitem parentno parentnumber parentid parentcode
        parentassembly nextassembly nexthigherassembly nha usedon usedin whereused father oberteil baugruppennr
        親品番 親部品番号 親部品 親番号 親品目 親品目番号 親品目コード 親図番 親コード 親部番 上位品番 上位品目
        父项 父件
    """),
    "part_number": _words("""
        品番 部品番号 部番 部品番 部品コード 部品no 品目番号 品目コード partnumber partno partnum pn partid
        partcode catalogpartnumber catalognumber catno componentnumber componentno childpartnumber childpart
        child childitem internalpartnumber internalpn companypartno ourpartno customerpartnumber stocknumber
        stockno itemcode sku articlenumber articleno article artikelnummer artikelnr artnr teilenummer teilenr
        teilnr sachnummer sachnr materialnummer materialnr identnummer referencia référence codice codearticle
        品目 製品番号 商品コード 物品コード 子品番 子部品番号 子部品 子品目 子品目コード コード 料号 物料编码
        零件号 物料號 code part reference
    """),
    "drawing_number": _words("""
        図番 図面番号 図面no 図面コード drawingnumber drawingno drawing dwgno dwg dwgnumber drgno
        zeichnungsnummer zeichnungsnr zeichnungnr zeichnung numerodeplan plan 图号 圖號
    """),
    "model": _words("""
        mpn manufacturerpartnumber manufacturerpartno manufacturerpart manufacturerpn mfrpartnumber mfrpartno
        mfrpart mfgpartnumber mfgpartno mfgpart mfrno mfrpn mfgpn makerpartnumber makerpartno makerpn
        manufacturernumber vendorpartnumber orderingcode ordernumber orderno ordercode bestellnummer bestellnr
        herstellernummer herstellerteilenummer 型番 型式 形式 メーカー型番 メーカ型番 メーカー品番 メーカ品番
        メーカー型式 メーカ型式 購入品型式 モデル番号 modelnumber modelno model typenumber 型号 型號
    """),
    "supplier_number": _words("""
        supplierpartnumber supplierpartno supplierpart supplierpn suppliersku supplierref distributorpartnumber
        digikeypartnumber digikeypartno digikeypn digikey digikeyno mouserpartnumber mouserpartno mouserno
        mouser farnell lcscpartnumber lcscpartno lcscpart lcsc lcscno jlcpcbpartno jlcpcbpart jlcpart newark
        rscomponents mcmasterpartnumber supplierandref 仕入先品番 発注コード 注文コード 商品番号
    """),
    "description": _words("""
        品名 部品名 部品名称 名称 品目名 品目名称 商品名 件名 description partdescription partname
        itemdescription itemname componentname componentdescription objectdescription materialdescription
        productdescription materialname productname title name desc descr designation component benennung
        bezeichnung beschreibung teilebezeichnung desription désignation dénomination denominazione descrizione
        descripción descripcion denominación libellé nom nombre 部品 名前 品目の名称 材料内容 内容 摘要 comment
        what part item object material product thing materials hardware 物料名称 零件名称 描述 品名规格 物品
    """),
    "specification": _words("""
        規格 仕様 寸法 規格寸法 仕様規格 規格仕様 形状 サイズ 定格 定数 value comment specification spec specs
        size rating dimension dimensions solidworkspartnumber filename norm norme din device libpart cmpname
        libref norma wert abmessung abmessungen valeur valore dimensioni dimensiones ファイル名 材寸 素材寸法
        规格 參數 参数 值
    """),
    "designators": _words("""
        designator designators refdes refdesignator refdesignators referencedesignator referencedesignators
        referencedesignation references reference refs ref parts part partreference partreferences partref
        componentreference location locations circuitreference 部品記号 回路記号 回路番号 参照記号 リファレンス
        ロケーション 位号 bauteil bauteile
    """),
    "quantity": _words("""
        数量 員数 個数 使用数 必要数 必要数量 使用個数 所要量 所要数 所要数量 構成数 構成数量 構成員数 員数量
        使用数量 取付数 取付員数 台当り数 台当たり数 台当り数量 台当たり数量 1台分数量 数 quantity qty qnty
        qtyperassembly qtyperassy qtyperunit qtyperset qtyperboard qtyperpcb qtyper qpa quantityperassembly
        quantityperunit quantityper quantityneeded quantityrequired requiredquantity qtyrequired qtyreqd reqdqty
        reqqty qtyneeded itemqty unitqty componentquantity compqty orderqty count amount pcs pieces quant quan
        numberneeded noneeded noreqd norequired nooff howmany noofpieces ofpieces menge anzahl stück stückzahl
        stueck stueckzahl stk quantité quantite qté qte nombre quantità quantita qta qtà cantidad cant 用量
        单机数量 數量 数量台 数量個 units
    """),
    "total_quantity": _words("""
        総数 総数量 合計数 合計数量 総員数 総所要量 総個数 必要総数 全数 totalqty totalquantity totalcount
        extendedqty extendedquantity extqty qtytotal quantitytotal gesamtmenge gesamtanzahl 总数 总数量
    """),
    "unit": _words("""
        単位 unit uom um unitofmeasure unitofmeasurement units qtyunit quantityunit baseunit einheit me
        mengeneinheit unité unite unità unidad 单位 單位
    """),
    "material": _words("""
        材質 材料 素材 材料名 材料記号 使用材料 material matl mat materialgrade rawmaterial werkstoff
        werkstoffnr matière matiere matériau materiale 材质
    """),
    "manufacturer": _words("""
        メーカー メーカ 製造元 製造者 メーカー名 メーカ名 製造メーカー 製造会社 manufacturer manufacturername
        mfr mfg mf mfrname mfgname maker brand make hersteller fabricant fabbricante produttore fabricante 品牌
        制造商 厂家 仕入先 購入先 調達先 手配先 発注先 購入先名 vendor vendorname supplier suppliername source
        lieferant fournisseur fornitore proveedor catalog 供应商
    """),
    "target_unit_cost": _words("""
        目標単価 目標原価 目標コスト 目標価格 目標単価円 targetunitcost targetcost targetprice targetunitprice
        単価 想定単価 予定単価 見積単価 購入単価 標準単価 部品単価 原価 概算単価 unitcost unitprice costperunit
        priceperunit costeach priceeach priceperpiece pricepc costea priceea eachprice price cost einzelpreis
        stückpreis preis prixunitaire prix pu prezzo prezzounitario precio preciounitario 単価円 単価税抜 价格
        单价 価格 estimatedcost estcost estimatedprice approxcost approxprice unit
    """),
    "currency": _words("currency priceunit pricecurrency costcurrency curr währung devise valuta moneda 通貨 币种"),
    "total_cost": _words("""
        金額 合計金額 小計 合計 価格合計 総額 extendedprice extprice extendedcost extcost totalcost totalprice
        linetotal subtotal total ext extended gesamtpreis summe prixtotal prezzototale 总价 金额
    """),
    "critical": _words("""
        重要 重要部品 重要度 重要区分 重要部位 キーパーツ キー部品 重要フラグ critical criticalpart key keypart
        iscritical criticality
    """),
    "kind": _words("""
        区分 種別 種類 部品区分 部品種別 調達区分 購入区分 手配区分 分類 kind type category parttype class
        itemtype procurementtype bomstructure teileart
    """),
    "sourcing": _words("""
        内外作 内外作区分 内外製 内外製区分 内製外注 内作外作 makebuy makeorbuy makeversusbuy sourcing buymake
        eigenfremd beschaffungsart
    """),
    "process": _words("""
        工程 加工方法 処理 表面処理 熱処理 加工 加工内容 後処理 process treatment finish surfacefinish
        surfacetreatment coating oberfläche behandlung
    """),
    "assembly": _words("""
        組立 組立品 ユニット ユニット名 部位 装置 アセンブリ アッセンブリ アセンブリー assy assembly subassembly
        assemblyname unitname module block group subsystem system section 組図 組立名 装置名 baugruppe
        sousensemble gruppo
    """),
    "not_fitted": _words("""
        dnp dnf dni nofit donotpopulate donotfit donotplace notfitted nopop excludefrombom 未実装 不実装 非実装
    """),
    "notes": _words("""
        備考 注記 メモ 特記事項 remarks remark notes note comments bemerkung bemerkungen remarque link url
        datasheet footprint package 备注 封装
    """),
}
"""Role -> header words of parts lists, the best first. A role whose column is not used keeps it from another role."""

AS_REQUIRED = _words("""
    適量 適宜 必要量 必要数 現合 現物合わせ 現合せ 随時 若干量 asrequired asneeded asreqd ar a/r as-required
    q.s. nachbedarf n.b. variable var
""")
"""Cells that leave the quantity to the workshop, without blanks."""

NOT_FITTED = _words("""
    dnp dnf dni x 1 yes y true ○ ● ✓ donotpopulate donotfit notfitted nofit nopop nm excludedfrombom 未実装
    不実装 非実装
""")
"""Marks in a column of parts that are not to be fitted."""

NUMERALS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True))
