"""The fund's money before today: calls, fees, the general partner's decisions, agreements and tranches."""

from datetime import date, timedelta

from fundapp.demo.clerk import Act, Clerk, id_of
from fundapp.demo.content import InvestmentTold, PaymentTold, TrancheTold, ValuationTold, toml
from fundapp.demo.sitting import terms_of
from fundapp.record import commands as c
from fundapp.record.conditions import conditions
from fundapp.record.events import PlannedFee, TrancheTerms, ValuationInput
from fundapp.record.fund_report import quarter_end_before

DECIDED_DAYS_BEFORE = 10
"""The general partner decides so many days before the agreement is signed."""


CLOSED_DAYS_AFTER = 20
"""A quarter is closed so long after its end; the demo closes the last one that is."""
PLANNED_DAYS_BEFORE = 90
"""The fees to come are planned so long before the first of them."""


def enter(clerk: Clerk) -> None:
    """Enter the payments and investments in the clerk's diary."""
    told = toml("investments")
    for number, call in enumerate(map(PaymentTold.model_validate, told["calls"]), start=1):
        clerk.on(call.days_ago, 15, _call(clerk, number, call))
    for number, fee in enumerate(map(PaymentTold.model_validate, told["fees"]), start=1):
        clerk.on(fee.days_ago, 16, _fee(clerk, number, fee))
    for investment in map(InvestmentTold.model_validate, told["investments"]):
        clerk.on(investment.signed_days_ago + DECIDED_DAYS_BEFORE, 15, _decision(clerk, investment))
        clerk.on(investment.signed_days_ago, 15, _signature(clerk, investment))
        for number, tranche in enumerate(investment.tranches, start=1):
            if tranche.paid_days_ago is not None:
                clerk.on(tranche.paid_days_ago, 16, _release(clerk, investment, number, tranche))
            if tranche.frozen_days_ago is not None:
                clerk.on(tranche.frozen_days_ago, 16, _freeze(clerk, investment, number, tranche))
        for number, valuation in enumerate(investment.valuations, start=1):
            clerk.on(valuation.days_ago, 17, _valuation(clerk, investment, number, valuation))
    closed = quarter_end_before(clerk.day(CLOSED_DAYS_AFTER))
    clerk.on((clerk.today - closed).days - CLOSED_DAYS_AFTER, 18, _closing(clerk, closed))
    planned = tuple(map(PaymentTold.model_validate, told["planned_fees"]))
    clerk.on(max(one.days_ago for one in planned) + PLANNED_DAYS_BEFORE, 17, _schedule(clerk, planned))


def _call(clerk: Clerk, number: int, told: PaymentTold) -> Act:
    def call() -> None:
        call_id, on = id_of("call", str(number)), clerk.day(told.days_ago)
        due = on + timedelta(days=14)
        clerk.do("manager", c.CallCapital(call_id=call_id, amount_yen=told.amount_yen, due=due, on=on))
        clerk.do("manager", c.RecordPaidCapital(call_id=call_id, amount_yen=told.amount_yen, on=on))

    return call


def _fee(clerk: Clerk, number: int, told: PaymentTold) -> Act:
    fee_id, on = id_of("fee", str(number)), clerk.day(told.days_ago)
    return lambda: clerk.do("manager", c.PayFee(fee_id=fee_id, amount_yen=told.amount_yen, what=told.what, on=on))


def _closing(clerk: Clerk, until: date) -> Act:
    on = until + timedelta(days=CLOSED_DAYS_AFTER)
    return lambda: clerk.do("manager", c.ClosePeriod(until=until, on=on))


def _schedule(clerk: Clerk, planned: tuple[PaymentTold, ...]) -> Act:
    fees = tuple(
        PlannedFee(
            fee_id=id_of("planned-fee", str(number)),
            due=clerk.day(one.days_ago),
            amount_yen=one.amount_yen,
            what=one.what,
        )
        for number, one in enumerate(planned, start=1)
    )
    on = clerk.day(max(one.days_ago for one in planned) + PLANNED_DAYS_BEFORE)
    return lambda: clerk.do("manager", c.SetFeeSchedule(fees=fees, on=on))


def _valuation(clerk: Clerk, of: InvestmentTold, number: int, told: ValuationTold) -> Act:
    investment_id = id_of("investment", of.proposal)
    valuation_id, on = id_of("valuation", f"{of.proposal}-{number}"), clerk.day(told.days_ago)

    def value() -> None:
        proposal = c.ProposeValuation(
            investment_id=investment_id,
            valuation_id=valuation_id,
            as_of=on,
            fair_value_yen=told.fair_value_yen,
            method=told.method,
            inputs=tuple(ValuationInput(name=one.name, value=one.value) for one in told.inputs),
            reasoning=told.reasoning,
            on=on,
        )
        clerk.do("manager", proposal)
        approval = c.ApproveValuation(investment_id=investment_id, valuation_id=valuation_id, on=on)
        clerk.do("secretariat", approval)

    return value


def _decision(clerk: Clerk, told: InvestmentTold) -> Act:
    decision = c.DecideAsGp(
        reservation_id=id_of("reservation", told.proposal),
        terms=terms_of(told.proposal),
        on=clerk.day(told.signed_days_ago + DECIDED_DAYS_BEFORE),
    )
    return lambda: clerk.do("manager", decision)


def _signature(clerk: Clerk, told: InvestmentTold) -> Act:
    agreement = c.SignAgreement(
        investment_id=id_of("investment", told.proposal),
        reservation_id=id_of("reservation", told.proposal),
        tranches=tuple(
            TrancheTerms(
                number=number,
                amount_yen=tranche.amount_yen,
                due=clerk.day(tranche.due_days_ago),
                milestone=tranche.milestone,
            )
            for number, tranche in enumerate(told.tranches, start=1)
        ),
        on=clerk.day(told.signed_days_ago),
    )
    return lambda: clerk.do("manager", agreement)


def _meet_conditions(clerk: Clerk, deal: str, told: TrancheTold) -> None:
    """What the approval asked for before the first payment is on the table."""
    book = clerk.desk.book(clerk.actor("secretariat"))
    assert told.paid_days_ago is not None
    on = clerk.day(told.paid_days_ago)
    for one in conditions(book, book.reservations[deal]):
        met = c.MeetCondition(reservation_id=deal, number=one.number, evidence=told.evidence, on=on)
        clerk.do("secretariat", met)


def _release(clerk: Clerk, investment: InvestmentTold, number: int, told: TrancheTold) -> Act:
    def release() -> None:
        assert told.paid_days_ago is not None
        if number == 1:
            _meet_conditions(clerk, id_of("reservation", investment.proposal), told)
        approval = c.ReleaseTranche(
            investment_id=id_of("investment", investment.proposal),
            number=number,
            evidence=told.evidence,
            on=clerk.day(told.paid_days_ago),
        )
        clerk.do("manager", approval)
        clerk.do("secretariat", approval)

    return release


def _freeze(clerk: Clerk, investment: InvestmentTold, number: int, told: TrancheTold) -> Act:
    assert told.frozen_days_ago is not None
    frozen = c.FreezeTranche(
        investment_id=id_of("investment", investment.proposal),
        number=number,
        reason=told.frozen_because,
        on=clerk.day(told.frozen_days_ago),
    )
    return lambda: clerk.do("manager", frozen)
