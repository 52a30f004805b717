"""A project folder: a client's profile, evidence files, edits and exports.

Nothing of a client stands outside it. ``profile.yaml`` (or ``.json``, ``.xlsx``) is the profile, ``evidence/`` holds
the files, ``evidence.json`` what was last seen of them, ``edits.xlsx`` the plan that people last edited, ``exports/``
the plans.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafting.generator import DraftingError
from drafting.plans.plan import Conflict
from drafting.profiles.sections import Profile
from drafting.projects.pages import count_pages
from drafting.whole_files import write_whole

_PROFILES = ("profile.yaml", "profile.yml", "profile.json", "profile.xlsx")
_ENDINGS = tuple(name.removeprefix("profile") for name in _PROFILES)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file of evidence as it stands.

    Attributes:
        name: Its path below ``evidence/``, with forward slashes.
        sha256: The hash of its content.
        size: In bytes.
        pages: How many pages it has; None where that cannot be told.
    """

    name: str
    sha256: str
    size: int
    pages: int | None


class ProjectFolder:
    """One client's folder.

    Args:
        path: The folder; it is made where it is not there yet.

    Raises:
        DraftingError: A file stands there, or the folder cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            for folder in (path, path / "evidence", path / "exports"):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DraftingError(f"project {path}", f"不能用作项目文件夹（{error.strerror}）", "换一个文件夹") from error

    @property
    def profile(self) -> Path:
        """The profile's file.

        Raises:
            DraftingError: There is none, or more than one.
        """
        found = [self.path / name for name in _PROFILES if (self.path / name).is_file()]
        if not found:
            remedy = f"把填好的档案放进去，命名为 {_PROFILES[0]}，或用 --profile 指定"
            raise DraftingError(f"project {self.path.name}", "里面没有企业档案", remedy)
        if len(found) > 1:
            names = "、".join(one.name for one in found)
            raise DraftingError(f"project {self.path.name}", f"里面有几份档案（{names}）", "只留一份")
        return found[0]

    @property
    def has_profile(self) -> bool:
        """Whether a profile lies in it."""
        return any((self.path / name).is_file() for name in _PROFILES)

    def keep_profile(self, profile: Path) -> Path | None:
        """Keep a profile in the folder, so that later plans find it there.

        Args:
            profile: A profile that can be read.

        Returns:
            Where it now lies; None where the same one lay there before.

        Raises:
            DraftingError: Another profile lies there, or this one cannot be read or written.
        """
        name = f"profile{profile.suffix.lower()}"
        try:
            content = profile.read_bytes()
            held = self.profile if self.has_profile else None
            if held and (held.resolve() == profile.resolve() or held.read_bytes() == content):
                return None
        except OSError as error:
            raise DraftingError(str(profile), f"读不到（{error.strerror}）", "检查路径") from error
        if held:
            remedy = f"要用文件夹里的，就不写 --profile；要换成这一份，先把 {held.name} 移走"
            raise DraftingError(f"project {self.path.name}", f"里面已有 {held.name}，和 {profile.name} 不同", remedy)
        if name not in _PROFILES:
            raise DraftingError(str(profile), "不是档案的格式", f"档案的文件名以 {'、'.join(_ENDINGS)} 结尾")
        write_whole(self.path / name, content)
        return self.path / name

    @property
    def edits(self) -> Path:
        """The workbook in which people last changed a plan; it need not be there yet."""
        return self.path / "edits.xlsx"

    def keep_edits(self, workbook: Path) -> None:
        """Keep an edited plan: plans that are made later carry its edits on.

        Raises:
            DraftingError: The workbook cannot be read, or the folder not written.
        """
        if workbook.resolve() == self.edits.resolve():
            return
        try:
            content = workbook.read_bytes()
        except OSError as error:
            raise DraftingError(str(workbook), f"读不到（{error.strerror}）", "检查路径") from error
        write_whole(self.edits, content)

    def export(self, name: str) -> Path:
        """Where an export of a name goes."""
        return self.path / "exports" / name

    def evidence_files(self) -> tuple[EvidenceFile, ...]:
        """The files of evidence as they stand now; links are not followed."""
        root = self.path / "evidence"
        files = sorted(one for one in root.rglob("*") if one.is_file() and not one.is_symlink())
        return tuple(
            EvidenceFile(one.relative_to(root).as_posix(), _hash(one), one.stat().st_size, count_pages(one))
            for one in files
            if not one.name.startswith((".", "~$"))
        )

    def check_evidence(self, profile: Profile) -> tuple[Conflict, ...]:
        """Compare the files with the profile and with what was last seen of them, and remember what is seen now.

        Raises:
            DraftingError: What was last seen cannot be read or written.
        """
        seen = {one.name: one for one in self.evidence_files()}
        found = [*_against_profile(profile, seen), *_against_last(self._last(), seen)]
        self._remember(seen)
        return tuple(found)

    def _last(self) -> Mapping[str, Mapping[str, Any]]:
        kept = self.path / "evidence.json"
        if not kept.is_file():
            return {}
        try:
            rows = json.loads(kept.read_text(encoding="utf-8"))
            return {str(row["name"]): row for row in rows}
        except (OSError, ValueError, KeyError, TypeError) as error:
            why = f"不是这个程序写的样子（{type(error).__name__}）"
            raise DraftingError(str(kept), why, "删掉它，下次会重新登记") from error

    def _remember(self, seen: Mapping[str, EvidenceFile]) -> None:
        text = json.dumps([asdict(one) for one in seen.values()], ensure_ascii=False, indent=1)
        write_whole(self.path / "evidence.json", f"{text}\n".encode())


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _against_profile(profile: Profile, seen: Mapping[str, EvidenceFile]) -> Iterator[Conflict]:
    named: set[str] = set()
    for index, held in enumerate(profile.evidence):
        if not held.file:
            continue
        named.add(held.file)
        file = seen.get(held.file)
        if file is None:
            what = f"附件 {held.id} 写的文件「{held.file}」不在 evidence/ 里"
            yield Conflict(what, (f"evidence[{index}].file",))
        elif held.pages is not None and file.pages is not None and held.pages != file.pages:
            what = f"附件 {held.id} 写的是 {held.pages} 页，文件有 {file.pages} 页"
            yield Conflict(what, (f"evidence[{index}].pages",))
    for name in seen.keys() - named:
        yield Conflict(f"evidence/ 里的「{name}」没有登记到档案的证据里", ())


def _against_last(last: Mapping[str, Mapping[str, Any]], seen: Mapping[str, EvidenceFile]) -> Iterator[Conflict]:
    for name, row in last.items():
        if name in seen and seen[name].sha256 != row.get("sha256"):
            yield Conflict(f"「{name}」的内容和上次登记时不同了（校验值变了）", ())
        elif name not in seen:
            yield Conflict(f"上次登记过的「{name}」不见了", ())
