"""What we add to the one page that the framework's scripts fill: our style, and our words over its own messages.

Sent with the page and not drawn at every run: each drawn element costs the browser about a millisecond a run.
"""

import json
from functools import cache
from hashlib import sha256

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
_NOTHING_FOUND = '[role="listbox"][data-empty] span'


@cache
def additions(language: Language) -> bytes:
    """What stands at the end of the body, so that it comes after the framework's own styles in <head>."""
    digest = sha256((web_files() / "theme.css").read_bytes()).hexdigest()[:16]
    words = _messages(language) + _in_widgets()
    return f'<link rel="stylesheet" href="/assets/theme.css?{digest}"><style>{words}</style>'.encode()


def _messages(language: Language) -> str:
    """Our words over the framework's, which knows English alone. Once the connection is lost it is too late to ask."""
    use(language)
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
    """Our words in the framework's own widgets: choosing a file, and a list in which nothing was found."""
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
        f"{_ZONE} > span button p, {_NOTE} * {{font-size: 0}} {_ZONE} > span button p {{max-width: none}}"
        f"{_ZONE} > span button p::after {{content: {choose}; font-size: 16px}}"
        f"{_NOTE}::after {{content: {drop}; font-size: 16px}}"
        f"{_NOT_TAKEN}::after {{content: {not_taken}}}"
        '[data-testid="stTooltipErrorContent"] {display: none}'
        f"{_NOTHING_FOUND} {{font-size: 0}} {_NOTHING_FOUND}::after {{content: {nothing}; font-size: 16px}}"
    )


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
