"""What support bodies offer: free for member companies, locally or widely, by several bodies or by nobody."""

import pytest

from fundapp.network.service import Covered, Entitlement, Service, coverage, done_by_nobody, entitlement, service_of

TLO = Service(member_id="tlo", kind="M08", level="wide_area", cost_yen=300_000, free_for_members=True)
CITY = Service(member_id="city", kind="M16", level="local", cost_yen=0)
CHAMBER = Service(member_id="chamber", kind="M16", level="local")
ASSOCIATION = Service(member_id="association", kind="M16", level="wide_area", cost_yen=50_000)


@pytest.mark.parametrize(
    ("service", "member_company", "found"),
    [
        (TLO, True, Entitlement(cost_yen=0, free_as_member=True)),
        (TLO, False, Entitlement(cost_yen=300_000, free_as_member=False)),
        (ASSOCIATION, True, Entitlement(cost_yen=50_000, free_as_member=False)),
        (CHAMBER, True, Entitlement(cost_yen=None, free_as_member=False)),
        (
            TLO.model_copy(update={"cost_yen": None}),
            False,
            Entitlement(cost_yen=None, free_as_member=False),
        ),
    ],
)
def test_the_tlo_is_free_for_member_companies_and_others_pay_the_standard_cost(service, member_company, found) -> None:
    assert entitlement(service, member_company=member_company) == found


def test_a_service_is_found_by_its_body_and_kind() -> None:
    services = (TLO, CITY, CHAMBER)
    assert service_of(services, "chamber", "M16") == CHAMBER
    assert service_of(services, "tlo", "M16") is None


def test_the_map_says_what_overlaps_and_what_nobody_offers() -> None:
    unknown = TLO.model_copy(update={"kind": "M99"})
    found = coverage(("M08", "M16", "M17"), (TLO, CITY, CHAMBER, ASSOCIATION, unknown))
    assert found == (
        Covered(of="M08", wide_area=("tlo",)),
        Covered(of="M16", local=("city", "chamber"), wide_area=("association",)),
        Covered(of="M17"),
    )
    assert [one.state() for one in found] == ["one", "several", "nobody"]


def test_processes_that_no_member_can_do() -> None:
    able = {"a": frozenset({"turning"}), "b": frozenset({"bending", "turning"})}
    assert done_by_nobody(("turning", "crystal_growth", "bending"), able) == ("crystal_growth",)
    assert done_by_nobody(("turning",), {}) == ("turning",)
