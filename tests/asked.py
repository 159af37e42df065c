"""An inquiry lived through at a desk: contacts, the president's agreement, both stages, answers through links."""

from dataclasses import dataclass
from datetime import timedelta

from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Desk, Done
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.inquiry import Inquiry, IssuedLink, LineAnswer, Stage
from fundapp.record import inquiry_commands as q
from fundapp.record.commands import Command

TEXT = Bilingual(ja="次の部品を作れる会社を探しています。", en="We look for makers of these parts.")


@dataclass
class Asked:
    """One inquiry at a desk, with shortcuts for the office, the president and the members."""

    desk: Desk
    office: Actor
    proposal_id: str
    revision: str
    lot: int
    line_ids: tuple[str, ...]
    id: str = "inquiry-1"

    def do(self, command: Command) -> Done:
        done = self.desk.submit(command, self.office)
        assert isinstance(done, Done), done
        return done

    def composed(self, answer_by: Instant | None = None, widen_after_hours: int = 72) -> Inquiry:
        inquiry = Inquiry(
            id=self.id,
            proposal_id=self.proposal_id,
            number=self.desk.next_inquiry_number(),
            bill_revision=self.revision,
            lot=self.lot,
            line_ids=self.line_ids,
            text=TEXT,
            answer_by=answer_by or self.desk.now() + timedelta(days=14),
            widen_after_hours=widen_after_hours,
        )
        self.do(q.ComposeInquiry(inquiry_id=self.id, inquiry=inquiry))
        return inquiry

    def link(self, member_id: str = "", **changes: object) -> IssuedLink:
        """A fresh link for a member, or for the president."""
        values: dict[str, object] = {
            "id": f"link-{self.id}-{member_id}-{self.desk.new_id()}",
            "purpose": "offer" if member_id else "agreement",
            "proposal_id": self.proposal_id,
            "inquiry_id": self.id if member_id else "",
            "member_id": member_id,
            "expires": self.desk.now() + timedelta(days=200),
        }
        return IssuedLink.model_validate(values | changes)

    def asks_the_president(self, *need_ids: str, inquiry: bool = True) -> str:
        """The token of the president's link."""
        link = self.link()
        self.do(q.AskAgreement(link=link, inquiry_ids=(self.id,) if inquiry else (), need_ids=need_ids))
        return self.desk.token(link)

    def agrees(self, token: str, person: str = "社長", *, agreed: bool = True) -> Done | Refusal:
        sheet = self.desk.agreement_sheet(token)
        assert not isinstance(sheet, Refusal), sheet
        consents = tuple(q.Consent(agreement_id=one.id, agreed=agreed) for one in sheet.waiting())
        command = q.AnswerAgreement(proposal_id=self.proposal_id, consents=consents, person=person)
        return self.desk.submit_by_link(token, "agreement", self.desk.form_nonce(token), command)

    def sends(self, *member_ids: str, stage: Stage = "first", matched: bool = True) -> dict[str, str]:
        """Members' tokens."""
        links = {member_id: self.link(member_id) for member_id in member_ids}
        members = tuple(q.Addressed(member_id=one, link=link, matched=matched) for one, link in links.items())
        self.do(q.SendInquiry(inquiry_id=self.id, stage=stage, members=members))
        return {member_id: self.desk.token(link) for member_id, link in links.items()}

    def goes_out(self, *member_ids: str) -> dict[str, str]:
        """Composed, agreed to, and sent to these members."""
        self.composed()
        done = self.agrees(self.asks_the_president())
        assert isinstance(done, Done), done
        return self.sends(*member_ids)

    def sheet(self, token: str) -> AnswerSheet:
        found = self.desk.answer_sheet(token)
        assert isinstance(found, AnswerSheet), found
        return found

    def answers(self, token: str, *answers: LineAnswer, person: str = "", nonce: str = "") -> Done | Refusal:
        command = q.AnswerInquiry(
            inquiry_id=self.id, member_id=self.sheet(token).member.id, answers=answers, person=person
        )
        return self.desk.submit_by_link(token, "offer", nonce or self.desk.form_nonce(token), command)


def can(line_id: str, unit_price_yen: int | None = None, **said: object) -> LineAnswer:
    """A line that the member can supply, with a price or without."""
    return LineAnswer.model_validate({"line_id": line_id, "verdict": "can", "unit_price_yen": unit_price_yen, **said})
