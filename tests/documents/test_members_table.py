"""The list of members to take away reads back as what was taken away, in both languages, as CSV and as a workbook."""

from datetime import date

import pytest
from small_fund import both

from fundapp.basis.grid import Grid
from fundapp.documents.members_table import members_csv, members_xlsx
from fundapp.intake.table import read_table
from fundapp.network.contact import Contact
from fundapp.network.listed import Listed
from fundapp.network.member import Member
from fundapp.network.member_headers import CLASSES, COMPANY_TYPES
from fundapp.network.member_table import missing_columns, read_members, suggest_member_mapping
from fundapp.network.premises import Site
from fundapp.network.process import ProcessTree
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree
from fundapp.text.catalogue import use
from fundapp.text.network_words import WORDS, words

TREE = load_process_tree(rubrics_folder())
assert isinstance(TREE, ProcessTree)
TYPES = ("", *COMPANY_TYPES)
MEMBERS = tuple(
    Listed(
        member=Member(
            id=f"id-{n}", code=f"M-{n:04}", name=both(f"会員{n}"), member_class=one, company_type=TYPES[n % len(TYPES)],
            corporate_number="" if n % 2 else "7000012050002", capital_yen=None if n % 2 else 12_345_678,
            employees=None if n % 2 else 0,
            joined_on=date(2001, 4, n + 1), left_on=None if n % 4 else date(2026, 3, 31),
            referred_by=f"id-{n - 1}" if n else "",
        ),
        contact=None if n % 3 else Contact(id=f"c-{n}", member_id=f"id-{n}", name="=担当", email="a@b.example"),
        site=None if n % 3 else Site(id=f"s-{n}", member_id=f"id-{n}", name="", postcode="376-0001", address="稜市1-2"),
        processes=tuple(process.id for process in TREE.processes[n :: len(CLASSES)]),
    )
    for n, one in enumerate(CLASSES)
)  # fmt: skip


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "made"), [("members.csv", members_csv), ("members.xlsx", members_xlsx)])
def test_what_goes_out_reads_back(language, name, made):
    use(language)
    grid = read_table(name, made(MEMBERS, TREE))
    assert isinstance(grid, Grid)
    mapping = suggest_member_mapping(grid)
    assert missing_columns(mapping) == ()
    assert {role for role, _column in mapping.columns} == set(words("member_column"))
    registered = tuple(one.member for one in MEMBERS)
    able = {one.member.id: frozenset(one.processes) for one in MEMBERS}
    reading = read_members(grid, mapping, TREE, registered=registered, capable=able, on=date(2026, 1, 1), batch="back")
    assert (reading.rejected, reading.unknown_processes) == ((), ())
    assert tuple(one.member for one in reading.rows) == registered
    assert [able for one in reading.rows for able in one.capabilities] == []
    assert not any(one.is_new for one in reading.rows)
    forgotten = {"joined_on": None, "left_on": None, "referred_by": ""}
    bare = tuple(one.model_copy(update=forgotten) for one in registered)
    reading = read_members(grid, mapping, TREE, registered=bare, capable=able, on=date(2026, 1, 1), batch="back")
    assert tuple(one.member for one in reading.rows) == registered


def test_there_is_a_word_for_every_class_and_type():
    assert set(WORDS["member_class"]) == set(CLASSES)
    assert set(WORDS["company_type"]) == set(TYPES)
