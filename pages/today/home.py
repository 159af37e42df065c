"""What do I have to do now; what changed since I was here?"""

from fundapp.basis.days import day_of
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, gate
from fundapp.ui.home.association_tasks import association_tasks
from fundapp.ui.home.cards import cards, own_desk
from fundapp.ui.home.circulation_tasks import circulation_tasks
from fundapp.ui.home.glance import balance, lately
from fundapp.ui.home.inquiry_tasks import inquiry_tasks
from fundapp.ui.home.offer_tasks import offer_tasks
from fundapp.ui.home.tasks import tasks

actor = gate.enter("today/home")
desk = gate.desk()
seminars = desk.seminar_rows(actor)
book, proposals, today = desk.book(actor), desk.proposals(actor), day_of(desk.now())
found = (
    *circulation_tasks(book, actor, today),
    *tasks(book, actor, proposals, today, desk.support_tasks(actor), desk.continuity_checks(actor)),
    *offer_tasks(book, desk.offers_lost(actor)),
    *inquiry_tasks(desk.inquiries_under_way(actor), desk.now()),
    *association_tasks(actor, desk.watches(actor), seminars.seminars, seminars.hands, today),
)

with components.large():
    if found:
        components.page_title(ngettext("{n} thing waits for you", "{n} things wait for you", len(found)))
        cards(found, actor)
    else:
        components.page_title(_("Nothing waits for you now"))
    lately(book, actor, proposals, gate.last_visit(actor), today)
balance(book)
own_desk(actor, book)
