"""The inquiries of the demo: the wind turbine's, answered by its members; an open one; one that waits for a yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from fundapp.basis.days import TOKYO
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.demo.bills import parts_bill, wind_bill
from fundapp.demo.clerk import Clerk, id_of
from fundapp.demo.content import MeetingTold, proposals, rows, toml, whole
from fundapp.demo.network_rows import able_to_make
from fundapp.demo.providers import makers_of, providers
from fundapp.demo_mark import DemoLink
from fundapp.inquiry_desk import Purpose
from fundapp.network.bill import Bill
from fundapp.network.contact import Contact
from fundapp.network.inquiry import Inquiry, IssuedLink, LineAnswer, Stage
from fundapp.network.offer import WRITTEN
from fundapp.record import inquiry_commands as q
from fundapp.record.commands import Command

LINKS_LAST = timedelta(days=365)
WIND, OPEN, WAITING = "PR-06", "PR-11", "PR-10"
WIDEN_AFTER_HOURS = 72
SAID_AGAIN_DAYS_AGO = 30


def contacts() -> tuple[Contact, ...]:
    """A main contact for every member of the story, at addresses that lead nowhere."""
    return tuple(
        Contact(
            id=id_of("contact", code),
            member_id=one.member.id,
            name=one.person,
            email=f"info@{code.lower()}.example",
            telephone=f"000-{code[2:]}-0001",
            fax=f"000-{code[2:]}-0002",
            main=True,
        )
        for code, one in providers().items()
        if one.person
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """One inquiry of the story at the clerk's desk."""

    clerk: Clerk
    code: str
    bill: Bill
    text: str
    number: int

    @property
    def id(self) -> str:
        return id_of("inquiry", self.code)

    @property
    def proposal_id(self) -> str:
        return id_of("proposal", self.code)

    def compose(self, answer_by: datetime) -> None:
        inquiry = Inquiry(
            id=self.id,
            proposal_id=self.proposal_id,
            number=self.number,
            bill_revision=self.bill.revision,
            lot=self.bill.lot,
            line_ids=tuple(line.id for line in self.bill.sourcing_lines()),
            text=Bilingual(**{spoken: text.strip() for spoken, text in toml("inquiries")[self.text].items()}),
            answer_by=answer_by,
            widen_after_hours=WIDEN_AFTER_HOURS,
        )
        self.clerk.do("secretariat", q.ComposeInquiry(inquiry_id=self.id, inquiry=inquiry))

    def ask(self) -> None:
        link = self._link("")
        self.clerk.do("secretariat", q.AskAgreement(link=link, inquiry_ids=(self.id,)))

    def agree(self) -> None:
        token = self.token("")
        sheet = self.clerk.desk.agreement_sheet(token)
        assert not isinstance(sheet, Refusal), f"the president's link of {self.code} does not open: {sheet}"
        consents = tuple(q.Consent(agreement_id=one.id, agreed=True) for one in sheet.waiting())
        person = proposals()[self.code].president
        self.by_link(token, q.AnswerAgreement(proposal_id=self.proposal_id, consents=consents, person=person))

    def send(self, stage: Stage, codes: Sequence[str], *, matched: frozenset[str]) -> None:
        members = tuple(
            q.Addressed(member_id=providers()[code].member.id, link=self._link(code), matched=code in matched)
            for code in codes
        )
        self.clerk.do("secretariat", q.SendInquiry(inquiry_id=self.id, stage=stage, members=members))
        ids = tuple(one.member_id for one in members)
        self.clerk.do("secretariat", q.NoteLeft(inquiry_id=self.id, member_ids=ids, by="mail"))

    def answer(self, code: str, answers: tuple[LineAnswer, ...]) -> None:
        one = providers()[code]
        priced = any(answer.unit_price_yen is not None for answer in answers)
        token = self.token(code)
        if priced:
            accepted = q.AcceptNda(inquiry_id=self.id, member_id=one.member.id, person=one.person)
            self.by_link(token, accepted)
        said = q.AnswerInquiry(inquiry_id=self.id, member_id=one.member.id, answers=answers, person=one.person)
        self.by_link(token, said)

    def by_link(self, token: str, command: Command) -> None:
        desk = self.clerk.desk
        purpose: Purpose = "agreement" if isinstance(command, q.AnswerAgreement) else "offer"
        done = desk.submit_by_link(token, purpose, desk.form_nonce(token), command)
        if isinstance(done, Refusal):
            raise RuntimeError(f"the demo's {type(command).__name__} on {self.code} was refused: {done}")

    def token(self, code: str) -> str:
        """The token of a member's link; of the president's for the empty code."""
        made = self._link(code)
        (issued,) = (
            one
            for one in self.clerk.desk.issued(self.clerk.actor("secretariat"), self.proposal_id)
            if one.id == made.id
        )
        return self.clerk.desk.token(issued)

    def _link(self, code: str) -> IssuedLink:
        return IssuedLink(
            id=id_of("link", f"{self.code}/{code}"),
            purpose="offer" if code else "agreement",
            proposal_id=self.proposal_id,
            inquiry_id=self.id if code else "",
            member_id=providers()[code].member.id if code else "",
            expires=datetime.combine(self.clerk.today, time(0), TOKYO) + LINKS_LAST,
        )


def _at(clerk: Clerk, days_ago: int, hour: int) -> datetime:
    return datetime.combine(clerk.day(days_ago), time(hour), TOKYO)


def _companies() -> tuple[str, ...]:
    return tuple(code for code, one in providers().items() if one.member.member_class == "company")


def enter(clerk: Clerk, before: MeetingTold) -> None:
    """Enter the three inquiries in the clerk's diary; the wind turbine's goes out after the meeting `before` it."""
    asked = before.days_ago
    _enter_wind(clerk, _Asking(clerk, WIND, wind_bill(id_of("proposal", WIND)), "wind", 1), asked)
    powder = _Asking(clerk, OPEN, parts_bill(OPEN, id_of("proposal", OPEN)), "powder", 2)
    clerk.on(5, 9, lambda: powder.compose(_at(clerk, -9, 17)))
    clerk.on(5, 10, powder.ask)
    clerk.on(4, 15, powder.agree)
    makers = tuple(dict.fromkeys(one.member.code for line in powder.bill.lines for one in makers_of(line.kind)))
    first = tuple(code for code in makers if code in _companies())[:12]
    clerk.on(3, 9, lambda: powder.send("first", first, matched=frozenset(first)))
    for number, code in enumerate(first[1:4]):
        clerk.on(2 - number % 2, 10 + number, partial(powder.answer, code, _few(powder.bill, number)))
    frost = _Asking(clerk, WAITING, parts_bill(WAITING, id_of("proposal", WAITING)), "frost", 3)
    clerk.on(1, 9, lambda: frost.compose(_at(clerk, -21, 17)))
    clerk.on(1, 10, frost.ask)


def _enter_wind(clerk: Clerk, wind: _Asking, asked: int) -> None:
    clerk.on(asked - 6, 10, lambda: wind.compose(_at(clerk, 8, 17)))
    clerk.on(asked - 6, 11, wind.ask)
    clerk.on(asked - 8, 16, wind.agree)
    answers: dict[tuple[str, int], list[LineAnswer]] = {}
    told = rows("wind_offers")
    since = {row["provider"] for row in told if int(row["days_ago"]) < asked}
    for row in told:
        if int(row["days_ago"]) < asked:
            answers.setdefault((row["provider"], int(row["days_ago"])), []).append(
                _told(clerk, row, int(row["days_ago"]))
            )
        elif row["provider"] not in since:
            # A supplier that the company had before says again what it quoted, now that all are asked.
            answers.setdefault((row["provider"], SAID_AGAIN_DAYS_AGO), []).append(
                _told(clerk, row, SAID_AGAIN_DAYS_AGO)
            )
    hands = dict.fromkeys(code for code, _days in answers)
    able = able_to_make(wind.bill, providers(), clerk.today)
    matched = (*hands, *(code for code in able if code not in hands))
    clerk.on(asked - 11, 9, lambda: wind.send("first", matched, matched=frozenset(matched)))
    clerk.on(asked - 15, 9, lambda: wind.send("all", _companies(), matched=frozenset()))
    for (code, days_ago), said in answers.items():
        clerk.on(days_ago, 10, partial(wind.answer, code, tuple(said)))


def _told(clerk: Clerk, row: dict[str, str], days_ago: int) -> LineAnswer:
    written = int(row["rung"]) >= WRITTEN
    return LineAnswer(
        line_id=row["line"],
        verdict="can",
        unit_price_yen=whole(row["unit_price_yen"]) if written else None,
        lead_time_days=whole(row["lead_time_days"]),
        expires=clerk.day(days_ago - int(row["valid_days"])),
    )


def _few(bill: Bill, turn: int) -> tuple[LineAnswer, ...]:
    """What one member answers so far: two parts it can supply, the first of them with a price, and one it cannot."""
    chosen = bill.sourcing_lines()[turn * 2 : turn * 2 + 3]
    return tuple(
        LineAnswer(
            line_id=line.id,
            verdict="cannot" if place == 2 else "can",
            unit_price_yen=line.target_unit_cost_yen if place == 0 else None,
            lead_time_days=28 if place == 0 else None,
        )
        for place, line in enumerate(chosen)
    )


def demo_links(clerk: Clerk) -> tuple[DemoLink, ...]:
    """The links that a visitor may follow: a member's who has not answered, and a president's who has not agreed."""
    powder = _Asking(clerk, OPEN, parts_bill(OPEN, id_of("proposal", OPEN)), "powder", 2)
    frost = _Asking(clerk, WAITING, parts_bill(WAITING, id_of("proposal", WAITING)), "frost", 3)
    makers = tuple(dict.fromkeys(one.member.code for line in powder.bill.lines for one in makers_of(line.kind)))
    member = next(code for code in makers if code in _companies())
    cards = toml("inquiries")["cards"]
    return tuple(
        DemoLink(label=Bilingual(**cards[name]["label"]), person=Bilingual(**cards[name]["person"]), address=address)
        for name, address in (
            ("member", f"/answer/{powder.token(member)}"),
            ("president", f"/agree/{frost.token('')}"),
        )
    )
