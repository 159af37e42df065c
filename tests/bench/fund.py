"""The fund's pages and its past, as the record grows: the same two companies, 100 events or 10,000 behind them."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from figure import Figure
from many import record_of, told
from serving import OURS, cookie_of, served
from session import Session
from small_fund import SECRETARIAT

from fundapp.committee.proposal import Terms
from fundapp.demo import office
from fundapp.demo.clerk import Clerk
from fundapp.demo_mark import DemoMark, write_mark
from fundapp.desk import Desk
from fundapp.fund.partners import PartnerPart
from fundapp.record import events as e
from fundapp.store import log
from fundapp.store.database import Database
from fundapp.store.events import to_new

SMALL, LARGE = 100, 10_000
PAGES = ("board", "commitments", "portfolio", "returns", "forecast", "calls", "fees", "journal", "opening", "reports")
ROUNDS = 20
DEALS = 2
M = 1_000_000


def _meeting(number: int) -> Iterator[log.NewEvent]:
    """A whole meeting under ids of its own. Only the first ones reserve money: later companies were not signed with."""
    _founded, events = told()
    for one in events:
        if one.kind == "FundsReserved" and number > DEALS:
            continue
        body = one.body.replace('"m1', f'"m{number}').replace("PR-1", f"PR-{number}").replace("r-m1", f"r-m{number}")
        yield log.NewEvent(stream=f"s{number}", kind=one.kind, schema_number=one.schema_number, body=body)


def _signed(number: int, on: date) -> Iterator[e.Event]:
    deal = f"r-m{number}-PR-{number}"
    yield e.GpDecisionMade(reservation_id=deal, terms=Terms(amount_yen=10 * M, instrument="loan"), on=on)
    tranches = tuple(
        e.TrancheTerms(number=n, amount_yen=3 * M, due=on + timedelta(days=300 * n), milestone="m") for n in (1, 2, 3)
    )
    yield e.AgreementSigned(investment_id=f"iv-{number}", reservation_id=deal, tranches=tranches, on=on)


def _round(number: int, on: date) -> Iterator[e.Event]:
    """What a quarter brings: a call with its payments, a fee, a fair value of each company; in the first one they are
    paid, so that the short record has everything on its pages that the long one has."""
    first = number == DEALS + 1
    call_yen = 10 * M if first else M
    call, parts = (
        f"c{number}",
        tuple(PartnerPart(partner=n, amount_yen=call_yen * pct // 100) for n, pct in ((1, 99), (2, 1))),
    )
    yield e.CapitalCalled(call_id=call, number=number, amount_yen=call_yen, parts=parts, due=on, on=on)
    for part in parts:
        yield e.CapitalPaid(call_id=call, partner=part.partner, amount_yen=part.amount_yen, on=on)
    yield e.FeePaid(fee_id=f"f{number}", amount_yen=50_000, what="administration", on=on)
    for deal in range(1, DEALS + 1):
        of = {"investment_id": f"iv-{deal}"}
        if first:
            yield e.TrancheDrawn(**of, number=1, amount_yen=3 * M, on=on)
        fair_yen, before_yen = (3 * M + (n - DEALS) * 1_000 for n in (number, number - 1))
        valued = {**of, "valuation_id": f"v{number}-{deal}", "as_of": on, "person": "manager", "on": on}
        inputs = (e.ValuationInput(name="EBITDA", value="1"),)
        yield e.ValuationProposed(**valued, fair_value_yen=fair_yen, method="multiples", inputs=inputs, reasoning="")
        yield e.ValuationApproved(**valued, change_yen=fair_yen - before_yen)


def _events(count: int, first: date) -> Iterator[Sequence[log.NewEvent]]:
    made, number = 0, 0
    while made < count:
        number += 1
        on = first + timedelta(days=3 * number)
        found = list(_meeting(number))
        found += [to_new(one) for one in _signed(number, on)] if number <= DEALS else []
        found += [to_new(one) for one in _round(number, on)] if number > DEALS else []
        made += len(found)
        yield found


def fund_of(count: int) -> Path:
    """A data folder with the demo's people, whose fund has about so many events behind it."""
    folder, today = Path(tempfile.mkdtemp()), datetime.now(UTC).date()
    clerk = Clerk(folder, today)
    office.enter(clerk)
    clerk.live_through()
    write_mark(folder, DemoMark(built_on=today, scenario="open", sign_ins=office.sign_ins(), links=()))
    first = clerk.day(office.FOUNDED_DAYS_AGO)
    with clerk.desk.database.write() as connection:
        for number, events in enumerate(_events(count, first)):
            at = f"{today.isoformat()}T00:00:00Z"
            log.append(connection, fund="main", command_id=f"bench-{number}", actor="x", at=at, events=events)
    clerk.desk.database.close()
    return folder


def pages() -> list[Figure]:
    """Whole reruns of each fund page at a long record, each in turn with one at a short record."""
    figures = []
    with ExitStack() as open_:
        servers = [open_.enter_context(served(OURS, fund_of(count))) for count in (LARGE, SMALL)]
        for page in PAGES:
            figure = Figure(f"rerun of {page} at {LARGE} events", f"at {SMALL}", at_most=1.2)
            with ExitStack() as watched:
                long, short = (
                    watched.enter_context(Session(one.socket_url, cookie_of(one.url, "manager"), page))
                    for one in servers
                )
                long.rerun_ms(), short.rerun_ms()
                for _ in range(ROUNDS):
                    figure.add(long.rerun_ms(), short.rerun_ms())
            figures.append(figure)
    return figures


def past() -> list[Figure]:
    """The Book as it stood at some place of a record of 100,000 events: at once, and at a desk that has opened it."""
    record = record_of(100_000)
    folder = Path(tempfile.mkdtemp())
    with Database(folder).write() as connection:
        log._write(connection, record, log.Head(seq=0, hash=""))
    places = [len(record) * part // 8 - 1 for part in range(1, 9)]
    new = Figure("as-of replay in 100,000 events, desk just begun", "2,000 ms", at_most=1.0)
    opened = Figure("as-of replay in 100,000 events, desk that has opened them", "2,000 ms", at_most=1.0)
    desk = Desk(folder)
    new.add(_used_ms(desk, places[-1]), 2000.0)
    desk = Desk(folder)
    desk.open_record()
    for place in places:
        opened.add(_used_ms(desk, place), 2000.0)
    return [new, opened]


def _used_ms(desk: Desk, seq: int) -> float:
    """Milliseconds of the processor alone, since the limit is a time: others may be at work here too."""
    began = time.process_time()
    desk.book_as_of(SECRETARIAT, seq)
    return (time.process_time() - began) * 1000
