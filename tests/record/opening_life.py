"""A fund that lives through anything in the order of its days, and the empty folder that takes it over."""

from datetime import timedelta
from random import Random

from record.money_rules import Money
from small_fund import MANAGER, NOW, SECRETARIAT, TERMS

from fundapp.fund.figures import figures
from fundapp.fund.opening import PARTS, Opening, OpeningSource
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.flows import deal_flows, partner_flows
from fundapp.record.opening_export import opening_of
from fundapp.record.performance import performance
from fundapp.record.portfolio import portfolio

STEPS = 40
M = 1_000_000
HELD = ("iv-r0", "iv-r2")
IDS = ("0", "1", "2", "3")


class Life(Money):
    """What the machine tries, but never dated back: a spreadsheet tells its movements by day."""

    terms = TERMS.model_copy(update={"first_day": (NOW - timedelta(days=60)).date()})

    def step(self, by: Random) -> None:
        """One of the fund's steps, which may be refused."""
        yen = by.choice((1, 999_999, by.randint(1, 9 * M), by.randint(1, 90 * M)))
        held, one, number = by.choice(HELD), by.choice(IDS), by.randint(1, 3)
        steps = (
            lambda: self.wait(by.randint(1, 20)),
            lambda: self.release(held, number, 0),
            lambda: self.call_and_pay(one, yen, by.choice((None, 1, 2)), 0),
            lambda: self.pay_fee(one, yen, by.random() < 0.3, 0),
            lambda: self.value(held, yen, 0, SECRETARIAT),
            lambda: self.exit(held, yen, by.randint(1, 60 * M), by.random() < 0.1, 0),
            lambda: self.write_off(held, yen),
            lambda: self.refund_tranche(held, number, yen),
            lambda: self.distribute(one, yen, by.randint(0, 4), 0),
            lambda: self.recycle(by.randint(1, 4)),
            lambda: self.give_capital_back(one, yen, 0),
            lambda: self.fall_short(one, number),
            lambda: self.commit(by.choice(("LP", "new")), by.random() < 0.5, yen),
            lambda: self.budget(by.choice((c.SetFeesAside, c.FreeFees)), yen),
            lambda: self.reserve_follow_on(by.choice(("", "company-r0")), yen, by.random() < 0.5),
            lambda: self.change(by.choice((c.FreezeTranche, c.ResumeTranche, c.CancelTranche)), held, number),
            lambda: self.tries(c.ReverseEntry(seq=max(self.book.posted), reason="r", on=self.today)),
        )
        by.choice(steps)()


def lived(by: Random) -> Life:
    """A fund after many steps."""
    life = Life()
    life.establish(2)
    for _step in range(STEPS):
        life.step(by)
    return life


def tables(life: Life) -> Opening:
    """The fund's tables as they stand, of one workbook."""
    of = {"file_name": "fund.xlsx", "file_sha256": "0" * 64}
    sources = tuple(OpeningSource(part=part, sheet=part, **of) for part in PARTS)
    return opening_of(life.book, life.today).model_copy(update={"sources": sources})


def elsewhere(life: Life) -> Life:
    """An empty folder that was set up with the same terms a day later."""
    other = Life()
    other.now, other.book = life.now + timedelta(days=1), Book()
    other.take(e.FundEstablished(terms=life.book.terms, on=other.today))
    return other


def taken_over(life: Life, opening: Opening) -> Life:
    """The tables proposed by the manager and accepted by the secretariat in an empty folder."""
    other = elsewhere(life)
    assert other.tries(c.ProposeOpening(opening_id="o", opening=opening, on=other.today), MANAGER), other.decision
    assert other.tries(c.AcceptOpening(opening_id="o", on=other.today), SECRETARIAT), other.decision
    other.everything_holds()
    return other


def figures_of(book: Book, today) -> tuple:
    """Everything that a reader of figures sees."""
    found = portfolio(book, today)
    held = {(one.company.ja, one.drawn_yen, one.fair_value_yen, one.came_back_yen) for one in found.holdings}
    values = performance(book, today)[-1]
    return figures(book.terms, book.balances), partner_flows(book), deal_flows(book), values, held
