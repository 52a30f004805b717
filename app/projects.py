"""The clients' projects of a data folder: one folder each, changed by one at a time, with a number for each state."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from app.errors import AppError
from drafting.profiles.reading import read_profile
from drafting.profiles.sections import Profile
from drafting.projects.folder import ProjectFolder
from drafting.projects.kept_plan import KeptPlan, read_kept, write_kept
from drafting.whole_files import write_whole

LONGEST_NAME = 60
"""Signs of a project's name."""
PROFILE_ENDINGS = (".yaml", ".yml", ".json", ".xlsx")
_FACTS = "project.json"
_PLAN = "plan.json"
_WAIT_S = 20.0
_SIGNS = re.compile(r"[\w·（）()\-— ]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """What a project is at.

    Attributes:
        revision: Counts its changes; 0 for a new one.
        target: What it aims at, as ``DOCUMENT[:TIER][/TRACK]``; empty where nobody has chosen.
        also: Other targets that the plan is to serve.
    """

    revision: int = 0
    target: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A project among others: its name, when it was last changed (local time), and whether it has a plan."""

    name: str
    changed: datetime
    planned: bool


class ProjectChangedError(AppError):
    """Somebody else has changed the project since the state that a change was made from."""


class Project:
    """One client's project.

    Args:
        folder: Its folder, which is there.
    """

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.path = folder
        self.folder = ProjectFolder(folder)

    @property
    def state(self) -> State:
        """What it is at.

        Raises:
            AppError: What was kept of it is damaged.
        """
        kept = self.path / _FACTS
        if not kept.is_file():
            return State()
        try:
            held = json.loads(kept.read_text(encoding="utf-8"))
            return State(int(held["revision"]), str(held["target"]), tuple(map(str, held["also"])))
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = f"project {self.name}: its {_FACTS} is damaged. Remove the file; the profile and the plan stay."
            raise AppError(message) from error

    @property
    def profile(self) -> Profile | None:
        """The profile; None where there is none yet.

        Raises:
            DraftingError: It cannot be read.
        """
        return read_profile(self.folder.profile) if self.folder.has_profile else None

    @property
    def plan(self) -> KeptPlan | None:
        """The plan; None where none was made.

        Raises:
            DraftingError: It cannot be read.
        """
        return read_kept(self.plan_file) if self.planned else None

    @property
    def planned(self) -> bool:
        """Whether a plan was made."""
        return self.plan_file.is_file()

    @property
    def plan_file(self) -> Path:
        """Where the plan is kept."""
        return self.path / _PLAN

    def keep_profile(self, content: bytes, ending: str, revision: int) -> int:
        """Put a profile in the place of the one that is there, which stays beside it as ``former-profile``.

        Args:
            content: The file.
            ending: Its ending, with the dot.
            revision: The state that the change was made from.

        Returns:
            The new state's number.

        Raises:
            AppError: Somebody else has changed the project meanwhile.
            DraftingError: It is no profile; each problem with its place. What was there stays.
        """
        if ending.lower() not in PROFILE_ENDINGS:
            raise AppError(f"profile {ending}: it ends in none of {' '.join(PROFILE_ENDINGS)}. Choose another file.")
        with self._changing(revision) as state:
            arrived = self.path / f"arrived{ending.lower()}"
            try:
                write_whole(arrived, content)
                read_profile(arrived)
                if self.folder.has_profile:
                    former = self.folder.profile
                    former.replace(self.path / f"former-profile{former.suffix}")
                arrived.replace(self.path / f"profile{ending.lower()}")
            finally:
                arrived.unlink(missing_ok=True)
            return self._keep(state)

    @property
    def profile_sum(self) -> str:
        """The hash of the profile's file; empty where there is none."""
        return sha256(self.folder.profile.read_bytes()).hexdigest() if self.folder.has_profile else ""

    def keep_plan(self, plan: KeptPlan, revision: int, also: tuple[str, ...] | None = None) -> int:
        """Keep a plan in the place of the one that is there; one for another target stays beside it.

        Args:
            plan: The plan.
            revision: The state that the change was made from.
            also: What else it is to serve; None for what was chosen before.

        Returns:
            The new state's number.

        Raises:
            AppError: Somebody else has changed the project meanwhile.
            DraftingError: It cannot be written.
        """
        with self._changing(revision) as state:
            former = self.plan
            if former is not None and former.computed.target != plan.computed.target:
                (self.path / "former").mkdir(exist_ok=True)
                write_kept(former, self._former(former.computed.target))
            write_kept(plan, self.plan_file)
            also = state.also if also is None else also
            return self._keep(replace(state, target=plan.computed.target, also=also))

    def plan_for(self, target: str) -> KeptPlan | None:
        """The plan that was last kept for a target, be it the present one or a former one; None for none.

        Raises:
            DraftingError: It cannot be read.
        """
        present = self.plan
        if present is not None and present.computed.target == target:
            return present
        return read_kept(self._former(target)) if self._former(target).is_file() else None

    def _former(self, target: str) -> Path:
        return self.path / "former" / f"{sha256(target.encode()).hexdigest()[:16]}.json"

    @contextmanager
    def _changing(self, revision: int) -> Iterator[State]:
        try:
            with FileLock(self.path / ".lock", timeout=_WAIT_S):
                state = self.state
                if state.revision != revision:
                    what = f"it was changed elsewhere meanwhile (state {state.revision}, not {revision})"
                    raise ProjectChangedError(f"project {self.name}: {what}. Look at it as it is now, then change it.")
                yield state
        except Timeout as error:
            raise AppError(f"project {self.name}: somebody else is changing it. Try again in a moment.") from error

    def _keep(self, state: State) -> int:
        following = replace(state, revision=state.revision + 1)
        write_whole(self.path / _FACTS, f"{json.dumps(asdict(following), ensure_ascii=False)}\n".encode())
        return following.revision


class Projects:
    """The projects of a data folder.

    Args:
        root: The folder that holds them; made with the first.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def listed(self) -> tuple[Listed, ...]:
        """All of them, the one that was last changed first."""
        if not self._root.is_dir():
            return ()
        folders = [one for one in self._root.iterdir() if one.is_dir() and not one.is_symlink() and is_name(one.name)]
        found = [Listed(one.name, _changed(one), (one / _PLAN).is_file()) for one in folders]
        return tuple(sorted(found, key=lambda one: one.changed, reverse=True))

    def open(self, name: str) -> Project:
        """A project.

        Raises:
            AppError: There is none of this name.
        """
        folder = self._root / name if is_name(name) else None
        if folder is None or not folder.is_dir() or folder.is_symlink():
            raise AppError(f"project {name[:LONGEST_NAME]}: there is none of this name. Choose one of the list.")
        return Project(folder)

    def create(self, name: str) -> Project:
        """A new project.

        Raises:
            AppError: The name cannot be one, or is taken.
        """
        plain = unicodedata.normalize("NFC", name).strip()
        if not is_name(plain):
            message = f"project {plain[:LONGEST_NAME]}: this cannot be a name. Use letters, Chinese signs, digits"
            raise AppError(f"{message}, blanks, - or ·, at most {LONGEST_NAME} of them.")
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            (self._root / plain).mkdir()
        except FileExistsError as error:
            raise AppError(f"project {plain}: there is one of this name. Open it, or choose another name.") from error
        except OSError as error:
            raise AppError(f"project {plain}: it cannot be made ({error.strerror}). Check the data folder.") from error
        return Project(self._root / plain)

    def delete(self, name: str) -> None:
        """Delete a project with all that is in it.

        Raises:
            AppError: There is none of this name, or something in it cannot be deleted.
        """
        project = self.open(name)
        try:
            shutil.rmtree(project.path)
        except OSError as error:
            message = f"project {name}: not all of it could be deleted ({error.strerror}). Close files of it and retry."
            raise AppError(message) from error


def is_name(name: str) -> bool:
    """Whether a project may be called so: no path, nothing hidden, no device of any system.

    >>> [is_name(one) for one in ("示例厂 2026", "../x", ".x", "CON", "")]
    [True, False, False, False, False]
    """
    plain = unicodedata.normalize("NFC", name).strip()
    whole = name == plain and 0 < len(name) <= LONGEST_NAME and len(name.encode()) <= 200
    return whole and _SIGNS.fullmatch(name) is not None and _TAKEN.fullmatch(name) is None


def _changed(folder: Path) -> datetime:
    facts = folder / _FACTS
    return datetime.fromtimestamp((facts if facts.is_file() else folder).stat().st_mtime).astimezone()
