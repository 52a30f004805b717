"""A change of the library that was cut off is finished beside the pages, as every command does before it reads."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.console import LAYER_ERRORS
from app.library_changes import LibraryChanges
from app.web.jobs import Advance, Job, Jobs
from retrieval.building import BuildReport


class Finishing:
    """Looks whether a change is to be finished, and does so once at a time.

    Args:
        changes: Gives what changes the library; given what to tell its advance, or None.
        jobs: Where it runs.

    Attributes:
        fault: Why the last change could not be finished; None where it could. It is not tried again.
    """

    def __init__(self, changes: Callable[[Advance | None], LibraryChanges], jobs: Jobs) -> None:
        self._changes = changes
        self._jobs = jobs
        self._job: Job[BuildReport | None] | None = None
        self._lock = threading.Lock()
        self.fault: Exception | None = None

    def look(self) -> None:
        """Begin to finish a change that was cut off; nobody waits for it."""
        with self._lock:
            if self._job is not None and self._job.done():
                self._end(self._job)
            if self._job is None and self.fault is None and not self._changes(None).is_current():
                self._job = self._jobs.start(lambda advance: self._changes(advance).finish())

    def _end(self, job: Job[BuildReport | None]) -> None:
        self._job = None
        try:
            job.result()
        except LAYER_ERRORS as error:
            self.fault = error
