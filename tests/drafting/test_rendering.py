"""What a person reads: Markdown in which nothing of a document or a question is markup, and places one can point at."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from corpus.manifest import Meta
from drafting.answer import Finding, Refusal, Section, Sentence
from drafting.rendering import escape, markdown
from drafting.titles import Titles, titles_of
from drafting.wording import force_counts, forces_of, joined, place, printed_label
from tests.drafting.made_up import BY_ID, frame, row

TITLES = Titles({"scheme": "某省分级建设要求", "plan": "某县实施方案"}, {"scheme": "分级建设要求"})
HOSTILE = "<script>x</script> **粗** [链](http://x) `码` # 头 | 格 $1$ ~~删~~ ![图](y) a_b_c R&D &lt; &#60;"


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def test_what_is_escaped_is_shown_as_it_is() -> None:
    html = rendered(escape(HOSTILE))
    assert html.count("<") == 2  # the paragraph's own tags
    for sign in (
        "&lt;script&gt;",
        "**粗**",
        "[链](http://x)",
        "`码`",
        "~~删~~",
        "a_b_c",
        "R&amp;D",
        "&amp;lt;",
        "&amp;#60;",
    ):
        assert sign in html


def test_the_conclusion_leads_and_each_clause_has_its_place() -> None:
    cell = [BY_ID["scheme/19/smart-factory/a"], BY_ID["scheme/19/smart-factory/b"]]
    said = Sentence("有 2 条要求。", "composed", tuple(one.id for one in cell))
    finding = Finding("answered", (Section(said=(said,), quoted=tuple(cell)),), alternatives=("另一种理解。",))
    written = Sentence("应联网。", "generated", (cell[0].id,))
    text = markdown(frame("问", notes=("按默认方案。",)), finding, (written,), TITLES, ("附注。",))
    blocks = text.split("\n\n")
    assert blocks[0] == "**有 2 条要求。**" and blocks[1].startswith("应联网。（模型撰写")
    first, second = blocks[2].splitlines()
    assert first.startswith(f"- 〔应〕a） “{cell[0].plain}”") and second.startswith("- 〔宜〕b） ")
    assert first.endswith("《分级建设要求》 · 省级智能工厂 · 19.设备运维 · a）")
    assert blocks[3:] == [
        "出处：《分级建设要求》＝《某省分级建设要求》。",
        "> 按默认方案。",
        "> 另一种理解。",
        "> 附注。",
    ]


def test_a_document_quoted_once_goes_by_its_full_title() -> None:
    once = Finding("answered", (Section(quoted=(BY_ID["scheme/19/smart-factory/a"],)),))
    shown = markdown(frame("问"), once, (), TITLES, ())
    assert shown.endswith("—— 《某省分级建设要求》 · 省级智能工厂 · 19.设备运维 · a）")


def test_a_short_title_is_another_name_that_ends_the_title_of_one_document_alone() -> None:
    def meta(name: str, title: str, *aliases: str) -> Meta:
        return Meta(
            id=name, file="x.txt", title=title, issuer=None, region=None, level=None, year=None, year_basis="",
            status=None, aliases=aliases, sha256="0" * 64,
        )  # fmt: skip

    titles = titles_of(
        [
            meta("a", "某省分级建设要求", "要求", "建设要求", "某省"),
            meta("b", "某市导则", "导则"),
            meta("c", "某县导则", "导则"),
        ]
    )
    assert titles.short == {"a": "建设要求"} and dict(titles)["b"] == "某市导则" and len(titles) == 3


def test_editions_of_one_title_are_told_apart() -> None:
    def edition(number: int, year: int | None) -> Meta:
        return Meta(
            id=f"a@{number}" if number > 1 else "a", file="x.txt", title="某省办法", issuer=None, region=None,
            level=None, year=year, year_basis="", status=None, edition=number, sha256="0" * 64,
        )  # fmt: skip

    assert dict(titles_of([edition(1, 2021), edition(2, 2024)])) == {
        "a": "某省办法（2021年版）",
        "a@2": "某省办法（2024年版）",
    }
    assert titles_of([edition(1, None), edition(2, 2024)])["a@2"] == "某省办法（2024年版）"
    assert titles_of([edition(1, 2024), edition(2, 2024)])["a@2"] == "某省办法（第2版）"
    assert titles_of([edition(1, 2024)])["a"] == "某省办法"


def test_in_english_forces_and_remarks_are_told_in_both_languages() -> None:
    cell = (BY_ID["scheme/19/smart-factory/a"], BY_ID["scheme/19/smart-factory/b"])
    finding = Finding("answered", (Section(quoted=cell),), alternatives=("Another reading.",))
    note = "问题未指明文件，按默认方案《某省分级建设要求》回答（文本未说明其是否现行有效）。"
    text = markdown(frame("What?", language="en", notes=(note,)), finding, (), TITLES, ())
    assert text.startswith("- 〔应 shall〕a） ") and "\n- 〔宜 should〕b） " in text
    assert "Sources (出处): 《分级建设要求》＝《某省分级建设要求》." in text
    assert "> The question names no document: answered from the default scheme, 《某省分级建设要求》" in text
    assert text.endswith("> Another reading.")


def test_rows_with_the_same_label_are_told_apart() -> None:
    second = row("scheme/6.2/1.2", "应有", label="1", section="6.2")
    assert place(second, TITLES).endswith(" · 第 2 项（原文标“1.”）")
    assert place(row("scheme/6.2/1", "应有", label="1", section="6.2"), TITLES).endswith(" · 1.")


def test_nothing_of_a_question_or_a_document_is_markup() -> None:
    clause = row("x", HOSTILE, label=HOSTILE, section=HOSTILE)
    said = Sentence(HOSTILE, "composed", (clause.id,))
    section = Section(HOSTILE, (said,), (clause,), HOSTILE)
    finding = Finding("answered", (section,), alternatives=(HOSTILE,))
    html = rendered(markdown(frame("问", notes=(HOSTILE,)), finding, (), Titles({"scheme": HOSTILE}, {}), (HOSTILE,)))
    refused = Finding("refused", refusal=Refusal("not_in_sources", HOSTILE), alternatives=(HOSTILE,))
    html += rendered(markdown(frame("问"), refused, (), TITLES, ()))
    for tag in ("<script", "<a ", "<img", "<code", "<em", "<s>", "<h1"):
        assert tag not in html


def test_a_clause_without_a_governing_word_has_no_tag() -> None:
    plain = row("y", "有台账", forces=("none",))
    heading = row("z", "台账", kind="paragraph", forces=("none",))
    finding = Finding("answered", (Section(quoted=(plain, heading)),))
    first, second = markdown(frame("问"), finding, (), TITLES, ()).splitlines()[:2]
    assert first.startswith("- “有台账”") and second.startswith("- “台账”")


@pytest.mark.parametrize(
    ("label", "printed"),
    [("a", "a）"), ("c1", "c1）"), ("一", "（一）"), ("十二", "（十二）"), ("3", "3."), ("MES", "MES"), (None, "")],
)
def test_labels_are_printed_as_the_document_prints_them(label: str | None, printed: str) -> None:
    assert printed_label(row("l", "应有", label=label)) == printed


def test_an_article_goes_by_its_number_and_its_items_by_both() -> None:
    article = row("2/6", "应联网", section="第六条", path=("第二章 条件",), label="六")
    item = row("2.6/1", "应联网", section="第六条", path=("第二章 条件", "第六条"), label="六")
    assert printed_label(article) == "第六条" and place(article, TITLES).endswith("》 · 第六条")
    assert printed_label(item) == "（六）" and place(item, TITLES).endswith("》 · 第六条 · （六）")


def test_forces_are_told_and_counted() -> None:
    both = row("f", "应有，宜多", forces=("shall", "should"))
    assert forces_of(both) == "应、宜"
    shall = [BY_ID["scheme/19/smart-factory/a"], BY_ID["scheme/19/digital-workshop/a"]]
    assert force_counts([*shall, both, row("g", "有", forces=("none",))]) == "应 2 条、应＋宜 1 条、无规范用词 1 条"


def test_a_place_names_document_track_and_section() -> None:
    assert place(BY_ID["plan/threshold/数字工厂"], TITLES) == "《某县实施方案》 · 数字工厂 · 三"
    assert place(BY_ID["plan/step/1"], {}) == "《plan》 · 四"


def test_many_names_are_counted() -> None:
    assert joined(["甲", "乙"]) == "甲、乙"
    assert joined([str(n) for n in range(5)], 3) == "0、1、2 等 5 项"
