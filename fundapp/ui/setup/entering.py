"""The whole set-up as it was typed: what it asks for, and what is still wrong with it, step by step."""

from dataclasses import dataclass
from functools import cached_property

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.committee.item import OutsideAlternate, Seat
from fundapp.committee.rubric import Rubric
from fundapp.fund.terms import FundTerms
from fundapp.places import rubrics_folder
from fundapp.record.book import Book
from fundapp.store.people import Person
from fundapp.store.rubric_files import load_rubric
from fundapp.ui import gate
from fundapp.ui.office.fields import Fields
from fundapp.ui.setup import typed_fund, typed_people
from fundapp.ui.setup.typed_people import NewPerson


@dataclass
class Entering:
    """What the steps of the set-up work on."""

    actor: Actor
    book: Book
    fields: Fields

    @cached_property
    def rubric(self) -> Rubric | tuple[Problem, ...]:
        """The rubric of the files, or their faults."""
        return load_rubric(rubrics_folder())

    @cached_property
    def accounts(self) -> dict[str, Person]:
        """Who has an account already."""
        return gate.desk().people()

    @property
    def people(self) -> tuple[NewPerson, ...]:
        """The people of the rows."""
        return typed_people.people_of(self.fields.values)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats of the rows."""
        return typed_people.seats_of(self.fields.values, self.people)

    @property
    def outside(self) -> tuple[OutsideAlternate, ...]:
        """The outside alternates chosen."""
        return typed_people.outside_of(self.fields.values, self.people)

    @property
    def terms(self) -> FundTerms:
        """The terms of the fund, once nothing is wrong with them."""
        return typed_fund.terms_of(self.fields.values)

    def fund_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the fund. Nothing can be, once it stands in the record."""
        return () if self.book.terms else typed_fund.fund_problems(self.fields.values)

    def rubric_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the rubric's files."""
        return self.rubric if isinstance(self.rubric, tuple) and not self.book.rubrics else ()

    def people_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the people."""
        ids = {one.id for one in self.people}
        taken = {one.sign_in_name for one in self.accounts.values() if one.id not in ids}
        return typed_people.people_problems(self.people, taken)

    def seat_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the seats."""
        return typed_people.seat_problems(self.seats, self.outside, self.people)
