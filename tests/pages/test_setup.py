"""What is this fund, and who are its people? From an untouched form to a fund that is set up."""

import json
from datetime import date
from fractions import Fraction

import pytest
from spoken import what

from fundapp.access import accounts
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Role
from fundapp.committee.rubric import Rubric
from fundapp.desk import Desk
from fundapp.places import rubrics_folder
from fundapp.record.commands import EstablishFund
from fundapp.store.rubric_files import load_rubric
from fundapp.ui.setup import entering, typed_fund, typed_people
from tests.pages.small_fund import ACTORS, NOW, SmallFund, both, established, open_as, texts

FUND = {
    "fund_ja": "八稜ものづくり成長投資事業有限責任組合",
    "gp_ja": "稜北しんきん成長投資株式会社",
    "gp_en": "Ryohoku Growth Investment",
    "partners": [
        {"id": "1", "lp_name": "稜北信用金庫", "lp_share": "６６．５"},
        {"id": "2", "lp_name": "稜北市", "lp_share": "32.5%"},
    ],
    "gp_share": "1",
    "unit": 10_000,
    "size": "５0,000",
    "cost_reserve": "4,000",
    "follow_on_reserve": "0",
    "company_share": "20",
    "sector_share": "40",
    "early_stage_share": "80",
    "voting_share": "33.4",
    "first_day": "2026-10-01",
    "years": 10,
    "reservation_days": 90,
}
PEOPLE = [
    {"id": "p1", "name_ja": "高瀬 修一", "organisation": "協会", "sign_in_name": "Takase", "roles": ["voting"]},
    {"id": "p2", "name_ja": "宮本 哲朗", "organisation": "TLO", "sign_in_name": "miyamoto", "roles": ["voting"]},
    {"id": "p3", "name_ja": "桑原 由美子", "organisation": "事務所", "sign_in_name": "kuwabara", "roles": ["voting"]},
    {"id": "p4", "name_ja": "森 大輔", "organisation": "GP", "sign_in_name": "mori", "roles": ["manager"]},
    {"id": "p5", "name_ja": "岡部 真理", "organisation": "協会", "sign_in_name": "okabe", "roles": ["secretariat"]},
    {"id": "p6", "roles": ["voting"]},
]
SEATS = [
    {"id": "association", "name_ja": "協会", "name_en": "Association", "holder": "p1"},
    {"id": "tlo", "name_ja": "TLO", "name_en": "", "holder": "p2", "organisation": "八稜TLO株式会社"},
]
WHOLE = {**FUND, "people": PEOPLE, "seats": SEATS, "outside": ["p3"]}


# What was typed


def test_what_an_agreement_may_leave_open_is_open_and_else_is_kept():
    terms = typed_fund.terms_of(FUND)
    assert (terms.limits.yearly_share, terms.recycling_share) == (1, 0)
    assert (terms.investment_years, terms.call_notice_days) == (None, 10)
    told = {"yearly_share": "30", "recycling_share": "20%", "investment_years": "5", "call_notice_days": 7}
    terms = typed_fund.terms_of(FUND | told)
    assert (float(terms.limits.yearly_share), float(terms.recycling_share)) == (0.3, 0.2)
    assert (terms.investment_years, terms.call_notice_days) == (5, 7)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"yearly_share": "a lot"}, "setup_share_unclear"),
        ({"recycling_share": "120"}, "setup_share_unclear"),
        ({"investment_years": "five"}, "setup_years_unclear"),
        ({"investment_years": "0"}, "setup_years_unclear"),
    ],
)
def test_what_is_typed_there_must_be_clear(changed, code):
    assert [one.code for one in typed_fund.fund_problems(FUND | changed)] == [code]


def test_terms_are_what_the_agreement_says():
    terms = typed_fund.terms_of(FUND)
    assert terms.name == both(FUND["fund_ja"], FUND["fund_ja"])
    assert [(one.name, one.share, one.general) for one in terms.partners] == [
        ("稜北信用金庫", Fraction(665, 1000), False),
        ("稜北市", Fraction(325, 1000), False),
        ("稜北しんきん成長投資株式会社", Fraction(1, 100), True),
    ]
    assert (terms.size_yen, terms.cost_reserve_yen, terms.follow_on_reserve_yen) == (500_000_000, 40_000_000, 0)
    assert terms.limits.voting_share == Fraction(334, 1000)
    assert (terms.first_day, terms.years, terms.reservation_days) == (date(2026, 10, 1), 10, 90)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"fund_ja": " ", "size": "", "first_day": None}, ["setup_still_empty"]),
        ({"size": "a lot", "cost_reserve": "-1"}, ["setup_amount_unclear"] * 2),
        ({"company_share": "101", "gp_share": "one"}, ["setup_share_unclear"] * 2),
        ({"gp_share": "2"}, ["setup_shares_not_whole"]),
        ({"cost_reserve": "30,000", "follow_on_reserve": "20,001"}, ["reserves_above_fund"]),
        ({"partners": [{"id": "1", "lp_name": "", "lp_share": "99"}]}, ["setup_still_empty"]),
    ],
)
def test_all_faults_of_the_fund_are_told_at_once(changed, codes):
    assert [one.code for one in typed_fund.fund_problems(FUND | changed)] == codes


def test_an_untouched_form_answers_with_one_line():
    assert [one.code for one in typed_fund.fund_problems(typed_fund.start())] == ["setup_still_empty"]


def test_rows_without_names_ask_for_nobody():
    assert [one.id for one in typed_people.people_of(WHOLE)] == ["p1", "p2", "p3", "p4", "p5"]


@pytest.mark.parametrize(
    ("row", "changed", "codes"),
    [
        (0, {}, []),
        (0, {"sign_in_name": "ＭＯＲＩ"}, ["setup_sign_in_name_twice"]),
        (0, {"sign_in_name": "naito"}, ["setup_sign_in_name_twice"]),
        (0, {"sign_in_name": ""}, ["sign_in_name_empty"]),
        (0, {"name_ja": ""}, ["person_name_empty"]),
        (0, {"roles": []}, ["setup_no_roles"]),
        (4, {"roles": ["auditor"]}, ["setup_no_secretariat"]),
        (3, {"roles": ["lp"]}, ["setup_no_manager"]),
    ],
)
def test_all_faults_of_the_people_are_told(row, changed, codes):
    rows = [one | changed if n == row else one for n, one in enumerate(PEOPLE)]
    found = typed_people.people_problems(typed_people.people_of(WHOLE | {"people": rows}), {"naito"})
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"seats": SEATS[:1]}, ["setup_too_few_seats"]),
        ({"seats": [SEATS[0], SEATS[1] | {"holder": None}]}, ["setup_no_holder"]),
        ({"seats": [SEATS[0], SEATS[1] | {"holder": "p4"}]}, ["setup_no_holder"]),
        ({"seats": [SEATS[0], SEATS[1] | {"holder": "p1"}]}, ["setup_holds_two"]),
        ({"seats": [SEATS[0] | {"alternates": ["p1"]}, SEATS[1]]}, ["setup_alternate_holds"]),
        ({"seats": [SEATS[0] | {"name_ja": ""}, SEATS[1]]}, ["setup_empty"]),
        ({"outside": ["p1"]}, ["setup_alternate_inside"]),
        (
            {
                "people": [PEOPLE[0] | {"organisation": ""}, *PEOPLE[1:]],
                "seats": [SEATS[0] | {"organisation": ""}, SEATS[1]],
            },
            ["setup_no_organisation"],
        ),
    ],
)
def test_all_faults_of_the_seats_are_told(changed, codes):
    values = WHOLE | changed
    people = typed_people.people_of(values)
    found = typed_people.seat_problems(
        typed_people.seats_of(values, people), typed_people.outside_of(values, people), people
    )
    assert [one.code for one in found] == codes


def test_a_seat_without_an_organisation_has_its_holders():
    seats = typed_people.seats_of(WHOLE, typed_people.people_of(WHOLE))
    assert [(one.organisation, one.rank) for one in seats] == [("協会", 1), ("八稜TLO株式会社", 2)]


# The page


@pytest.fixture
def empty(tmp_path) -> SmallFund:
    """No fund yet, and one account: the administrator's."""
    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    fund = SmallFund(Desk(tmp_path, clock=lambda: NOW), rubric, [NOW])
    accounts.create_account(
        fund.desk.database,
        person="administrator",
        sign_in_name="naito",
        name=Bilingual(ja="内藤 久", en="Hisashi Naito"),
        organisation="",
        roles=frozenset({Role.ADMINISTRATOR}),
        password="a few words in a row",
        by="administrator",
        now=NOW,
    )
    return fund


def typed(fund, values, step):
    """The form as if all this had been typed before, opened at a step."""
    desk, actor = fund.desk, ACTORS["administrator"]
    draft = desk.draft(actor, "office/setup")
    data = json.dumps({**json.loads(draft.data), **values, "step": step})
    desk.save_draft(actor, draft.key, expected=draft.version, nonce=draft.nonce, data=data)


@pytest.fixture
def setup(empty, monkeypatch):
    def open_page(values=None, step=0, language="en"):
        screen = open_as(empty, "administrator", "office/setup", monkeypatch, language=language)
        if values is None:
            return screen
        typed(empty, values, step)
        return open_as(empty, "administrator", "office/setup", monkeypatch, language=language)

    return open_page


def pressed(screen, key):
    """After a press, past the short page between two steps."""
    screen.button(key=key).click().run()
    return screen.run()


def test_the_first_step_asks_for_the_fund_and_keeps_what_is_typed(setup, empty):
    screen = setup()
    assert not screen.exception
    assert [one.value for one in screen.title] == ["Set up the fund"]
    assert "Step 1 of 5: Fund" in texts(screen)
    label = "Name of the fund (Japanese)"
    next(one for one in screen.text_input if one.label == label).set_value("八稜").run()
    again = setup()
    assert next(one for one in again.text_input if one.label == label).value == "八稜"


def test_what_is_missing_is_told_in_one_line_and_the_step_stays(setup):
    screen = setup()
    screen.button(key="step-next").click().run()
    assert [one.value.count("Still to be filled in") for one in screen.warning] == [1]
    assert "Step 1 of 5" in texts(screen)


def test_shares_are_added_up_while_they_are_typed(setup):
    assert "The shares add up to 0%; it must be 100%." in texts(setup())
    assert "All shares add up to 100%." in texts(setup(WHOLE))


def test_partners_come_and_go(setup):
    screen = setup(WHOLE)
    next(one for one in screen.button if one.label == "Add a limited partner").click().run()
    assert "Limited partner 3" in [one.label for one in screen.text_input]
    next(one for one in screen.button if one.label == "Remove").click().run()
    assert [one.value for one in screen.text_input if one.label == "Limited partner 1"] == ["稜北市"]


def test_faults_of_the_rubric_s_files_stop_the_set_up(setup, monkeypatch):
    faults = (Problem.of("rubric_file_missing", "axis2.toml"),)
    monkeypatch.setattr(entering, "load_rubric", lambda _folder: faults)
    screen = setup(WHOLE, 1)
    assert "axis2" in screen.warning[0].value
    assert "Step 2 of 5" in texts(pressed(screen, "step-next"))


def test_untouched_people_and_seats_are_suggested(setup):
    screen = setup(FUND, 2)
    assert "For the seat: Association" in texts(screen)
    assert "Secretariat" in texts(screen)
    assert {"協会", "TLO", "信金系VC"} <= {one.value for one in setup(FUND, 3).text_input}


def test_a_seat_moves_up_and_chairs(setup):
    screen = setup(WHOLE, 3)
    assert not screen.exception
    next(one for one in screen.button if one.label == "Move up").click().run()
    assert "Seat 1 TLO" in texts(screen)


def test_the_whole_way_records_the_fund_and_hands_out_passwords(setup, empty):
    screen = setup(WHOLE)
    for _step in range(4):
        screen = pressed(screen, "step-next")
        assert not screen.exception
    assert "高瀬 修一 (takase): Committee member" in texts(screen)
    screen = pressed(screen, "set-up")
    assert not screen.exception
    assert [one.value for one in screen.title] == ["The fund is set up"]
    book, people = empty.desk.book(ACTORS["administrator"]), empty.desk.people()
    assert book.terms == typed_fund.terms_of(FUND)
    assert [(seat.id, seat.holder) for seat in book.seats_by_rank()] == [("association", "p1"), ("tlo", "p2")]
    assert (list(book.outside), book.rubric.digest()) == (["p3"], empty.rubric.digest())
    assert all(people[one["id"]].must_change_password for one in PEOPLE[:5])
    handed = {row["Sign-in name"] for row in screen.table[0].value.to_dict("records")}
    assert handed == {"takase", "miyamoto", "kuwabara", "mori", "okabe"}
    screen.button(key="noted").click().run()
    assert not screen.table
    assert empty.desk.draft(ACTORS["administrator"], "office/setup") is None


def test_a_refusal_on_the_way_is_told_and_what_stands_is_not_done_twice(setup, empty):
    empty.does("administrator", EstablishFund(terms=typed_fund.terms_of(FUND), on=date(2026, 10, 1)))
    screen = pressed(setup(WHOLE, 4), "set-up")
    assert [one.value for one in screen.title] == ["The fund is set up"]


def test_the_last_step_tells_what_is_wrong_and_records_nothing(setup, empty):
    screen = setup(WHOLE | {"gp_share": "2"}, 4)
    assert "101%" in screen.warning[0].value.replace("\\", "")
    screen.button(key="set-up").click().run()
    assert not screen.exception
    assert what("setup_incomplete") in screen.warning[1].value.replace("\\", "")
    assert empty.desk.book(ACTORS["administrator"]).terms is None
    assert list(empty.desk.people()) == ["administrator"]


def test_it_speaks_japanese(setup):
    assert [one.value for one in setup(language="ja").title] == ["ファンドを設定する"]


def test_a_fund_that_is_set_up_shows_what_was_set_up(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path), "administrator", "office/setup", monkeypatch)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["The fund is set up"]
    assert "Fund size: ¥500,000,000" in texts(screen)


@pytest.mark.parametrize("person", ["a", "secretariat", "manager", "lp", "auditor"])
def test_only_the_administrator_sets_up(tmp_path, monkeypatch, person):
    with pytest.raises(ValueError, match="setup"):
        open_as(established(tmp_path), person, "office/setup", monkeypatch)


def test_home_leads_to_the_set_up_until_it_is_done(empty, monkeypatch, tmp_path):
    screen = open_as(empty, "administrator", "today/home", monkeypatch)
    screen.button(key="do-set_up").click().run()
    assert [one.value for one in screen.title] == ["Set up the fund"]
