"""Needs with their menu items, sales routes and earlier support: the rows of axis 2 that are not about parts."""

from datetime import date, timedelta

from fundapp.demo.clerk import id_of
from fundapp.demo.content import rows
from fundapp.demo.providers import providers
from fundapp.network.need import Introduction, MenuItem, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import CONTRACTED, HAND_RAISED, WRITTEN

# What each wanted level asks of the rows (rubrics/axis2.toml). A level that no proposal of the story has is not here.
MENU_COMPLETE = {5: 10, 4: 9, 3: 8, 2: 6}
WRITTEN_NEEDS = {5: (3, 7), 4: (3, 5), 3: (3, 3), 2: (1, 3), 1: (1, 1)}
"""(critical, other) needs in writing."""
AGREED_ROUTES = {4: 3, 3: 2, 2: 1}

TERMS = ("commission_type", "rate", "collection", "region", "rep")
NEEDS, CRITICAL_NEEDS = 10, 3
CASES = 6


def needs(code: str, on: date, *, menu: int, commitment: int) -> tuple[SupportNeed, ...]:
    """Ten needs with their menu items, of which the first three are critical."""
    first, others = rows("needs")[:CRITICAL_NEEDS], rows("needs")[CRITICAL_NEEDS:]
    turn = sum(map(ord, code))
    critical_written, other_written = WRITTEN_NEEDS[commitment]
    made = []
    for number in range(NEEDS):
        critical = number < CRITICAL_NEEDS
        row = first[number] if critical else others[(turn + number) % len(others)]
        written = number < critical_written if critical else number - CRITICAL_NEEDS < other_written
        rung = (CONTRACTED if commitment == 5 and critical else WRITTEN) if written else HAND_RAISED
        made.append(
            SupportNeed(
                id=id_of("need", f"{code}/{number}"),
                proposal_id=id_of("proposal", code),
                name=row["name"],
                critical=critical,
                item=_item(row, on, rung=rung, complete=number < MENU_COMPLETE[menu], funded=menu == 5, number=number),
            )
        )
    return tuple(made)


def _item(row: dict[str, str], on: date, *, rung: int, complete: bool, funded: bool, number: int) -> MenuItem:
    provider = providers()[row["provider"]]
    item = MenuItem.model_validate(
        {
            "kind": row["kind"],
            "provider": provider.member.name.ja,
            "person": provider.person,
            "deliverable": row["deliverable"],
            "due": on + timedelta(days=30 + 15 * number),
            "cost_yen": int(row["cost_yen"]),
            "cost_bearer": row["cost_bearer"],
            "funded": funded,
            "owner_consent": True,
            "rung": rung,
        }
    )
    undecided = {"due": None, "cost_bearer": None, "decision_due": on + timedelta(days=30), "owner_consent": False}
    return item if complete else item.model_copy(update=undecided)


def sales_routes(code: str, on: date, *, sales: int) -> tuple[SalesRoute, ...]:
    """The planned channels; for the first of them the own network was asked and all terms are written down."""
    made = []
    for number, row in enumerate(rows("routes")):
        agreed = number < AGREED_ROUTES[sales]
        terms = TERMS if agreed else ("region",)
        made.append(
            SalesRoute.model_validate(
                {
                    "id": id_of("route", f"{code}/{number}"),
                    "proposal_id": id_of("proposal", code),
                    "name": row["name"],
                    "overseas": row["overseas"] == "1",
                    **{name: row[name] for name in terms},
                    **(_own_network(row, on) if agreed else {}),
                }
            )
        )
    return tuple(made)


def _own_network(row: dict[str, str], on: date) -> dict[str, object]:
    """What the first coordinator of the network found three weeks before a day."""
    found = next(one.member for one in providers().values() if one.member.member_class == "sales_coordinator")
    introduced = Introduction(buyer=row["buyer"], introduced_on=on - timedelta(days=14), result=row["result"])
    return {
        "coordinator": found.name.ja,
        "plan_read_on": on - timedelta(days=21),
        "introductions": (introduced,) if row["buyer"] else (),
        "not_reached": row["not_reached"],
    }


def cases(code: str, on: date) -> tuple[SupportCase, ...]:
    """What was promised to the company before: all but one in time."""
    made = []
    for number in range(CASES):
        due = on - timedelta(days=60 + 55 * number)
        late = number == CASES - 1
        delivered = due + timedelta(days=12 if late else -3)
        made.append(SupportCase(id=id_of("case", f"{code}/{number}"), due=due, delivered=delivered))
    return tuple(made)
