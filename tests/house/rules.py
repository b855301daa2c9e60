"""The rules of the house as functions: source text in, faults in words out.

Each rule is tested twice: on a snippet that breaks it, and on the whole of Curator.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

MODULE_LINES = 400
FUNCTION_LINES = 40
PUBLIC_METHODS = 12

VAGUE = re.compile("managers?|helpers?|utils?|utility|utilities|misc|common|shared|base")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def modules(*folders: str) -> list[Path]:
    """Every Python file in these folders of the checkout, in order."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "__pycache__" not in path.parts)


def label(path: Path) -> str:
    """How a file is called in the name of a test."""
    return path.relative_to(ROOT).as_posix()


def oversized(source: str) -> Iterator[str]:
    """Modules, functions and classes that are too long to read in one go."""
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        yield f"{lines} lines; {MODULE_LINES} are the most"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            length = _length(node)
            if length > FUNCTION_LINES and not _is_table(node):
                yield f"{node.name} has {length} lines; {FUNCTION_LINES} are the most"
        elif isinstance(node, ast.ClassDef) and not _is_state_machine(node):
            methods = [item.name for item in _public(node.body) if not _camel(item.name)]
            if len(methods) > PUBLIC_METHODS:
                most = f"{PUBLIC_METHODS} are the most"
                yield f"{node.name} has {len(methods)} public methods; {most}"


def vague_names(source: str, module: str = "") -> Iterator[str]:
    """Names that do not say what a thing is."""
    named = [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, Definition)]
    for name in (module, *named):
        if any(VAGUE.fullmatch(word.lower()) for word in _WORD.findall(name)):
            yield f"“{name}” does not say what it is"


def ambiguous_signals(source: str) -> Iterator[str]:
    """Imports of Qt's Signal under the name of our record."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtCore":
            for name in node.names:
                if name.name == "Signal" and name.asname != "QtSignal":
                    yield f"line {node.lineno}: Signal is our record; import it as QtSignal"


def connected_lambdas(source: str) -> Iterator[str]:
    """Lambdas given to `connect`: they keep their receiver alive."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            given = (*node.args, *(keyword.value for keyword in node.keywords))
            if node.func.attr == "connect" and any(isinstance(a, ast.Lambda) for a in given):
                yield f"line {node.lineno}: connect a bound method or functools.partial"


def foreign_style(source: str) -> Iterator[str]:
    """Functions in camelCase that Qt never calls."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and _camel(node.name) and node.name not in qt_names():
            yield f"{node.name} is no name of Qt's; ours are in snake_case"


def undocumented(source: str) -> Iterator[str]:
    """The module and its public classes and functions that have no docstring."""
    tree = ast.parse(source)
    if not ast.get_docstring(tree):
        yield "the module"
    for node in _public(tree.body):
        if not ast.get_docstring(node):
            yield node.name
        if isinstance(node, ast.ClassDef):
            for item in _public(node.body):
                if not ast.get_docstring(item) and not (node.bases and item.name in qt_names()):
                    yield f"{node.name}.{item.name}"


@cache
def qt_names() -> frozenset[str]:
    """Every name that a class of Qt has, so that an override can be told from a name of ours."""
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: PLC0415  # most rules need no Qt

    kinds = (
        kind
        for module in (QtCore, QtGui, QtWidgets)
        for kind in (getattr(module, name) for name in dir(module))
        if isinstance(kind, type)
    )
    return frozenset(name for kind in kinds for name in dir(kind))


def _public(body: Iterable[ast.stmt]) -> Iterator[Definition]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node


def _camel(name: str) -> bool:
    return name != name.lower() and "_" not in name


def _length(node: Function) -> int:
    """The lines of a function, its docstring not counted: nobody shall save on that."""
    first = node.body[0]
    documented = ast.get_docstring(node) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def _is_state_machine(node: ast.ClassDef) -> bool:
    """Whether the methods of a class are the rules of a property test."""
    return any(ast.unparse(parent).endswith("StateMachine") for parent in node.bases)


def _is_table(node: Function) -> bool:
    """Whether a function only states data: one value, after its docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return len(body) == 1 and isinstance(body[0], ast.Return | ast.Assign)
