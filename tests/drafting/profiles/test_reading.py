"""Profiles are read from YAML, JSON and workbooks, and a bad one gets one line that says what, where and what helps."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from drafting.generator import DraftingError
from drafting.profiles.reading import read_profile
from drafting.profiles.sections import Profile
from drafting.profiles.tree import plain
from drafting.profiles.yaml_tree import read_yaml
from tests.drafting.profiles.made_up_profile import FULL

START = "profile: {id: a, as_of: 2026}\ncompany: {name: 甲, industry: 离散}\n"

BAD = {
    "unknown section": (START + "system: []", "第 3 行 system：不认识的键，是不是 systems（系统）？"),
    "unknown key": (
        START + "systems:\n  - name: MES\n    state: 在用\n  - name: ERP\n    stat: 在用\n    state: 在用",
        "第 7 行 systems[1].stat：不认识的键，是不是 state（状态）？",
    ),
    "title for a key": (
        START + "systems: [{name: 甲, 状态: 在用}]",
        "systems[0].状态：不认识的键，是不是 state（状态）？",
    ),
    "blank unknown key": (START + "systems: [{name: 甲, state: 在用, stat: }]", "systems[0].stat：不认识的键"),
    "missing": (START + "systems:\n  - name: MES", "第 4 行 systems[0].state（状态）：必填，没有填"),
    "blank": (START + "systems:\n  - name: '  '\n    state: 在用", "第 4 行 systems[0].name（系统名称）：必填，没有填"),
    "wrong state": (
        START + "systems:\n  - name: MES\n    state: 再用",
        "第 5 行 systems[0].state（状态）：「再用」不在可选之列，是不是「在用」？只能写 在用、试运行、在建、计划",
    ),
    "wrong number": (START + "measures:\n  - {name: 产值, value: 三百}", "measures[0].value（数值）：「三百」不是数字"),
    "number with unit": (START + "measures:\n  - {name: 产值, value: 300万元}", "「300万元」不是数字，单位写在单位栏"),
    "not a number": (START + "measures: [{name: 甲, value: .nan}]", "「.nan」不是数字"),
    "wrong date": (
        START + "plans:\n  - matter: 甲\n    until: 明年",
        "第 5 行 plans[0].until（计划完成）：「明年」不是日期",
    ),
    "no such day": (START + "plans: [{matter: 甲, until: 2025-02-30}]", "「2025-02-30」不是日历上的日子"),
    "too much covered": (
        START + "systems:\n  - name: MES\n    state: 在用\n    covered: 5\n    total: 4",
        "第 6 行 systems[0].covered（已覆盖）：已覆盖 5 大于应覆盖 4",
    ),
    "half a share": (START + "systems: [{name: 甲, state: 在用, total: 4}]", "已覆盖和应覆盖要一起填"),
    "more networked than there are": (
        START + "equipment: [{name: 甲, state: 在用, count: 2, networked: 3}]",
        "equipment[0].networked（联网台数）：联网台数 3 大于台数 2",
    ),
    "no reason": (
        START + "practices: [{points: x#1, state: 不适用}]",
        "practices[0].reason（不适用的理由）：写了不适用",
    ),
    "no question": (START + "practices: [{how: 甲, state: 在用}]", "practices[0].points（问题编号）：必填"),
    "not yes or no": (START + "compliance: [{matter: 失信, occurred: 大概}]", "「大概」不是「是」或「否」"),
    "unresolved": (
        START
        + "systems: [{name: 生产执行系统, state: 在用}]\n"
        + "practices:\n  - points: x#1\n    state: 在用\n    by: 生产执行",
        "第 7 行 practices[0].by（依托）：「生产执行」在档案里没有，是不是「生产执行系统」？",
    ),
    "evidence for nothing": (START + "evidence: [{id: E1, kind: 照片, title: 甲, serves: 乙}]", "evidence[0].serves"),
    "no such project": (
        START + "systems: [{id: P1, name: 甲, state: 在用}]\nledger: [{project: P1, item: 甲, kind: 其他, amount: 1}]",
        "第 4 行 ledger[0].project（项目编号）：「P1」在档案里没有；先在「项目」里写明",
    ),
    "ambiguous": (
        START
        + "systems: [{name: 甲, state: 在用}]\nsites: [{name: 甲}]\npractices: [{points: x#1, state: 在用, by: 甲}]",
        "「甲」可以指 厂区（第 4 行）、系统（第 3 行）；写其中一个的编号",
    ),
    "same id twice": (
        START + "systems:\n  - {id: S, name: 甲, state: 在用}\n  - {id: S, name: 乙, state: 在用}",
        "第 5 行 systems[1].id（编号）：编号「S」在第 4 行已有",
    ),
    "key twice": (START + "company: {name: 乙, industry: 离散}", "第 3 行 company：这个键写了两遍，第 2 行已有"),
    "section is no list": (START + "systems: {name: MES}", "systems（系统）：要写成列表，每条以 - 开头"),
    "row is no mapping": (START + "systems: [MES]", "systems[0]：要写成「键: 值」"),
    "other format": ("profile: {id: a, as_of: 2026, format: 2}\ncompany: {name: 甲, industry: 离散}", "只认格式 1"),
    "control sign": ('profile: {id: a, as_of: 2026}\ncompany: {name: "甲\\a", industry: 离散}', "不能显示的控制字符"),
    "list at the top": ("- name: 甲", "第 1 行：最上层要写成「键: 值」"),
    "text at the top": ("你好", "第 1 行：最上层要写成「键: 值」"),
    "comments only": ("# 什么也没有\n", "文件是空的"),
    "aliases": (START + "a: &a [x, x]\nb: [*a, *a]", "第 3 行：不能用 & 和 * 引用"),
    "tag": (START + "a: !!python/object:os.system x", "第 3 行：不能用标记"),
    "too deep": ("a: " + "[" * 50_000, "第 1 行：嵌套超过 12 层"),
    "far too much": (START + "systems: [" + "a," * 100_001 + "]", "第 3 行：内容超过 100000 项"),
    "strange key": (START + "qqq: 1", "第 3 行 qqq：不认识的键；这里只有 profile、company、finances、"),
    "two documents": (START + "---\n" + START, "第 3 行：一个文件只能有一份档案"),
    "bad indentation": ("company:\n  name: 甲\n sector: 乙", "第 3 行：YAML 写法不通"),
    "tab": ("company:\n\tname: 甲", "第 2 行：YAML 写法不通（缩进只能用空格"),
}


def message(path: Path) -> str:
    """The one line that a bad file gets."""
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    said = str(caught.value)
    assert "\n" not in said and path.name in said
    return said


@pytest.mark.parametrize("name", BAD)
def test_a_bad_yaml_profile_is_told_where(tmp_path: Path, name: str) -> None:
    content, expected = BAD[name]
    path = tmp_path / "档案.yaml"
    path.write_text(content, encoding="utf-8")
    assert expected in message(path)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '{"profile": {"id": "a", "as_of": 2026},\n"company": {"name": "甲",\n"industy": "离散"}}',
            "第 3 行 company.industy",
        ),
        ('{"a": 1,\n"a": 2}', "第 2 行 a：这个键写了两遍，第 1 行已有"),
        ('{"a": 1,}', "第 1 行：JSON 写法不通（最后一项后面多了逗号）"),
        ("profile: a", "第 1 行：JSON 写法不通"),
        ('{"a": NaN}', "第 1 行：JSON 写法不通"),
        ("[" + "1," * 100_001 + "1]", "第 1 行：JSON 写法不通（内容超过 100000 项"),
        ("[" * 50_000, "第 1 行：JSON 写法不通（嵌套超过 12 层）"),
        ("[1]", "第 1 行：最上层要写成「键: 值」"),
        ('{"a": 1} 2', "后面还有多余的内容"),
    ],
)
def test_a_bad_json_profile_is_told_where(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "档案.json"
    path.write_text(content, encoding="utf-8")
    assert expected in message(path)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.yaml", "company:\n  name: 甲".encode("gbk"), "第 2 行：不是 UTF-8 编码"),
        ("a.yaml", "a: 甲".encode("utf-16"), "内容却是UTF-16 文本"),
        ("a.yaml", b"PK\x03\x04rest", "扩展名是 .yaml，内容却是Excel 或压缩文件"),
        ("a.json", b"%PDF-1.7", "内容却是PDF"),
        ("a.yaml", b" \n", "文件是空的"),
        ("a.xlsx", b"", "文件是空的"),
        ("a.yaml", b"#" * (5 * 2**20 + 1), "文件超过 5 MB"),
        ("a.docx", b"x", "不认识的扩展名「.docx」"),
        ("a.xlsx", b"name,state", "不是 Excel 工作簿"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 100, "旧版 .xls 或加了密码"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert expected in message(path)


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    assert "读不到" in message(tmp_path / "没有.yaml")
    folder = tmp_path / "文件夹.yaml"
    folder.mkdir()
    assert "读不到" in message(folder)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (40 * 2**20))
    assert "解压后超过" in message(path)


def test_eight_problems_stand_in_the_line_and_all_in_the_details(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(START + "plans:\n" + "  - until: 2027\n" * 30, encoding="utf-8")
    said = message(path)
    assert "（8）第 11 行 plans[7].matter（事项）：必填" in said and "（9）" not in said
    assert "另有 22 处问题" in said
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    assert len(caught.value.details) == 30
    assert caught.value.details[29] == "第 33 行 plans[29].matter（事项）：必填，没有填"
    path.write_text(START + "plans:\n" + "  - until: 2027\n" * 8, encoding="utf-8")
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    assert caught.value.details == () and "（8）" in str(caught.value) and "另有" not in str(caught.value)


def test_references_are_checked_in_the_same_pass_and_one_slip_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    rows = """systems:
  - {id: S1, name: 生产执行系统, state: 再用}
  - {id: S1, name: 仓储系统, state: 在用}
projects: [{id: P1, name: 改造}]
ledger: [{project: P1, item: 甲, kind: 其他, amount: 1}, {project: P7, item: 甲, kind: 其他, amount: 1}]
practices: [{points: x#1, state: 在用, by: [生产执行系统, S1, 质量系统]}]
evidence: [{id: E1, kind: 照片, title: 甲, serves: [x#1, 仓储系统, 乙]}]
"""
    path.write_text(START + rows, encoding="utf-8")
    said = message(path)
    for told in ("「再用」不在可选之列", "projects[0].state（状态）：必填", "编号「S1」在第 4 行已有"):
        assert told in said
    for told in ("「P7」在档案里没有", "「质量系统」在档案里没有", "「乙」在档案里没有"):
        assert told in said
    assert said.count("在档案里没有") == 3 and "（7）" not in said


def read(path: Path, text: str) -> Profile:
    path.write_text(text, encoding="utf-8")
    return read_profile(path)


def test_a_unit_beside_its_own_column_is_read_once(tmp_path: Path) -> None:
    rows = 'measures:\n  - {name: 甲, value: 85%, baseline: 62 %}\n  - {name: 乙, value: "1,300 吨", unit: 吨}\n'
    first, second = read(tmp_path / "a.yaml", START + rows).measures
    assert (first.value, first.unit, first.baseline) == (85, "%", 62)
    assert (second.value, second.unit) == (1300, "吨")
    for wrong in ("value: 85%, unit: 台", "value: 300万元", "value: 300万元, unit: 元"):
        (tmp_path / "b.yaml").write_text(START + "measures: [{name: 甲, " + wrong + "}]", encoding="utf-8")
        assert "单位写在单位栏" in message(tmp_path / "b.yaml")


def test_a_share_that_its_own_figures_contradict_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    row = "measures: [{name: 甲, value: 0.38, unit: '%', numerator: 38, denominator: "
    path.write_text(START + row + "100}]", encoding="utf-8")
    assert "measures[0].value（数值）：单位是 %，分子÷分母是 38.00%，数值却写 0.38" in message(path)
    assert read(path, START + row + "10000}]").measures[0].value == 0.38


def test_yaml_json_and_marks_of_order_mean_the_same(tmp_path: Path) -> None:
    path, other, marked = tmp_path / "a.yaml", tmp_path / "a.json", tmp_path / "b.yml"
    path.write_text(FULL, encoding="utf-8")
    other.write_text(json.dumps(plain(read_yaml(FULL).root), ensure_ascii=False, indent=1), encoding="utf-8")
    marked.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    profile = read_profile(path)
    assert profile == read_profile(other) == read_profile(marked)
    assert profile.company.phone == "0579001"
    assert profile.documents[0].number == "1.10"
    assert profile.finances[0].revenue == 12_000
    assert profile.systems[0].modules == ("排产", "报工")
    assert profile.practices[0].by == ("MES", "《设备、工装管理制度》")
    assert profile.practices[0].how == "班组长每天报工；\n异常当天关闭。"


def test_json_holds_numbers_and_truth(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    written = {
        "profile": {"id": "a", "as_of": 2026},
        "company": {"name": "甲", "industry": "process", "employees": 1e2},
    }
    written["company"]["legal_person"] = True
    path.write_text(json.dumps(written), encoding="utf-8")
    company = read_profile(path).company
    assert (company.legal_person, company.employees, company.industry) == (True, 100, "process")


def test_unanswered_questions_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    asked = "practices:\n  - {points: x#1, state: , by: []}\n  - {points: x#2, state: 在用}\n"
    path.write_text(START + asked, encoding="utf-8")
    assert [one.points for one in read_profile(path).practices] == [("x#2",)]
