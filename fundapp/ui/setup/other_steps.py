"""The steps after the fund: the rubric, the people, the seats."""

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.documents.said import said
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui import refusal as refusal_box
from fundapp.ui.office.fields import Fields, Row, person_fields, seat_fields
from fundapp.ui.office.roles import role_names, show_meanings
from fundapp.ui.rubrics import criteria
from fundapp.ui.setup.entering import Entering
from fundapp.ui.setup.typed_fund import both
from fundapp.ui.setup.typed_people import seat_place, voting
from fundapp.ui.words import plain


def rubric_step(entering: Entering) -> None:
    """What the committee judges by, read from the files with all their faults."""
    if isinstance(entering.rubric, tuple):
        st.markdown(plain(_("The rubric's files hold faults. Mend them, then open this page again.")))
        refusal_box.show_problems(entering.rubric)
        return
    st.markdown(
        plain(
            _(
                "Version {version} comes with the product and was checked: no faults. "
                "It takes effect with the set-up. Later the committee may change it by a resolution."
            ).format(version=entering.rubric.decision.version)
        )
    )
    for axis in entering.rubric.axes:
        criteria.show_axis(axis, "", unfolded=False)


def people_step(entering: Entering) -> None:
    """Everyone who gets an account now."""
    fields = entering.fields
    own = entering.accounts[entering.actor.person]
    st.markdown(
        plain(
            _(
                "{name} keeps the accounts and is there already. Enter the others; rows left empty count as nobody, "
                "and more people can be added at any time. A sign-in name is what the person types; it stays as it is."
            ).format(name=said(own.name))
        )
    )
    show_meanings()
    rows: list[Row] = fields.values["people"]
    for number, row in enumerate(rows, start=1):
        with st.container(border=True, key=f"person-{number}"):
            _head(fields, "people", rows, row, said(both(row, "name")) or _asked_for(fields, row))
            person_fields(fields, row)
    if st.button(_("Add a person"), icon=":material/add:", key=fields.key({}, "add-person")):
        rows.append({"id": gate.desk().new_id(), "roles": []})
        _again(fields)


def _asked_for(fields: Fields, row: Row) -> str:
    """For whom a row is meant that holds no name yet."""
    seat = next((one for one in fields.values["seats"] if one.get("holder") == row["id"]), None)
    if seat:
        return _("For the seat: {seat}").format(seat=said(both(seat, "name")))
    return role_names(map(Role, row["roles"])) or _("One more person")


def _head(fields: Fields, kind: str, rows: list[Row], row: Row, title: str, *, up: bool = False) -> None:
    """The title of a row, how it moves up, and how it goes away."""
    at = rows.index(row)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        components.part(title)
        buttons = st.container(horizontal=True, width="content")
    if (
        up
        and at
        and buttons.button(_("Move up"), icon=":material/arrow_upward:", key=fields.key(row, "up"), help=title)
    ):
        rows.insert(at - 1, rows.pop(at))
        _again(fields)
    if buttons.button(_("Remove"), icon=":material/remove:", key=fields.key(row, "remove"), help=title):
        fields.values[kind] = [one for one in rows if one is not row]
        _again(fields)


def _again(fields: Fields) -> None:
    if fields.keep():
        st.rerun()


def seats_step(entering: Entering) -> None:
    """The seats in their order, and who stands in from outside."""
    fields = entering.fields
    members = voting(entering.people)
    st.markdown(
        plain(
            _(
                "The first seat is the senior one: its holder chairs the meeting. "
                "Holders and alternates are chosen among the committee members of the step before."
            )
        )
    )
    rows: list[Row] = fields.values["seats"]
    for rank, row in enumerate(rows, start=1):
        with st.container(border=True, key=f"seat-{rank}"):
            _head(fields, "seats", rows, row, seat_place(rank, both(row, "name")), up=True)
            seat_fields(fields, row, list(members), lambda one: said(members[one].name))
    if st.button(_("Add a seat"), icon=":material/add:", key=fields.key({}, "add-seat")):
        rows.append({"id": gate.desk().new_id()})
        _again(fields)
    components.part(_("Outside alternates"))
    st.markdown(
        plain(_("They may fill any seat whose member is recused or absent. They belong to no seat's organisation."))
    )
    seated = {one for row in rows for one in (row.get("holder"), *row.get("alternates", ()))}
    free = [one for one in members if one not in seated]
    fields.some_of(fields.values, "outside", _("Outside alternates"), free, lambda one: said(members[one].name))
