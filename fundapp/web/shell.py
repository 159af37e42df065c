"""What we add to the one page that the framework's scripts fill: our style, and the words for a lost connection.

Sent with the page and not drawn at every run: each drawn element costs the browser about a millisecond a run.
"""

import json
from functools import cache
from hashlib import sha256

from fundapp.basis.fact import Language
from fundapp.places import web_files
from fundapp.text.catalogue import _, use

# Our own windows hold drawn elements; the framework's message does not.
_CUT_OFF = 'body:has(.stApp:not([data-test-connection-state="CONNECTED"]))'
_WINDOW = f'{_CUT_OFF} [data-testid="stDialog"] section:not(:has([data-testid="stVerticalBlock"]))'


@cache
def additions(language: Language) -> bytes:
    """What stands at the end of the body, so that it comes after the framework's own styles in <head>."""
    digest = sha256((web_files() / "theme.css").read_bytes()).hexdigest()[:16]
    return f'<link rel="stylesheet" href="/assets/theme.css?{digest}"><style>{_lost(language)}</style>'.encode()


def _lost(language: Language) -> str:
    """Our words over the framework's, which knows English alone. Once the connection is lost it is too late to ask."""
    use(language)
    # A CSS string is written like a JSON one, and our own catalogue's words hold no tag.
    title, text = (
        json.dumps(one, ensure_ascii=False)
        for one in (
            _("The connection is lost"),
            _("What was saved is safe. This page goes on by itself as soon as the connection is back."),
        )
    )
    return (
        f"{_WINDOW} h2, {_WINDOW} h2 + div * {{font-size: 0}}"
        f"{_WINDOW} h2::after {{content: {title}; font-size: 24px}}"
        f"{_WINDOW} h2 + div::after {{content: {text}; font-size: 18px}}"
    )
