"""From what was typed to a proposal, or to all its faults."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.basis.yen import MAX_YEN
from fundapp.committee.proposal import Company, Evidence, Intake, Proposal, next_code
from fundapp.ui.proposal.filled import (
    UNITS_YEN,
    amount_yen,
    fitting_unit,
    problems,
    proposal_of,
    typed_amount,
    typed_values,
)

TYPED = {
    "code": "PR-13",
    "name_ja": "蓄電池の診断器",
    "company_ja": "八稜電装株式会社",
    "corporate_number": "1180301018771",
    "ask": "2,500",
    "unit": 10_000,
    "sector": "計測・検査",
    "stage": "early",
    "referred_by": "member-73",
    "for_0": "注文がある",
    "for_2": "実績がある",
    "no_parts": True,
}


@pytest.mark.parametrize(
    ("typed", "unit", "yen"),
    [
        ("6,000", 10_000, 60_000_000),
        ("６，０００", 10_000, 60_000_000),
        ("¥60,000,000", 1, 60_000_000),
        ("￥1", 1, 1),
        ("0.5", 10_000, 5_000),
        ("0", 1, None),
        ("0.5", 1, None),
        ("-5", 1, None),
        ("6000万", 1, None),
        ("", 1, None),
        (str(MAX_YEN), 1, MAX_YEN),
        (str(MAX_YEN + 1), 1, None),
    ],
)
def test_amounts_as_people_write_them(typed, unit, yen):
    assert amount_yen(typed, unit) == yen


@given(st.integers(min_value=1, max_value=MAX_YEN))
def test_an_amount_comes_back_from_its_field(yen):
    unit = fitting_unit(yen)
    assert amount_yen(typed_amount(yen, unit), unit) == yen


def test_the_unit_fits_all_amounts():
    assert fitting_unit(60_000_000, None) == UNITS_YEN[0]
    assert fitting_unit(60_000_000, 1) == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1180301018771", "1180301018771"),
        ("１-１８０３-０１０１-８７７１", "1180301018771"),
        ("1180301018772", None),
        ("118030101877", None),
        ("abc", None),
        ("", ""),
    ],
)
def test_corporate_numbers_are_checked(typed, number):
    assert corporate_number(typed) == number


@pytest.mark.parametrize(
    ("codes", "code"),
    [(["PR-09", "PR-12", "IV-5"], "PR-13"), (["A7"], "A8"), (["PR-99"], "PR-100"), (["none"], "PR-01"), ([], "PR-01")],
)
def test_the_next_code_is_suggested(codes, code):
    assert next_code(codes) == code


def test_all_faults_are_told_at_once():
    assert problems({"corporate_number": "1", "pre_money": "x"}) == (
        Problem.of("proposal_field_empty", "code"),
        Problem.of("proposal_field_empty", "name_ja"),
        Problem.of("proposal_field_empty", "company_ja"),
        Problem.of("proposal_field_empty", "sector"),
        Problem.of("amount_unclear", "ask"),
        Problem.of("amount_unclear", "pre_money"),
        Problem.of("corporate_number_wrong", "corporate_number"),
    )


def expected(**changes) -> Proposal:
    return Proposal(
        id="new",
        code="PR-13",
        name=Bilingual(ja="蓄電池の診断器", en="蓄電池の診断器"),
        company=Company(
            id="company-new",
            name=Bilingual(ja="八稜電装株式会社", en="八稜電装株式会社"),
            corporate_number="1180301018771",
        ),
        ask_yen=25_000_000,
        instrument="common_shares",
        sector="計測・検査",
        stage="early",
        reasons_for=("注文がある", "実績がある"),
        referred_by="member-73",
        intake=Intake(no_parts=True),
    ).model_copy(update=changes)


def test_a_new_proposal():
    assert problems(TYPED) == ()
    assert proposal_of(TYPED, None, (), "new") == expected()


def test_a_known_company_keeps_its_id():
    known = Company(id="c7", name=Bilingual(ja="別の表記", en="x"), corporate_number="1180301018771")
    assert proposal_of(TYPED, None, (known,), "new").company.id == "c7"
    same_name = Company(id="c8", name=Bilingual(ja="八稜電装株式会社", en="x"))
    assert proposal_of(TYPED, None, (same_name,), "new").company.id == "c8"


def test_a_correction_keeps_what_the_form_does_not_hold():
    evidence = (Evidence(criterion_id="B1", title="a.pdf", file_sha256="0" * 64),)
    standing = expected(evidence=evidence, intake=Intake(plan_received=True, no_parts=True))
    typed = typed_values(standing) | {"ask": "3,000"}
    assert proposal_of(typed, standing, (standing.company,), "other") == standing.model_copy(
        update={"ask_yen": 30_000_000}
    )


def test_an_unchanged_correction_changes_nothing():
    standing = expected(pre_money_yen=1, summary=Bilingual(ja="概要", en="Summary"))
    assert proposal_of(typed_values(standing), standing, (), "other") == standing
