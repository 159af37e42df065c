"""One proposal whole, as each role may see it."""

from datetime import date

import pytest
from spoken import what

from fundapp.committee.co_finance import CoFinance
from fundapp.record import commands as c
from fundapp.ui.proposal import evidence
from tests.pages import small_fund as sample
from tests.pages.small_fund import ACTORS, SmallFund, open_as, small_fund, texts

ITEM = "item-14-PR-01"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    def open_page(person: str, code: str = "PR-01", language: str = "en"):
        return open_as(fund, person, "committee/proposal", monkeypatch, language=language, code=code)

    return open_page


def judge(fund: SmallFund) -> None:
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, sample.scorecard(fund, ITEM, person, 4))


def headings(screen) -> list[str]:
    return [one.value.replace("\\", "") for one in screen.header]


def test_before_the_reveal_the_facts_alone_speak(visit):
    screen = visit("b")
    assert not screen.exception
    assert headings(screen) == [
        "The facts do not say yet that support can be delivered",
        "For and against",
        "What would make it pass",
        "Who supplies what",
        "If approved: ¥60,000,000 fits, there is room for ¥100,000,000",
        "Gates not passed: G4",
        "Criterion by criterion",
        "What holds it back, criterion by criterion",
        "Parts: 8 of 10 lines have a valid offer",
        "What happened so far",
        "After the inquiry PR-01 stays “Promising, not yet supportable”",
        "Documents",
    ]
    told = texts(screen)
    assert "Business prospects: shown after all scores are revealed together" in told
    assert "Network support deliverability: 3.00, computed from the facts (pass mark 3.50)" in told


def test_money_of_others_its_gaps_what_it_bent_and_where_the_founder_comes_from(fund, visit):
    known = next(one for one in fund.desk.proposals(ACTORS["manager"]) if one.code == "PR-03")
    origin = {"founder_origin": "spin_off", "founder_from": "Turbine Works"}
    fund.does("manager", c.RegisterProposal(proposal=known.model_copy(update=origin), reason="asked"))
    rows = [
        CoFinance(id=kind, kind=kind, source=kind, amount_yen=yen, begins=begins, ends=ends, changed_plan=changed)
        for kind, yen, begins, ends, changed in (
            ("grant", 8_000_000, date(2026, 4, 1), date(2026, 6, 30), "a smaller turbine"),
            ("loan", 5_000_000, date(2026, 9, 1), date(2026, 9, 30), ""),
        )
    ]
    fund.does("secretariat", c.RecordCoFinance(proposal_id=known.id, rows=tuple(rows)))
    screen = visit("b", "PR-03")
    told = texts(screen)
    assert (
        "Beside the fund's money: ¥13,000,000 of others, no money of others from 1 July 2026 to 31 August 2026" in told
    )
    assert "The plan was changed to fit a scheme (grant): a smaller turbine" in told
    tables = [one.value for one in screen.table]
    periods = next(one for one in tables if "Of others" in one)
    assert [one.replace("\\", "") for one in periods["Of others"]] == [
        "grant or subsidy of ¥8,000,000 (grant, planned)",
        "nothing",
        "bank loan of ¥5,000,000 (loan, planned)",
    ]
    cells = [str(cell).replace("\\", "") for one in tables for cell in one.to_numpy().flat]
    assert "spin-off: engineers of a company · Turbine Works" in cells


def test_nobody_s_score_shows_before_the_reveal(fund, visit):
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
    before = texts(visit("manager"))
    for person in "abc":
        fund.does(person, sample.scorecard(fund, ITEM, person, 2))
    assert texts(visit("manager")) == before


def test_after_the_reveal_both_axes_and_all_gates(fund, visit):
    judge(fund)
    fund.does("a", c.RevealScores(item_id=ITEM))
    screen = visit("b")
    assert not screen.exception
    told = texts(screen)
    assert "Business prospects: 4.00 (pass mark 3.00)" in told
    assert "Gates not passed: G3, G4" in told
    assert len(screen.get("plotly_chart")) == 1


def test_what_would_make_it_pass_names_facts_and_rows(visit):
    told = texts(visit("b"))
    assert "N2 Parts and process coverage**: from level 2 to 3 (+0.20 on the axis); at least 3 is required" in told
    assert "Coverage of critical lines: 50% now, at least 90% is needed" in told
    assert "Open: HG-09 部品9, HG-10 部品10" in told
    assert "**N2 Parts and process coverage to level 4**: Coverage by value" in told


def test_who_supplies_what_with_the_person_s_name(visit):
    told = texts(visit("b"))
    assert "着磁の外注先** (critical): 八稜ネット 佐藤 · written offer · 報告書 · by 13 January 2027" in told
    assert "What it costs: the association pays ¥900,000" in told
    assert "Parts: 8 of 10 lines have a valid offer" in told


def test_then_and_now(visit):
    told = texts(visit("b"))
    assert "decline: support not established" in told
    assert "Axis 2 then 2.20, now 3.00" in told


def test_a_fact_that_changes_after_the_freeze_is_shown_not_used(fund, visit):
    assert "Facts changed since the freeze" not in texts(visit("b"))
    fund.does("secretariat", c.RecordOffers(offers=sample.offers(10, sample.TODAY)))
    told = texts(visit("b"))
    assert "Facts changed since the freeze on 15 October 2026. They are shown, not used." in told
    assert "3.00, computed from the facts" in told


def test_a_document_of_after_the_freeze_is_marked(fund, visit):
    sha256 = fund.desk.files.put(b"new")
    fund.does(
        "secretariat",
        c.AttachEvidence(proposal_id="proposal-1", criterion_id="N2", title="new.pdf", file_sha256=sha256),
    )
    assert "new.pdf (attached after the freeze)" in texts(visit("b"))


def send(screen, label: str):
    """Press the button with this label."""
    return next(one for one in screen.button if one.label == label).click().run()


def test_a_paper_is_attached_shown_and_taken_out_with_its_reason(fund, visit):
    screen = visit("secretariat", "PR-03")
    screen.radio(key="proposal-work-0").set_value("document").run()
    next(one for one in screen.selectbox if one.key.endswith("-for")).set_value("plan")
    screen.file_uploader[0].upload("事業計画.pdf", b"%PDF-1.7 plan")
    assert not send(screen, "Attach the document").exception
    (kept,) = fund.desk.proposal(ACTORS["manager"], "proposal-3").attachments
    assert (kept.kind, kept.file_name, kept.media_type, kept.size_bytes) == (
        *("plan", "事業計画.pdf", "application/pdf"),
        13,
    )
    assert fund.desk.files.read(kept.file_sha256) == b"%PDF-1.7 plan"
    assert "事業計画.pdf (attached after the freeze)" not in texts(screen)
    assert "事業計画.pdf  \nbusiness plan · 1 kB" in texts(screen)

    screen.radio(key="proposal-work-1").set_value("document").run()
    assert what("correction_needs_reason") in send(screen, "Take it out").warning[0].value.replace("\\", "")
    next(one for one in screen.text_input if one.key.endswith("-why")).set_value("a newer plan came")
    assert not send(screen, "Take it out").exception
    assert fund.desk.proposal(ACTORS["manager"], "proposal-3").attachments == ()
    assert "事業計画.pdf" not in texts(screen)


def test_a_file_that_is_missing_or_too_large_is_told(fund, visit, monkeypatch):
    monkeypatch.setattr(evidence, "LARGEST_MB", 1)
    screen = visit("secretariat", "PR-03")
    screen.radio(key="proposal-work-0").set_value("document").run()
    assert what("evidence_needs_file") in send(screen, "Attach the document").warning[0].value.replace("\\", "")
    screen.file_uploader[0].upload("plan.pdf", bytes(1_000_001))
    assert what("attachment_too_large", file="plan.pdf", limit=1) in send(screen, "Attach the document").warning[
        0
    ].value.replace("\\", "")
    assert fund.desk.proposal(ACTORS["manager"], "proposal-3").attachments == ()


def test_a_recused_member_gets_a_plain_sentence(fund, visit):
    fund.does("c", c.DeclareInterest(item_id=ITEM, seat_id="seat-c", kind="kin"))
    screen = visit("c")
    assert [one.value.replace("\\", "") for one in screen.title] == ["PR-01 is not open to you"]
    assert "turbine" not in texts(screen)


def test_an_unknown_code_says_the_same(visit):
    assert [one.value.replace("\\", "") for one in visit("b", "PR-99").title] == ["PR-99 is not open to you"]
    assert [one.value for one in visit("b", "").title] == ["Which proposal?"]


@pytest.mark.parametrize("person", ["lp", "administrator"])
def test_roles_without_papers_do_not_reach_the_page(visit, person):
    with pytest.raises(ValueError, match="page"):
        visit(person)


def test_a_company_that_needs_no_support(visit):
    told = texts(visit("auditor", "PR-02"))
    assert "Network support deliverability: not applicable, no support is needed" in told
    assert "Who supplies what" not in told


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", ["PR-01", "PR-02", "PR-03", "PR-04"])
def test_every_proposal_draws_in_both_languages(visit, code, language):
    assert not visit("secretariat", code, language).exception


def test_who_is_to_score_goes_there_from_the_paper(fund, visit):
    fund.does("b", c.DeclareInterest(item_id=ITEM, seat_id="seat-b", kind="none"))
    assert [one.label for one in visit("b").button] == ["Score now"]
    assert [one.label for one in visit("auditor").button] == []


def test_completing_the_intake(fund, visit):
    screen = visit("secretariat", "PR-03")
    screen.button(key="primary").click().run()
    keys = {one.key.rsplit("-", 1)[1]: one for one in screen.checkbox}
    keys["parts"].set_value(True)
    for one in screen.date_input:
        one.set_value(sample.TODAY)
    next(one for one in screen.button if one.label == "Keep the intake").click().run()
    assert not screen.exception
    kept = fund.desk.proposal(ACTORS["secretariat"], "proposal-3")
    assert kept is not None
    assert kept.intake == sample.Intake(
        proposal_received=True,
        plan_received=True,
        no_parts=True,
        anti_social_forces_checked_on=sample.TODAY,
        interests_asked_on=sample.TODAY,
    )
    assert "The intake is kept." in screen.success[0].value.replace("\\", "")
    assert [one.label for one in screen.button] == ["Search for the fewest facts that cross the gates"]


def test_a_correction_needs_its_reason(fund, visit):
    screen = visit("manager", "PR-03")
    screen.radio(key="proposal-work-0").set_value("correct").run()
    ask = next(one for one in screen.text_input if one.key.endswith("/ask"))
    ask.set_value("7,000").run()
    send = next(one for one in screen.button if one.key.endswith("/send"))
    send.click().run()
    assert what("correction_of_proposal_needs_reason") in screen.warning[0].value.replace("\\", "")
    next(one for one in screen.text_input if one.key.endswith("/reason")).set_value("new quote").run()
    next(one for one in screen.button if one.key.endswith("/send")).click().run()
    assert not screen.exception
    kept = fund.desk.proposal(ACTORS["manager"], "proposal-3")
    assert kept is not None
    assert kept.ask_yen == 70_000_000


def test_every_fact_opens_to_its_definition_and_its_frozen_rows(fund, visit):
    screen = visit("b")
    drawers = [one for one in screen.expander if one.label == "The facts behind each level"]
    assert len(drawers) == 1
    rubric, facts = fund.rubric.axis("axis2"), fund.desk.book(ACTORS["b"]).items[ITEM].frozen.support
    # What the registers hold now is another matter: the rows are those that were frozen.
    fund.does("secretariat", c.RecordOffers(offers=sample.offers(10, sample.TODAY)))
    screen.session_state["facts-behind"] = True
    known = {one.id for one in facts.firm}
    asked = [(one.id, fact) for one in rubric.criteria for fact in one.facts if fact in known]
    assert len(asked) >= 20
    for criterion, fact in asked:
        screen.session_state[f"paper-{criterion}-{fact}"] = True
    screen.run()
    assert not screen.exception, screen.exception
    told = texts(screen)
    for definition in (one for one in rubric.facts if one.id in known):
        assert definition.definition.en in told, definition.id
    coverage = next(one for one in facts.firm if one.id == "cov_critical")
    shown = [one.value for one in screen.dataframe]
    assert any(list(frame["Part"]) == ["HG-09 部品9"] for frame in shown), coverage.missing
    assert "着磁の外注先" in told


def test_a_letter_is_issued_and_kept_with_the_papers(fund, visit):
    screen = visit("secretariat", "PR-02")
    screen.radio(key="proposal-work-0").set_value("letter").run()
    assert not screen.exception, screen.exception
    assert not [one for one in screen.button if one.label.startswith("Issue it")]
    next(one for one in screen.text_area if one.key.endswith("-contact-at")).set_value("0120-000-000").run()
    contact = next(one for one in screen.text_input if one.key.endswith("-contact"))
    whom = contact.value
    contact.set_value(" ").run()
    assert not [one for one in screen.button if one.label.startswith("Issue it")]
    contact.set_value(whom).run()
    assert not send(screen, "Issue it: keep it with the papers").exception
    assert "The letter is kept with the papers." in screen.success[0].value.replace("\\", "")
    (letter,) = fund.desk.proposal(ACTORS["manager"], "proposal-2").attachments
    assert (letter.kind, letter.file_name) == ("letter", "letter-PR-02-20261015-en.pdf")
    assert fund.desk.files.read(letter.file_sha256).startswith(b"%PDF")
    assert "letter-PR-02-20261015-en.pdf (attached after the freeze)" not in texts(screen)


def test_no_letter_is_written_before_the_resolution(visit):
    assert "letter" not in visit("secretariat", "PR-03").radio(key="proposal-work-0").options
    assert "Write to the company" not in visit("secretariat", "PR-03").radio(key="proposal-work-0").options


def test_the_fewest_facts_are_searched_and_become_tasks_on_the_first_page_of_their_owner(fund, visit, monkeypatch):
    screen = visit("secretariat")
    next(one for one in screen.button if one.label == "Search for the fewest facts that cross the gates").click().run()
    assert not screen.exception, screen.exception
    told = texts(screen)
    assert "No smaller set is." in told
    press = next(one for one in screen.button if one.label.startswith("Turn"))
    press.click().run()
    assert not screen.exception, screen.exception
    tasks = fund.desk.support_tasks(ACTORS["secretariat"])
    assert len(tasks) == int("".join(filter(str.isdigit, press.label)))
    assert {one.owner for one in tasks} == {ACTORS["secretariat"].person}
    home = open_as(fund, "secretariat", "today/home", monkeypatch, language="en")
    assert f"PR-01: tasks that you have taken on: {len(tasks)}" in texts(home)
    fund.does("secretariat", c.FinishTask(task_id=tasks[0].id, on=tasks[0].due))
    assert sum(one.done_on is None for one in fund.desk.support_tasks(ACTORS["secretariat"])) == len(tasks) - 1


def test_who_only_reads_the_papers_is_not_asked_to_search(visit):
    assert not any(one.label.startswith("Search for the fewest") for one in visit("b").button)
