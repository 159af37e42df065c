"""What a viewer may know of what became of the collaborations."""

from collections.abc import Iterable

from fundapp.basis.fact import Bilingual
from fundapp.basis.roles import Actor, Role
from fundapp.followup.outcome import Course
from fundapp.record.book import Book
from fundapp.record.sight import may_see_papers, reads_papers


def courses_seen(book: Book, viewer: Actor, found: Iterable[Course]) -> tuple[Course, ...]:
    """Readers of papers see all but what they are recused from. A limited partner sees the fund's investments and the
    past collaborations, by name where the company agrees to be named. Others see nothing.
    """
    if reads_papers(viewer):
        return tuple(
            one for one in found if not (of := one.collaboration.proposal_id) or may_see_papers(book, viewer, of)
        )
    if not viewer.has(Role.LP):
        return ()
    invested = {one.proposal_id for one in book.investments.values()}
    return tuple(
        one if of or one.collaboration.deep else _unnamed(one)
        for one in found
        if not (of := one.collaboration.proposal_id) or of in invested
    )


def _unnamed(course: Course) -> Course:
    code = course.collaboration.code
    collaboration = course.collaboration.model_copy(update={"name": Bilingual(ja=code, en=code)})
    states = tuple(state.model_copy(update={"note": ""}) for state in course.states)
    return Course(collaboration=collaboration, states=states)
