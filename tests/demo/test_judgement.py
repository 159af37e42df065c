"""Levels, axes, quadrants and resolutions, recomputed from the rows and the scorecards of the record."""

from datetime import timedelta

import pytest

from fundapp.basis.numbers import half_up
from fundapp.record.judging import gates_of
from fundapp.record.roll import eligible_alternates, roll

PORTFOLIO = ("IV-1", "IV-2", "IV-3", "IV-4", "IV-5")
PROPOSALS = ("PR-06", "PR-07", "PR-08", "PR-09", "PR-10", "PR-11", "PR-12")
RESOLUTIONS = {
    "PR-06": "approve_with_conditions",
    "PR-07": "decline_unsupported",
    "PR-08": "decline",
    "PR-09": "defer",
    "PR-10": "approve",
    "PR-11": "build_support",
    "PR-12": "decline",
}


def said_of(spec, code):
    return spec["portfolio_scores"].get(code) or next(one for one in spec["proposals"] if one["id"] == code)


@pytest.mark.parametrize("code", [*PORTFOLIO, *PROPOSALS])
def test_committee_values_on_axis_1_are_those_of_the_specification(finished, spec, code):
    values = [criterion.value for criterion in finished.standing(code).axis1.criteria]
    assert values == said_of(spec, code)["axis1"]


@pytest.mark.parametrize("code", [*PORTFOLIO, *PROPOSALS])
def test_levels_of_axis_2_are_computed_from_rows_and_stand(finished, spec, code):
    computed = [one.level for one in finished.last_item(code).frozen.firm]
    committee = [criterion.value for criterion in finished.standing(code).axis2.criteria]
    assert computed == committee == said_of(spec, code)["axis2"]


@pytest.mark.parametrize("code", PROPOSALS)
def test_axes_and_quadrant_are_those_of_the_specification(finished, spec, code):
    place = finished.standing(code)
    shown = [float(half_up(place.axis1.points)), float(half_up(place.firm.points)), place.quadrant]
    assert shown == said_of(spec, code)["check"]


def test_wind_turbine_stood_at_1_55_before_the_inquiry_and_passed_the_gate_of_axis_1(finished):
    item = finished.item(13, "PR-06")
    view = gates_of(finished.book(), item)
    outcomes = {gate.id: gate.outcome for gate in view.firm}
    assert float(half_up(view.axis2_points)) == 1.55
    assert (outcomes["G2"], outcomes["G3"], outcomes["G4"]) == ("pass", "fail", "fail")
    assert (item.resolved.resolution, item.resolved.defer_reason) == ("defer", "evidence")


@pytest.mark.parametrize("code", ["PR-06", "PR-08"])
def test_first_scores_lie_two_or_more_apart_on_a_criterion(finished, code):
    first = [card for card in finished.last_item(code).scorecards if card.round == 1]
    marks = zip(*([given.level for given in card.levels if given.axis == "axis1"] for card in first), strict=True)
    assert max(max(column) - min(column) for column in marks) >= 2


@pytest.mark.parametrize("code", ["PR-06", "PR-08"])
def test_second_scores_are_kept_beside_the_first_with_their_reason(finished, code):
    book, cards = finished.book(), finished.last_item(code).scorecards
    again = [card for card in cards if card.round == 2]
    reasons = [book.words_of(given.reason) for card in again for given in card.levels if given.reason]
    assert (len(cards), len(again), len(reasons)) == (4, 1, 1)
    assert all(reasons)


@pytest.mark.parametrize(("code", "resolution"), RESOLUTIONS.items())
def test_resolutions_are_those_of_the_specification(finished, code, resolution):
    assert finished.last_item(code).resolved.resolution == resolution


@pytest.mark.parametrize("code", PORTFOLIO)
def test_portfolio_was_approved_in_an_earlier_meeting(finished, code):
    item = finished.last_item(code)
    assert 9 <= finished.book().meetings[item.meeting_id].number <= 13
    assert item.resolved.resolution in ("approve", "approve_with_conditions")


def test_build_support_runs_180_days(finished):
    item = finished.last_item("PR-11")
    held_on = finished.book().meetings[item.meeting_id].held_on
    assert item.resolved.again_by == held_on + timedelta(days=180)


def test_stale_quotes_hold_the_cost_of_pr_11_down(finished):
    item = finished.last_item("PR-11")
    capped = [one.criterion_id for one in item.frozen.firm if one.capped]
    assert capped == ["N3"]
    assert item.frozen.support.values("firm")["quote_age_days"].value > 90


def test_every_mark_of_four_and_more_on_axis_1_has_a_document_of_before_the_freeze(finished):
    for item in finished.book().items.values():
        papered = {one.criterion_id for one in item.frozen.proposal.evidence}
        marked = {
            given.criterion_id
            for card in item.scorecards
            for given in card.levels
            if given.axis == "axis1" and given.level >= 4
        }
        assert marked <= papered, item.proposal_code


def test_conditions_name_the_bottlenecks_and_everything_that_is_not_firm(finished):
    item = finished.last_item("PR-06")
    conditions = {condition.row: condition for condition in item.resolved.conditions}
    open_needs = {need.id for need in item.frozen.support.needs if need.rung < 4}
    assert set(item.frozen.support.bottlenecks) | open_needs <= conditions.keys()
    assert all(condition.owner and condition.due for condition in conditions.values())


def test_dissent_on_the_unconditional_approval_is_on_record(finished):
    book, (lost, carried) = finished.book(), finished.last_item("PR-06").motions
    against = [(one.seat_id, book.words_of(one.reason)) for one in lost.ballots if one.vote == "against"]
    assert [(motion.resolution, motion.tally.carried) for motion in (lost, carried)] == [
        ("approve", False),
        ("approve_with_conditions", True),
    ]
    assert against == [("vc", "隘路の着磁と塔に手当ての約束がないまま無条件で払い込むことには反対する。")]


def test_pr_09_is_deferred_five_million_short_of_the_balance(finished):
    resolved = finished.last_item("PR-09").resolved
    assert (resolved.resolution, resolved.defer_reason, resolved.short_yen) == ("defer", "balance", 5_000_000)


def test_tlo_is_out_of_pr_09_as_a_person_and_as_an_organisation(finished):
    book, item = finished.book(), finished.last_item("PR-09")
    recusals = [(one.seat_id, one.kind, one.organisation) for one in item.recusals]
    assert recusals == [
        ("tlo", "inventor_or_patent_holder", False),
        ("tlo", "organisation_licence_income", True),
    ]
    assert not set(eligible_alternates(book, item, book.seats["tlo"])) & set(book.seats["tlo"].alternates)
    assert {entry.seat_id: entry.mode for entry in roll(book, item)}["tlo"] == "represented"
    assert dict(item.alternates)["tlo"] in book.outside


def test_loan_of_the_bank_is_disclosed_and_recuses_nobody(finished):
    item = finished.last_item("PR-09")
    loan = next(one for one in item.interests if one.kind == "organisation_loan")
    assert (loan.seat_id, loan.level) == ("vc", "disclose")
    assert "8千万円" in finished.book().words_of(loan.remark)


def test_tlos_president_sees_pr_09_by_its_number_alone(finished):
    seen = finished.book("tlo").items[finished.last_item("PR-09").id]
    assert (seen.hidden, seen.proposal_code, seen.scorecards, seen.frozen) == (True, "", (), None)
