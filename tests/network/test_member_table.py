"""Lists of members as associations keep them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill_rows import SHOWN_LENGTH
from fundapp.network.contact import Contact
from fundapp.network.duplicates import Likeness, bare_name, likenesses
from fundapp.network.member import Member
from fundapp.network.member_table import missing_columns, read_members, suggest_member_mapping
from fundapp.network.member_words import folded, member_words, wanted_words
from fundapp.network.process import ProcessTree
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree

TREE = load_process_tree(rubrics_folder())
assert isinstance(TREE, ProcessTree)
DAY = date(2026, 4, 1)


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows=rows, row_numbers=tuple(range(1, len(rows) + 1)))


def read(table: Grid, registered=(), capable=None):
    return read_members(
        table, suggest_member_mapping(table), TREE, registered=registered, capable=capable or {}, on=DAY, batch="b"
    )


JAPANESE = grid(
    ("会員名簿 令和8年4月", "", "", "", "", "", ""),
    ("会員番号", "会社名", "種別", "資本金（万円）", "従業員数", "担当者", "メールアドレス"),
    ("M-0100", "株式会社稜精工", "企業", "2,000", "28名", "青柳 健一", "aoyagi@example.jp"),
    ("", "鷹取大学", "大学", "", "", "", ""),
    ("M-0102", "", "企業", "1,000", "", "", ""),
    ("M-0103", "東雲製作所", "企業", "千万", "", "", ""),
    ("M-0100", "株式会社稜精工", "企業", "2,000", "", "", ""),
)


def test_a_japanese_list_ends_row_by_row():
    found = read(JAPANESE)
    first, second = found.rows
    assert (first.member.code, first.member.capital_yen, first.member.employees) == ("M-0100", 20_000_000, 28)
    assert (first.contact.name, first.contact.email, first.contact.main) == ("青柳 健一", "aoyagi@example.jp", True)
    assert (second.member.name.ja, second.member.member_class, second.member.code) == (
        "鷹取大学",
        "university",
        "M-0104",
    )
    assert found.headings == (1, 2)
    assert [(row, problem.code) for row, problem in found.rejected] == [
        (5, "member_without_name"),
        (6, "amount_in_table_unclear"),
        (7, "member_twice_in_table"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("番号", "名前", "会員種別", "資本金（円）"),
        ("番号", "名前（日本語）", "名前（英語）", "資本金（円）"),
        ("Code", "Name", "Class of member", "Capital (yen)"),
    ],
)
def test_the_heads_of_our_own_table_and_form_are_known(heads: tuple[str, ...]):
    """What the directory writes can be taken in again."""
    mapping = suggest_member_mapping(grid(heads, ("M-1", "稜精工", "", "1000000")))
    assert missing_columns(mapping) == ()
    assert len(mapping.columns) == len(heads)


def test_an_english_list_names_processes_and_what_is_not_known_is_told():
    table = grid(
        ("Member name", "Type", "Capabilities", "Address"),
        ("Ryo Works", "company", "sheet metal; turning, telepathy", "1-2-3 Ryo"),
    )
    found = read(table)
    (row,) = found.rows
    assert row.site.address == "1-2-3 Ryo"
    assert {TREE.by_id[one.process].name.en for one in row.capabilities} >= {"Turning"} or len(row.capabilities) == 2
    assert found.unknown_processes == ((2, "telepathy"),)


def test_a_known_member_is_corrected_and_keeps_what_the_row_leaves_out():
    known = Member(
        id="m1",
        code="M-0100",
        name=Bilingual(ja="株式会社稜精工", en="Ryo Seiko"),
        member_class="company",
        capital_yen=10_000_000,
        employees=20,
    )
    table = grid(("会員番号", "会社名", "従業員数"), ("M-0100", "株式会社稜精工", "31"))
    (row,) = read(table, registered=(known,)).rows
    assert not row.is_new
    assert row.member == known.model_copy(update={"employees": 31})


def test_a_list_says_since_when_a_member_belongs_and_on_whose_word_also_further_down():
    table = grid(
        ("会員番号", "会社名", "種別", "入会日", "退会日", "紹介元"),
        ("M-1", "稜精工", "企業", "令和2年4月1日", "2026/3/31", "稜市 産業課"),
        ("M-2", "東雲製作所", "企業", "2021-05-01", "", "M-0100"),
        ("M-3", "白樺電子", "企業", "", "", "どこか"),
        ("M-4", "若葉電子", "企業", "", "", "M-4"),
        ("T-1", "稜市 産業課", "自治体", "", "", ""),
    )
    known = Member(id="m100", code="M-0100", name=Bilingual(ja="稜北信用金庫", en="Bank"), member_class="bank")
    found = read(table, registered=(known,))
    assert [(one.member.joined_on, one.member.left_on, one.member.referred_by) for one in found.rows] == [
        (date(2020, 4, 1), date(2026, 3, 31), "member-b-6"),
        (date(2021, 5, 1), None, "m100"),
        (None, None, ""),
    ]
    assert found.rejected == tuple(
        (row, Problem.of("referrer_unknown", str(row), value=value, column="紹介元"))
        for row, value in ((4, "どこか"), (5, "M-4"))
    )


@given(
    st.lists(
        st.tuples(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["企業", "大学", "?", ""])), max_size=12
    )
)
def test_every_row_ends_once(rows):
    clean = [tuple(cell.replace("\0", "").strip() for cell in row) for row in rows]
    clean = [row for row in clean if any(row)]
    table = grid(("会員番号", "会社名", "種別"), *clean)
    found = read(table)
    ends = [one.row for one in found.rows] + list(found.headings) + [row for row, _problem in found.rejected]
    assert sorted(ends) == list(table.row_numbers)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("巻線", "高速巻線加工"),
        ("曲げ", "板金の曲げ"),
        ("ﾐｷﾞｼ", "みぎし製作所"),
        ("みぎし", "ミギシ製作所"),
        ("ＳＵＳ 304", "sus304 板"),
        ("ryo", "RYO Works"),
        ("ﾒｯｷ", "めっき"),
    ],
)
def test_words_are_found_in_whatever_width_and_kana(query, text):
    assert all(folded(word) in member_words([text]) for word in wanted_words(query))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=4))
def test_a_member_is_found_by_each_of_its_own_texts(texts):
    words = member_words(texts)
    assert all(folded(text) in words for text in texts)


def member(member_id: str, name: str, number: str = "") -> Member:
    return Member(
        id=member_id, code=member_id, name=Bilingual(ja=name, en=name), member_class="company", corporate_number=number
    )


def test_probable_duplicates_by_number_address_and_name():
    members = [
        member("a", "株式会社稜南精機"),
        member("b", "稜南精機㈱"),
        member("c", "東雲製作所", "7000012050002"),
        member("d", "シノノメ", "7000012050002"),
        member("e", "白樺電子"),
        member("f", "若葉電子工業"),
    ]
    contacts = [
        Contact(id="1", member_id="e", name="x", telephone="03-1234-5678"),
        Contact(id="2", member_id="f", name="y", telephone="０３（１２３４）５６７８"),
    ]
    assert likenesses(members, contacts) == (
        Likeness(first_id="c", second_id="d", why="corporate_number", similarity=100),
        Likeness(first_id="e", second_id="f", why="telephone", similarity=95),
        Likeness(first_id="a", second_id="b", why="name", similarity=94),
    )


def test_the_legal_form_is_no_part_of_a_name():
    assert bare_name("株式会社 稜精工") == bare_name("稜精工（株）") == bare_name("稜　精工")


def test_problem_of_a_wrong_corporate_number_names_its_column():
    table = grid(("会社名", "法人番号"), ("稜精工", "1234567890123"))
    assert read(table).rejected == (
        (2, Problem.of("corporate_number_in_table_wrong", "2", value="1234567890123", column="法人番号")),
    )


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("種別", "宇宙人", "member_class_unclear"),
        ("業態", "たぶん加工", "company_type_unclear"),
        ("従業員数", "多数", "count_unclear"),
        ("メールアドレス", "aoyagi at example", "email_in_table_unclear"),
        ("住所", "町" * 1001, "member_cell_too_long"),
        ("入会日", "五月ごろ", "date_unclear"),
    ],
)
def test_a_cell_that_is_unclear_keeps_its_row_out_and_names_the_column(header: str, cell: str, code: str) -> None:
    found = read(grid(("会員番号", "会社名", header), ("M-1", "稜精工", cell), ("M-2", "東雲製作所", "")))
    assert found.rejected == ((2, Problem.of(code, "2", value=cell[:SHOWN_LENGTH], column=header)),)
    assert [row.member.name.ja for row in found.rows] == ["東雲製作所"]


def test_nobody_leaves_before_joining():
    table = grid(("会社名", "入会日", "退会日"), ("稜精工", "2021-05-01", "2021-04-30"))
    assert read(table).rejected == (
        (2, Problem.of("left_before_joined_in_table", "2", value="2021-04-30", column="退会日")),
    )


def test_a_list_without_a_column_of_names_asks_for_it():
    mapping = suggest_member_mapping(grid(("会員番号", "従業員数"), ("M-0100", "28")))
    assert missing_columns(mapping) == (Problem.of("member_column_missing", "name_ja"),)
