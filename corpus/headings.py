"""Where in a document one stands: the stack of headings, and what it says of section, path and capability."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.labels import ITEM_STYLES, Style, readable_number
from corpus.tier_names import tier_code

_PRINTED: dict[Style, str] = {
    "cn": "{}、",
    "cn_paren": "（{}）",
    "chapter": "第{}章 ",
    "section": "第{}节 ",
    "article": "第{}条 ",
    "dot": "{}.",
    "paren": "（{}）",
    "letter": "{}）",
    "half": "{}）",
}
_IN_SECTION: dict[Style, str] = {
    "cn_paren": "（{}）",
    "paren": "（{}）",
    "chapter": "第{}章",
    "section": "第{}节",
    "article": "第{}条",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number, or an item that has items of its own.

    Attributes:
        rank: How deep it stands; a smaller rank encloses a larger one.
        style: How its number is written, or None for a title without one.
        number: The number without punctuation, as printed.
        title: The cleaned words; empty for an item that opens without a title.
        lead: What an item says that leads to a list below it (…应当具备下列条件：); empty for a heading.
    """

    rank: float
    style: Style | None
    number: str
    title: str
    lead: str = ""

    @property
    def printed(self) -> str:
        """The heading as a reader names it: ``4.3.2 绿色化制造``, ``（二）智能工厂``."""
        if self.style is None or self.style == "part":
            return self.title
        if self.style == "annex":
            name = "附录" if self.number.isascii() and self.number.isalpha() else "附件"
            return f"{name}{self.number} {self.title}".strip()
        return (_PRINTED.get(self.style, "{} ").format(self.number) + self.title).strip()

    @property
    def readable(self) -> str:
        """The number as ids hold it, in Arabic digits."""
        return readable_number(self.number)


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings above a place, outermost first. Values are derived; nothing is stored twice."""

    stack: tuple[Heading, ...] = ()

    def under(self, heading: Heading) -> Headings:
        """The place below a new heading: it closes those that stand as deep or deeper."""
        return Headings((*(other for other in self.stack if other.rank < heading.rank), heading))

    def up_to(self, rank: float) -> Headings:
        """The place after the headings deeper than a rank have ended."""
        return Headings(tuple(other for other in self.stack if other.rank <= rank))

    def above(self, rank: float) -> Headings:
        """The place that an item of a rank stands at: headings as deep or deeper have ended (an annex stays)."""
        return Headings(tuple(other for other in self.stack if other.rank < rank))

    def titled(self, title: str) -> Headings:
        """The same place with the innermost heading's words given (an annex's title follows its number)."""
        last = self.stack[-1]
        words = f"{last.title}{title}"
        return Headings((*self.stack[:-1], Heading(last.rank, last.style, last.number, words)))

    @property
    def annex(self) -> Heading | None:
        """The annex that one stands in."""
        return next((heading for heading in self.stack if heading.style == "annex"), None)

    @property
    def parts(self) -> tuple[Heading, ...]:
        """The documents that one stands in, where a file or an annex holds several."""
        return tuple(heading for heading in self.stack if heading.style == "part")

    @property
    def chapter(self) -> Heading | None:
        """The outermost numbered heading below the annex."""
        return next(iter(self.numbered), None)

    @property
    def numbered(self) -> tuple[Heading, ...]:
        """The headings with a number, annexes and the documents of a file left out."""
        return tuple(heading for heading in self.stack if heading.style not in (None, "annex", "part"))

    @property
    def path(self) -> tuple[str, ...]:
        """The headings as a reader names them."""
        return tuple(heading.printed for heading in self.stack)

    @property
    def section(self) -> str:
        """``4.3.2``; ``三（二）``; ``第三条``; ``附件4 二``."""
        numbered = self.numbered
        # Articles are counted through all chapters, decimal numbers hold their chapter's: neither needs what is above.
        alone = [index for index, one in enumerate(numbered) if one.style in ("article", "decimal")]
        here = ""
        for one in numbered[alone[-1] if alone else 0 :]:
            gap = " " if here and here[-1].isalnum() and one.style in ITEM_STYLES - {"paren"} else ""
            here += gap + _IN_SECTION.get(one.style or "cn", "{}").format(one.number)
        if self.annex is None:
            return here
        return f"{self.annex.printed.split(' ')[0]} {here}".strip()

    @property
    def place(self) -> str:
        """The readable part of ids below here: ``4.3.2``, ``3.2``, ``annex-4/2``, ``part-2/3``, ``front``."""
        numbered = self.numbered
        alone = [index for index, one in enumerate(numbered) if one.style == "decimal"]
        here = ".".join(one.readable for one in numbered[alone[-1] if alone else 0 :])
        above = [name for heading in self.stack if (name := _place_name(heading))]
        return "/".join([*above, *([here] if here else [])]) or "front"

    @property
    def tier(self) -> str | None:
        """The tier that the innermost section is about, by its own name."""
        title = self.stack[-1].title if self.stack else ""
        return title if self.stack and self.stack[-1].style == "decimal" and tier_code(title) else None

    @property
    def capability(self) -> tuple[str | None, str | None, str | None]:
        """Element, domain and subdomain that the headings of a numbered standard name (innermost is the subdomain)."""
        titles = [heading.title for heading in self.stack if heading.style == "decimal" and heading.title]
        if not titles:
            return None, None, None
        if len(titles) == 1:
            return None, titles[0], None
        return (titles[-3] if len(titles) > 2 else None), titles[-2], titles[-1]


def _place_name(heading: Heading) -> str:
    """What an annex or a document of several adds to ids; the first document of a file adds nothing."""
    if heading.style == "annex":
        return f"annex-{heading.readable}" if heading.number else "annex"
    return f"part-{heading.number}" if heading.style == "part" and heading.number != "1" else ""
