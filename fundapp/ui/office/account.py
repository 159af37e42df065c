"""One account: its names and roles, its password, its door. And the form of a new one."""

from collections.abc import Callable

import streamlit as st

from fundapp.access import accounts, office
from fundapp.access.office import OneTimePassword
from fundapp.basis.canonical import digest
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.demo_mark import read_mark
from fundapp.documents.said import said
from fundapp.store.people import Person
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.office import once, roles
from fundapp.ui.office.accounts import close
from fundapp.ui.office.fields import Fields, Row, person_fields
from fundapp.ui.setup.typed_fund import both, text
from fundapp.ui.words import plain


def _back() -> None:
    if st.button(_("Back to the people"), icon=":material/arrow_back:", type="tertiary", key="back-to-people"):
        close()


def _settle(answer: object, receipt: str) -> None:
    """Say why nothing was done, or go back to the list with the receipt."""
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    if isinstance(answer, OneTimePassword):
        once.remember(answer)
    close(receipt)


def show_new(actor: Actor) -> None:
    """The form of a new account."""
    components.page_title(_("Add a person"), _("Kept as a draft while you write."))
    _back()
    typing = drafting.begin(actor, "person/new")
    if typing is None:
        return
    roles.show_meanings()
    fields = Fields(typing, {"roles": []})
    person_fields(fields, fields.values)
    if fields.keep() and st.button(_("Open the account"), type="primary", key=typing.widget("send")):
        desk, values = gate.desk(), fields.values
        made = office.add_person(
            desk.database,
            actor,
            person=typing.command_id,
            sign_in_name=text(values, "sign_in_name"),
            name=both(values, "name"),
            organisation=text(values, "organisation"),
            roles=_roles(values),
            email=text(values, "email"),
            now=desk.now(),
        )
        if not isinstance(made, Refusal):
            drafting.finish(typing)
        _settle(made, _("{name} has an account.").format(name=said(both(values, "name"))))


def _roles(values: Row) -> frozenset[Role]:
    return frozenset(map(Role, values.get("roles", ())))


def show(actor: Actor, person: Person) -> None:
    """What can be done about one person."""
    components.page_title(said(person.name), _("Signs in as {name}").format(name=person.sign_in_name))
    _back()
    _correct(actor, person)
    if person.id != actor.person:
        _password(actor, person)
        _door(actor, person)


def _correct(actor: Actor, person: Person) -> None:
    components.section(_("Names and roles"))
    start: Row = {
        "name_ja": person.name.ja,
        "name_en": "" if person.name.en == person.name.ja else person.name.en,
        "organisation": person.organisation,
        "email": person.email,
        "roles": sorted(role.value for role in person.roles),
    }
    # What was typed over an account that has changed since is worth nothing, and must not undo the change.
    typing = drafting.begin(actor, f"person/{person.id}/{digest(start)}")
    if typing is None:
        return
    roles.show_meanings()
    fields = Fields(typing, start)
    person_fields(fields, fields.values, sign_in_name=False)
    if fields.keep() and st.button(_("Keep the correction"), type="primary", key=typing.widget("send")):
        desk, values = gate.desk(), fields.values
        kept = office.correct_person(
            desk.database,
            actor,
            person.id,
            name=both(values, "name"),
            organisation=text(values, "organisation"),
            roles=_roles(values),
            email=text(values, "email"),
            now=desk.now(),
        )
        if not isinstance(kept, Refusal):
            drafting.finish(typing)
        _settle(kept, _("{name} is corrected.").format(name=said(both(values, "name"))))


def _password(actor: Actor, person: Person) -> None:
    components.section(_("Password"))
    if read_mark(gate.desk().database.folder) is not None:
        st.markdown(plain(_("This is a demo: its people keep their passwords.")))
        return
    st.markdown(
        plain(
            _(
                "Forgotten? You get a new one to hand over. It is good for one sign-in; "
                "its owner then chooses another. Open sessions end."
            )
        )
    )
    desk = gate.desk()
    _press(
        _("Give a new password"),
        "reset",
        lambda: office.reset_password(desk.database, actor, person.id, now=desk.now()),
        _("{name} gets a new password.").format(name=said(person.name)),
    )


def _door(actor: Actor, person: Person) -> None:
    components.section(_("Door"))
    desk, name = gate.desk(), said(person.name)
    tries = accounts.waiting(desk.database, desk.now()).get(person.id, 0)
    if tries:
        st.markdown(plain(ngettext("{n} wrong try in a row", "{n} wrong tries in a row", tries)))
        _press(
            _("Let in again"),
            "let-in",
            lambda: office.let_in_again(desk.database, actor, person.id),
            _("{name} can sign in at once.").format(name=name),
        )
    st.markdown(plain(_("A lost tablet? End every open session; the password stays.")))
    _press(
        _("Sign out everywhere"),
        "end-sessions",
        lambda: office.end_sessions(desk.database, actor, person.id),
        _("{name} is signed out everywhere.").format(name=name),
    )
    if person.disabled:
        st.markdown(plain(_("This person may not sign in. What the record says of the person stays.")))
        label, receipt = _("Open the door again"), _("{name} may sign in again.")
    else:
        st.markdown(plain(_("No longer one of you? The account stays in the record, but opens nothing.")))
        label, receipt = _("Close the door"), _("{name} may not sign in any more.")
    _press(
        label,
        "disable",
        lambda: office.correct_person(desk.database, actor, person.id, now=desk.now(), disabled=not person.disabled),
        receipt.format(name=name),
    )


def _press(label: str, key: str, do: Callable[[], object], receipt: str) -> None:
    if st.button(label, key=f"account-{key}"):
        _settle(do(), receipt)
