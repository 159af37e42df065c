"""The demo's promises and past outcomes, against the specification's figures."""

from fractions import Fraction

from demo.conftest import TODAY

from fundapp.followup.obligation import kept
from fundapp.followup.outcome import Share, tally
from fundapp.record.calibrating import calibration_pairs
from fundapp.record.obligations import obligations


def past(demo, person="secretariat"):
    return [one for one in demo.desk.courses(demo.actor(person)) if not one.collaboration.proposal_id]


def test_past_outcomes_are_the_specifications(under_way, spec):
    told = spec["past_outcomes"]
    found = tally(past(under_way))
    assert dict(found.by_state) == {"S0": 0, **told["by_state"]}
    assert found.of_all == Share(part=6, whole=told["total"])
    deep = told["deep_subset"]
    assert found.of_deep == Share(part=deep["commercialised"], whole=deep["count"])
    assert [count for _cause, count in found.by_cause] == list(told["valley_causes"].values())
    years = [Fraction(one) for one in told["years_to_first_sale"].removeprefix("sold 6: ").split(", ")]
    assert [round(float(one), 1) for one in found.years_to_first_sale] == [float(one) for one in years]


def test_every_valley_case_has_a_cause_and_nobody_else(under_way):
    for one in past(under_way):
        assert bool(one.causes) == (one.now in ("T2", "T3"))
        assert len(set(one.causes)) == len(one.causes)


def test_the_funds_own_companies_are_in_the_specifications_states(under_way, spec):
    states = {
        one.collaboration.code: one.now
        for one in under_way.desk.courses(under_way.actor("lp"))
        if one.collaboration.proposal_id
    }
    assert states == {one["id"]: one["state"] for one in spec["portfolio"]}


def test_the_points_at_the_approval_stand_beside_what_became_of_it(under_way):
    pairs = calibration_pairs(under_way.book(), under_way.desk.courses(under_way.actor("secretariat")))
    assert {one.code: (one.axis1, one.axis2) for one in pairs}["IV-4"] == (Fraction("4.2"), Fraction("4.35"))
    assert len(pairs) == 5
    assert calibration_pairs(under_way.book("lp"), under_way.desk.courses(under_way.actor("lp"))) == ()


def test_promises_were_mostly_kept_and_the_company_on_the_tree_still_waits(under_way):
    found = obligations(under_way.book())
    overdue = [one.company.ja for one in found if one.state(TODAY) == "overdue"]
    assert set(overdue) <= {"株式会社ささえ工房"}
    assert sum(one.state(TODAY) == "late" for one in found) == 2
    assert kept(found, TODAY).share > Fraction(8, 10)
