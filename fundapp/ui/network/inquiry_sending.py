"""An inquiry on its way: the president's link, the members of a stage, the messages, and who has not answered."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.documents.inquiry_message import Kind, email
from fundapp.documents.said import listed
from fundapp.inquiries_seen import InquirySeen
from fundapp.mailing import mail_server, send_all
from fundapp.network.inquiry import InquiryFile, Stage
from fundapp.network.member import Member
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, language, ngettext, pgettext
from fundapp.text.figures import moment
from fundapp.ui import components, gate, refusal
from fundapp.ui.downloads import download_button
from fundapp.ui.forms import close_form
from fundapp.ui.network import inquiry_clock
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.ways import base
from fundapp.ui.words import plain
from fundapp.web.answer_files import kind_of
from fundapp.web.inquiry_letters import letters

DRAWN = ("application/pdf", "image/jpeg", "image/png")

KIND = "inquiry-send"


def ask_president(seen: Seen, asked: InquirySeen) -> Order | None:
    """The link to the president, with the menu items that still lack the consent."""
    waiting = [need for need in seen.register.needs if need.item and need.item.provider and not need.item.owner_consent]
    chosen = waiting
    if waiting:
        chosen = st.multiselect(
            _("Menu items to agree to at the same time"),
            waiting,
            default=waiting,
            format_func=lambda need: need.name,
            placeholder=_("Choose"),
            key=f"needs/{asked.inquiry.id}",
        )
    label = _("Make the link for the president") if asked.agreement is None else _("Make a new link for the president")
    if not st.button(label, type="primary", icon=":material/link:", key=f"ask/{asked.inquiry.id}"):
        return None
    command = q.AskAgreement(
        link=gate.desk().fresh_link(asked.inquiry),
        inquiry_ids=(asked.inquiry.id,),
        need_ids=tuple(need.id for need in chosen),
    )
    number = len(gate.desk().issued(seen.actor, seen.proposal.id))
    done = _("The link is made. Send it to the president.")
    return Order(((f"ask/{asked.inquiry.id}/{number}", command),), done)


def president_link(seen: Seen, asked: InquirySeen) -> None:
    """The link as it stands, to be sent in one's own mail or printed."""
    made = letters(gate.desk(), seen.actor, seen.proposal, asked, "agree", base())
    for one in made.values():
        st.markdown(plain(_("Send this link to the president. It opens what is asked and nothing else.")))
        st.code(one.letter.address, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            downloads(asked, "agree")


def downloads(asked: InquirySeen, kind: Kind) -> None:
    """The messages of one kind as files to send from one's own mail, and as sheets to print."""
    spoken = language()
    download_button(_("E-mail files (.eml)"), "inquiry-messages", spoken, inquiry=asked.inquiry.id, message=kind)
    download_button(_("Sheets to print (PDF)"), "inquiry-sheets", spoken, inquiry=asked.inquiry.id, message=kind)


def drawings(seen: Seen, asked: InquirySeen) -> Order | None:
    """The drawings that members see once they have accepted the NDA; the president agrees to them too."""
    count = len(asked.drawings)
    title = ngettext("Drawings under the NDA: {n}", "Drawings under the NDA: {n}", count)
    with st.expander(title, icon=":material/draft:"):
        for one in asked.drawings:
            st.markdown(f":material/draft: {plain(one.file_name)}")
        st.markdown(plain(_("Another drawing needs the president's agreement anew.")))
        given = st.file_uploader(
            _("A drawing as PDF, JPEG or PNG"),
            type=["pdf", "jpg", "jpeg", "png"],
            key=f"drawing/{asked.inquiry.id}/{count}",
        )
        pressed = st.button(_("Add this drawing"), disabled=given is None, key=f"add-drawing/{asked.inquiry.id}")
    if not pressed or given is None:
        return None
    content, desk = given.getvalue(), gate.desk()
    kind = kind_of(given.name, content)
    if kind not in DRAWN:
        refusal.show(Refusal.of("file_kind_unfit", name=given.name[:100]))
        return None
    sha256 = desk.files.put(content)
    file = InquiryFile(
        id=f"{asked.inquiry.id}-{sha256[:16]}",
        proposal_id=seen.proposal.id,
        inquiry_id=asked.inquiry.id,
        file_name=given.name[:100],
        media_type=kind,
        size_bytes=len(content),
        file_sha256=sha256,
        at=desk.now(),
    )
    command = q.AttachDrawing(inquiry_id=asked.inquiry.id, file=file)
    return Order(((f"drawing/{file.id}", command),), _("The drawing is added: {name}").format(name=file.file_name))


def send_form(seen: Seen, asked: InquirySeen) -> Order | None:
    """Whom the inquiry goes to now: those who match first, then all."""
    stage: Stage = "all" if asked.inquiry.first_sent_at is not None else "first"
    components.page_title(_("To all members") if stage == "all" else _("To the members who match"), seen.name())
    if st.button(_("Back without sending"), icon=":material/arrow_back:", key="leave-form"):
        close_form()
        st.rerun()
    known = {one.member_id for one in asked.recipients}
    askable = gate.desk().askable(seen.actor, seen.proposal.id)
    members = {one.id: one for one in askable if one.id not in known}
    matched = gate.desk().able_members(seen.actor, seen.proposal.id, asked.inquiry.line_ids)
    chosen = _chosen(asked, members, matched, stage)
    st.markdown(plain(ngettext("{n} member will be asked", "{n} members will be asked", len(chosen))))
    by_clock = None
    if stage == "first":
        components.section(_("What happens by itself after sending"))
        by_clock = inquiry_clock.choices(asked, fresh=True)
    label = ngettext("Let it go out to {n} member", "Let it go out to {n} members", len(chosen))
    sent = f"send/{asked.inquiry.id}/{stage}/{len(known)}"
    # A press is for this stage: made where another window has sent the first one meanwhile, it sends nothing to all.
    if not st.button(label, type="primary", icon=":material/send:", disabled=not chosen, key=sent):
        return None
    addressed = tuple(
        q.Addressed(
            member_id=one,
            link=gate.desk().fresh_link(asked.inquiry, one),
            matched=stage == "first" or one in matched,
            line_ids=matched.get(one, ()),
        )
        for one in chosen
    )
    command = q.SendInquiry(inquiry_id=asked.inquiry.id, stage=stage, members=addressed)
    done = ngettext("Inquiry sent to {n} member.", "Inquiry sent to {n} members.", len(chosen))
    ordered = ((f"{sent}/by-clock", by_clock),) if by_clock else ()
    return Order(((sent, command), *ordered), done)


def _chosen(
    asked: InquirySeen, members: dict[str, Member], matched: dict[str, tuple[str, ...]], stage: Stage
) -> list[str]:
    companies = [one.id for one in members.values() if one.member_class == "company"]
    suggested = [one for one in matched if one in members]
    default = companies if stage == "all" else suggested
    if stage == "first" and not suggested:
        st.markdown(plain(_("No matching is on file yet: choose the members yourself.")))
    return st.multiselect(
        pgettext("network", "Members"),
        list(members),
        default=default,
        format_func=lambda one: f"{members[one].code} {members[one].name.of(language())}",
        placeholder=_("Type a name"),
        key=f"members/{asked.inquiry.id}/{stage}",
    )


def messages(seen: Seen, asked: InquirySeen) -> Order | None:
    """The messages that have not left yet, and the ways for them to leave."""
    waiting = [one for one in asked.recipients if not one.left_by]
    if not waiting:
        return None
    with st.container(border=True, key=f"messages-{asked.inquiry.id}"):
        text = ngettext("{n} message waits to leave", "{n} messages wait to leave", len(waiting))
        st.markdown(f":material/outgoing_mail: **{plain(text)}**")
        for one in [one for one in waiting if one.failure][:3]:
            told = _("The mail server did not take one: {why}").format(why=one.failure)
            st.markdown(f":material/error: {plain(told)}")
        with st.container(horizontal=True):
            if mail_server() is not None and st.button(
                _("Send them by e-mail now"), type="primary", icon=":material/send:", key="mail-now"
            ):
                _mail(seen, asked, "ask")
            downloads(asked, "ask")
            handed = st.button(_("They are handed over"), icon=":material/task_alt:", key="handed-over")
    if not handed:
        return None
    ids = tuple(one.member_id for one in waiting)
    command = q.NoteLeft(inquiry_id=asked.inquiry.id, member_ids=ids, by="hand")
    return Order(((f"left/{asked.inquiry.id}/{ids[0]}/{len(ids)}", command),), _("Noted: the messages have left."))


def results(seen: Seen, asked: InquirySeen) -> None:
    """The message that the result stands on each member's page, to all who answered."""
    st.markdown(plain(_("The message to those who answered, that the result stands on their page:")))
    with st.container(horizontal=True):
        by_mail = mail_server() is not None and st.button(
            _("Send them by e-mail now"), icon=":material/send:", key="results-mail"
        )
        downloads(asked, "result")
    if by_mail:
        _mail(seen, asked, "result")


def _mail(seen: Seen, asked: InquirySeen, kind: Kind) -> None:
    """Send what can go by e-mail, with progress; each message that left is noted at once."""
    server, desk = mail_server(), gate.desk()
    assert server is not None, "the button stands only where a mail server is named"
    due = letters(desk, seen.actor, seen.proposal, asked, kind, base())
    mails = [
        (member_id, email(one.letter, sender=server.sender, at=desk.now()))
        for member_id, one in due.items()
        if one.letter.email
    ]
    progress = st.progress(0.0, text=_("Sending…"))
    for sent, (member_id, failure) in enumerate(send_all(server, mails), start=1):
        if kind == "ask":
            note = q.NoteLeft(inquiry_id=asked.inquiry.id, member_ids=(member_id,), by="mail", failure=failure)
            desk.submit(note, seen.actor)
        progress.progress(sent / len(mails), text=_("{n} of {all}").format(n=sent, all=len(mails)))
    if not mails:
        st.markdown(plain(_("None of these members has an e-mail address on file. Print the sheets.")))
        return
    st.rerun()


def remind(seen: Seen, asked: InquirySeen) -> Order | None:
    """Those who have not answered, once a day at most."""
    waiting = asked.waiting()
    if not waiting:
        return None
    with st.expander(
        ngettext("{n} member has not answered", "{n} members have not answered", len(waiting)),
        icon=":material/schedule:",
    ):
        members = {one.id: one.name.of(language()) for one in gate.desk().members()}
        names = listed([members.get(one.member_id, "") for one in waiting[:12]])
        st.markdown(plain(names + ("…" if len(waiting) > 12 else "")))
        last = max((one.reminded_at for one in waiting if one.reminded_at), default=None)
        if last is not None:
            st.markdown(plain(_("Last reminded on {time}").format(time=moment(last))))
        with st.container(horizontal=True):
            downloads(asked, "remind")
            by_mail = mail_server() is not None and st.button(
                _("Remind by e-mail now"), icon=":material/send:", key="remind-mail"
            )
            noted = st.button(_("They are reminded"), icon=":material/task_alt:", key="reminded")
    if by_mail:
        _mail(seen, asked, "remind")
    if not (noted or by_mail):
        return None
    ids = tuple(one.member_id for one in waiting)
    command = q.RemindMembers(inquiry_id=asked.inquiry.id, member_ids=ids)
    return Order(
        ((f"remind/{asked.inquiry.id}/{seen.today}/{len(ids)}", command),),
        ngettext("{n} member is reminded.", "{n} members are reminded.", len(ids)),
    )


def links(seen: Seen, asked: InquirySeen) -> Order | None:
    """One member's link: to give it out again, or to take it back."""
    with st.expander(_("One member's link"), icon=":material/link:"):
        tokens = gate.desk().link_tokens(seen.actor, asked.inquiry.id)
        members = {one.id: one for one in gate.desk().members() if one.id in tokens}
        picked = st.selectbox(
            pgettext("network", "Member"),
            list(members),
            index=None,
            format_func=lambda one: members[one].name.of(language()),
            placeholder=_("Type a name"),
            key=f"link-of/{asked.inquiry.id}",
        )
        if picked not in members:
            return None
        st.code(f"{base()}/answer/{tokens[picked]}", language=None, wrap_lines=True)
        pressed = st.button(
            _("Take this link back and make a new one"), icon=":material/link_off:", key=f"revoke/{picked}"
        )
    if not pressed:
        return None
    standing = [
        one
        for one in gate.desk().issued(seen.actor, seen.proposal.id)
        if (one.inquiry_id, one.member_id) == (asked.inquiry.id, picked) and one.revoked_at is None
    ]
    # Taken back in another window meanwhile: the next run shows what stands.
    if not standing:
        return None
    command = q.RevokeLink(link_id=standing[-1].id, instead=gate.desk().fresh_link(asked.inquiry, picked))
    done = _("The old link opens nothing any more. Give the member the new one.")
    return Order(((f"revoke/{standing[-1].id}", command),), done)
