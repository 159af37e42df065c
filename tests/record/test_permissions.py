"""Role x command, cell by cell. The table is written down again here, from the specification."""

import pytest

from fundapp.basis.roles import Actor, Role
from fundapp.record import association_commands as a
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record import figure_commands as f
from fundapp.record import inquiry_commands as q
from fundapp.record import minutes_commands as k
from fundapp.record import planning_commands as n
from fundapp.record.decide import decided
from fundapp.record.permissions import PERMITTED, may

REGISTERS = {
    c.RegisterProposal,
    c.ProposeRubric,
    c.TakeBackRubric,
    c.RegisterProposals,
    c.CheckIntake,
    c.AttachEvidence,
    c.AttachFile,
    c.RemoveAttachment,
    c.RegisterMembers,
    c.RecordCapabilities,
    c.RemoveCapabilities,
    c.SetLineProcess,
    c.RecordTasks,
    c.FinishTask,
    c.RememberLayout,
    c.AdoptPlan,
    c.DropPlan,
    c.RecordBill,
    c.MarkLine,
    c.RecordOffers,
    c.WithdrawOffer,
    c.RecordNeeds,
    *(c.RecordCoFinance, c.RemoveCoFinance, c.RecordContinuityChecks),
    *(d.RecordEquipment, d.RecordBankTerms, d.RecordLiaisonTerms, d.RecordIpRights),
    c.RecordRoutes,
    c.RecordCoordinators,
    c.RecordCountermeasures,
    c.RecordCases,
    c.RecordCollaborations,
    c.RecordOutcomes,
    *(f.RecordCompanyCash, f.ImportIndex),
    *(d.RecordMember, d.TakeMembersIn, d.MergeMembers, d.RemoveMember, d.RecordCapital, d.RecordFeePayments),
    *(d.RecordRepTerms, d.RecordDeals, d.AskUniversity, d.AnswerReferral, d.RecordReferrals, d.RecordAgencyTerms),
    *(d.RecordExchanges, d.RecordVisits, d.CloseIssue, d.IssueBecomesNeed, d.IssueBecomesReason),
    *(a.RecordIncome, a.RecordGrowthTarget, a.RecordServices, a.RecordTrainings),
    *(a.RecordSeminar, a.RecordGroup, a.RecordGroupIntroductions, a.RecordWatches),
    q.RecordContacts,
    q.ComposeInquiry,
    q.AttachDrawing,
    q.AskAgreement,
    q.SendInquiry,
    q.NoteLeft,
    q.RemindMembers,
    q.EnterAnswer,
    q.EnterNda,
    q.CloseInquiry,
    q.TellOutcomes,
    q.RevokeLink,
    *(q.OrderByClock, q.ExtendDeadline, q.MakeReminders, q.NoteNotices, q.TryNotices),
}
ADDRESSEE = {q.AnswerInquiry, q.AcceptNda, q.HandInSheet, q.AnswerAgreement}
OFFICE_OR_OPERATOR = {n.AdoptTemplate, n.DropTemplate, k.AttestMinutes}
SECRETARIAT_ALONE = {
    n.PlanMeeting,
    n.NoteSummons,
    k.AnswerCorrection,
    k.SettleMinutes,
    k.ExcuseSignatory,
    k.ReopenMinutes,
    c.OpenMeeting,
    w.OpenCirculation,
    c.RecordAttendance,
    c.RecordObservers,
    c.RecordLeaving,
    c.RecordReturn,
    c.OrderAgenda,
    c.CloseMeeting,
    c.FreezeFacts,
    c.RecuseByRule,
    c.SeatAlternate,
    c.ExcuseAlternate,
    c.NoteDiscussion,
}
CHAIR = {c.RevealScores, c.PutMotion, c.WithdrawMotion, c.DeclareResult}
SEAT_OR_ENTERED = {w.ConfirmReading, w.AskForMeeting, c.DeclareInterest, c.SubmitScorecard, c.CastVote}
CHAIR_OR_NOBODY_LEFT = {c.DeferWithoutVotes}
MANAGER_ALONE = {
    c.DecideAsGp,
    c.VoidReservation,
    c.SignAgreement,
    c.CallCapital,
    c.RecordPaidCapital,
    c.PayFee,
    c.ResumeTranche,
    c.CancelTranche,
    c.ReverseEntry,
    c.ProposeValuation,
    c.RecordExit,
    c.WriteOff,
    c.RefundTranche,
    c.AddCommitment,
    c.SetFeesAside,
    c.FreeFees,
    c.SetFeeSchedule,
    c.RefundFee,
    c.ReserveFollowOn,
    c.FreeFollowOn,
    c.RecordShortfall,
    c.RefundCapital,
    c.Distribute,
    c.RecycleCapital,
    c.ClosePeriod,
    c.ProposeOpening,
}
OFFICE = {c.MeetCondition, c.ConfirmSupport}
TWO_PERSONS = {c.ReleaseTranche, c.FreezeTranche, c.ApproveValuation, c.AcceptOpening}
SET_UP = {c.EstablishFund, c.AssignSeat, c.ListOutsideAlternate}


def allowed(role: Role) -> set[type[c.Command]]:
    match role:
        case Role.VOTING:
            return (
                CHAIR
                | CHAIR_OR_NOBODY_LEFT
                | SEAT_OR_ENTERED
                | TWO_PERSONS
                | {c.ObjectToRecusal, c.AdoptRubric, k.ProposeCorrection, k.ConfirmMinutes}
            )
        case Role.SECRETARIAT:
            return (
                REGISTERS
                | SECRETARIAT_ALONE
                | OFFICE_OR_OPERATOR
                | CHAIR_OR_NOBODY_LEFT
                | SEAT_OR_ENTERED
                | TWO_PERSONS
                | OFFICE
            )
        case Role.MANAGER:
            return REGISTERS | MANAGER_ALONE | TWO_PERSONS | OFFICE | {w.AskForMeeting}
        case Role.ADMINISTRATOR:
            return SET_UP | OFFICE_OR_OPERATOR | {c.AdoptRubric}
        case Role.LP | Role.AUDITOR:
            return set()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("command", sorted(PERMITTED, key=lambda kind: kind.__name__))
def test_role_by_command(role: Role, command: type[c.Command]) -> None:
    actor = Actor(person="x", roles=frozenset({role}))
    assert actor.has(*PERMITTED[command]) == (command in allowed(role))


@pytest.mark.parametrize("command", sorted(PERMITTED, key=lambda kind: kind.__name__))
def test_who_came_through_a_link_may_do_what_links_are_for_and_nothing_else(command: type[c.Command]) -> None:
    assert may(Actor(person="link:m", roles=frozenset(), link_id="l"), command) == (command in ADDRESSEE)


def every_command(kind: type[c.Command]) -> set[type[c.Command]]:
    below = {sub for direct in kind.__subclasses__() for sub in every_command(direct)}
    return below or {kind}


def test_every_command_has_its_permission_and_its_decision() -> None:
    assert every_command(c.Command) == set(PERMITTED) == decided()
