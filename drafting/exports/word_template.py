"""A given Word template filled from a plan: the layer's one contact with the template library.

A template may read values, choose and repeat; it calls nothing and computes nothing, and what a profile holds comes out
as words. A name that no plan has is an error that says it, so that no form goes out with a hole in it.

Source: ECMA-376, Office Open XML, part 2, for what a document file is made of.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafting.exports.template_values import Values, template_values
from drafting.generator import DraftingError
from drafting.plans.plan import EvidencePlan
from drafting.whole_files import write_whole

LARGEST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 2_000
LARGEST_FILLED = 64 * 1024 * 1024
"""Bytes of a filled document's body."""

_TYPES, _BODY = "[Content_Types].xml", "word/document.xml"
_FILTERS = ("count", "d", "default", "first", "float", "groupby", "int", "join", "last", "length", "list", "lower")
_MORE_FILTERS = ("map", "reject", "rejectattr", "select", "selectattr", "sort", "trim", "unique", "upper")
_DAMAGE = (BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, EOFError, NotImplementedError, zlib.error)
_POINTED = re.compile(r"'([^'\n]{1,40})'")
_ONLY = "模板只能读值、选择和重复，不能调用，也不能计算"
_MEND = "见 docs/plan-template.md，改好模板再来"


class _Hole(StrictUndefined):
    """What a template asks for and no plan has: says its name, and nothing of how values are held."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        return f"第 {name + 1} 个" if isinstance(name, int) else str(name)


class _Reading(ImmutableSandboxedEnvironment):
    """Templates that read: no call, no arithmetic that could blow up, no global."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=_Hole)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in (*_FILTERS, *_MORE_FILTERS)}

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)


def fill_template(plan: EvidencePlan, template: Path, path: Path) -> None:
    """Fill a template and write the document.

    Args:
        plan: The plan.
        template: A Word document (``.docx``) with placeholders such as ``{{ company }}``.
        path: The file to replace or make.

    Raises:
        DraftingError: The template is no Word document, is damaged, holds macros or unpacks without bounds, has no
            placeholder, or one that no plan has; or the file cannot be written.
    """
    name = f"模板 {template.name}"
    content = _checked(name, template)
    try:
        filled = _filled(name, content, template_values(plan))
    except UndefinedError as error:
        raise DraftingError(name, f"有计划里没有的名字（{error.message}）", _MEND) from error
    except TemplateSyntaxError as error:
        raise DraftingError(name, f"占位符写错了{_near(error.message)}", _MEND) from error
    except SecurityError as error:
        said = str(error)
        named = f"不能用「{said}」，" if " " not in said else ""
        raise DraftingError(name, f"有不能执行的占位符：{named}{_ONLY}", _MEND) from error
    except (TemplateError, TypeError) as error:
        raise DraftingError(name, f"有不能执行的占位符：{_ONLY}", _MEND) from error
    except _DAMAGE as error:
        raise DraftingError(name, "不是完好的 Word 文档", "用 Word 打开另存为 .docx 再来") from error
    write_whole(path, filled)


def _near(message: str | None) -> str:
    """The words of a template that the library points at; its own sentences stay out."""
    pointed = _POINTED.findall(message or "")
    return f"（在「{'、'.join(dict.fromkeys(pointed))}」附近）" if pointed else ""


def _checked(name: str, template: Path) -> bytes:
    try:
        content = template.read_bytes()
    except OSError as error:
        raise DraftingError(name, "读不了", "检查文件是否存在、是否有权限") from error
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            bounded = len(entries) <= MOST_PARTS and sum(entry.file_size for entry in entries) <= LARGEST_UNPACKED
            types = archive.read(_TYPES).decode() if bounded else ""
    except (*_DAMAGE, RuntimeError) as error:
        raise DraftingError(name, "不是 .docx 文档，或已损坏、加了密码", "用 Word 打开另存为 .docx 再来") from error
    if not bounded:
        raise DraftingError(name, "解压后过大", "换一个正常大小的 Word 文档")
    names = {entry.filename for entry in entries}
    if "macroEnabled" in types or any(one.endswith("vbaProject.bin") for one in names):
        raise DraftingError(name, "带有宏", "另存为不带宏的 .docx 再来")
    if _BODY not in names:
        raise DraftingError(name, "里面没有 Word 正文", "用 Word 打开另存为 .docx 再来")
    return content


def _filled(name: str, content: bytes, values: Values) -> bytes:
    reading = _Reading()
    asked = DocxTemplate(BytesIO(content)).get_undeclared_template_variables(reading)
    if not asked:
        raise DraftingError(name, "没有占位符", _MEND)
    strange = sorted(asked - values.keys())
    if strange:
        raise DraftingError(name, f"有计划里没有的名字（{'、'.join(strange)}）", _MEND)
    document = DocxTemplate(BytesIO(content))
    document.render_init()
    body = document.build_xml(values, reading)
    if len(body) > LARGEST_FILLED:
        raise DraftingError(name, "填好后过大", "减少重复的段落")
    _hold(name, body)
    document.render(values, reading, autoescape=True)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _hold(name: str, body: str) -> None:
    """Refuse what would lose its words silently: the library repairs a broken body by leaving parts out."""
    try:
        ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        why = "填好后结构不完整：{% for %} 与 {% endfor %} 跨了段落或表格行"
        raise DraftingError(name, why, "按段用 {%p … %}，按行用 {%tr … %}") from error
