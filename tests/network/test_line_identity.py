"""A part keeps its identity over the revisions of its bill, whatever its row and id become."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.line_identity import LineFate, fate, identity_of, moved, with_identities


def line(row: int, part: str = "", name: str = "", **given: object) -> Line:
    usual = {"quantity": Fraction(1), "kind": LineKind.BOUGHT_OUT}
    return Line(id=f"R{row}", row=row, part_number=part, description=name, **{**usual, **given})


def bill(revision: str, *lines: Line) -> Bill:
    return Bill(proposal_id="p", revision=revision, lot=10, plan_days=90, lines=lines)


def recorded(*bills: Bill) -> list[Bill]:
    """One after the other, as the register takes them; a correction takes the place of its revision."""
    found: list[Bill] = []
    for n, one in enumerate(bills):
        made = with_identities(one, found, f"order-{n}")
        if any(of.revision == one.revision for of in found):
            found = [made if of.revision == one.revision else of for of in found]
        else:
            found.append(made)
    return found


AXLE, BEARING = line(2, "A-1", "axle"), line(3, "B-1", "bearing")


def test_a_row_put_in_above_moves_the_id_and_not_the_identity() -> None:
    first, second = recorded(bill("A", AXLE, BEARING), bill("B", line(2, "N-1", "nut"), line(3, "A-1", "axle")))
    assert [one.identity for one in first.lines] == ["order-0/R2", "order-0/R3"]
    assert [one.identity for one in second.lines] == ["order-1/R2", "order-0/R2"]
    assert moved(first, second) == {"R2": "R3", "R3": ""}


def test_a_part_that_got_another_number_is_known_by_its_name_over_three_revisions() -> None:
    bills = recorded(
        bill("A", line(2, "A-1", "axle")), bill("B", line(5, "A-9", "axle")), bill("C", line(7, "A-9", "main shaft"))
    )
    assert {one.lines[0].identity for one in bills} == {"order-0/R2"}
    found = fate(bills, "A", "R2")
    assert found == LineFate(
        state="changed", revision="C", part=bills[2].lines[0], fields=("part_number", "description")
    )


def test_what_became_of_a_part_since_it_was_judged() -> None:
    bills = recorded(bill("A", AXLE, BEARING), bill("B", line(2, "B-1", "bearing"), line(3, "A-1", "axle", quantity=2)))
    assert fate(bills, "A", "R3") == LineFate(state="same", revision="B", part=bills[1].lines[0])
    assert fate(bills, "A", "R2") == LineFate(
        state="changed", revision="B", part=bills[1].lines[1], fields=("quantity",)
    )
    later = recorded(bill("A", AXLE, BEARING), bill("B", BEARING), bill("C", BEARING))
    assert fate(later, "A", "R2") == LineFate(state="removed", revision="B", part=later[0].lines[0])
    assert fate(later, "A", "R99") is None
    assert fate([], "A", "R2") is None


def test_the_identity_that_was_frozen_is_believed_before_an_id_that_another_part_has_now() -> None:
    was = recorded(bill("A", AXLE, BEARING))
    frozen = was[0].lines[0].identity
    corrected = with_identities(bill("A", line(2, "N-1", "nut"), line(3, "A-1", "axle")), was, "order-1")
    assert fate([corrected], "A", "R2", frozen) == LineFate(state="same", revision="A", part=corrected.lines[1])


def test_a_row_that_a_correction_dropped_is_the_old_part_when_it_comes_again() -> None:
    before = recorded(bill("A", AXLE, BEARING), bill("B", AXLE, BEARING), bill("B", AXLE), bill("B", AXLE, BEARING))
    assert [one.identity for one in before[1].lines] == ["order-0/R2", "order-0/R3"]


def test_a_new_part_in_a_corrected_revision_never_gets_an_identity_that_is_taken() -> None:
    bills = recorded(bill("A", AXLE), bill("A", line(2, "Z-1", "zip")), bill("A", line(2, "Y-1", "yoke")))
    assert bills[0].lines[0].identity == "order-2/R2"


def test_rows_from_before_identities_were_kept_are_themselves() -> None:
    old = bill("A", AXLE, BEARING)
    made = with_identities(bill("B", line(9, "B-1", "bearing")), [old], "order-1")
    assert made.lines[0].identity == identity_of(BEARING, "A") == "A/R3"
    assert fate([old, made], "A", "R3") == LineFate(state="same", revision="B", part=made.lines[0])
    assert fate([old, made], "A", "R2") == LineFate(state="removed", revision="B", part=AXLE)


PARTS = st.lists(st.tuples(st.sampled_from(["", "A", "B", "C"]), st.sampled_from(["x", "y", "z"])), max_size=6)


@given(st.lists(PARTS, min_size=1, max_size=4), st.data())
def test_no_two_lines_of_a_revision_are_one_part(revisions, data) -> None:
    names = [data.draw(st.sampled_from(["A", "B"])) for _ in revisions]
    for one in recorded(
        *(
            bill(name, *(line(row, part, text) for row, (part, text) in enumerate(rows, 2)))
            for name, rows in zip(names, revisions, strict=True)
        )
    ):
        assert max(Counter(of.identity for of in one.lines).values(), default=1) == 1
        assert all(of.identity for of in one.lines)
