"""Tables by their lines, by their lying lines alone, and by alignment."""

from __future__ import annotations

from corpus.shape import LINE_BREAK
from tests.corpus.readers.pdf_file.press import LEFT, Press
from tests.corpus.readers.pdf_file.readings import lines, read

_BEFORE = "各申报单位应对照下表逐项自评，自评结果与佐证材料一并报送所在地主管部门核查，逾期不予受理。"
_XS = [80.0, 130.0, 300.0, 500.0]


def test_a_ruled_table_stands_between_its_paragraphs_once() -> None:
    press = Press()
    press.paragraph(100, _BEFORE)
    press.grid(
        _XS,
        [150.0, 175.0, 230.0],
        {
            (0, 0): "序号",
            (0, 1): "基础级",
            (0, 2): "先进级",
            (1, 0): "1",
            (1, 1): "应建立设备联网与数据采集系统，联网率不低于70%。",
            (1, 2): "宜应用数字孪生模型开展排产优化，关键工序数控化率不低于90%。",
        },
    )
    press.paragraph(260, _BEFORE)
    got = read(press.file())
    assert lines(got) == [
        _BEFORE,
        "序号\t基础级\t先进级",
        "1\t应建立设备联网与数据采集系统，联网率不低于70%。\t宜应用数字孪生模型开展排产优化，关键工序数控化率不低于90%。",
        _BEFORE,
    ]


def test_merged_cells_stand_once_with_their_reach() -> None:
    press = Press()
    xs, ys = _XS, [100.0, 125.0, 150.0, 175.0]
    for x in (xs[0], xs[1], xs[3]):
        press.rule(x, ys[0], x, ys[3])
    press.rule(xs[2], ys[1], xs[2], ys[3])
    for y in (ys[0], ys[1], ys[3]):
        press.rule(xs[0], y, xs[3], y)
    press.rule(xs[1], ys[2], xs[3], ys[2])
    texts = {(0, 0): "要素", (1, 0): "等级", (0, 1): "生产", (1, 1): "甲", (2, 1): "乙", (1, 2): "丙", (2, 2): "丁"}
    for (x, y), text in texts.items():
        press.line(xs[x] + 5, ys[y] + 16, text, 10)
    got = read(press.file())
    assert lines(got) == ["要素\t等级", "生产\t甲\t乙", "丙\t丁"]
    reach = {got.text[cell.start : cell.end]: (cell.rows, cell.columns) for cell in got.shape.tables[0].cells}
    assert reach["等级"] == (1, 2)
    assert reach["生产"] == (2, 1)
    assert reach["丁"] == (1, 1)


def test_a_table_over_two_pages_is_one_and_its_head_is_printed_once() -> None:
    press = Press()
    for page in (0, 1):
        head = {(0, 0): "序号", (0, 1): "要素", (0, 2): "要求"}
        rows = {(row, column): f"{3 * page + row}{'号素求'[column]}" for row in (1, 2, 3) for column in range(3)}
        press.grid(_XS, [100.0, 125.0, 150.0, 175.0, 200.0], head | rows)
        if page == 0:
            press.page()
    got = read(press.file())
    assert lines(got) == ["序号\t要素\t要求", *(f"{n}号\t{n}素\t{n}求" for n in range(1, 7))]
    assert len(got.shape.tables) == 1
    assert got.shape.pages[1].start == got.text.index("4号")
    assert any("重复的表头" in note for note in got.notes)


def test_a_row_that_the_page_cuts_is_one() -> None:
    press = Press()
    press.grid(_XS, [700.0, 730.0], {(0, 0): "1", (0, 1): "生产管控", (0, 2): "应建立制造执行系统并覆盖全部"})
    press.page()
    press.grid(_XS, [100.0, 130.0, 160.0], {(0, 2): "关键工序。", (1, 0): "2", (1, 1): "仓储", (1, 2): "应联网。"})
    assert lines(read(press.file())) == ["1\t生产管控\t应建立制造执行系统并覆盖全部关键工序。", "2\t仓储\t应联网。"]


def test_breaks_that_were_written_in_a_cell_stay() -> None:
    press = Press()
    press.grid(_XS, [100.0, 160.0], {(0, 0): "简介", (0, 2): "其他"})
    for number, text in enumerate(("1.主营业务", "2.行业地位")):
        press.line(_XS[1] + 4, 114 + 14 * number, text, 10)
    assert lines(read(press.file())) == [f"简介\t1.主营业务{LINE_BREAK}2.行业地位\t其他"]


def test_a_table_with_lying_lines_alone() -> None:
    press = Press()
    rows = [("指标", "单位", "先进级"), ("数控化率", "%", "70"), ("联网率", "%", "85"), ("研发投入", "万元", "300")]
    for number in range(5):
        press.rule(LEFT, 100 + 25 * number, 500, 100 + 25 * number)
    for number, row in enumerate(rows):
        for x, text in zip((90, 220, 340), row, strict=True):
            press.line(x, 117 + 25 * number, text, 10)
    got = read(press.file())
    assert lines(got) == ["\t".join(row) for row in rows]
    assert len(got.shape.tables) == 1


def test_a_table_without_lines() -> None:
    rows = [("指标", "单位", "基础级"), ("数控化率", "%", "50"), ("联网率", "%", "60"), ("研发投入", "万元", "100")]
    press = Press()
    press.paragraph(80, _BEFORE)
    for number, row in enumerate(rows):
        for x, text in zip((90, 250, 400), row, strict=True):
            press.line(x, 150 + 20 * number, text)
    got = lines(read(press.file()))
    assert got == [_BEFORE, *("\t".join(row) for row in rows)]


def test_a_box_around_a_paragraph_is_no_table() -> None:
    press = Press()
    for x in (70.0, 525.0):
        press.rule(x, 80, x, 150)
    for y in (80.0, 150.0):
        press.rule(70, y, 525, y)
    press.paragraph(100, _BEFORE)
    got = read(press.file())
    assert lines(got) == [_BEFORE]
    assert got.shape.tables == ()


def test_a_table_goes_on_below_a_line_that_says_so_and_with_fewer_columns() -> None:
    press = Press()
    xs, ys = _XS, [700.0, 725.0, 750.0]
    for x in (xs[0], xs[1], xs[3]):
        press.rule(x, ys[0], x, ys[2])
    press.rule(xs[2], ys[0], xs[2], ys[1])
    for y in ys:
        press.rule(xs[0], y, xs[3], y)
    for x, y, text in ((0, 0, "序号"), (1, 0, "基础级"), (2, 0, "先进级"), (0, 1, "1"), (1, 1, "均应联网。")):
        press.line(xs[x] + 5, ys[y] + 16, text, 10)
    press.page()
    press.line(270, 90, "续表", 10)
    press.grid([xs[0], xs[1], xs[3]], [100.0, 125.0], {(0, 0): "2", (0, 1): "均应留存记录。"})
    got = read(press.file())
    assert lines(got) == ["序号\t基础级\t先进级", "1\t均应联网。", "2\t均应留存记录。"]
    last = got.shape.tables[0].cells[-1]
    assert (last.row, last.column, last.columns) == (2, 1, 2)
    assert got.notes
