"""What is read of a Word document's body, and what is left out and told."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.word.reading import read
from corpus.shape import HeadingPlace
from tests.corpus.readers.office.office_files import docx, notes, paragraph, run, sign, style, styles, wrapped, zipped

_BOX = "<w:txbxContent>{}</w:txbxContent>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str | None) -> str:
    """A field of several runs; without a result it ends after its instruction."""
    begun = f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return begun + (mark("end") if result is None else f"{mark('separate')}{run(result)}{mark('end')}")


def extracted(body: str, **parts: str) -> Extracted:
    return read(docx(body, **parts), Limits())


def text_of(content: str) -> str:
    """What one paragraph shows."""
    return extracted(paragraph(content)).text.removesuffix("\n")


def test_headings_are_told_by_style_by_outline_level_and_by_name() -> None:
    parts = styles(
        style("T", "Title"),
        style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("own", "我的标题", based="1"),
        style("late", "heading 3"),
    )
    body = (
        paragraph("某省智能工厂管理办法", style="T")
        + paragraph("总则", style="own")
        + paragraph("正文。")
        + paragraph("小节", style="late")
        + paragraph("大纲", more='<w:outlineLvl w:val="1"/>')
        + paragraph("仍是正文", style="1", more='<w:outlineLvl w:val="9"/>')
        + paragraph("", style="1")
    )
    read_file = extracted(body, styles=parts)
    told = {read_file.text[one.start : one.end]: one.level for one in read_file.shape.headings}
    assert told == {"某省智能工厂管理办法": 0, "总则": 1, "小节": 3, "大纲": 2}


def test_a_heading_on_two_lines_is_two_places() -> None:
    body = paragraph(f"{run('某省智能工厂')}<w:r><w:br/></w:r>{run('认定办法')}", more='<w:outlineLvl w:val="0"/>')
    read_file = extracted(body)
    assert read_file.text == "某省智能工厂\n认定办法\n"
    assert read_file.shape.headings == (HeadingPlace(0, 6, 1), HeadingPlace(7, 11, 1))


def test_breaks_tabs_and_hyphens() -> None:
    number = f"{run('A')}{sign('<w:noBreakHyphen/>')}{run('1')}"
    assert text_of(f"{run('联系人：')}{sign('<w:tab/>')}{run('甲')}{sign('<w:br/>')}{number}") == "联系人： 甲\nA-1"
    assert text_of(f"{run('上页')}<w:r><w:softHyphen/><w:br w:type='page'/></w:r>{run('下页')}") == "上页\n下页"


def test_blank_paragraphs_become_one_blank_line() -> None:
    assert (
        extracted(paragraph("") + paragraph("甲") + paragraph("") * 3 + paragraph("乙") + paragraph("")).text
        == "甲\n\n乙\n"
    )


def test_what_wraps_runs_does_not_hide_them() -> None:
    wraps = ("w:hyperlink", "w:smartTag", "w:ins", "w:moveTo", "w:bdo", "w:customXml")
    assert text_of("".join(f"<{tag}>{run(tag[2:3])}</{tag}>" for tag in wraps)) == "hsimbc"
    assert text_of(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>") == "控件"
    assert extracted(f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('块')}</w:sdtContent></w:sdt>").text == "块\n"


def test_revisions_are_read_as_accepted_and_told() -> None:
    body = paragraph(
        f"{run('设备联网率不低于')}<w:del><w:r><w:delText>50%</w:delText></w:r></w:del><w:ins>{run('60%')}</w:ins>"
    )
    read_file = extracted(body)
    assert read_file.text == "设备联网率不低于60%\n"
    assert read_file.notes == ("带修订：插入的文字按已接受处理（3 字）。", "带修订：删除的文字未收录（3 字）。")


def test_a_deleted_paragraph_end_joins_what_it_parted() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert extracted(paragraph("前半，", more=gone) + paragraph("后半。")).text == "前半，后半。\n"
    assert extracted(paragraph("", more=gone) + paragraph("留下")).text == "留下\n"
    assert extracted(paragraph("最后", more=gone)).text == "最后\n"


def test_hidden_text_is_left_out_and_told() -> None:
    parts = styles(style("secret", "密", "<w:rPr><w:vanish/></w:rPr>", kind="character"))
    named = '<w:rStyle w:val="secret"/>'
    body = paragraph(
        run("见") + run("藏", "<w:vanish/>") + run("隐", named) + run("现", f'{named}<w:vanish w:val="0"/>')
    )
    read_file = extracted(body, styles=parts)
    assert (read_file.text, read_file.notes) == ("见现\n", ("隐藏的文字未收录（2 字）。",))


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    assert text_of(f"{run('见')}{field('REF _Ref1', '第三条')}{run('。')}") == "见第三条。"
    asked = f"{sign('<w:instrText>IF </w:instrText>')}{field('PAGE', '7')}"
    nested = f"{mark('begin')}{asked}{mark('separate')}{run('是')}{mark('end')}"
    assert text_of(nested) == "是"
    assert text_of(f'<w:fldSimple w:instr="DATE">{run("2025年")}</w:fldSimple>') == "2025年"


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert extracted(paragraph(f"{run('前')}{mark('begin')}{run('后')}") + paragraph("下段")).text == "前后\n下段\n"
    assert text_of(f"{run('前')}{mark('end')}{run('后')}") == "前后"


def test_fields_that_draw_are_read() -> None:
    assert text_of(field(r"eq \o\ac(○,3)", None)) == "③"
    assert text_of(field(r"eq \f(1,2)", None)) == "1/2"
    unread = extracted(paragraph(run("甲") + field(r"eq \x(乙)", None)))
    assert (unread.text, unread.notes) == ("甲\n", ("没有结果的域未收录（1 个）。",))


def test_a_box_to_tick_is_shown() -> None:
    box = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    begun = sign(f'<w:fldChar w:fldCharType="begin">{box}</w:fldChar>') + sign(
        "<w:instrText>FORMCHECKBOX</w:instrText>"
    )
    assert text_of(f"{begun}{mark('end')}{run('是')}") == "☑是"


def test_contents_that_the_headings_repeat_are_left_out() -> None:
    body = (
        paragraph("目录")
        + paragraph(
            f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}{run('一、总则')}<w:r><w:tab/></w:r>{run('1')}"
        )
        + paragraph(f"{run('二、旧题')}<w:r><w:tab/></w:r>{run('2')}")
        + paragraph(mark("end"))
        + paragraph("一、总则")
        + paragraph("正文。")
    )
    read_file = extracted(body)
    assert read_file.text == "目录\n二、旧题 2\n\n一、总则\n正文。\n"
    assert read_file.notes == ("目录未收录（1 行，与正文标题重复）。",)


def test_footnotes_and_endnotes_are_numbered_as_they_are_met() -> None:
    end, foot = sign('<w:endnoteReference w:id="1"/>'), sign('<w:footnoteReference w:id="2"/>')
    body = paragraph(f"{run('甲')}{end}{run('，乙')}{foot}{run('。')}")
    read_file = extracted(body, footnotes=notes("footnote", "未引", "脚注文"), endnotes=notes("endnote", "尾注文"))
    assert read_file.text == "甲[note:1]，乙[note:2]。\n[note:1]尾注文\n[note:2]脚注文\n"


def test_a_note_without_content_is_told() -> None:
    read_file = extracted(paragraph(f'{run("甲")}<w:r><w:footnoteReference w:id="5"/></w:r>'))
    assert (read_file.text, read_file.notes) == ("甲[note:1]\n", ("脚注或尾注的内容缺失（1 处）。",))


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inside = _BOX.format(paragraph("框内"))
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    read_file = extracted(paragraph(f"{run('段')}{both}") + paragraph("下段"))
    assert read_file.text == "段\n框内\n下段\n"
    old = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    assert extracted(paragraph(old)).text == "\n框内\n".lstrip("\n")


def test_signs_of_fonts_of_signs_are_read_or_told() -> None:
    assert text_of('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>') == "☑"
    assert text_of(run("不小于", "") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>') == "不小于≥"
    assert text_of('<w:r><w:sym w:font="宋体" w:char="25A1"/></w:r>') == "□"
    assert text_of(run("\uf0a8", '<w:rFonts w:ascii="Wingdings"/>')) == "□"
    unread = extracted(paragraph(run("甲") + '<w:r><w:sym w:font="Webdings" w:char="F021"/><w:sym w:char="zz"/></w:r>'))
    assert (unread.text, unread.notes) == ("甲\n", ("符号字体中的符号无法辨认，未收录（2 个）。",))


def test_powers_after_a_number_stay_powers() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text_of(run("10") + run("-3", raised) + run("；m") + run("2", raised)) == "10⁻³；m2"


def test_formulas_are_written_on_one_line() -> None:
    def part(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    share = (
        f"<m:oMath>{part('联网率=')}<m:f><m:num>{part('联网数')}</m:num><m:den>{part('a+b')}</m:den></m:f></m:oMath>"
    )
    assert text_of(share) == "联网率=联网数/(a+b)"
    power = f"<m:oMath><m:sSup><m:e>{part('10')}</m:e><m:sup>{part('3')}</m:sup></m:sSup></m:oMath>"
    assert text_of(power) == "10^3"
    root = f"<m:oMath><m:rad><m:deg/><m:e>{part('x')}</m:e></m:rad></m:oMath>"
    assert text_of(root) == "√x"


def test_a_reading_above_characters_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('gōng')}</w:rt><w:rubyBase>{run('工')}</w:rubyBase></w:ruby></w:r>"
    read_file = extracted(paragraph(f"{ruby}{run('标')}"))
    assert (read_file.text, read_file.notes) == ("工标\n", ("注音未收录（1 处）。",))


def test_what_stands_beside_the_body_is_told() -> None:
    picture = "<w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing></w:r>"
    chart = '<w:r><w:drawing><a:graphic><a:graphicData uri="x/chart"/></a:graphic></w:drawing></w:r>'
    read_file = extracted(
        paragraph(f"{run('甲')}{picture}{chart}<w:r><w:object><v:imagedata/></w:object></w:r>") + "<w:altChunk/>",
        comments=wrapped("comments", "<w:comment/><w:comment/>"),
        header=wrapped("hdr", paragraph("某省文件") + paragraph("— 1 —")),
    )
    assert read_file.text == "甲\n"
    assert read_file.notes == (
        "批注未收录（2 条）。",
        "图片未收录（1 处），图中文字未读。",
        "图表、图示未收录（1 处），其中文字未读。",
        "嵌入的对象未收录（1 个）。",
        "引自其他文件或格式的内容未收录（1 处）。",
        "页眉页脚未收录：“某省文件”。",
    )


def test_a_document_with_macros_is_read_and_told() -> None:
    read_file = read(docx(paragraph("甲"), "application/vnd.ms-word.document.macroEnabled.main+xml"), Limits())
    assert read_file.notes == ("文件带宏，宏未读取、未运行。",)


def test_the_strict_variant_is_read_alike() -> None:
    body = paragraph("甲", more='<w:outlineLvl w:val="0"/>')
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(BytesIO(docx(body))) as archive:
        parts = {name: archive.read(name).decode().replace(usual, strict) for name in archive.namelist()}
    assert read(zipped(parts), Limits()) == extracted(body)


def test_spaces_at_the_ends_of_runs_count_only_where_they_are_kept() -> None:
    loose = "<w:r><w:t> 甲 </w:t></w:r>"
    assert text_of(loose + run(" 乙")) == "甲 乙"
