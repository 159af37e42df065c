"""The fund's own Word template for minutes: taken in after a check, or dropped for the plain one."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import MINUTES, WordTemplate
from fundapp.documents.word_template import LISTS, PLACES, faults
from fundapp.record import planning_commands as n
from fundapp.text.catalogue import _, language
from fundapp.ui import gate, refusal
from fundapp.ui.downloads import download_button
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain


def word_template(actor: Actor) -> Order | None:
    """What the template may name, the one in use, and the place to hand in another."""
    if not actor.has(Role.SECRETARIAT):
        return None
    form = f"template/{MINUTES}"
    own = gate.desk().word_template(MINUTES)
    with st.expander(_("Word template of the minutes"), icon=":material/description:", key=key(form, "open")):
        in_use = _("In use: {title}").format(title=own.title) if own else _("In use: the plain template of fundapp")
        st.markdown(plain(in_use))
        download_button(_("The template in use"), "word-template", language())
        st.markdown(
            _("A template may name these places in double braces; {body} is where the proceedings are put.").format(
                body=plain("{{ body }}")
            )
        )
        st.markdown("\n".join(f"- {plain(name)}" for name in _names()))
        given = st.file_uploader(_("Another template (.docx)"), type="docx", key=key(form, "file"))
        slot = st.container()
        taken = st.button(_("Check and use this template"), disabled=given is None, key=key(form, "go"))
        dropped = own is not None and st.button(_("Go back to the plain template"), key=key(form, "drop"))
    if dropped:
        done = _("The plain template is in use again.")
        return Order((n.DropTemplate(template_id=MINUTES),), form, slot, done)
    if not (taken and given):
        return None
    content = given.getvalue()
    if found := faults(content):
        with slot:
            refusal.show(Refusal.of("template_unfit", *found, count=len(found)))
        return None
    sha256 = gate.desk().files.put(content)
    template = WordTemplate(id=MINUTES, title=given.name, file_sha256=sha256)
    return Order((n.AdoptTemplate(template=template),), form, slot, _("The template is in use."))


def _names() -> list[str]:
    """All that a template may name."""
    lists = [
        f"{{% for one in {name} %}} {{{{ one.{field} }}}}" for name, fields in LISTS.items() for field in sorted(fields)
    ]
    return [f"{{{{ {name} }}}}" for name in sorted(PLACES)] + lists
