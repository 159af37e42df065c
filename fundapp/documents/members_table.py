"""The directory as a list of members to take away, under the headers by which the import knows its columns."""

from collections.abc import Iterable, Mapping

from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.documents.said import listed, said
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.network.listed import Listed
from fundapp.network.process import ProcessTree
from fundapp.text.catalogue import pgettext
from fundapp.text.network_words import word, words


def columns() -> tuple[XlsxColumn, ...]:
    """The columns of an import of members, in its order."""
    kinds = {"capital": "yen", "employees": "count"}
    return tuple(
        XlsxColumn.model_validate({"head": head, "kind": kinds.get(role, "text")})
        for role, head in words("member_column").items()
    )


def rows(members: Iterable[Listed], tree: ProcessTree) -> list[tuple[CellValue, ...]]:
    """One row a member. What is not known is left empty, which changes nothing when it is taken in again."""
    listed_ = tuple(members)
    codes = {one.member.id: one.member.code for one in listed_}
    return [_row(one, tree, codes) for one in listed_]


def _row(one: Listed, tree: ProcessTree, codes: Mapping[str, str]) -> tuple[CellValue, ...]:
    member, contact, site = one.member, one.contact, one.site
    names = (tree.name_of(process) for process in one.processes)
    cells: dict[str, CellValue] = {
        "code": member.code,
        "name_ja": member.name.ja,
        "name_en": member.name.en,
        "member_class": word("member_class", member.member_class),
        "corporate_number": member.corporate_number,
        "capital": member.capital_yen,
        "company_type": word("company_type", member.company_type) if member.company_type else "",
        "employees": member.employees,
        "joined_on": member.joined_on.isoformat() if member.joined_on else "",
        "left_on": member.left_on.isoformat() if member.left_on else "",
        "referred_by": codes.get(member.referred_by, ""),
        "contact": contact.name if contact else "",
        "email": contact.email if contact else "",
        "telephone": contact.telephone if contact else "",
        "fax": contact.fax if contact else "",
        "postcode": site.postcode if site else "",
        "address": site.address if site else "",
        "processes": listed([said(name) for name in names if name]),
    }
    return tuple(cells[role] for role in words("member_column"))


def members_csv(members: Iterable[Listed], tree: ProcessTree) -> bytes:
    """For other programs."""
    return csv_table([column.head for column in columns()], rows(members, tree))


def members_xlsx(members: Iterable[Listed], tree: ProcessTree) -> bytes:
    """For a spreadsheet: amounts are numbers, nothing is a formula."""
    return xlsx_table(pgettext("network", "Members"), columns(), rows(members, tree))
