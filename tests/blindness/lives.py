"""One life of the fund, lived several times over: the same but for what somebody may not see.

Every life has the same orders by the same people at the same time. Only what `Hidden` names differs: who may not see
that must find every surface the same in two lives, byte for byte.
"""

import hashlib
import itertools
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import every_kind
import pytest
from asked import Asked, can
from every_kind import UNREVEALED, live
from pages.screens import open_accounts
from small_fund import MEMBERS, OUTSIDE, SECRETARIAT, Clock, SmallFund, both

from fundapp.access.seat_cards import card_token
from fundapp.access.secret import server_secret
from fundapp.committee.proposal import Company, Proposal
from fundapp.desk import FUND, Desk, Done
from fundapp.documents.minutes_docx import plain_template
from fundapp.fund.company_cash import CompanyCash
from fundapp.network.member import Member
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record import figure_commands as f
from fundapp.record import minutes_commands as k
from fundapp.store import log, minutes_copies

OWNER = "bank"
"""The seat whose marks are not revealed; whoever holds it may see them."""
RECUSED = "tlo"
"""The seat whose holder takes no part in the three items below."""
APPROVED, CIRCULATING = "m1-PR-1", "m4-PR-6"
SHUT_ITEMS = (APPROVED, UNREVEALED, CIRCULATING)
SHUT_PROPOSALS = {"id-PR-4": "PR-4", "id-PR-6": "PR-6"}
"""Of PR-1 money was paid: its company is in the fund's books, which everyone of the committee reads."""
UNSEEN_BY_PARTNERS = ("PR-2", "PR-3", "PR-5")
"""Declined, expired, deferred."""


@dataclass(frozen=True)
class Hidden:
    """What differs between two lives."""

    mark: int = 3
    """The owner's marks before any reveal, and what is being typed as a draft."""
    price_yen: int = 870
    """A member's answer to an inquiry that is still sealed."""
    matter: str = "Kurage"
    """All that a recused member may not know of three items: names, figures, papers, words, marks, votes' reasons."""
    inside: str = "Ebi"
    """What stays with the committee and the office: other proposals, words, reasons, inputs of a valuation."""


PLAIN = Hidden()
UNTOLD = Hidden(mark=5, price_yen=1200)
"""Differs in what nobody may know but its owner."""
SHUT = Hidden(mark=5, price_yen=1200, matter="Tanuki")
"""Differs also in what a recused member may not know."""
INSIDE = Hidden(mark=5, price_yen=1200, matter="Tanuki", inside="Kani")
"""Differs also in what a limited partner and an administrator may not know."""
TEMPLATE = plain_template()


def sha256(word: str) -> str:
    """The digest of the paper that holds this word alone."""
    return hashlib.sha256(word.encode()).hexdigest()


@dataclass
class Life(SmallFund):
    """The small fund with what is hidden put into its orders."""

    hidden: Hidden = PLAIN
    tokens: dict[str, str] = field(default_factory=dict)
    """Who was sent a link -> its token."""

    def do(self, command: c.Command, who, command_id: str | None = None) -> Done:
        return super().do(told(command, self.hidden), who, command_id)


def told(command: c.Command, hidden: Hidden) -> c.Command:
    """The order with what is hidden put in. Orders that hold nothing hidden stay as they are."""
    match command:
        case c.SubmitScorecard(seat_id=seat) if seat == OWNER and command.item_id in (UNREVEALED, CIRCULATING):
            return _marked(command, hidden.mark, f"because {hidden.mark}")
        case c.SubmitScorecard(item_id=item) if item == APPROVED:
            return _marked(command, 4 if hidden.matter == PLAIN.matter else 5, hidden.matter)
        case c.RegisterProposal(proposal=one):
            return command.model_copy(update={"proposal": _proposal(one, hidden)})
        case c.OrderAgenda(places=places):
            named = tuple(one.model_copy(update={"proposal_code": _code(one.proposal_code, hidden)}) for one in places)
            return command.model_copy(update={"places": named})
        case w.OpenCirculation():
            secret = hidden.matter if command.item_id == CIRCULATING else hidden.inside
            changed = {"proposal_code": _code(command.proposal_code, hidden), "urgent_because": secret}
            return command.model_copy(update=changed)
        case f.RecordCompanyCash(stated=stated):
            cash_yen = sum(map(ord, hidden.matter))
            return command.model_copy(update={"stated": tuple(_with_cash(one, cash_yen) for one in stated)})
        case c.RecordCoFinance(rows=rows):
            kept = tuple(one.model_copy(update={"changed_plan": hidden.inside}) for one in rows)
            return command.model_copy(update={"rows": kept})
        case d.RecordBankTerms(terms=terms):
            return command.model_copy(update={"terms": terms.model_copy(update={"note": hidden.inside})})
        case d.RecordIpRights(rights=rights):
            named = tuple(one.model_copy(update={"terms": hidden.inside}) for one in rights)
            return command.model_copy(update={"rights": named})
        case c.NoteDiscussion() | c.DeclareInterest() | c.CastVote():
            secret = hidden.matter if command.item_id in SHUT_ITEMS else hidden.inside
            words = "gist" if isinstance(command, c.NoteDiscussion) else "remark"
            return command.model_copy(update={"reason" if isinstance(command, c.CastVote) else words: secret})
        case k.ProposeCorrection(item_number=number):
            secret = hidden.matter if number == 1 else hidden.inside
            return command.model_copy(update={"passage": secret, "wanted": f"{secret}!"})
        case c.SubmitScorecard():
            return _marked(command, None, hidden.inside)
        case c.FreezeTranche() | c.ResumeTranche() | c.CancelTranche() | c.WriteOff():
            return command.model_copy(update={"reason": hidden.inside})
        case c.ProposeValuation():
            return command.model_copy(update={"reasoning": hidden.inside})
        case c.ReleaseTranche() | c.ConfirmSupport() | c.MeetCondition():
            return command.model_copy(update={"evidence": hidden.inside})
    return command


def _marked(command: c.SubmitScorecard, mark: int | None, reason: str) -> c.SubmitScorecard:
    """The card with this mark on axis 1, unless its own is kept, and this reason where it has one."""
    judged = tuple(
        one.model_copy(
            update={
                "level": one.level if mark is None or one.axis != "axis1" else mark,
                "reason": one.reason and reason,
            }
        )
        for one in command.judgements
    )
    return command.model_copy(update={"judgements": judged})


def _code(code: str, hidden: Hidden) -> str:
    return f"{code}{hidden.matter[0]}" if code in SHUT_PROPOSALS.values() else code


def _proposal(one: Proposal, hidden: Hidden) -> Proposal:
    if one.id in SHUT_PROPOSALS:
        secret, ask_yen = hidden.matter, 50_000_000 + len(hidden.matter) * 1_000_000 * (hidden.matter[0] == "T")
    elif one.code in UNSEEN_BY_PARTNERS:
        secret, ask_yen = hidden.inside, one.ask_yen
    else:
        return one
    company = Company(id=one.company.id, name=both(f"{secret} Ltd"), city=secret, president=secret)
    return one.model_copy(
        update={
            "code": _code(SHUT_PROPOSALS.get(one.id, one.code), hidden),
            "name": both(f"{secret} machine"),
            "company": company,
            "ask_yen": ask_yen,
            "summary": both(f"A {secret}."),
            "use_of_funds": secret,
            "reasons_for": (secret,),
            "reasons_against": (f"no {secret}",),
            "evidence": tuple(
                paper.model_copy(update={"title": f"{secret}.pdf", "file_sha256": sha256(secret)})
                for paper in one.evidence
            ),
        }
    )


def _with_cash(one: CompanyCash, cash_yen: int) -> CompanyCash:
    return one.model_copy(update={"cash_yen": cash_yen, "source": str(cash_yen)})


@contextmanager
def as_in_every_life(begin: int = 0) -> Iterator[None]:
    """Chance falls the same in every life, and a fingerprint tells its place alone.

    A real one of an entry covers what is hidden together with the order's id, one of a whole copy of minutes together
    with the entry that froze the facts: neither is shown to whom it is hidden from, and nobody can guess it.
    """
    chance = itertools.count(begin)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_bytes", lambda n=32: next(chance).to_bytes(n))
        patch.setattr(secrets, "token_hex", lambda n=32: next(chance).to_bytes(n).hex())
        patch.setattr(secrets, "token_urlsafe", lambda n=32: f"chance-{next(chance)}")
        patch.setattr(log, "link", lambda event: f"{event.seq:064x}")
        patch.setattr(
            minutes_copies, "text_digest", lambda content: sha256(repr([one.matter is None for one in content.items]))
        )
        # A package names the hour at which it was packed.
        patch.setattr(every_kind, "plain_template", lambda: TEMPLATE)
        yield


def lived(folder: Path, hidden: Hidden) -> Life:
    """A whole life: everything that there is, an item under way, one that goes round, and a sealed inquiry."""
    clock = Clock()
    life = Life(Desk(folder, clock=clock), clock, hidden=hidden)
    open_accounts(life.desk, (*MEMBERS.values(), OUTSIDE, SECRETARIAT), emails=True)
    for word in (hidden.matter, hidden.inside):
        life.desk.files.put(word.encode())
    live(life)
    _more_marks(life)
    _another_goes_round(life)
    _sealed_answers(life)
    return life


def _more_marks(life: Life) -> None:
    """The owner scores the item under way; the recused member leaves it. Somebody is typing."""
    of = {"item_id": UNREVEALED, "seat_id": OWNER}
    life.do(c.DeclareInterest(**of, kind="none"), MEMBERS[OWNER])
    life.do(c.SubmitScorecard(**of, judgements=life.judgements(3)), MEMBERS[OWNER])
    life.do(c.RecuseByRule(item_id=UNREVEALED, seat_id=RECUSED, kind="kin"), SECRETARIAT)
    typed = json.dumps({"axis1/B1": life.hidden.mark})
    life.desk.save_draft(MEMBERS[OWNER], f"score/{UNREVEALED}/{OWNER}/2", expected=0, nonce="n", data=typed)


def _another_goes_round(life: Life) -> None:
    life.proposal("PR-6", sector="PR-6")
    item_id = life.circulation(4, "PR-6")
    life.do(c.RecuseByRule(item_id=item_id, seat_id=RECUSED, kind="kin"), SECRETARIAT)
    life.do(c.SeatAlternate(item_id=item_id, seat_id=RECUSED, person=OUTSIDE.person), SECRETARIAT)
    life.read(item_id, "association", OWNER)
    for seat in ("association", OWNER):
        life.do(c.SubmitScorecard(item_id=item_id, seat_id=seat, judgements=life.judgements(3)), MEMBERS[seat])


def _sealed_answers(life: Life) -> None:
    """Two members are asked; the rival has answered."""
    rival = Member(id="rival-1", code="M-2", name=both("Rival"), member_class="company")
    life.do(c.RegisterMembers(members=(rival,)), SECRETARIAT)
    asked = Asked(life.desk, SECRETARIAT, "id-PR-2", "A", 10, ("L1",), id="inquiry-2")
    tokens = asked.goes_out("works-1", rival.id)
    answered = asked.answers(tokens[rival.id], can("L1", life.hidden.price_yen), person="Rival person")
    assert isinstance(answered, Done), answered
    issued = life.desk.issued(SECRETARIAT, asked.proposal_id)
    secret, meeting = server_secret(life.desk.database.folder), life.desk.book(SECRETARIAT).meetings["m2"]
    life.tokens = {
        "member": tokens["works-1"],
        "told member": life.desk.link_tokens(SECRETARIAT, "inquiry-1")["works-1"],
        "president": life.desk.token([one for one in issued if one.purpose == "agreement"][-1]),
        "seat": card_token(secret, FUND, meeting, MEMBERS["association"].person, life.clock.now),
    }
