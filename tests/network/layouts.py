"""Parts lists in many layouts, as programs and people write them, with what is to be understood of each.

Made for these tests after the layouts of real exports; no line is taken from a file of others.
"""

from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from textwrap import dedent

import xlsxwriter

Part = tuple[object, str, str]
"""(quantity for one product, part number, description)"""


@dataclass(frozen=True)
class Layout:
    """A file and its meaning. `headings` and `rejected` count rows; `also` are fields of lines by description."""

    name: str
    content: bytes
    parts: tuple[Part, ...]
    headings: int = 1
    rejected: tuple[tuple[int, str], ...] = ()
    also: tuple[tuple[str, str, object], ...] = ()
    """(description, field, value) of the line so described."""


def text(body: str, encoding: str = "utf-8") -> bytes:
    return dedent(body).removeprefix("\n").encode(encoding)


def book(fill, **options) -> bytes:
    """A workbook that `fill` writes with XlsxWriter."""
    out = BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    fill(workbook)
    workbook.close()
    return out.getvalue()


def _merged(workbook) -> None:
    cover, parts = workbook.add_worksheet("表紙"), workbook.add_worksheet("部品表")
    cover.write_column(0, 0, ["部品表", "小型風車 WT-20", "2026-05-01"])
    parts.merge_range("A1:G1", "小型風車 部品構成表", None)
    parts.write_row(2, 0, ["作成", "設計課", "", "", "", "", ""])
    head = ["No.", "ユニット", "図番", "品名", "材質", "員数", "単価（円）"]
    parts.write_row(4, 0, head)
    rows = [
        (1, "", "WT-101", "ブレード", "GFRP", 3, 12000),
        (2, "", "WT-102", "ハブ", "", 1, 45000),
        (3, "発電機", "WT-201", "固定子", "SS400", 1, 30000),
    ]
    for at, row in enumerate(rows):
        parts.write_row(5 + at, 0, row)
    parts.merge_range("B6:B7", "ロータ", None)
    parts.merge_range("E6:E7", "GFRP", None)
    parts.set_row(7, options={"hidden": True})
    parts.write_row(8, 0, ["", "", "", "合計", "", 5, 87000])


def _indented(workbook) -> None:
    sheet = workbook.add_worksheet("BOM")
    steps = {step: workbook.add_format({"indent": step}) for step in range(3)}
    sheet.write_row(0, 0, ["Part Number", "Description", "Qty"])
    for at, (step, part, name, count) in enumerate(
        [(0, "A-1", "Gearbox", 2), (1, "P-1", "Housing", 1), (1, "A-2", "Shaft unit", 1), (2, "P-2", "Bearing", 2)], 1
    ):
        sheet.write(at, 0, part, steps[step])
        sheet.write_row(at, 1, [name, count])


def _uncalculated(workbook) -> None:
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["Item", "Name", "Qty", "Total cost"])
    sheet.write_row(1, 0, [1, "bearing", 2])
    sheet.write_row(2, 0, [2, "shaft", 1])


LAYOUTS: dict[str, Layout] = {
    "KiCad, grouped by value, with its preamble": Layout(
        "board.csv",
        text("""
            "Source:","board.kicad_sch"
            "Date:","2026-05-01"
            "Tool:","Eeschema 8.0.1"
            "Component Count:","7"

            "Ref","Qnty","Value","Cmp name","Footprint","Description","Vendor","DNP"
            "C1, C2, C3, ","3","100nF","C_Small","Capacitor_SMD:C_0603","Unpolarized capacitor","",""
            "R1, R5-R6, ","3","4k7","R","Resistor_SMD:R_0603","Resistor","",""
            "U1, ","1","NE555","NE555","Package_DIP:DIP-8","Timer","TI","DNP"
        """),
        ((3, "", "Unpolarized capacitor 100nF"), (3, "", "Resistor 4k7")),
        headings=5,
        rejected=((9, "not_fitted"),),
        also=(("Resistor 4k7", "kind", "electronic"),),
    ),
    "KiCad, semicolons": Layout(
        "pcb.csv",
        text("""
            "Id";"Designator";"Footprint";"Quantity";"Designation";"Supplier and ref";
            1;"C7,C8";"C_0805";2;"10uF";;;
            2;"J1";"PinHeader";1;"Conn_01x04";;;
        """),
        ((2, "", "10uF"), (1, "", "Conn_01x04")),
    ),
    "designators without a quantity": Layout(
        "place.csv",
        text("""
            Designator,Value,Footprint,LCSC Part #
            "R1,R2,R5-R8",10k,R_0402,C25744
            C1 C2,1uF,C_0402,C52923
            U3,STM32F103,LQFP48,C8734
        """),
        ((6, "", "10k"), (2, "", "1uF"), (1, "", "STM32F103")),
        also=(("10k", "kind", "electronic"),),
    ),
    "Eagle, one row a part, fixed width": Layout(
        "partlist.txt",
        text("""
            Partlist exported from sensor.sch at 01.05.2026 10:00

            Part     Value          Device              Package      Description

            C1       100n           C-EUC0603           C0603        CAPACITOR
            C2       100n           C-EUC0603           C0603        CAPACITOR
            IC1      LM317          LM317TO220          TO220        VOLTAGE REGULATOR
        """),
        ((1, "", "CAPACITOR 100n"), (1, "", "CAPACITOR 100n"), (1, "", "VOLTAGE REGULATOR LM317")),
        headings=2,
    ),
    "Altium": Layout(
        "altium.csv",
        text("""
            Comment,Description,Designator,LibRef,Quantity,Manufacturer 1,Manufacturer Part Number 1,Manufacturer 2
            100nF,Cap Ceramic,"C1, C2",CAP,2,Murata,GRM188R71,TDK
            AO3400,N-MOSFET,Q1,NMOS,1,AOS,AO3400A,
        """),
        ((2, "GRM188R71", "Cap Ceramic 100nF"), (1, "AO3400A", "N-MOSFET AO3400")),
        also=(("Cap Ceramic 100nF", "manufacturer", "Murata"),),
    ),
    "Digi-Key cart": Layout(
        "cart.csv",
        text("""
            Index,Quantity,Part Number,Manufacturer Part Number,Description,Customer Reference,Unit Price,Extended Price
            1,10,311-10KGRCT-ND,RC0603JR-0710KL,RES 10K OHM,,$0.01000,$0.10
            2,2,296-1395-5-ND,LM358P,IC OPAMP,,$0.57000,$1.14
            ,,,,,,,$1.24
        """),
        ((10, "311-10KGRCT-ND", "RES 10K OHM RC0603JR-0710KL"), (2, "296-1395-5-ND", "IC OPAMP LM358P")),
        headings=2,
        also=(("RES 10K OHM RC0603JR-0710KL", "target_unit_cost_yen", None),),
    ),
    "SolidWorks, indented, with a rule of dashes": Layout(
        "sw.txt",
        text("""
            ITEM NO.\tPART NUMBER\tDESCRIPTION\tQTY.
            --------\t-----------\t-----------\t----
            1\tWT-100\tRotor\t1
            1.1\tWT-101\tBlade\t3
            1.2\tWT-110\tHub\t1
            1.2.1\tWT-111\tFlange\t2
            2\tWT-200\tTower\t1
        """),
        ((3, "WT-101", "Blade"), (2, "WT-111", "Flange"), (1, "WT-200", "Tower")),
        headings=4,
        also=(("Flange", "level", 3), ("Flange", "assembly", "Hub")),
    ),
    "Inventor, structure and unit quantity": Layout(
        "inv.csv",
        text("""
            Item,Part Number,BOM Structure,Unit QTY,QTY,Stock Number,Description,Material,REV
            1,PLATE-01,Normal,Each,4,,Base plate,"Steel, Mild",A
            2,DIN 912 M6x20,Purchased,Each,16,,Cylinder head screw,Stainless Steel,
        """),
        ((4, "PLATE-01", "Base plate"), (16, "DIN 912 M6x20", "Cylinder head screw")),
        also=(("Base plate", "material", "Steel, Mild"),),
    ),
    "SAP, levels in dots": Layout(
        "sap.tsv",
        text("""
            Explosion level\tItem\tComponent number\tObject description\tComp. Qty (CUn)\tUn
            .1\t0010\t4000-100\tPump\t2\tPC
            ..2\t0010\t4000-110\tHousing\t1\tPC
            ..2\t0020\t4000-120\tSeal kit\t3\tPC
            .1\t0020\t4000-200\tGrease\t0.250\tKG
        """),
        ((2, "4000-110", "Housing"), (6, "4000-120", "Seal kit"), (Fraction(1, 4), "4000-200", "Grease")),
        headings=2,
        also=(("Seal kit", "level", 2),),
    ),
    "German, decimal commas and semicolons, Western Windows": Layout(
        "stueckliste.csv",
        text(
            """
            Stückliste;;;;;
            Pos.;Menge;Einheit;Benennung;Zeichnungs-Nr.;Werkstoff;Einzelpreis €
            1;2;Stk;Lagerbock für Welle;Z-100-1;S235JR;1.234,50
            2;2,5;m;Schlauch Ø8;;PU;3,20
            3;1.000;Stk;Scheibe;DIN 125;A2;0,02
            """,
            "cp1252",
        ),
        (
            (2, "Z-100-1", "Lagerbock für Welle"),
            (Fraction(5, 2), "", "Schlauch Ø8"),
            (1000, "DIN 125", "Scheibe"),
        ),
        headings=2,
        also=(("Scheibe", "unit", "Stk"), ("Schlauch Ø8", "target_unit_cost_yen", None)),
    ),
    "English thousands": Layout(
        "us.csv",
        text("""
            Part No.,Part Name,Qty,Unit Price (JPY)
            A-1,Washer,"1,000",12
            A-2,Panel,4,"¥1,250"
            A-3,Cable,2.5 m,\\300
        """),
        ((1000, "A-1", "Washer"), (4, "A-2", "Panel"), (Fraction(5, 2), "A-3", "Cable")),
        also=(("Panel", "target_unit_cost_yen", 1250), ("Cable", "unit", "m"), ("Cable", "target_unit_cost_yen", 300)),
    ),
    "Japanese form in Japanese Windows": Layout(
        "部品表.csv",
        text(
            """
            部品表,,,,,,
            機種,小型風車,,作成,2026/5/1,,
            ,,,,,,
            照合番号,図番,品名,材質,員数,型式,単価(円),メーカー
            1,WT-001,主軸,SCM435,１,,"58,000",
            2,,深溝玉軸受,,2個,6205ZZ,1200円,日本精密
            3,,グリース,,適量,,,
            4,WT-004,配線一式,,1式,,￥15000,
            5,,六角ボルト,SUS304,24本,M6×16,,
            """,
            "cp932",
        ),
        (
            (1, "WT-001", "主軸"),
            (2, "6205ZZ", "深溝玉軸受"),
            (1, "", "グリース"),
            (1, "WT-004", "配線一式"),
            (24, "M6×16", "六角ボルト"),
        ),
        headings=3,
        also=(
            ("主軸", "kind", "made_to_drawing"),
            ("深溝玉軸受", "kind", "bought_out"),
            ("深溝玉軸受", "unit", "個"),
            ("深溝玉軸受", "manufacturer", "日本精密"),
            ("配線一式", "target_unit_cost_yen", 15000),
            ("グリース", "unit", "適量"),
        ),
    ),
    "levels, half-width kana and full-width digits": Layout(
        "構成.csv",
        text("""
            階層,品目ｺｰﾄﾞ,品目名称,構成数量,単位
            ０,X-0,風車,１,台
            １,X-1,ﾌﾞﾚｰﾄﾞﾕﾆｯﾄ,３,組
            ２,X-2,ﾎﾞﾙﾄ,１２,本
            １,X-3,塔,１,本
        """),
        ((36, "X-2", "ﾎﾞﾙﾄ"), (1, "X-3", "塔")),
        headings=3,
    ),
    "parent and child": Layout(
        "pc.csv",
        text("""
            親品番,子品番,品名,員数
            WT-0,WT-1,ロータ,1
            WT-1,WT-2,ブレード,3
            WT-2,B-6,ボルト M6,4
            WT-0,B-6,ボルト M6,2
        """),
        ((12, "B-6", "ボルト M6"), (2, "B-6", "ボルト M6")),
        headings=3,
    ),
    "a part used in two places, its own parts once": Layout(
        "shared.csv",
        text("""
            Parent,Part Number,Description,Qty
            ,TOP,Machine,1
            TOP,LEG,Leg,4
            TOP,ARM,Arm,2
            LEG,NUT,Nut unit,3
            ARM,NUT,Nut unit,1
            NUT,N1,Nut,2
        """),
        ((28, "N1", "Nut"),),
        headings=6,
        also=(("Nut", "level", 4),),
    ),
    "a part that is part of itself, by parents": Layout(
        "circle.csv",
        text("""
            Parent,Child,Name,Qty
            A,B,Frame,1
            B,C,Plate,2
            C,B,Frame,1
            C,D,Rivet,4
            E,F,Foot,4
        """),
        ((4, "F", "Foot"),),
        headings=2,
        rejected=((3, "part_in_itself"), (4, "part_in_itself"), (5, "parent_rejected")),
    ),
    "a part that is part of itself, by levels": Layout(
        "loop.csv",
        text("""
            Level,Part No,Name,Qty
            1,A,Frame,1
            2,B,Plate,2
            3,A,Frame,1
            4,C,Rivet,4
            1,D,Foot,4
        """),
        ((4, "D", "Foot"),),
        headings=3,
        rejected=((4, "part_in_itself"), (5, "parent_rejected")),
    ),
    "leading blanks show the level": Layout(
        "indent.csv",
        text("""
            Description,Qty
            Gearbox,2
              Housing,1
              Shaft unit,2
                Bearing,2
            Base,1
        """),
        ((2, "", "Housing"), (8, "", "Bearing"), (1, "", "Base")),
        headings=3,
    ),
    "a stray blank is no level": Layout(
        "stray.csv",
        text("""
            Name,Qty
            bolt,2
             nut,3
            washer,4
        """),
        ((2, "", "bolt"), (3, "", "nut"), (4, "", "washer")),
    ),
    "Excel's indent": Layout(
        "indent.xlsx",
        book(_indented),
        ((2, "P-1", "Housing"), (4, "P-2", "Bearing")),
        headings=3,
        also=(("Bearing", "level", 3),),
    ),
    "Excel, cover sheet, merged cells, a hidden row, a total": Layout(
        "wt.xlsx",
        book(_merged),
        ((3, "WT-101", "ブレード"), (1, "WT-102", "ハブ"), (1, "WT-201", "固定子")),
        headings=4,
        also=(
            ("ハブ", "assembly", "ロータ"),
            ("ハブ", "material", "GFRP"),
            ("固定子", "assembly", "発電機"),
            ("固定子", "target_unit_cost_yen", 30000),
        ),
    ),
    "two header rows with groups": Layout(
        "groups.csv",
        text("""
            部品,,,調達,,
            品番,品名,数量,メーカー,区分,目標単価
            A,軸,1,,図面加工品,5000
            B,軸受,2,日本精密,購入品,800
        """),
        ((1, "A", "軸"), (2, "B", "軸受")),
        headings=2,
        also=(("軸受", "kind", "bought_out"), ("軸", "kind", "made_to_drawing"), ("軸受", "manufacturer", "日本精密")),
    ),
    "two tables side by side": Layout(
        "double.csv",
        text("""
            品番,品名,数量,,品番,品名,数量
            A,軸,1,,C,箱,3
            B,軸受,2,,D,蓋,4
            E,座金,5,,,,
        """),
        ((1, "A", "軸"), (2, "B", "軸受"), (5, "E", "座金"), (3, "C", "箱"), (4, "D", "蓋")),
    ),
    "the header again at each page, and sections": Layout(
        "pages.csv",
        text("""
            品番,品名,数量
            ロータ,,
            A,軸,1
            品番,品名,数量
            発電機,,
            B,磁石,12
            小計,,13
        """),
        ((1, "A", "軸"), (12, "B", "磁石")),
        headings=5,
        also=(("軸", "assembly", "ロータ"), ("磁石", "assembly", "発電機")),
    ),
    "numbered titles between the parts": Layout(
        "titles.csv",
        text("""
            No,名称,型式,数量
            A,駆動部,,
            1,モータ,M-100,1
            2,減速機,G-5,1
            B,架台,,
            3,角パイプ,,4
            4,キャスタ,C-75,
        """),
        ((1, "M-100", "モータ"), (1, "G-5", "減速機"), (4, "", "角パイプ"), (1, "C-75", "キャスタ")),
        headings=3,
        also=(("減速機", "assembly", "駆動部"), ("キャスタ", "assembly", "架台")),
    ),
    "header far down": Layout(
        "far.csv",
        text("Report,,\n" * 40 + "Part name,Qty,Material\nshaft,2,S45C\nkey,1,S45C\n"),
        ((2, "", "shaft"), (1, "", "key")),
        headings=41,
    ),
    "ragged rows and cells of several lines": Layout(
        "ragged.csv",
        text("""
            Part No,Description,Qty
            A-1,"Cover
              left, painted",2
            A-2,Hinge,4,spare,x
            A-3
            A-4,Latch,1,,,,
        """),
        ((2, "A-1", "Cover left, painted"), (4, "A-2", "Hinge"), (1, "A-4", "Latch")),
        headings=2,
        also=(("Hinge", "assembly", ""), ("Latch", "assembly", "A-3")),
    ),
    "quantities of all sorts": Layout(
        "sorts.csv",
        text("""
            Name,Qty
            tape,½
            belt,1 1/2 m
            wire,3/4 m
            set,2 sets
            glue,A/R
            spare,0
            odd,1 or 2
            open,
            minus,-3
            nuts,x12
            pins,4 off
        """),
        (
            (Fraction(1, 2), "", "tape"),
            (Fraction(3, 2), "", "belt"),
            (Fraction(3, 4), "", "wire"),
            (2, "", "set"),
            (1, "", "glue"),
            (12, "", "nuts"),
            (4, "", "pins"),
        ),
        headings=2,
        rejected=((7, "quantity_not_positive"), (8, "quantity_unclear"), (10, "quantity_not_positive")),
    ),
    "a part without a quantity stays a part": Layout(
        "open.csv",
        text("""
            Item,Part No,Name,Qty
            1,A,axle,2
            2,B,bearing,
            3,C,cover,1
        """),
        ((2, "A", "axle"), (1, "B", "bearing"), (1, "C", "cover")),
    ),
    "a table without quantities": Layout(
        "cost.csv",
        text("""
            Component,Estimated Cost MXN,Notes
            Flex sensor,1500,sensing
            Buttons x10,20,input
            "Cable, 3 pcs",0,
            Total,1520,
        """),
        ((1, "", "Flex sensor"), (10, "", "Buttons"), (3, "", "Cable")),
        headings=2,
    ),
    "without a header": Layout(
        "bare.csv",
        text("""
            A-100,deep groove bearing,2
            A-101,rotor shaft of steel,1
            A-102,hexagon bolt M6x16,24
        """),
        (
            (2, "A-100", "deep groove bearing"),
            (1, "A-101", "rotor shaft of steel"),
            (24, "A-102", "hexagon bolt M6x16"),
        ),
        headings=0,
    ),
    "headers in words that we do not know": Layout(
        "unknown.csv",
        text("""
            Jina la sehemu;Kiasi
            kuzaa;2
            shimoni;1
            boliti;24
        """),
        ((2, "", "kuzaa"), (1, "", "shimoni"), (24, "", "boliti")),
    ),
    "Markdown table among words": Layout(
        "BOM.md",
        text("""
            # Parts

            All that is needed for **one** unit.

            | Part | Qty | Notes |
            | --- | :---: | --- |
            | **[M3x8 screw](https://example.org/a_(b)?c=1|2)** | 4 | see `plan` |
            | `Body.stl` | 1 | — |

            ## Electronics

            | Item | Value | Qty (Est.) |
            |---|---|---|
            | Pump | 12 V | 1 or 2 |
            | Wire | 20 AWG | As needed |
            | **Total** | | 3 |
        """).replace(b"c=1|2", b"c=12"),
        ((4, "", "M3x8 screw"), (1, "", "Body.stl"), (1, "", "Wire 20 AWG")),
        headings=8,
        rejected=((14, "quantity_unclear"),),
        also=(("Wire 20 AWG", "assembly", "Electronics"),),
    ),
    "Markdown bullets in levels": Layout(
        "list.md",
        text("""
            # Frame
            * 2x Side plate, steel
            * Fasteners:
            \t* 24x ISO 4762 M6x16 (desk)
                * 8 x M6 insert
            * [4x hinge](https://example.org) - shop
            - [ ] Base plate 8x12 mm
            1. Door
        """),
        (
            (2, "", "Side plate, steel"),
            (24, "", "ISO 4762 M6x16 (desk)"),
            (8, "", "M6 insert"),
            (4, "", "hinge - shop"),
            (1, "", "Base plate 8x12 mm"),
            (1, "", "Door"),
        ),
        headings=2,
        also=(("M6 insert", "assembly", "Fasteners"), ("M6 insert", "level", 2)),
    ),
    "a list that is pasted in": Layout(
        "pasted",
        text("""
            軸受 608ZZ ×2
            六角ボルト M6x16 24個
            ギアボックス（数量：1）
            モータ 1台
            Hose 8x12 mm
        """),
        (
            (2, "", "軸受 608ZZ"),
            (24, "", "六角ボルト M6x16"),
            (1, "", "ギアボックス"),
            (1, "", "モータ"),
            (1, "", "Hose 8x12 mm"),
        ),
        headings=0,
    ),
    "a list with plain numbers before the names": Layout(
        "pasted",
        text("""
            2 bearings 608ZZ
            4 bolts M6
            1 motor
            12 V supply
        """),
        ((2, "", "bearings 608ZZ"), (4, "", "bolts M6"), (1, "", "motor"), (1, "", "12 V supply")),
        headings=0,
    ),
    "a table from a spreadsheet that is pasted in": Layout(
        "pasted",
        text("品名\t員数\t材質\r\n軸\t2\tS45C\r\n箱\t1\tSPCC\r\n"),
        ((2, "", "軸"), (1, "", "箱")),
    ),
    "fixed width in Japanese": Layout(
        "kotei.txt",
        text(
            """
            図番      品名            員数  材質
            WT-101    ブレード           3  GFRP
            WT-102    主軸               1  SCM435
            WT-103    軸受箱ユニット     2  FC250
            """,
            "cp932",
        ),
        ((3, "WT-101", "ブレード"), (1, "WT-102", "主軸"), (2, "WT-103", "軸受箱ユニット")),
        also=(("主軸", "material", "SCM435"),),
    ),
    "fixed width under a rule": Layout(
        "rule.txt",
        text("""
            Qty Part        Name
            --- ----------- ----------------
              2 A-1         Long bracket
             10 A-2         Screw
              1 A-10        Cover
        """),
        ((2, "A-1", "Long bracket"), (10, "A-2", "Screw"), (1, "A-10", "Cover")),
        headings=2,
    ),
    "tabs written as a backslash and a t": Layout(
        "spelt.txt",
        text(r"""
            Part\tName\tQty
            A-1\tshaft\t2
            A-2\tcover\t1
        """),
        ((2, "A-1", "shaft"), (1, "A-2", "cover")),
    ),
    "UTF-16 from Excel": Layout(
        "unicode.txt",
        text("品名\t数量\n主軸\t1\n軸受\t2\n", "utf-16"),
        ((1, "", "主軸"), (2, "", "軸受")),
    ),
    "inch marks": Layout(
        "inch.csv",
        text("""
            Part,Qty
            1/2" pipe,2
            "3/4"" elbow",4
        """),
        ((2, "", '1/2" pipe'), (4, "", '3/4" elbow')),
    ),
    "make or buy, critical, money as text": Layout(
        "make.csv",
        text("""
            品番,品名,員数,内外作,重要,目標単価,工程
            A,軸,1,内作,○,"¥12,000-",
            B,歯車,2,購入,,3千円,焼入れ
            C,箱,1,なぞ,多分,未定,
        """),
        ((1, "A", "軸"), (2, "B", "歯車"), (1, "C", "箱")),
        also=(
            ("軸", "external", False),
            ("軸", "critical", True),
            ("軸", "target_unit_cost_yen", 12000),
            ("歯車", "kind", "bought_out"),
            ("歯車", "target_unit_cost_yen", None),
            ("箱", "critical", False),
        ),
    ),
    "a comment above each line of the head": Layout(
        "hash.csv",
        text("""
            # SURF unit - parts
            # rows, with "evidence", for each
            # item,qty,description
            1,2,motor
            2,1,driver
        """),
        ((2, "", "motor"), (1, "", "driver")),
        headings=3,
    ),
    "English words for a column that is another": Layout(
        "other.csv",
        text("""
            Item,Reference,Units,Unit
            Motor bracket,MB-01,2,pcs
            Belt tensioner,BT-07,1,pcs
        """),
        ((2, "MB-01", "Motor bracket"), (1, "BT-07", "Belt tensioner")),
        also=(("Motor bracket", "unit", "pcs"),),
    ),
    "a formula without its result": Layout(
        "formula.xlsx",
        book(_uncalculated),
        ((2, "", "bearing"), (1, "", "shaft")),
    ),
}
