"""HTML by construction: text given to an element is escaped, whatever it holds."""

from html import escape

_VOID = frozenset({"br", "img", "input", "link", "meta"})


class Markup(str):
    """A piece of HTML that is ready to be sent. Only this module makes one."""

    __slots__ = ()


def tag(element: str, /, *children: str | Markup, **attributes: str | bool | None) -> Markup:
    """An element. A trailing underscore in an attribute's name is dropped (`class_`), others become hyphens.

    True gives a bare attribute; False and None leave it out.
    """
    words = [element]
    for key, value in attributes.items():
        spelled = key.rstrip("_").replace("_", "-")
        if value is True:
            words.append(spelled)
        elif value is not None and value is not False:
            words.append(f'{spelled}="{escape(value)}"')
    opening = f"<{' '.join(words)}>"
    return Markup(opening if element in _VOID else f"{opening}{join(*children)}</{element}>")


def join(*parts: str | Markup) -> Markup:
    """Parts one after the other, plain text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))
