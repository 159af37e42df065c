"""Pages over the real socket, as the server alone takes them; and how soon a server answers."""

from figure import Figure
from serving import OURS, WARM, cookie_of, empty_app, new_demo, served
from session import Session

ROUNDS = 30
PAGES = (
    ("home", "vc"),
    ("score", "vc"),
    ("meeting", "association"),
    ("proposals", "manager"),
    ("portfolio", "manager"),
)
STARTS = 5


def rerun() -> list[Figure]:
    """Whole reruns, each in turn with one of the empty page."""
    figures = []
    with served(empty_app(*WARM)) as bare, served(OURS, new_demo()) as ours, Session(bare.socket_url) as empty:
        for page, card in PAGES:
            figure = Figure(f"rerun of {page}, server alone", "of an empty page")
            with Session(ours.socket_url, cookie_of(ours.url, card), page) as session:
                for _ in range(ROUNDS):
                    figure.add(session.rerun_ms(), empty.rerun_ms())
            figures.append(figure)
    return figures


def start() -> list[Figure]:
    """From the command to the first answer, against an empty app that imports the same."""
    data, empty = new_demo(), empty_app(*WARM)
    figure = Figure("start", "of an empty app with the same imports", at_most=1.5)
    for _ in range(STARTS):
        with served(OURS, data) as ours:
            pass
        with served(empty) as bare:
            pass
        figure.add(ours.began_ms, bare.began_ms)
    return [figure]
