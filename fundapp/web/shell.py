"""What we add to the one page that the framework's scripts fill: our style, and our words over its own.

Sent with the page and not drawn at every run: each drawn element costs the browser about a millisecond a run.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape

from fundapp.basis.fact import Language
from fundapp.places import web_files
from fundapp.text.catalogue import _, use

# Our own windows hold drawn elements; the framework's message does not.
_WINDOW = '[data-testid="stDialog"] section:not(:has([data-testid="stVerticalBlock"]))'
_CUT_OFF = f'body:has(.stApp:not([data-test-connection-state="CONNECTED"])) {_WINDOW}'
# With the connection there is one message left: that the address is no page, or none for this person.
_NO_SUCH_PAGE = f'body:has(.stApp[data-test-connection-state="CONNECTED"]) {_WINDOW}'

_ZONE = '[data-testid="stFileUploaderDropzone"]'
_NOTE = '[data-testid="stFileUploaderDropzoneInstructions"]'
_UPLOADER = '[data-testid="stFileUploader"]'
_NOT_TAKEN = f'{_UPLOADER}:has([data-testid="stFileChip"][aria-invalid="true"])'
_NO_DAY = '[data-testid="stDateInputField"] [data-placeholder]'
_NOTHING_FOUND = '[role="listbox"][data-empty] span'


@cache
def additions(language: Language) -> bytes:
    """What stands at the end of the body, so that it comes after the framework's own styles in <head>."""
    use(language)
    style, seen = _asset("theme.css"), _messages() + _in_widgets()
    scripts = _script("words.js", _spoken()) + _script("never_blank.js", _when_blank())
    return f'<link rel="stylesheet" href="{style}"><style>{seen}</style>{scripts}'.encode()


def _script(name: str, words: Mapping[str, object]) -> str:
    """A script of ours with the words that it puts in place."""
    return f'<script src="{_asset(name)}" data-words="{escape(json.dumps(words))}"></script>'


def _asset(name: str) -> str:
    """The address of a file of ours, which changes with its content."""
    digest = sha256((web_files() / name).read_bytes()).hexdigest()[:16]
    return f"/assets/{name}?{digest}"


def _messages() -> str:
    """Our words over the framework's, which knows English alone. Once the connection is lost it is too late to ask."""
    return _over(
        _CUT_OFF,
        _("The connection is lost"),
        _("What was saved is safe. This page goes on by itself as soon as the connection is back."),
    ) + _over(
        _NO_SUCH_PAGE,
        _("You have no such page"),
        _("The address was mistyped, or the page is for another role. You see your first page instead."),
    )


def _in_widgets() -> str:
    """Our words in the framework's own widgets: choosing a file, a day not yet chosen, nothing found in a list."""
    choose, drop, not_taken, nothing = (
        _quoted(text)
        for text in (
            _("Choose a file"),
            _("or drop it here, up to 20 MB"),
            _("The marked file was not taken: it is larger than 20 MB, or of another kind. Choose another one."),
            _("Nothing found"),
        )
    )
    return (
        # Above any rule of size: in a meeting all words are larger.
        f"{_ZONE} > span button p, {_NOTE} * {{font-size: 0 !important; max-width: none}}"
        f"{_ZONE} > span button p::after {{content: {choose}; font-size: 16px}}"
        f"{_NOTE}::after {{content: {drop}; font-size: 16px}}"
        f"{_NOT_TAKEN}::after {{content: {not_taken}}}"
        '[data-testid="stTooltipErrorContent"] {display: none}'
        f"{_NOTHING_FOUND} {{font-size: 0}} {_NOTHING_FOUND}::after {{content: {nothing}; font-size: 16px}}"
        f"{_NO_DAY} {{font-size: 0}} {_NO_DAY}::after {{font-size: 16px}}"
    ) + "".join(
        f'{_NO_DAY}[data-type="{part}"]::after {{content: {_quoted(shown)}}}'
        for part, shown in (("year", _("yyyy")), ("month", _("mm")), ("day", _("dd")))
    )


def _when_blank() -> dict[str, str]:
    """What stands where the framework's page has gone, and loading it again did not bring it back."""
    return {
        "title": _("This page could not be made"),
        "text": _("What was saved is safe. Load the page again; if that does not help, tell the office."),
        "again": _("Load the page again"),
    }


def _spoken() -> dict[str, dict[str, str]]:
    """What the framework says of its own parts -> our word: name, beginning, offer of a new choice, bound, icon."""
    return {
        "names": {
            "Add files": _("Add files"),
            "Add row": _("Add a row"),
            "App pages": _("Pages"),
            "Choose an option": _("Choose"),
            "Choose date": _("Choose a day"),
            "Clear all": _("Take all away"),
            "Clear selection": _("Choose no row"),
            "Clear date": _("Take the day away"),
            "Clear value": _("Take the choice away"),
            "Close": _("Close"),
            "Collapse sidebar": _("Hide the pages"),
            "Copy to clipboard": _("Copy"),
            "Decrement": _("Less"),
            "Expand sidebar": _("Show the pages"),
            "day": _("day"),
            "Delete row(s)": _("Take the chosen rows away"),
            "Empty": _("not filled in"),
            "file upload": _("Hand in a file"),
            "Fullscreen": _("The whole screen"),
            "Increment": _("More"),
            "Link to heading": _("Link to this heading"),
            "month": _("month"),
            "Next month": _("Next month"),
            "Open": _("Show the choices"),
            "Previous month": _("Previous month"),
            "Selected values": _("What is chosen"),
            "Sidebar": _("Pages"),
            "year": _("year"),
        },
        "offers": {"Add: ": _("Add: ")},
        "beginnings": {
            "Add row: ": _("Add a row: "),
            "Clear selection: ": _("Choose no row: "),
            "Choose date, ": _("Choose a day, "),
            "day, ": _("day, "),
            "Delete row(s): ": _("Take the chosen rows away: "),
            "Fullscreen: ": _("The whole screen: "),
            "month, ": _("month, "),
            "Remove ": _("Take away: "),
            "Upload ": _("Hand in: "),
            "year, ": _("year, "),
        },
        "limits": {
            "between": _("Not taken: enter something between {low} and {high}. What was entered before still counts."),
            "least": _("Not taken: enter {low} or more. What was entered before still counts."),
            "most": _("Not taken: enter {high} or less. What was entered before still counts."),
            "on or after": _("Not taken: enter {low} or a later day. What was entered before still counts."),
            "on or before": _("Not taken: enter {high} or an earlier day. What was entered before still counts."),
        },
        "icons": {
            "arrow_circle_right": _("now"),
            "arrow_right_alt": _("now"),
            "cancel": _("cross"),
            "check": _("tick"),
            "check_circle": _("tick"),
            "pending": _("still open"),
            "radio_button_unchecked": _("still open"),
        },
    }


def _quoted(text: str) -> str:
    """A CSS string is written like a JSON one, and our own catalogue's words hold no tag."""
    return json.dumps(text, ensure_ascii=False)


def _over(window: str, title: str, text: str) -> str:
    head, body = map(_quoted, (title, text))
    return (
        f"{window} h2, {window} h2 + div * {{font-size: 0}}"
        f"{window} h2::after {{content: {head}; font-size: 24px}}"
        f"{window} h2 + div::after {{content: {body}; font-size: 18px}}"
    )
