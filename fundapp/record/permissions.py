"""Role x command: who may order what (tables.md). Everything not named is refused."""

from fundapp.basis.roles import Actor, Role
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q

MANAGER, SECRETARIAT, VOTING = Role.MANAGER, Role.SECRETARIAT, Role.VOTING
AUDITOR, LP, ADMINISTRATOR = Role.AUDITOR, Role.LP, Role.ADMINISTRATOR

REGISTERS = frozenset({MANAGER, SECRETARIAT})
PERMITTED: dict[type[c.Command], frozenset[Role]] = {
    c.EstablishFund: frozenset({ADMINISTRATOR}),
    c.AssignSeat: frozenset({ADMINISTRATOR}),
    c.ListOutsideAlternate: frozenset({ADMINISTRATOR}),
    c.AdoptRubric: frozenset({VOTING, ADMINISTRATOR}),
    c.OpenMeeting: frozenset({SECRETARIAT}),
    c.RecordAttendance: frozenset({SECRETARIAT}),
    c.RecordLeaving: frozenset({SECRETARIAT}),
    c.RecordReturn: frozenset({SECRETARIAT}),
    c.OrderAgenda: frozenset({SECRETARIAT}),
    c.CloseMeeting: frozenset({SECRETARIAT}),
    c.FreezeFacts: frozenset({SECRETARIAT}),
    c.DeclareInterest: frozenset({VOTING, SECRETARIAT}),
    c.RecuseByRule: frozenset({SECRETARIAT}),
    c.ObjectToRecusal: frozenset({VOTING}),
    c.SeatAlternate: frozenset({SECRETARIAT}),
    c.ExcuseAlternate: frozenset({SECRETARIAT}),
    c.SubmitScorecard: frozenset({VOTING, SECRETARIAT}),
    c.RevealScores: frozenset({VOTING}),
    c.NoteDiscussion: frozenset({SECRETARIAT}),
    c.PutMotion: frozenset({VOTING}),
    c.WithdrawMotion: frozenset({VOTING}),
    c.CastVote: frozenset({VOTING, SECRETARIAT}),
    c.DeclareResult: frozenset({VOTING}),
    c.DeferWithoutVotes: frozenset({VOTING, SECRETARIAT}),
    c.DecideAsGp: frozenset({MANAGER}),
    c.VoidReservation: frozenset({MANAGER}),
    c.MeetCondition: frozenset({MANAGER, SECRETARIAT}),
    c.SignAgreement: frozenset({MANAGER}),
    c.CallCapital: frozenset({MANAGER}),
    c.RecordPaidCapital: frozenset({MANAGER}),
    c.ReleaseTranche: frozenset({MANAGER, SECRETARIAT, VOTING}),
    c.FreezeTranche: frozenset({MANAGER, SECRETARIAT, VOTING}),
    c.ResumeTranche: frozenset({MANAGER}),
    c.CancelTranche: frozenset({MANAGER}),
    c.PayFee: frozenset({MANAGER}),
    c.ReverseEntry: frozenset({MANAGER}),
    c.RegisterProposal: REGISTERS,
    c.RegisterProposals: REGISTERS,
    c.CheckIntake: REGISTERS,
    c.AttachEvidence: REGISTERS,
    c.AttachFile: REGISTERS,
    c.RemoveAttachment: REGISTERS,
    c.RegisterMembers: REGISTERS,
    c.RecordBill: REGISTERS,
    c.MarkLine: REGISTERS,
    c.RecordOffers: REGISTERS,
    c.WithdrawOffer: REGISTERS,
    c.RecordNeeds: REGISTERS,
    c.RecordRoutes: REGISTERS,
    c.RecordCoordinators: REGISTERS,
    c.RecordCountermeasures: REGISTERS,
    c.RecordCases: REGISTERS,
    q.RecordContacts: REGISTERS,
    q.ComposeInquiry: REGISTERS,
    q.AttachDrawing: REGISTERS,
    q.AskAgreement: REGISTERS,
    q.SendInquiry: REGISTERS,
    q.NoteLeft: REGISTERS,
    q.RemindMembers: REGISTERS,
    q.EnterAnswer: REGISTERS,
    q.EnterNda: REGISTERS,
    q.CloseInquiry: REGISTERS,
    q.TellOutcomes: REGISTERS,
    q.RevokeLink: REGISTERS,
    **dict.fromkeys(q.BY_LINK, frozenset()),
}
"""The roles of each command. Which seat, and whether it chairs the item, is checked where the item is known."""


def may(actor: Actor, command: type[c.Command]) -> bool:
    """True when the actor may give such a command: by a role, or as the addressee of a link."""
    return actor.has(*PERMITTED.get(command, ())) or (bool(actor.link_id) and command in q.BY_LINK)
