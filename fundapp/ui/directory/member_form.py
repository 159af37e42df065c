"""The forms of one member: who it is with its places and machines, a contact, a process."""

from fractions import Fraction
from typing import Any

import streamlit as st

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.network.capability import MATERIALS, Capability
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.premises import Equipment, Site
from fundapp.network.process import ProcessTree
from fundapp.record.commands import RecordCapabilities, RemoveCapabilities
from fundapp.record.directory_commands import RecordMember, RemoveMember
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.store.directory import MemberFile
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.directory import erasing, places, sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.network.fields import Fields, checked, filled
from fundapp.ui.words import plain


def member_form(actor: Actor, file: MemberFile | None) -> None:
    """A member added or corrected."""
    title = said(file.member.name) if file else _("Add a member")
    components.page_title(title, _("Kept as a draft while you write."))
    typing = drafting.begin(actor, f"directory/member/{file.member.id if file else 'new'}")
    if typing is None:
        return
    member_id = file.member.id if file else typing.command_id
    fields = Fields(typing, _start(file))
    labels = _("Code"), _("Name (Japanese)")
    left, right = st.columns(2, gap="large")
    with left:
        code = fields.text("code", labels[0], most=40)
        name_ja = fields.text("name_ja", labels[1])
        name_en = fields.text("name_en", _("Name (English)"))
        member_class = fields.choice(
            "member_class", _("Kind of member"), codes("member_class"), lambda one: word("member_class", one)
        )
        company_type = fields.choice(
            "company_type", _("Kind of company"), codes("company_type"), lambda one: word("company_type", one)
        )
        joined_on, left_on = fields.day("joined_on", _("Joined on")), fields.day("left_on", _("Left on"))
        others = {one.id: f"{said(one.name)} ({one.code})" for one in gate.desk().members() if one.id != member_id}
        referred_by = fields.choice("referred_by", _("Referred by"), tuple(others), lambda one: others.get(one, one))
    with right:
        number = fields.text("corporate_number", _("Corporate number (13 digits)"), most=20)
        digits = corporate_number(number)
        if digits is None:
            refusal.show_problems((Problem.of("corporate_number_wrong"),))
        capital = fields.yen("capital_yen", _("Capital, yen"))
        employees = fields.count("employees", _("Employees"))
        checked_ = fields.tick("checked", _("Succession and hazard zone were checked"))
        missing = fields.tick("successor_missing", _("The owner is 65 or older and nobody is to follow"))
    sites = _sites(fields, member_id)
    equipment = _equipment(fields, member_id)
    if not sending.ends(fields, _("Save the member")):
        _taking_out(actor, file)
        if file is not None:
            erasing.member_part(actor, file)
        return
    if digits is None or not filled(code=(labels[0], code), name=(labels[1], name_ja)):
        return
    made = checked(
        lambda: Member(
            id=member_id,
            code=code,
            name=Bilingual(ja=name_ja, en=name_en or name_ja),
            member_class=member_class or "company",
            corporate_number=digits,
            capital_yen=capital,
            company_type=company_type or "",
            employees=employees,
            successor_missing=missing,
            checked=checked_,
            joined_on=joined_on,
            left_on=left_on,
            referred_by=referred_by or "",
        )
    )
    if made is not None:
        done = _("{name} is saved.").format(name=said(made.name))
        sending.send(actor, typing, done, RecordMember(member=made, sites=sites, equipment=equipment))


def _start(file: MemberFile | None) -> dict[str, Any]:
    if file is None:
        return {"member_class": "company"}
    member = file.member
    start = member.model_dump(mode="json", exclude={"name"}) | {"name_ja": member.name.ja, "name_en": member.name.en}
    start["sites"] = [[one.name, one.postcode, one.address] for one in file.sites]
    start["equipment"] = [[one.name, one.maker, one.model, one.count, one.note] for one in file.equipment]
    return start


def _sites(fields: Fields, member_id: str) -> tuple[Site, ...]:
    headers = {
        "name": st.column_config.TextColumn(_("Which place")),
        "postcode": st.column_config.TextColumn(_("Postcode"), max_chars=10),
        "address": st.column_config.TextColumn(_("Address"), required=True),
    }
    rows = fields.rows("sites", _("Places"), headers)
    return tuple(
        Site(
            id=f"{member_id}-site-{at}",
            member_id=member_id,
            name=row.get("name") or "",
            postcode=row.get("postcode") or "",
            address=row.get("address") or "",
            main=at == 0,
        )
        for at, row in enumerate(rows)
    )


def _equipment(fields: Fields, member_id: str) -> tuple[Equipment, ...]:
    headers = {
        "name": st.column_config.TextColumn(_("Machine"), required=True),
        "maker": st.column_config.TextColumn(_("Maker")),
        "model": st.column_config.TextColumn(_("Model")),
        "count": st.column_config.NumberColumn(_("How many"), min_value=1, step=1, default=1),
        "note": st.column_config.TextColumn(_("Size, accuracy")),
    }
    rows = fields.rows("equipment", _("Machines"), headers)
    return tuple(
        Equipment(
            id=f"{member_id}-machine-{at}",
            member_id=member_id,
            name=row.get("name") or "",
            maker=row.get("maker") or "",
            model=row.get("model") or "",
            count=max(1, int(row.get("count") or 1)),
            note=row.get("note") or "",
        )
        for at, row in enumerate(rows)
    )


def _taking_out(actor: Actor, file: MemberFile | None) -> None:
    if file is None:
        return
    place = st.expander(_("Take this member out of the directory"), on_change="rerun", key="take-out")
    if place.open:
        with place:
            st.markdown(
                _("For a member that was entered by mistake. For one that left, enter the day of leaving above.")
            )
            reason = st.text_input(_("Reason for taking it out"), key=f"take-out-why-{file.member.id}")
            if st.button(_("Take it out"), icon=":material/person_remove:", key="take-out-now"):
                command = RemoveMember(member_id=file.member.id, reason=reason)
                answer = gate.desk().submit(command, actor, f"remove-{file.member.id}-{file.changes[-1].at}")
                if isinstance(answer, Refusal):
                    refusal.show(answer)
                    return
                sending.tell_next(_("{name} is no longer in the directory.").format(name=said(file.member.name)))
                places.to_list()


def contact_form(actor: Actor, file: MemberFile, contact_id: str) -> None:
    """A person of the member, added or corrected."""
    found = next((one for one in file.contacts if one.id == contact_id), None)
    components.page_title(_("Whom to ask at {name}").format(name=said(file.member.name)))
    typing = drafting.begin(actor, f"directory/contact/{contact_id or file.member.id}")
    if typing is None:
        return
    fields = Fields(typing, found.model_dump(mode="json") if found else {"main": not file.contacts})
    label = _("Name")
    name = fields.text("name", label)
    email = fields.text("email", _("E-mail"))
    telephone = fields.text("telephone", _("Telephone"), most=40)
    fax = fields.text("fax", _("Fax"), most=40)
    main = fields.tick("main", _("Asked first"))
    bodies = {one.id: said(one.name) for one in gate.desk().members() if one.id != file.member.id}
    seconded_by = fields.choice(
        "seconded_by",
        _("Seconded by, when another member sent this person"),
        tuple(bodies),
        lambda one: bodies.get(one, one),
    )
    if sending.ends(fields, _("Save the person")) and filled(name=(label, name)):
        made = Contact(
            id=contact_id or typing.command_id,
            member_id=file.member.id,
            name=name,
            email=email,
            telephone=telephone,
            fax=fax,
            main=main,
            seconded_by=seconded_by or "",
        )
        sending.send(actor, typing, _("{name} is saved.").format(name=name), RecordContacts(contacts=(made,)))
    elif found is not None and found.name:
        erasing.contact_part(actor, found)


def capability_form(actor: Actor, file: MemberFile, tree: ProcessTree, capability_id: str) -> None:
    """One process of the member, added, corrected or confirmed."""
    found = next((one for one in file.capabilities if one.id == capability_id), None)
    components.page_title(_("What {name} can do").format(name=said(file.member.name)))
    typing = drafting.begin(actor, f"directory/capability/{capability_id or file.member.id}")
    if typing is None:
        return
    start = found.model_dump(mode="json") if found else {}
    start["certificates"] = ", ".join(found.certificates) if found else ""
    fields = Fields(typing, start)
    families = {one.id: said(one.name) for one in tree.families}
    names = {one.id: f"{families[one.family]} — {said(one.name)}" for one in tree.processes}
    label = _("Process")
    process = fields.choice("process", label, tuple(names), lambda one: names.get(one, one))
    left, right = st.columns(2, gap="large")
    with left:
        given = typing.values.get("materials", start.get("materials")) or []
        materials = st.multiselect(
            _("Materials it works"),
            MATERIALS,
            default=[one for one in given if one in MATERIALS],
            format_func=lambda one: word("material", one),
            placeholder=_("not stated"),
            key=typing.widget("materials"),
        )
        fields.values["materials"] = list(materials)
        largest = fields.count("largest_mm", _("Largest size, mm"), least=1)
        grade = fields.count("tolerance_grade", _("Finest tolerance grade (the 7 of IT7)"), least=1, most=18)
        certificates = fields.text("certificates", _("Certificates, with commas between them"))
    with right:
        lot_min = fields.count("lot_min", _("Smallest lot"), least=1)
        lot_max = fields.count("lot_max", _("Largest lot"), least=1)
        hours = fields.count("free_hours_per_month", _("Free hours a month"), most=744)
        nda = fields.tick("nda_signed", _("NDA signed"))
    st.markdown(plain(_("Saving also says that all this still holds today.")))
    if sending.ends(fields, _("Save the process")):
        if filled(process=(label, process)):
            made = checked(
                lambda: Capability(
                    id=capability_id or typing.command_id,
                    member_id=file.member.id,
                    process=process,
                    materials=tuple(materials),
                    largest_mm=largest,
                    tolerance_grade=grade,
                    lot_min=lot_min,
                    lot_max=lot_max,
                    certificates=tuple(filter(None, (part.strip() for part in certificates.split(",")))),
                    free_hours_per_month=hours,
                    on_time_rate=found.on_time_rate if found else None,
                    nda_signed=nda,
                    confirmed_on=gate.desk().today(),
                )
            )
            if made is not None:
                done = _("The process is saved.")
                sending.send(actor, typing, done, RecordCapabilities(capabilities=(made,)))
    elif found is not None and st.button(
        _("It no longer does this"), icon=":material/delete:", key=typing.widget("remove")
    ):
        sending.send(actor, typing, _("The process is taken out."), RemoveCapabilities(capability_ids=(found.id,)))


def rate(percent_typed: str) -> Fraction | None:
    """A rate typed in percent, as a share; None when it is not a number from 0 to 100."""
    try:
        found = Fraction(percent_typed.strip().rstrip("%％")) / 100
    except (ValueError, ZeroDivisionError):
        return None
    return found if 0 <= found <= 1 else None
