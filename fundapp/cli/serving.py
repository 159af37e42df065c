"""The commands that serve a fund in a browser: demo, serve."""

import argparse
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

from platformdirs import user_data_path

from fundapp.basis.days import day_of
from fundapp.cli.telling import data_option, fail
from fundapp.demo_mark import DemoMark, Scenario, read_mark
from fundapp.places import SET_UP, set_up_token
from fundapp.serving import is_free, serve, url_of
from fundapp.text.catalogue import _, language

PORT = 8501


def add(commands: Any) -> None:
    """Add these commands to the command line."""
    demo = commands.add_parser("demo", help=_("build a fictional fund and serve it"))
    data_option(demo, user_data_path("fundapp-demo", appauthor=False))
    demo.add_argument(
        "--scenario", choices=get_args(Scenario), default="open", help=_("before, in or after the meeting")
    )
    demo.add_argument("--fresh", action="store_true", help=_("build it again even if it was built today"))
    demo.add_argument("--keep", action="store_true", help=_("serve it as it is, whenever it was built"))
    demo.add_argument("--build-only", action="store_true", help=_("build it and stop"))
    _add_listening(demo)
    demo.set_defaults(carry_out=_demo)

    serving = commands.add_parser("serve", help=_("serve the fund of a data folder"))
    data_option(serving)
    serving.add_argument(
        "--host", action="append", default=[], metavar="NAME", help=_("a name by which browsers reach it; repeatable")
    )
    _add_listening(serving)
    serving.set_defaults(carry_out=_serve)


def _add_listening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=PORT, help=_("port, {port} unless given").format(port=PORT))
    parser.add_argument(
        "--address", default="127.0.0.1", help=_("address to listen at; this machine alone unless given")
    )


def _demo(given: argparse.Namespace) -> int:
    folder: Path = given.data.expanduser().resolve()
    if not given.build_only and not _port_is_free(given):
        return 1
    mark = read_mark(folder)
    if mark is None and folder.exists() and any(folder.iterdir()):
        return fail(_("{folder} holds something that is not a demo. Name another folder.").format(folder=folder))
    today = day_of(datetime.now(UTC))
    if mark is None or given.fresh or not (given.keep or _is_of(mark, given.scenario, today)):
        mark = _build(folder, given.scenario, today)
    if given.build_only:
        _tell_sign_ins(mark)
        return 0
    given.host = []
    return _listen(folder, given, lambda: _tell_sign_ins(mark))


def _is_of(mark: DemoMark, scenario: Scenario, today: date) -> bool:
    return mark.built_on == today and mark.scenario == scenario


def _build(folder: Path, scenario: Scenario, today: date) -> DemoMark:
    """Build beside the folder and swap, so that a build that was broken off is never served."""
    # Imported here, because it loads the whole house and the other commands need not wait for it.
    from fundapp.demo.build import build_demo

    print(_("Building the demo, a moment please…"), flush=True)
    building = folder.with_name(f"{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    build_demo(building, scenario, today)
    if folder.exists():
        shutil.rmtree(folder)
    building.rename(folder)
    mark = read_mark(folder)
    assert mark is not None, "the builder marks what it built"
    return mark


def _tell_sign_ins(mark: DemoMark) -> None:
    print(_("Choose a card on the sign-in page, or sign in with a name and a password:"))
    for one in mark.sign_ins:
        print(f"  {one.name:<14} {one.password:<29} {one.label.of(language())}", flush=True)


def _serve(given: argparse.Namespace) -> int:
    if not _port_is_free(given):
        return 1
    folder = given.data.expanduser().resolve()
    return _listen(folder, given, lambda: _tell_set_up(folder, url_of(given.address, given.port)))


def _tell_set_up(folder: Path, url: str) -> None:
    """In a folder where nobody has an account yet, the server has put a token."""
    token = set_up_token(folder)
    if token.is_file():
        print(_("Nobody has an account here yet. This link opens the first one, once:"))
        print(f"  {url}{SET_UP}?token={token.read_text()}", flush=True)


def _listen(folder: Path, given: argparse.Namespace, tell: Callable[[], None]) -> int:
    url = url_of(given.address, given.port)

    def greet() -> None:
        print(_("fundapp is open at {url} (Ctrl-C ends it).").format(url=url), flush=True)
        tell()

    return serve(folder, address=given.address, port=given.port, hosts=given.host, when_ready=greet)


def _port_is_free(given: argparse.Namespace) -> bool:
    if is_free(given.address, given.port):
        return True
    fail(
        _("Port {port} is in use. Give another one, such as --port {other}.").format(
            port=given.port, other=given.port + 1
        )
    )
    return False
