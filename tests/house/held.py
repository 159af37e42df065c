"""Which texts the tests hold something to: written in a comparison that is asserted, or in what one compares.

Names are followed within a module: a name that stands in an asserted comparison holds whatever it is given, by
assignment, by a loop, by `parametrize`, by what its function returns, or as an argument of a function that compares
its parameter. What is handed to anything else that is called in a comparison is an order, not an expectation.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

MAKERS = frozenset(
    {
        "of",
        "what",
        "fault",
        "said",
        "says",
        "refusal_text",
        "replace",
        "tuple",
        "list",
        "set",
        "frozenset",
        "sorted",
        "dict",
    }
)
"""What makes an expectation of its arguments: a refusal, its sentence, a collection. Classes do so too."""


def held_texts(modules: Iterable[ast.Module]) -> set[str]:
    """The texts that an assertion of one of these modules would fail on if another stood in their place."""
    tests = _Tests(modules)
    return set().union(*map(tests.held, tests.modules))


class _Module:
    """A module, or a function of one: what it compares, what it calls by which name, what each name is given."""

    def __init__(self, tree: ast.AST) -> None:
        self.compared: list[ast.AST] = []
        self.calls: dict[str, list[ast.Call]] = defaultdict(list)
        self.given: dict[str, list[ast.AST]] = defaultdict(list)
        self.functions: list[ast.FunctionDef] = []
        for node in ast.walk(tree):
            match node:
                case ast.Assert(test=test) | ast.Return(value=ast.expr() as test):
                    self.compared.extend(one for one in ast.walk(test) if isinstance(one, ast.Compare))
                case ast.Call():
                    self.calls[_name_of(node.func)].append(node)
                    self.compared.extend(one.value for one in node.keywords if one.arg == "match")
                case ast.FunctionDef():
                    self.functions.append(node)
            for name, value in _given(node):
                self.given[name].append(value)


class _Tests:
    """All modules together: a helper of one may call a helper of another."""

    def __init__(self, modules: Iterable[ast.Module]) -> None:
        self.modules = [_Module(one) for one in modules]
        self._functions = [(one, _Module(one)) for module in self.modules for one in module.functions]
        self._makers = set(MAKERS)
        self._asserting: dict[str, set[str | int]] = {}
        while self._learnt():
            pass

    def held(self, module: _Module) -> set[str]:
        """The texts that its assertions are about."""
        return {one.value for node in self._behind(module) for one in self._parts(node) if _is_text(one)}

    def _behind(self, module: _Module) -> list[ast.AST]:
        """What its assertions compare, and what the names in it were given."""
        nodes, names = [*self._compared(module)], set[str]()
        while more := set().union(*map(self._names, nodes)) - names:
            names |= more
            nodes += [value for name in more for value in module.given.get(name, ())]
        return nodes

    def _learnt(self) -> bool:
        """Take in which functions make an expectation of a parameter, and which compare one; False when none is new."""
        known = len(self._makers), sum(map(len, self._asserting.values()))
        for function, body in self._functions:
            returned = set().union(*map(self._names, body.given[function.name]))
            if returned & set(_parameters(function)):
                self._makers.add(function.name)
            compared = set().union(*map(self._names, self._behind(body)))
            for place, name in enumerate(_parameters(function)):
                if name in compared:
                    self._asserting.setdefault(function.name, set()).update((place, name))
        return known != (len(self._makers), sum(map(len, self._asserting.values())))

    def _compared(self, module: _Module) -> Iterator[ast.AST]:
        yield from module.compared
        for name in self._asserting.keys() & module.calls.keys():
            places = self._asserting[name]
            for call in module.calls[name]:
                yield from (one for place, one in enumerate(call.args) if place in places)
                yield from (one.value for one in call.keywords if one.arg in places)

    def _parts(self, node: ast.AST) -> Iterator[ast.AST]:
        """The node and what it is made of, without what is handed to a function that makes no expectation of it."""
        yield node
        order = isinstance(node, ast.Call) and not self._makes(_name_of(node.func))
        for one in (node.func,) if order else ast.iter_child_nodes(node):
            yield from self._parts(one)

    def _makes(self, name: str) -> bool:
        return name[:1].isupper() or name in self._makers

    def _names(self, node: ast.AST) -> set[str]:
        return {one.id for one in self._parts(node) if isinstance(one, ast.Name)}


def _parameters(function: ast.FunctionDef) -> Iterator[str]:
    args = function.args
    yield from (one.arg for one in (*args.posonlyargs, *args.args, *args.kwonlyargs))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name_of(function: ast.expr) -> str:
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
