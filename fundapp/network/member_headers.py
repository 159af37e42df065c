"""Words that lists of members use, in both languages: headers as `columns.header_word` makes them."""

from fundapp.network.capability import Material
from fundapp.network.member import CompanyType, MemberClass


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MEMBER_HEADERS: dict[str, tuple[str, ...]] = {
    "code": _words("会員番号 会員コード 会員no 番号 コード 管理番号 memberno membernumber membercode code no id"),
    "name_ja": _words("""
        会員名 会員名称 会社名 企業名 社名 法人名 団体名 機関名 名称 氏名 会員名日本語 名前 名前日本語 member
        membername company companyname organisation organization name membersnamejapanese
    """),
    "name_en": _words(
        "会員名英語 名前英語 英語名 英文名 英文社名 会社名英語 nameenglish englishname nameinenglish membersnameenglish"
    ),
    "member_class": _words(
        "classofmember 会員種別 会員区分 種別 区分 会員の種類 memberclass class membertype type category"
    ),
    "corporate_number": _words("法人番号 法人番号13桁 corporatenumber corporateno corporatenumber13digits"),
    "capital": _words("資本金 資本金円 資本金額 資本金万円 資本金百万円 capital capitalyen paidincapital"),
    "company_type": _words("企業類型 企業の型 業態 類型 会社の型 companytype"),
    "employees": _words("従業員数 従業員 社員数 人員 人数 employees headcount staff numberofemployees"),
    "joined_on": _words("入会日 入会年月日 加入日 会員になった日 joinedon joined dateofjoining membersince"),
    "left_on": _words("退会日 退会年月日 脱会日 lefton left dateofleaving memberuntil"),
    "referred_by": _words("紹介元 紹介者 紹介機関 referredby referrer referralsource introducedby"),
    "contact": _words("担当者 担当者名 連絡先氏名 窓口 窓口担当者 ご担当者 contact contactname contactperson"),
    "email": _words("メール メールアドレス 電子メール eメール email emailaddress mail"),
    "telephone": _words("telephonenumber 電話 電話番号 tel 連絡先電話 telephone phone phonenumber"),
    "fax": _words("fax ファックス ファクス fax番号 ファックス番号 ファクス番号 faxnumber"),
    "postcode": _words("郵便番号 〒 postcode zip zipcode postalcode"),
    "address": _words("住所 所在地 本社所在地 本社住所 会社所在地 address location"),
    "processes": _words("加工 加工技術 保有技術 技術 得意分野 工程 加工分野 対応可能な加工 capabilities processes"),
}
"""Role -> header words, the best first."""

CAPABILITY_HEADERS: dict[str, tuple[str, ...]] = {
    "code": MEMBER_HEADERS["code"],
    "name": MEMBER_HEADERS["name_ja"],
    "process": _words("加工 工程 加工技術 技術 できる加工 加工の種類 process capability"),
    "materials": _words("材料 加工できる材料 材質 対応材質 対応材料 materials material materialsworked"),
    "largest": _words("最大寸法 最大寸法mm 最大サイズ 加工最大寸法 加工範囲 largestsize largestsizemm maxsize"),
    "tolerance": _words("公差等級 公差 精度 最高公差等級 it公差 tolerance tolerancegrade finesttolerancegrade itgrade"),
    "lot_min": _words("最小ロット ロット下限 最少ロット smallestlot minlot lotmin"),
    "lot_max": _words("最大ロット ロット上限 largestlot maxlot lotmax"),
    "certificates": _words("認証 取得認証 認証取得 資格 certificates certificate certification"),
    "hours": _words(
        "月の余力時間 余力時間 空き時間 月間空き時間 空き時間月 月の空き時間 freehoursamonth freehours hours"
    ),
    "nda": _words("nda nda締結 秘密保持契約 nda済 ndasigned"),
    "confirmed": _words("確認日 最終確認日 更新日 confirmedon confirmed lastconfirmed"),
}
EQUIPMENT_HEADERS: dict[str, tuple[str, ...]] = {
    "code": MEMBER_HEADERS["code"],
    "name": MEMBER_HEADERS["name_ja"],
    "machine": _words("設備 設備名 機械 機械名 保有設備 主要設備 machine machinename equipment"),
    "maker": _words("メーカー メーカ 製造元 maker manufacturer brand"),
    "model": _words("型式 機種 型番 形式 model modelno"),
    "count": _words("台数 数量 数 count howmany quantity qty number"),
    "note": _words("仕様 能力 備考 寸法精度 sizeaccuracy note notes specification"),
}
"""Role -> header words, the best first: of tables of what members can do, and of their machines."""

MATERIALS_SAID: dict[Material, tuple[str, ...]] = {
    "steel": _words("鋼 鉄 鉄鋼 炭素鋼 steel"),
    "stainless": _words("ステンレス ステンレス鋼 stainlesssteel stainless"),
    "aluminium": _words("アルミ アルミニウム アルミ合金 aluminium aluminum"),
    "copper": _words("銅 銅合金 真鍮 黄銅 copperalloys copper brass"),
    "cast_iron": _words("鋳鉄 castiron"),
    "plastics": _words("樹脂 プラスチック plastics plastic"),
    "rubber": _words("ゴム rubber"),
    "frp": _words("frp 繊維強化プラスチック 繊維強化樹脂"),
    "magnet": _words("磁石 マグネット magnets magnet"),
    "board": _words("基板 プリント基板 電子基板 circuitboards circuitboard"),
}

CLASSES: dict[MemberClass, tuple[str, ...]] = {
    "company": _words("企業 会社 企業会員 法人 法人会員 正会員 中小企業 大企業 company corporate corporation"),
    "university": _words("大学 高専 高等専門学校 研究機関 学術会員 university college"),
    "tlo": _words("tlo 技術移転機関 技術移転会社 technologylicensingoffice"),
    "municipality": _words("自治体 市町村 行政 地方公共団体 自治体会員 municipality city government"),
    "support_body": _words("支援機関 商工会議所 商工会 支援団体 団体 公的機関 supportbody chamber supportorganisation"),
    "bank": _words("金融機関 銀行 信用金庫 信金 bank shinkinbank"),
    "individual": _words("個人 個人会員 individual person"),
    "retired_engineer": _words("退職技術者 ob技術者 技術ob シニア技術者 retiredengineer"),
    "sales_rep": _words("セールスレップ 営業レップ レップ 販売代理人 salesrep rep salesrepresentative"),
    "sales_coordinator": _words(
        "販路開拓コーディネータ 販路コーディネータ コーディネータ salesroutecoordinator coordinator"
    ),
    "overseas_agency": _words("海外機関 海外支援機関 海外 overseasagency overseas foreignagency agencyabroad"),
}
COMPANY_TYPES: dict[CompanyType, tuple[str, ...]] = {
    "product": _words("製品開発型 製品型 メーカー product productdeveloper ownproducts"),
    "base_technology": _words("基盤技術型 加工型 基盤技術加工型 加工 basetechnology processing processingforothers"),
    "software": _words("ソフト ソフトウェア ソフト電子設計 電子設計 software softwareandelectronicdesign"),
    "trading": _words("商社 販売 商社販売 trading sales"),
    "services": _words("サービス 専門サービス 金融専門サービス services finance financeandservices"),
}
