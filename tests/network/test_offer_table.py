"""Tables of offers: every row is accepted, a heading, or rejected with its reason."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.offer import Offer
from fundapp.network.offer_table import OfferReading, OfferSource, read_offers, suggest_offer_mapping


def line(id_: str, part: str, kind: LineKind = LineKind.BOUGHT_OUT, quantity: int = 2) -> Line:
    return Line(id=id_, row=int(id_), part_number=part, quantity=quantity, kind=kind)


BILL = Bill(
    proposal_id="PR-06",
    revision="B",
    lot=20,
    plan_days=84,
    lines=(line("1", "W-101", LineKind.MADE_TO_DRAWING), line("2", "B-6"), line("3", "B-6", quantity=4)),
)
SOURCE = OfferSource(batch="u1", dated=date(2026, 5, 1))


def grid_of(*rows: str) -> Grid:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    width = max(map(len, cells))
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in cells)
    return Grid(rows=padded, row_numbers=tuple(range(1, len(rows) + 1)))


def read(*rows: str, source: OfferSource = SOURCE) -> OfferReading:
    grid = grid_of(*rows)
    return read_offers(grid, suggest_offer_mapping(grid), bill=BILL, source=source)


def offer(**given: object) -> Offer:
    base = {"proposal_id": "PR-06", "bill_revision": "B", "dated": date(2026, 5, 1)}
    return Offer.model_validate(base | given)


def test_a_quote_in_writing_with_all_that_counts() -> None:
    reading = read(
        "御見積書",
        "品番|会社名|担当者|単価|ロット|納期|見積日|有効期限|NDA|回答",
        "Ｗ-101|八稜製作所|鈴木|¥12,000|20|3週|2026/4/20|令和8年7月31日|済|可",
    )
    assert reading == OfferReading(
        offers=(
            offer(
                id="u1-3",
                line_id="1",
                provider="八稜製作所",
                person="鈴木",
                rung=4,
                dated=date(2026, 4, 20),
                expires=date(2026, 7, 31),
                unit_price_yen=12000,
                lot=20,
                lead_time_days=21,
                nda_signed=True,
            ),
        ),
        offer_rows=(3,),
        headings=(1, 2),
        rejected=(),
        notices=(),
    )


def test_a_part_on_several_lines_is_offered_on_each_of_them_and_pieces_become_products() -> None:
    reading = read("part no|company|person|unit price|qty", "b-6|Bolt Co|Sato|10|80")
    assert [(one.id, one.line_id, one.lot) for one in reading.offers] == [("u1-2", "2", 40), ("u1-2-2", "3", 20)]


def test_item_numbers_name_the_line_and_must_agree_with_the_part_number() -> None:
    reading = read("No.|品番|会社名|回答", "1||A社|可", "2|W-101|A社|可", "9|X-1|A社|可")
    assert [(one.line_id, one.rung) for one in reading.offers] == [("1", 3)]
    assert [problem.code for _row, problem in reading.rejected] == ["line_disagrees", "line_unknown"]


def test_the_rung_follows_from_price_person_and_answer() -> None:
    reading = read(
        "品番|会社名|担当者|単価|回答|段階",
        "W-101|A社|鈴木|100||",
        "W-101|B社||100||",
        "W-101|C社|鈴木|100|条件付き|",
        "W-101|D社|||○|",
        "W-101|E社|鈴木|100||5",
        "W-101|F社|||不可|",
        "W-101|G社||||",
        "W-101|H社||100||4",
        "W-101|I社|||たぶん|",
        "W-101|J社|||可|9",
    )
    assert [(one.provider, one.rung) for one in reading.offers] == [
        ("A社", 4),
        ("B社", 3),
        ("C社", 3),
        ("D社", 3),
        ("E社", 5),
    ]
    assert [(row, problem.code) for row, problem in reading.rejected] == [
        (7, "answered_cannot"),
        (8, "nothing_offered"),
        (9, "person_missing"),
        (10, "answer_unclear"),
        (11, "rung_unclear"),
    ]
    assert reading.notices == (
        Problem.of("quotes_without_person", count=1),
        Problem.of("quotes_without_lot", count=2),
        Problem.of("quotes_without_nda", count=2),
    )


def test_a_least_order_within_the_first_lot_covers_it_and_a_larger_one_is_sent_back() -> None:
    reading = read("品番|会社名|担当者|単価|最小ロット", "W-101|A社|鈴木|100|40", "W-101|B社|鈴木|90|100")
    assert [(one.provider, one.lot) for one in reading.offers] == [("A社", 20)]
    assert reading.rejected == ((3, Problem.of("least_order_above_need", "3", value="100", column="最小ロット")),)


def test_the_header_names_the_unit_of_lead_time_and_the_source_what_rows_leave_out() -> None:
    source = OfferSource(batch="u2", dated=date(2026, 5, 2), provider="電話の会社", person="高橋", received_by="phone")
    reading = read("図番|単価|納期（週）", "W-101|100|3", source=source)
    assert reading.offers == (
        offer(
            id="u2-2",
            line_id="1",
            provider="電話の会社",
            person="高橋",
            rung=4,
            dated=date(2026, 5, 2),
            unit_price_yen=100,
            lead_time_days=21,
            received_by="phone",
        ),
    )


def test_each_unclear_cell_sends_its_row_back_with_the_cell() -> None:
    rows = {
        "|100||||": "provider_missing",
        "A社|時価||||": "price_unclear",
        "A社|100|早め|||": "lead_time_unclear",
        "A社|100||昨日||": "date_unclear",
        "A社|100|||来月|": "date_unclear",
        "A社|100||||多分": "nda_unclear",
    }
    reading = read("品番|会社名|単価|納期|見積日|有効期限|NDA", *(f"W-101|{row}" for row in rows))
    assert [problem.code for _row, problem in reading.rejected] == list(rows.values())
    assert reading.offers == ()


CELLS = st.sampled_from(
    ["", "W-101", "B-6", "1", "A社", "100", "2週", "可", "不可", "○", "20", "2026-05-01", "済", "品番", "合計"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(*[CELLS] * 7), max_size=10))
def test_every_row_is_accepted_a_heading_or_rejected(rows: list[tuple[str, ...]]) -> None:
    header = ("No", "品番", "会社名", "担当者", "単価", "納期", "回答")
    grid = Grid(rows=(header, *rows), row_numbers=tuple(range(1, len(rows) + 2)))
    reading = read_offers(grid, suggest_offer_mapping(grid), bill=BILL, source=SOURCE)
    ends = [*reading.offer_rows, *reading.headings, *(row for row, _problem in reading.rejected)]
    assert sorted(ends) == list(grid.row_numbers)
    assert len({one.id for one in reading.offers}) == len(reading.offers)
