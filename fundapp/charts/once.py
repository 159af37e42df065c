"""Charts drawn once: the same data, language and way of writing are the same chart; drawing one costs 50 to 200 ms."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import wraps
from threading import Lock
from typing import ParamSpec

from plotly.graph_objects import Figure

from fundapp.text.catalogue import language
from fundapp.text.figures import shown

P = ParamSpec("P")
KEPT = 128
"""Charts of one kind that are kept: the latest asked for. One takes about 100 kB."""


def drawn_once(draw: Callable[P, Figure]) -> Callable[P, Figure]:
    """Draw a chart for data that was not drawn lately; else give the very chart that was. Nobody changes it."""
    kept: OrderedDict[Hashable, Figure] = OrderedDict()
    guard = Lock()

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Figure:
        # The whole data is the key, so a reader gets no chart of data that this reader did not bring.
        key = (language(), shown(), _frozen(args), _frozen(kwargs))
        with guard:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        figure = draw(*args, **kwargs)
        with guard:
            kept[key] = figure
            while len(kept) > KEPT:
                kept.popitem(last=False)
        return figure

    return drawn


def _frozen(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple((key, _frozen(one)) for key, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_frozen(one) for one in value)
    assert isinstance(value, Hashable), "a chart is drawn from frozen data"
    return value
