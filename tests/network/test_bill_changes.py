"""Two revisions of a bill side by side: every line of either is added, removed, changed or unchanged."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fundapp.network.bill import Line, LineKind
from fundapp.network.bill_changes import BillChanges, LineChange, compare_lines


def line(row: int, part: str = "", name: str = "", **given: object) -> Line:
    usual = {"quantity": Fraction(1), "kind": LineKind.BOUGHT_OUT}
    return Line(id=f"R{row}", row=row, part_number=part, description=name, **{**usual, **given})


def test_a_part_is_found_again_wherever_its_row_went() -> None:
    old = (line(2, "A", "axle"), line(3, "B", "bearing"), line(4, "", "glue"), line(5, "D", "disc"))
    new = (
        line(2, "D", "disc"),
        line(3, "ａ", "axle", quantity=Fraction(2), target_unit_cost_yen=500),
        line(4, "", "Glue"),
        line(5, "E", "edge"),
    )
    assert compare_lines(old, new) == BillChanges(
        added=(new[3],),
        removed=(old[1],),
        changed=(
            LineChange(old=old[0], new=new[1], fields=("part_number", "quantity", "target_unit_cost_yen")),
            LineChange(old=old[2], new=new[2], fields=("description",)),
        ),
        unchanged=1,
    )


def test_one_part_in_two_assemblies_is_two_lines() -> None:
    old = (line(2, "M6", assembly="rotor"), line(3, "M6", assembly="tower"))
    new = (line(2, "M6", assembly="tower"), line(3, "M6", assembly="rotor"), line(4, "M6", assembly="base"))
    found = compare_lines(old, new)
    assert (found.added, found.removed, found.changed, found.unchanged) == ((new[2],), (), (), 2)


LINES = st.lists(
    st.builds(
        line,
        row=st.integers(1, 9),
        part=st.sampled_from(["", "A", "B", "C"]),
        name=st.sampled_from(["axle", "bearing"]),
        quantity=st.sampled_from([Fraction(1), Fraction(2)]),
    ),
    max_size=8,
).map(tuple)


@given(old=LINES, new=LINES)
def test_no_line_is_lost_and_none_is_compared_twice(old: tuple[Line, ...], new: tuple[Line, ...]) -> None:
    found = compare_lines(old, new)
    assert len(found.removed) + len(found.changed) + found.unchanged == len(old)
    assert len(found.added) + len(found.changed) + found.unchanged == len(new)
    assert compare_lines(old, old).none()
