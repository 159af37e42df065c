"""The network's members, and which of them supply which kind of line."""

from functools import cache

from fundapp.basis.fact import Bilingual
from fundapp.demo.clerk import id_of
from fundapp.demo.content import Provider, proposals, rows, toml, whole
from fundapp.demo.network_rows import ONE_BILLION, company_types, others
from fundapp.demo.partner_rows import partners
from fundapp.network.bill import LineKind
from fundapp.network.member import CompanyType, Member

SUPPLIES: dict[LineKind, frozenset[str]] = {
    LineKind.BOUGHT_OUT: frozenset({"trading", "bearing", "electric", "drive", "fluid", "fastener"}),
    LineKind.MADE_TO_DRAWING: frozenset({"machining", "sheet", "casting", "rubber", "steel"}),
    LineKind.SPECIAL_PROCESS: frozenset({"heat", "coating", "winding"}),
    LineKind.ELECTRONIC: frozenset({"board", "panel", "sensor"}),
}


@cache
def providers() -> dict[str, Provider]:
    """All members by code, those of the story first."""
    members = {row["code"]: _provider(row) for row in rows("members")} | others()
    members |= _proposing(members)
    return members | partners(len(members) + 1)


def _proposing(members: dict[str, Provider]) -> dict[str, Provider]:
    """Makers of products that the story did not name: they are the companies of its proposals."""
    no_member = toml("association")["no_member"]
    companies = [one.company for code, one in proposals().items() if code not in no_member]
    free = [
        code
        for code, one in members.items()
        if one.member.company_type == "product" and not one.supplies and (one.member.capital_yen or 0) < ONE_BILLION
    ]
    return {
        code: members[code].model_copy(update={"member": members[code].member.model_copy(update={"name": company})})
        for code, company in zip(free, companies, strict=False)
    }


def _provider(row: dict[str, str]) -> Provider:
    member = Member.model_validate(
        {
            "id": id_of("member", row["code"]),
            "code": row["code"],
            "name": Bilingual(ja=row["name_ja"], en=row["name_en"]),
            "member_class": row["member_class"],
            "capital_yen": whole(row["capital_yen"]),
            "company_type": _company_type(row),
            "checked": row["checked"] == "1",
        }
    )
    return Provider(member=member, person=row["person"], supplies=row["supplies"])


def _company_type(row: dict[str, str]) -> CompanyType:
    if row["member_class"] != "company":
        return ""
    return next((of for of, supplies in company_types().items() if row["supplies"] in supplies), "base_technology")


@cache
def makers_of(kind: LineKind) -> tuple[Provider, ...]:
    """The members that supply lines of a kind; those whose succession and hazards are not checked yet come first."""
    able = [one for one in providers().values() if one.supplies in SUPPLIES[kind]]
    return tuple(sorted(able, key=lambda one: one.member.checked))
