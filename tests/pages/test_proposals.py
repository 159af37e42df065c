"""Which proposals are there, and how far are they?"""

import pytest
from spoken import fault, what

from fundapp.record import commands as c
from tests.pages.small_fund import ACTORS, SmallFund, established, open_as, small_fund, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "committee/proposals", monkeypatch, language=language)


def names(screen) -> list[str]:
    return [link.proto.label.replace("\\", "").strip("*") for link in screen.get("page_link")]


def test_all_open_proposals_with_state_and_axes(visit):
    screen = visit("b")
    assert not screen.exception
    assert [one.value for one in screen.title] == ["4 proposals"]
    assert names(screen) == [
        "PR-01 Small wind turbine 9.8 kW",
        "PR-04 Care lifter",
        "PR-03 Powder gauge",
        "PR-02 Frost alarm",
    ]
    told = texts(screen)
    assert "Hachiryo Works 1 · being judged in meeting no. 14  \nsupport 3.00, computed" in told
    assert "Hachiryo Works 2 · approve (16 August 2026)  \nprospects 4.00 · no support needed" in told


def test_search_and_order(visit):
    screen = visit("b")
    screen.selectbox(key="order").set_value("code").run()
    assert names(screen)[0] == "PR-01 Small wind turbine 9.8 kW"
    screen.text_input(key="search").set_value("frost").run()
    assert names(screen) == ["PR-02 Frost alarm"]
    screen.text_input(key="search").set_value("no such thing").run()
    assert "No proposal has these words" in texts(screen)


def test_the_table_is_sent_once_it_is_open(visit):
    screen = visit("b")
    assert not screen.dataframe
    screen.session_state["proposals-table-drawer"] = True
    screen.run()
    assert list(screen.dataframe[0].value["Code"]) == ["PR-01", "PR-04", "PR-03", "PR-02"]


def test_a_recused_member_does_not_find_the_proposal(fund, visit):
    fund.does("c", c.DeclareInterest(item_id="item-14-PR-01", seat_id="seat-c", kind="kin"))
    screen = visit("c")
    assert [one.value for one in screen.title] == ["3 proposals"]
    assert "PR-01" not in texts(screen) + "".join(names(screen))


def test_the_map_of_what_was_decided(visit):
    screen = visit("auditor")
    screen.radio(key="view").set_value("map").run()
    assert not screen.exception
    assert len(screen.get("plotly_chart")) == 1


def test_an_empty_list_says_what_comes_first(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path / "empty"), "manager", "committee/proposals", monkeypatch)
    assert not screen.exception
    assert "No proposal is registered yet." in texts(screen)


def test_only_the_keepers_of_the_papers_register(visit):
    assert [one.label for one in visit("b").button] == []
    assert [one.label for one in visit("manager").button] == ["Register a proposal", "Register many from a table"]


def field(screen, name: str):
    """A widget of the form, whose keys end with the field's name."""
    kinds = (screen.text_input, screen.text_area, screen.radio, screen.selectbox, screen.button)
    return next(one for kind in kinds for one in kind if one.key and one.key.endswith(f"/{name}"))


def test_registering_from_the_first_word_to_its_page(fund, visit):
    screen = visit("secretariat")
    screen.button(key="register").click().run()
    assert field(screen, "code").value == "PR-05"
    field(screen, "send").click().run()
    told = screen.warning[0].value.replace("\\", "")
    assert what("proposal_form_incomplete") in told
    assert "Sector: This is needed" in told
    field(screen, "name_ja").set_value("蓄電池の診断器").run()
    field(screen, "company_ja").set_value("八稜電装株式会社").run()
    field(screen, "corporate_number").set_value("1180301018772").run()
    assert "The check digit does not fit" in texts(screen)
    field(screen, "corporate_number").set_value("1180301018771").run()
    field(screen, "ask").set_value("2,500").run()
    assert "¥25,000,000" in texts(screen)
    field(screen, "sector").set_value("環境・防災").run()
    field(screen, "send").click().run()
    assert not screen.exception
    kept = fund.desk.proposals(ACTORS["secretariat"])[-1]
    assert (kept.code, kept.name.ja, kept.ask_yen) == ("PR-05", "蓄電池の診断器", 25_000_000)
    assert [one.value.replace("\\", "") for one in screen.title] == ["PR-05 蓄電池の診断器"]
    assert fund.desk.draft(ACTORS["secretariat"], "proposal/new") is None


def test_what_was_typed_is_there_in_a_new_session(visit):
    first = visit("secretariat")
    first.button(key="register").click().run()
    field(first, "name_ja").set_value("蓄電池の診断器").run()
    second = visit("secretariat")
    second.button(key="register").click().run()
    assert field(second, "name_ja").value == "蓄電池の診断器"


def test_a_code_that_is_taken_is_refused_and_nothing_is_lost(fund, visit):
    screen = visit("secretariat")
    screen.button(key="register").click().run()
    for name, value in {"code": "PR-01", "name_ja": "別", "company_ja": "別社", "ask": "1"}.items():
        field(screen, name).set_value(value).run()
    field(screen, "sector").set_value("環境・防災").run()
    field(screen, "send").click().run()
    assert "PR-01" in screen.warning[0].value.replace("\\", "")
    assert field(screen, "name_ja").value == "別"
    assert len(fund.desk.proposals(ACTORS["secretariat"])) == 4


TABLE = """案件名,会社名,希望額,分野,段階
診断器,稜北電子,6000万円,計測,シード
小形風力発電機9.8kW,八稜第1製作所,1円,環境,
,名なし,1円,計測,
"""


def test_many_from_one_table_with_the_end_of_each_row(fund, visit):
    screen = visit("secretariat")
    screen.button(key="import-proposals").click().run()
    screen.file_uploader[0].upload("案件.csv", TABLE.encode("cp932")).run()
    assert not screen.exception, screen.exception
    told = texts(screen)
    assert "**1 row**  \nproposals" in told
    assert "**2 rows**  \nrejected, with the reason below" in told
    reasons = str([one.value for one in screen.table])
    assert "It is registered already as PR-01" in reasons.replace("\\", "")
    assert "The cell under 案件名 is empty." in reasons.replace("\\", "")
    before = len(fund.desk.proposals(ACTORS["secretariat"]))
    next(one for one in screen.button if one.label == "Register 1 proposal").click().run()
    assert not screen.exception, screen.exception
    assert "1 proposal is registered." in screen.success[0].value.replace("\\", "")
    found = fund.desk.proposals(ACTORS["secretariat"])
    assert len(found) == before + 1
    assert (found[-1].code, found[-1].name.ja, found[-1].ask_yen, found[-1].stage) == (
        *("PR-05", "診断器"),
        *(60_000_000, "seed"),
    )


def test_a_table_that_lacks_a_column_asks_for_it(visit):
    screen = visit("manager")
    screen.button(key="import-proposals").click().run()
    screen.file_uploader[0].upload("案件.csv", "案件名,分野\n診断器,計測\n".encode()).run()
    assert not screen.exception
    told = screen.warning[0].value.replace("\\", "")
    assert fault("proposal_column_missing", "Company (Japanese)") in told
    assert [one.label for one in screen.button if one.label.startswith("Register")] == []


def test_who_does_not_keep_the_registers_is_not_offered_the_import(visit):
    assert "import-proposals" not in {one.key for one in visit("b").button}
