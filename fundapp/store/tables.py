"""The registers' tables: which fact makes a row, what names it, in which order it is read."""

from typing import Any

from fundapp.committee.co_finance import CoFinance
from fundapp.committee.planning import PlannedMeeting, Summoned, WordTemplate
from fundapp.committee.proposal import Attachment, Company, Evidence, Proposal
from fundapp.committee.rubric_text import RubricText
from fundapp.followup.continuity import ContinuityCheck
from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.network.bill import Assembly, Bill, Line
from fundapp.network.capability import Capability, LineProcess
from fundapp.network.contact import Contact
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.inquiry import (
    Agreement,
    Extension,
    Inquiry,
    InquiryFile,
    IssuedLink,
    Notice,
    Outcome,
    Recipient,
)
from fundapp.network.ip import IpRight
from fundapp.network.layout import TableLayout
from fundapp.network.member import Member
from fundapp.network.membership import CapitalChange, FeePayment
from fundapp.network.need import Coordinator, Countermeasure, Introduction, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.partner import AgencyTerms, BankTerms, Deal, Exchange, LiaisonTerms, Referral, RepTerms
from fundapp.network.plan import SourcingPlan
from fundapp.network.premises import Equipment, Site
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.task import SupportTask
from fundapp.network.training import Training
from fundapp.network.visit import Issue, Visit
from fundapp.network.watch import Watch
from fundapp.store.rows import Table

COMPANIES = Table("company", Company)
PROPOSALS = Table(
    "proposal",
    Proposal,
    order="code",
    outside=("company_id",),
    left_out=frozenset({"company", "evidence", "attachments", "co_finance"}),
)
EVIDENCE = Table("evidence", Evidence, key=("proposal_id", "n"), order="proposal_id, n", outside=("proposal_id", "n"))
ATTACHMENTS = Table("attachment", Attachment, outside=("proposal_id",))
CO_FINANCE = Table("co_finance", CoFinance, order="begins, ends, id", outside=("proposal_id",))
MEMBERS = Table("member", Member, order="code")
CAPABILITIES = Table("capability", Capability, order="member_id, process, id")
PLANS = Table("sourcing_plan", SourcingPlan, order="n", outside=("n",))
LINE_PROCESSES = Table("line_process", LineProcess, key=("proposal_id", "line_id"), order="proposal_id, line_id")
BILLS = Table(
    "bill",
    Bill,
    key=("proposal_id", "revision"),
    order="n",
    outside=("n",),
    left_out=frozenset({"lines", "assemblies"}),
)
_OF_BILL = ("proposal_id", "revision")
LINES = Table("bill_line", Line, key=(*_OF_BILL, "id"), order="position", outside=(*_OF_BILL, "position"))
ASSEMBLIES = Table(
    "bill_assembly", Assembly, key=(*_OF_BILL, "name"), order="position", outside=(*_OF_BILL, "position")
)
LAYOUTS = Table("table_layout", TableLayout, key=("kind", "layout"), order="kind, layout")
OFFERS = Table("offer", Offer, order="dated, id")
NEEDS = Table("support_need", SupportNeed)
ROUTES = Table("sales_route", SalesRoute, left_out=frozenset({"introductions"}))
INTRODUCTIONS = Table(
    "sales_introduction",
    Introduction,
    key=("route_id", "n"),
    order="route_id, n",
    outside=("proposal_id", "route_id", "n"),
)
COORDINATORS = Table("coordinator", Coordinator)
COUNTERMEASURES = Table("countermeasure", Countermeasure)
RUBRIC_TEXTS = Table("rubric_text", RubricText)
TASKS = Table("support_task", SupportTask, order="due, id")
CASES = Table("support_case", SupportCase, outside=("proposal_id",))
CONTACTS = Table("contact", Contact)
INQUIRIES = Table("inquiry", Inquiry, order="number")
RECIPIENTS = Table("inquiry_recipient", Recipient, key=("inquiry_id", "member_id"), order="inquiry_id, member_id")
EXTENSIONS = Table("inquiry_extension", Extension, order="at, id")
NOTICES = Table("inquiry_notice", Notice, order="made_at, id")
AGREEMENTS = Table("agreement", Agreement, order="asked_at, id")
LINKS = Table("issued_link", IssuedLink)
INQUIRY_FILES = Table("inquiry_file", InquiryFile, order="at, id")
OUTCOMES = Table(
    "inquiry_outcome",
    Outcome,
    key=("inquiry_id", "member_id", "line_id"),
    order="inquiry_id, member_id, line_id",
)
COLLABORATIONS = Table("collaboration", Collaboration, order="code")
OUTCOME_STATES = Table("outcome_state", OutcomeState, order="reached_on, id")
CONTINUITY = Table("continuity_check", ContinuityCheck, order="checked_on, id")
COMPANY_CASH = Table("company_cash", CompanyCash, order="as_of, id")
INDEXES = Table("market_index", MarketIndex, key=("name",), order="name")
PLANNED = Table("planned_meeting", PlannedMeeting, order="day, begins, id")
SUMMONS = Table("summons", Summoned, key=("about", "person", "at"), order="about, at, person")
TEMPLATES = Table("word_template", WordTemplate)

SITES = Table("site", Site)
EQUIPMENT = Table("equipment", Equipment)
CAPITAL_CHANGES = Table("capital_change", CapitalChange, key=("member_id", "since"), order="member_id, since")
FEE_PAYMENTS = Table("fee_payment", FeePayment, key=("member_id", "year", "paid_on"), order="member_id, year, paid_on")
REP_TERMS = Table("rep_terms", RepTerms, key=("member_id",), order="member_id")
DEALS = Table("rep_deal", Deal, order="met_on, id")
REFERRALS = Table("referral", Referral, order="asked_on, id")
AGENCY_TERMS = Table("agency_terms", AgencyTerms, key=("member_id",), order="member_id")
EXCHANGES = Table("agency_exchange", Exchange, order="asked_on, id")
BANK_TERMS = Table("bank_terms", BankTerms, key=("member_id",), order="member_id")
LIAISON_TERMS = Table("liaison_terms", LiaisonTerms, key=("member_id",), order="member_id")
IP_RIGHTS = Table("ip_right", IpRight, order="title, id")
VISITS = Table("member_visit", Visit, order="visited_on, id")
ISSUES = Table("issue", Issue, order="heard_on, id")

SERVICES = Table("service", Service, key=("member_id", "kind"), order="kind, member_id")
TRAININGS = Table("training", Training, order="began_on, id")
GROUPS = Table("member_group", Group)
GROUP_MEMBERS = Table("group_member", GroupMember, key=("group_id", "member_id"), order="group_id, since, member_id")
GROUP_INTRODUCTIONS = Table("group_introduction", GroupIntroduction, order="introduced_on, id")
SEMINARS = Table("seminar", Seminar, order="held_on, id")
SEMINAR_HANDS = Table(
    "seminar_hand", SeminarHand, key=("seminar_id", "member_id"), order="seminar_id, raised_on, member_id"
)
WATCHES = Table("watch", Watch, order="since, id")
INCOME_YEARS = Table("income_year", IncomeYear, key=("year",), order="year")
GROWTH_TARGETS = Table("growth_target", GrowthTarget, key=("since",), order="since")

OF_MEMBER: tuple[tuple[Table[Any], str], ...] = (
    (SITES, "member_id"),
    (EQUIPMENT, "member_id"),
    (CAPITAL_CHANGES, "member_id"),
    (FEE_PAYMENTS, "member_id"),
    (REP_TERMS, "member_id"),
    (DEALS, "rep_id"),
    (DEALS, "member_id"),
    (REFERRALS, "university_id"),
    (REFERRALS, "member_id"),
    (AGENCY_TERMS, "member_id"),
    (EXCHANGES, "agency_id"),
    (BANK_TERMS, "member_id"),
    (LIAISON_TERMS, "member_id"),
    (IP_RIGHTS, "holder_id"),
    (VISITS, "member_id"),
    (ISSUES, "member_id"),
    (SERVICES, "member_id"),
    (TRAININGS, "member_id"),
    (GROUP_MEMBERS, "member_id"),
    (GROUP_INTRODUCTIONS, "member_id"),
    (SEMINAR_HANDS, "member_id"),
    (WATCHES, "member_id"),
    (CONTACTS, "member_id"),
)
"""Every register whose rows are a member's, and the column that says whose."""

MENTIONS_MEMBER: tuple[tuple[Table[Any], str], ...] = (
    (MEMBERS, "referred_by"),
    (PROPOSALS, "referred_by"),
    (CONTACTS, "seconded_by"),
    (GROUPS, "lead_id"),
)
"""Registers whose rows are something else's and may mention a member, and the column in which they do."""

REGISTERS: tuple[Table[Any], ...] = (
    *(COMPANIES, PROPOSALS, EVIDENCE, ATTACHMENTS, CO_FINANCE, MEMBERS, BILLS, LINES, ASSEMBLIES, OFFERS),
    *(NEEDS, ROUTES, INTRODUCTIONS, COORDINATORS, COUNTERMEASURES, CASES),
    *(CAPABILITIES, LINE_PROCESSES, LAYOUTS, TASKS, PLANS),
    *(SITES, EQUIPMENT, CAPITAL_CHANGES, FEE_PAYMENTS, REP_TERMS, DEALS, REFERRALS, AGENCY_TERMS, EXCHANGES),
    *(BANK_TERMS, LIAISON_TERMS, IP_RIGHTS),
    *(VISITS, ISSUES, SERVICES, TRAININGS, INCOME_YEARS, GROWTH_TARGETS),
    *(GROUPS, GROUP_MEMBERS, GROUP_INTRODUCTIONS, SEMINARS, SEMINAR_HANDS, WATCHES),
    *(CONTACTS, INQUIRIES, RECIPIENTS, EXTENSIONS, NOTICES, AGREEMENTS, LINKS, INQUIRY_FILES, OUTCOMES),
    *(COLLABORATIONS, OUTCOME_STATES, CONTINUITY),
    *(COMPANY_CASH, INDEXES),
    *(PLANNED, SUMMONS, TEMPLATES),
    RUBRIC_TEXTS,
)
