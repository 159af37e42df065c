"""The fund's own Word template for minutes: what it may name, and what makes it unfit.

A template is a paper with places in double braces. Nothing in it is carried out but names, loops over the lists below
and questions whether something is there: macros, calls, filters and links outside are refused when it is handed in.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import jinja2
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from fundapp.basis.refusal import Problem

PLACES = frozenset(
    {
        *("title", "status", "fund", "general_partner", "document_number", "decision_number", "meeting_number"),
        *("held", "place", "members", "quorum", "convener", "chair", "recorder", "mode", "record_hash", "text_digest"),
        "body",
    }
)
"""What a template may name by itself. `body` stands alone in a paragraph: there the whole proceedings are put."""
LISTS: dict[str, frozenset[str]] = {
    "seats": frozenset({"seat", "name", "organisation", "attendance"}),
    "agenda": frozenset({"number", "proposal", "company", "request", "resolution"}),
    "signatories": frozenset({"name", "answer"}),
}
"""What a template may go through, with what each entry has."""

MOST_BYTES, MOST_INFLATED, MOST_PARTS = 5_000_000, 50_000_000, 500
_CODE = re.compile(r"vbaProject|/embeddings/|/activeX/|customUI|\.bin$|\.exe$", re.IGNORECASE)
_OUTSIDE = re.compile(rb'<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*/hyperlink")[^>]*>')
_HARMLESS = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Const),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand),
)


def environment() -> SandboxedEnvironment:
    """What fills a template in: sandboxed, and everything that a person wrote is escaped."""
    return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


def faults(data: bytes) -> tuple[Problem, ...]:
    """Everything that makes a file unfit as a template for minutes; nothing when it may be used."""
    if len(data) > MOST_BYTES:
        return (Problem.of("template_too_large", most=MOST_BYTES // 1_000_000),)
    try:
        with ZipFile(BytesIO(data)) as package:
            found = _package_faults(package)
        return found or _text_faults(_sources(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, XMLSyntaxError, NotImplementedError):
        return (Problem.of("template_not_word"),)


def _package_faults(package: ZipFile) -> tuple[Problem, ...]:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_INFLATED:
        return (Problem.of("template_too_large", most=MOST_BYTES // 1_000_000),)
    if "word/document.xml" not in package.namelist():
        return (Problem.of("template_not_word"),)
    problems = [Problem.of("template_holds_code", part.filename) for part in parts if _CODE.search(part.filename)]
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            content = package.read(part)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                problems.append(Problem.of("template_holds_code", part.filename))
            if part.filename.endswith(".rels") and _OUTSIDE.search(content):
                problems.append(Problem.of("template_links_outside", part.filename))
    return tuple(problems)


def _sources(data: bytes) -> tuple[str, ...]:
    """Every text of the template that is filled in: body, headers and footers, footnotes, properties."""
    template = DocxTemplate(BytesIO(data))
    template.init_docx()
    parts = [template.get_xml()]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts += [template.get_part_xml(part) for _key, part in template.get_headers_footers(uri)]
    parts += [
        part.blob.decode() for part in template.docx.part.package.iter_parts() if "footnotes" in str(part.partname)
    ]
    core = template.docx.core_properties
    named = ("author", "category", "comments", "identifier", "keywords", "subject", "title", "version")
    return (*(template.patch_xml(part) for part in parts), *(str(getattr(core, name) or "") for name in named))


def _text_faults(sources: tuple[str, ...]) -> tuple[Problem, ...]:
    problems: dict[Problem, None] = {}
    for source in sources:
        try:
            tree = environment().parse(source)
        except jinja2.TemplateSyntaxError as fault:
            problems[Problem.of("template_syntax", text=str(fault.message or ""))] = None
            continue
        problems |= dict.fromkeys(_tree_faults(tree))
    if not problems and not any(re.search(r"\{\{\s*body\s*\}\}", source) for source in sources):
        return (Problem.of("template_without_body"),)
    return tuple(problems)


def _tree_faults(tree: nodes.Template) -> list[Problem]:
    loops = {
        loop.target.name: loop.iter.name
        for loop in tree.find_all(nodes.For)
        if isinstance(loop.target, nodes.Name) and isinstance(loop.iter, nodes.Name) and loop.iter.name in LISTS
    }
    problems = []
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _HARMLESS):
            problems.append(Problem.of("template_script", what=type(node).__name__))
        elif isinstance(node, nodes.Name) and node.name not in PLACES | LISTS.keys() | loops.keys():
            problems.append(Problem.of("template_unknown_name", name=node.name))
        elif isinstance(node, nodes.Getattr):
            of = node.node.name if isinstance(node.node, nodes.Name) else ""
            if node.attr not in LISTS.get(loops.get(of, ""), frozenset()):
                problems.append(Problem.of("template_unknown_name", name=f"{of}.{node.attr}"))
        elif isinstance(node, nodes.For) and not (isinstance(node.iter, nodes.Name) and node.iter.name in LISTS):
            problems.append(Problem.of("template_script", what="For"))
    return problems
