"""The data folder: immutable builds, one writer, and a pointer that moves all at once.

::

    DATA/
      writer.lock      held by the one process that builds
      current          the name of the build in use, one line, replaced atomically
      builds/HASH/     a finished build; never changed
      staging/…/       a build in the making; rubbish after a crash, swept by the next writer

A reader opens what ``current`` names and keeps it; asking again tells whether there is a newer one. A crash at
any moment leaves the former build in use. A build may be finished first and pointed at later: what goes with it can be
put in its place between the two.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.flushing import flush_folder
from kg.errors import GraphError

KEPT_BUILDS = 2
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,127}(\.[0-9]{1,6})?")


class DataFolder:
    """A folder of builds that many processes read and one at a time writes.

    Example:
        >>> import tempfile
        >>> folder = DataFolder(Path(tempfile.mkdtemp()))
        >>> with folder.lock():
        ...     staged = folder.stage()
        ...     _ = (staged / "clauses.jsonl").write_text("", encoding="utf-8")
        ...     folder.publish(staged, "3f2a").name
        '3f2a'
    """

    def __init__(self, path: Path) -> None:
        """Name the folder; nothing is read or written yet.

        Args:
            path: The data folder. The first writer makes it.
        """
        self.path = path
        self._builds = path / "builds"
        self._staging = path / "staging"
        self._pointer = path / "current"
        self._lock = FileLock(path / "writer.lock")

    @contextmanager
    def lock(self, timeout_s: float | None = None) -> Iterator[None]:
        """Be the one writer; wait while another process or thread is.

        Args:
            timeout_s: How long to wait, in seconds; None waits as long as it takes.

        Raises:
            GraphError: The wait was too long, or the folder cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=-1 if timeout_s is None else timeout_s)
        except Timeout as error:
            raise GraphError(f"{self.path}: another build is running. Wait for it to end, then try again.") from error
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            yield
        finally:
            self._lock.release()

    def stage(self) -> Path:
        """A fresh empty folder to build in; what crashed writers left behind is swept away.

        Raises:
            GraphError: The lock is not held, or the folder cannot be written.
        """
        self._require_lock("stage")
        try:
            shutil.rmtree(self._staging, ignore_errors=True)
            self._staging.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix="build-", dir=self._staging))
        except OSError as error:
            raise self._unwritable(error) from error

    def publish(self, staged: Path, content_hash: str, *, replace: bool = False) -> Path:
        """Make a staged build the current one, at once and for good; older builds but one are removed.

        Args:
            staged: A folder from :meth:`stage`, complete; it is moved, so it is gone afterwards.
            content_hash: What names the build: equal content, equal hash.
            replace: Use the staged files even where a build of this hash is there already (one that is thought
                damaged); it then stands beside it as ``HASH.1``.

        Returns:
            The folder of the build that is now current.

        Raises:
            GraphError: The lock is not held, the folder was not staged here, the hash cannot name a folder,
                or the disk refuses.
        """
        build = self.keep(staged, content_hash, replace=replace)
        self.point_at(build)
        return build

    def keep(self, staged: Path, content_hash: str, *, replace: bool = False) -> Path:
        """Finish a staged build without making it the current one; :meth:`point_at` does that.

        Args:
            staged: A folder from :meth:`stage`, complete; it is moved, so it is gone afterwards.
            content_hash: What names the build.
            replace: As of :meth:`publish`.

        Returns:
            The build's folder.

        Raises:
            GraphError: As of :meth:`publish`.
        """
        self._require_lock("publish")
        if staged.parent != self._staging or not staged.is_dir():
            raise GraphError(f"{staged}: not staged in this data folder. Publish what stage() gave.")
        if not _NAME.fullmatch(content_hash) or "." in content_hash:
            raise GraphError(f"{content_hash!r}: cannot name a build. Use a hexadecimal hash.")
        try:
            return self._settle(staged, content_hash, replace)
        except OSError as error:
            raise self._unwritable(error) from error

    def point_at(self, build: Path) -> None:
        """Make a finished build the current one, at once and for good; older builds but one are removed.

        Args:
            build: A build of this folder.

        Raises:
            GraphError: The lock is not held, the build is not one of this folder, or the disk refuses.
        """
        self._require_lock("publish")
        if build.parent != self._builds or not build.is_dir():
            raise GraphError(f"{build}: no build of this data folder. Point at one that it holds.")
        former = self._read_pointer()
        try:
            self._staging.mkdir(parents=True, exist_ok=True)
            if former != build.name:
                self._point_at(build.name)
        except OSError as error:
            raise self._unwritable(error) from error
        self._prune(build.name, former)

    def finished(self, content_hash: str) -> tuple[Path, ...]:
        """The builds of a hash, the latest first, current or not; whether they are whole is the reader's to tell."""
        try:
            found = [build for build in self._builds.iterdir() if build.name.partition(".")[0] == content_hash]
        except FileNotFoundError:
            return ()
        return tuple(sorted(found, key=lambda build: (len(build.name), build.name), reverse=True))

    def current(self) -> Path | None:
        """The folder of the build in use, or None where nothing usable is built."""
        name = self._read_pointer()
        while name is not None:
            build = self._builds / name
            if build.is_dir():
                return build
            again = self._read_pointer()
            if again == name:
                return None
            name = again
        return None

    def _settle(self, staged: Path, content_hash: str, replace: bool) -> Path:
        self._builds.mkdir(parents=True, exist_ok=True)
        build = self._builds / content_hash
        if build.exists() and not replace:
            shutil.rmtree(staged)
            return build
        number = 0
        while build.exists():
            number += 1
            build = self._builds / f"{content_hash}.{number}"
        _flush_tree(staged)
        staged.rename(build)
        flush_folder(self._builds)
        return build

    def _point_at(self, name: str) -> None:
        descriptor, temporary = tempfile.mkstemp(prefix="current-", dir=self._staging)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self._pointer)
        flush_folder(self.path)

    def _prune(self, current: str, former: str | None) -> None:
        """Remove all but the last builds; one that a reader's system holds fast goes at a later build."""
        others = sorted(
            (build for build in self._builds.iterdir() if build.name != current),
            key=lambda build: (build.name != former, -build.stat().st_mtime),
        )
        for build in others[KEPT_BUILDS - 1 :]:
            rubbish = Path(tempfile.mkdtemp(prefix="old-", dir=self._staging))
            try:
                build.rename(rubbish / build.name)
            except OSError:
                continue
            shutil.rmtree(rubbish, ignore_errors=True)

    def _read_pointer(self) -> str | None:
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        except OSError as error:
            raise GraphError(f"{self._pointer}: cannot be read ({error.strerror}). Check its permissions.") from error
        return name if _NAME.fullmatch(name) else None

    def _require_lock(self, deed: str) -> None:
        if not self._lock.is_locked:
            raise GraphError(f"{self.path}: {deed} without being the writer. Do it inside lock().")

    def _unwritable(self, error: OSError) -> GraphError:
        return GraphError(f"{self.path}: cannot be written ({error.strerror or error}). Choose another data folder.")


def _flush_tree(folder: Path) -> None:
    for root, _, names in os.walk(folder, topdown=False):
        for name in names:
            with (Path(root) / name).open("rb+") as file:
                os.fsync(file.fileno())
        flush_folder(Path(root))
