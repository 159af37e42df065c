"""Fields of the plain pages' forms, and how what was sent is read."""

from starlette.datastructures import FormData

from fundapp.access.accounts import LONGEST, SHORTEST
from fundapp.text.catalogue import _
from fundapp.web.markup import Markup, join, tag

LONGEST_NAME = 200
LONGEST_PASSWORD = 1000


def sent(form: FormData, name: str, longest: int = LONGEST_NAME) -> str:
    """The text that was sent under `name`, cut to what is looked at; empty when there is none.

    Without NUL, which no text of the house may hold: a person cannot type it.
    """
    value = form.get(name, "")
    return value.replace("\0", "")[:longest] if isinstance(value, str) else ""


def field(
    name: str,
    label: str,
    *,
    value: str = "",
    hint: str = "",
    kind: str | None = None,
    autocomplete: str | None = None,
    required: bool = True,
    shortest: int | None = None,
) -> Markup:
    """A field under its label, with a line of help between the two that is read out with it."""
    hint_id = f"{name}-hint"
    return join(
        tag("label", label, for_=name),
        *((tag("p", hint, id=hint_id, class_="hint"),) if hint else ()),
        tag(
            "input",
            id=name,
            name=name,
            type=kind,
            value=value or None,
            autocomplete=autocomplete,
            autocapitalize="none" if autocomplete == "username" else None,
            required=required,
            minlength=str(shortest) if shortest else None,
            aria_describedby=hint_id if hint else None,
        ),
    )


def new_password_fields() -> Markup:
    """A new password, typed twice, with its rule in view."""
    rule = _("At least {shortest} characters. A few words in a row are easy to remember.").format(shortest=SHORTEST)
    return join(
        field("new", _("New password"), hint=rule, kind="password", autocomplete="new-password", shortest=SHORTEST),
        field("again", _("New password once more"), kind="password", autocomplete="new-password", shortest=SHORTEST),
    )


assert LONGEST < LONGEST_PASSWORD, "what is cut off is too long in any case"
