"""The parts in sums by assembly."""

from fundapp.ui.proposal.supply import AssemblySupply, by_assembly
from tests.pages.small_fund import ACTORS, small_fund


def test_sums_by_assembly_in_the_bill_s_order(tmp_path):
    support = small_fund(tmp_path).desk.support_facts(ACTORS["a"], "proposal-1")
    assert support is not None
    assert by_assembly(support.lines) == (
        AssemblySupply(
            assembly="発電機",
            lines=6,
            covered=6,
            hands=0,
            critical_open=0,
            target_yen=1_200_000,
            offered_yen=1_152_000,
            longest_days=66,
        ),
        AssemblySupply(
            assembly="塔・基礎",
            lines=4,
            covered=2,
            hands=0,
            critical_open=1,
            target_yen=800_000,
            offered_yen=384_000,
            longest_days=84,
        ),
    )


def test_without_lines_there_is_nothing():
    assert by_assembly(()) == ()
