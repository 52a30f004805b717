"""A client's folder: what lies in it is noticed, and nothing outside it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter

from drafting.generator import DraftingError
from drafting.profiles.sections import Profile
from drafting.projects.folder import ProjectFolder
from drafting.projects.pages import count_pages


def profile(*held: dict[str, object]) -> Profile:
    return Profile.model_validate(
        {
            "profile": {"id": "p", "as_of": "2026-10"},
            "company": {"name": "示例厂", "industry": "discrete"},
            "evidence": [{"id": f"E{n}", "kind": "certificate", "title": "证书", **one} for n, one in enumerate(held)],
        }
    )


def pdf(path: Path, pages: int) -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    with path.open("wb") as file:
        writer.write(file)
    return path


def test_it_is_made_with_its_places(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "甲厂")
    assert (folder.path / "evidence").is_dir()
    assert folder.export("计划.docx") == tmp_path / "甲厂" / "exports" / "计划.docx"


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(DraftingError, match="不能用作项目文件夹"):
        ProjectFolder(tmp_path / "x")


def test_one_profile_is_found_none_or_two_are_errors(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    with pytest.raises(DraftingError, match="没有企业档案"):
        _ = folder.profile
    (folder.path / "profile.yaml").write_text("")
    assert folder.profile.name == "profile.yaml"
    (folder.path / "profile.xlsx").write_text("")
    with pytest.raises(DraftingError, match=r"profile\.yaml、profile\.xlsx"):
        _ = folder.profile


def test_files_that_are_missing_unnamed_or_of_other_length_are_told(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    pdf(folder.path / "evidence" / "a.pdf", 3)
    (folder.path / "evidence" / "b.txt").write_text("x")
    told = folder.check_evidence(profile({"file": "a.pdf", "pages": 2}, {"file": "gone.pdf"}))
    assert [one.what for one in told] == [
        "附件 E0 写的是 2 页，文件有 3 页",
        "附件 E1 写的文件「gone.pdf」不在 evidence/ 里",
        "evidence/ 里的「b.txt」没有登记到档案的证据里",
    ]
    assert told[0].paths == ("evidence[0].pages",)


def test_a_file_that_changed_or_went_since_the_last_time_is_told(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    one, two = folder.path / "evidence" / "1.txt", folder.path / "evidence" / "2.txt"
    one.write_text("a")
    two.write_text("b")
    held = profile({"file": "1.txt"}, {"file": "2.txt"})
    assert folder.check_evidence(held) == ()
    one.write_text("other")
    two.unlink()
    assert [told.what for told in folder.check_evidence(held)][-2:] == [
        "「1.txt」的内容和上次登记时不同了（校验值变了）",
        "上次登记过的「2.txt」不见了",
    ]
    assert [told.what for told in folder.check_evidence(held)] == ["附件 E1 写的文件「2.txt」不在 evidence/ 里"]


def test_a_damaged_memory_is_an_error_with_its_remedy(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    (folder.path / "evidence.json").write_text("{")
    with pytest.raises(DraftingError, match="删掉它"):
        folder.check_evidence(profile())


def test_pages_are_counted_where_they_can_be(tmp_path: Path) -> None:
    assert count_pages(pdf(tmp_path / "a.pdf", 4)) == 4
    (tmp_path / "b.PNG").write_bytes(b"")
    (tmp_path / "c.docx").write_bytes(b"")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4 broken")
    assert [count_pages(tmp_path / name) for name in ("b.PNG", "c.docx", "d.pdf")] == [1, None, None]


def test_links_lead_nowhere(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    (tmp_path / "secret.txt").write_text("x")
    (folder.path / "evidence" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert folder.evidence_files() == ()


def test_a_profile_is_kept_once_and_never_replaced(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path / "p")
    given = tmp_path / "甲.YAML"
    given.write_text("profile: {}\n", encoding="utf-8")
    assert folder.keep_profile(given) == folder.path / "profile.yaml"
    assert folder.profile.read_bytes() == given.read_bytes()
    assert folder.keep_profile(given) is None
    assert folder.keep_profile(folder.profile) is None
    given.write_text("profile: {id: x}\n", encoding="utf-8")
    with pytest.raises(DraftingError, match=r"里面已有 profile\.yaml，和 甲\.YAML 不同.*先把 profile\.yaml 移走"):
        folder.keep_profile(given)
    with pytest.raises(DraftingError, match="读不到"):
        folder.keep_profile(tmp_path / "nowhere.yaml")
