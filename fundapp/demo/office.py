"""Setting the fund up: accounts, terms, seats, alternates, rubric, members."""

from datetime import timedelta
from fractions import Fraction

from fundapp.access.accounts import create_account
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.committee.item import OutsideAlternate, Seat
from fundapp.committee.rubric import Rubric
from fundapp.demo import association_rows, partner_rows
from fundapp.demo.clerk import Clerk, id_of, person_of
from fundapp.demo.content import cast, seats, toml
from fundapp.demo.inquiries import contacts
from fundapp.demo.network_rows import capabilities
from fundapp.demo.providers import providers
from fundapp.demo_mark import DemoSignIn
from fundapp.fund.terms import FundTerms, Limits, Partner
from fundapp.network.need import Coordinator
from fundapp.places import rubrics_folder
from fundapp.record import commands as c
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.store.rubric_files import load_rubric

FOUNDED_DAYS_AGO = 1150


def sign_ins() -> tuple[DemoSignIn, ...]:
    """The cards of the sign-in page. The passwords are no secret: they open a fictional fund."""
    return tuple(
        DemoSignIn(
            label=one.label,
            person=one.person,
            name=one.key,
            password=f"demo-hachiryo-{one.key}",
            roles=one.roles,
        )
        for one in cast().values()
    )


def enter(clerk: Clerk) -> None:
    """Enter the set-up in the clerk's diary."""
    clerk.on(FOUNDED_DAYS_AGO, 9, lambda: _open_accounts(clerk))
    clerk.on(FOUNDED_DAYS_AGO, 10, lambda: _establish(clerk))
    clerk.on(FOUNDED_DAYS_AGO - 10, 10, lambda: _register_network(clerk))
    members = tuple(one.member for one in providers().values())
    clerk.on(2, 9, lambda: partner_rows.enter(clerk, members))
    clerk.on(2, 10, lambda: association_rows.enter(clerk))


def _open_accounts(clerk: Clerk) -> None:
    for card in sign_ins():
        told = cast()[card.name]
        made = create_account(
            clerk.desk.database,
            person=person_of(told.key),
            sign_in_name=card.name,
            name=told.name,
            organisation=told.organisation,
            roles=told.roles,
            password=card.password,
            by=person_of("administrator"),
            now=clerk.desk.now(),
            email=f"{card.name}@hachiryo.example",
        )
        assert not isinstance(made, Refusal), f"the account of {card.name} was refused: {made}"


def _terms(clerk: Clerk) -> FundTerms:
    told = toml("people")["fund"]
    return FundTerms(
        name=Bilingual(**told["name"]),
        general_partner=Bilingual(**told["general_partner"]),
        partners=(
            Partner(name=told["limited_partner"], share=Fraction(99, 100)),
            Partner(name=told["general_partner"]["ja"], share=Fraction(1, 100), general=True),
        ),
        size_yen=500_000_000,
        cost_reserve_yen=40_000_000,
        follow_on_reserve_yen=60_000_000,
        limits=Limits(
            company_share=Fraction(20, 100),
            sector_share=Fraction(40, 100),
            early_stage_share=Fraction(80, 100),
            voting_share=Fraction(34, 100),
        ),
        first_day=clerk.day(FOUNDED_DAYS_AGO),
        years=10,
    )


def _establish(clerk: Clerk) -> None:
    on = clerk.day(FOUNDED_DAYS_AGO)
    clerk.do("administrator", c.EstablishFund(terms=_terms(clerk), on=on))
    for rank, told in enumerate(seats(), start=1):
        seat = Seat(
            id=told.id,
            name=told.name,
            organisation=cast()[told.id].organisation,
            holder=person_of(told.id),
            alternates=tuple(map(person_of, told.alternates)),
            rank=rank,
        )
        clerk.do("administrator", c.AssignSeat(seat=seat))
    for key in toml("people")["outside_alternates"]["people"]:
        alternate = OutsideAlternate(person=person_of(key), organisation=cast()[key].organisation)
        clerk.do("administrator", c.ListOutsideAlternate(alternate=alternate))
    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric), f"the rubric that is shipped has faults: {rubric}"
    clerk.do("association", c.AdoptRubric(rubric=rubric, in_force_from=on + timedelta(days=1)))


def _register_network(clerk: Clerk) -> None:
    members = association_rows.dated(tuple(one.member for one in providers().values()), clerk.today)
    clerk.do("secretariat", c.RegisterMembers(members=members))
    clerk.do("secretariat", RecordContacts(contacts=contacts()))
    able = capabilities(providers(), clerk.today)
    clerk.do("secretariat", c.RecordCapabilities(capabilities=able))
    coordinators = tuple(
        Coordinator(id=id_of("coordinator", one["name"]), **one) for one in toml("people")["coordinators"]
    )
    clerk.do("secretariat", c.RecordCoordinators(coordinators=coordinators))
