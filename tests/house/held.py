"""Which texts the tests hold something to: written in a comparison that is asserted, or in what one compares.

Names are followed within a module: a name that stands in an asserted comparison holds whatever it is given, by
assignment, by a loop, by `parametrize`, or by what its function returns. What is handed to a function in a comparison
is an order, not an expectation, unless it is one of the few that make or compare one.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

MAKERS = frozenset({"of", "what", "fault", "said", "says", "refusal_text", "at", "notice", "unfit", "replace"}) | {
    *("tuple", "list", "set", "frozenset", "sorted", "dict")
}
"""What makes an expectation of its arguments: a refusal, its sentence, a collection. Classes do so too."""
COMPARERS = frozenset({"takes_back", "page_refuses"})
"""Helpers of the tests that compare what they are given."""


def held_texts(modules: Iterable[ast.Module]) -> set[str]:
    """The texts that an assertion of one of these modules would fail on if another stood in their place."""
    return set().union(*map(_held, modules))


def _held(module: ast.Module) -> set[str]:
    compared: list[ast.AST] = []
    given: dict[str, list[ast.AST]] = defaultdict(list)
    for node in ast.walk(module):
        compared += _compared(node)
        for name, value in _given(node):
            given[name].append(value)
    names: set[str] = set()
    while more := set().union(*map(_names, compared)) - names:
        names |= more
        compared += [value for name in more for value in given[name]]
    return {one.value for node in compared for one in _parts(node) if _is_text(one)}


def comparisons(tree: ast.AST) -> list[ast.Compare]:
    """What is compared within an assertion or an answer."""
    return [one for one in ast.walk(tree) if isinstance(one, ast.Compare)]


def _compared(node: ast.AST) -> Iterable[ast.AST]:
    match node:
        case ast.Assert(test=test) | ast.Return(value=ast.expr() as test):
            return comparisons(test)
        case ast.Call(func=function, args=args, keywords=keywords) if name_of(function) in COMPARERS:
            return [*args, *(one.value for one in keywords)]
        case ast.Call(keywords=keywords):
            return [one.value for one in keywords if one.arg == "match"]
    return ()


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what it is made of, without what is handed to a function that makes no expectation of it."""
    yield node
    order = isinstance(node, ast.Call) and not _makes(name_of(node.func))
    for one in (node.func,) if order else ast.iter_child_nodes(node):
        yield from _parts(one)


def _makes(name: str) -> bool:
    return name[:1].isupper() or name in MAKERS


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in _parts(node) if isinstance(one, ast.Name)}


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def name_of(function: ast.expr) -> str:
    """What a called function is named, without what it belongs to."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _given(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """(name, what it is given): assignments, loops, what functions return, and the cases of `parametrize`."""
    match node:
        case ast.Assign(targets=targets, value=value):
            yield from ((one.id, value) for target in targets for one in ast.walk(target) if isinstance(one, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, value
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            yield from ((one.id, value) for one in ast.walk(target) if isinstance(one, ast.Name))
        case ast.FunctionDef(name=name):
            yield from ((name, one.value) for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)
        case ast.Call(func=ast.Attribute(attr="parametrize"), args=[names, cases, *_]):
            yield from _cases(names, cases)


def _cases(names: ast.expr, cases: ast.expr) -> Iterator[tuple[str, ast.AST]]:
    """Each parameter with its values: by place where the case is written out, else the whole case."""
    written = names.elts if isinstance(names, ast.Tuple | ast.List) else [names]
    each = [part.strip() for one in written if _is_text(one) for part in one.value.split(",")]
    for case in cases.elts if isinstance(cases, ast.List | ast.Tuple) else [cases]:
        values = case.elts if isinstance(case, ast.Tuple) else getattr(case, "args", [])
        same = len(values) == len(each) > 1
        yield from ((name, values[place] if same else case) for place, name in enumerate(each))
