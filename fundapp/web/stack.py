"""Which routes there are beside Streamlit's own, and what every request passes through, the outermost first."""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from fundapp.access.provider import BACK
from fundapp.places import SET_UP, web_files
from fundapp.web.agreement import send_agreement, show_agreement
from fundapp.web.answer import send_answer, show_answer
from fundapp.web.answer_files import answer_table, linked_file
from fundapp.web.downloads import download
from fundapp.web.framework_files import CompressedFiles, PageLanguage
from fundapp.web.gate import SIGN_IN, Gate
from fundapp.web.headers import Headers, framework_policy, security_headers
from fundapp.web.health import healthz
from fundapp.web.own_password import OWN_PASSWORD, change_own_password, show_own_password
from fundapp.web.provider_sign_in import OUT, come_back, go_to_provider
from fundapp.web.seat_card import SEAT, show_card, use_card
from fundapp.web.set_up import set_up, show_set_up
from fundapp.web.sign_in import show_sign_in, sign_in, sign_out


class _Assets(StaticFiles):
    """Our own files. Their names hold no hash, so a browser asks again after a day."""

    def file_response(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=86400"
        return response


def routes() -> list[Route | Mount]:
    """The routes of this room."""
    return [
        Route(SIGN_IN, show_sign_in, methods=["GET"]),
        Route(SIGN_IN, sign_in, methods=["POST"]),
        Route("/auth/sign-out", sign_out, methods=["POST"]),
        Route(OUT, go_to_provider, methods=["GET"]),
        Route(BACK, come_back, methods=["GET"]),
        Route(SET_UP, show_set_up, methods=["GET"]),
        Route(SET_UP, set_up, methods=["POST"]),
        Route(OWN_PASSWORD, show_own_password, methods=["GET"]),
        Route(OWN_PASSWORD, change_own_password, methods=["POST"]),
        Route("/healthz", healthz, methods=["GET"]),
        Route("/download/{kind}", download, methods=["GET"]),
        Route("/answer/{token}", show_answer, methods=["GET"]),
        Route("/answer/{token}", send_answer, methods=["POST"]),
        Route("/answer/{token}/lines.xlsx", answer_table, methods=["GET"]),
        Route("/answer/{token}/file/{file_id}", linked_file, methods=["GET"]),
        Route("/agree/{token}", show_agreement, methods=["GET"]),
        Route("/agree/{token}", send_agreement, methods=["POST"]),
        Route(f"{SEAT}/{{token}}", show_card, methods=["GET"]),
        Route(f"{SEAT}/{{token}}", use_card, methods=["POST"]),
        Mount("/assets", _Assets(directory=web_files()), name="assets"),
    ]


def middleware(framework_files: Path) -> list[Middleware]:
    """Headers, compression, the gate, and the language of the page. `framework_files` is Streamlit's static folder."""
    policy = framework_policy(framework_files / "index.html")
    return [
        Middleware(Headers, headers=security_headers(policy)),
        Middleware(CompressedFiles, folder=framework_files),
        Middleware(Gate),
        Middleware(PageLanguage),
    ]
