"""The library of a data folder and the build made from it, changed together: one writer, and all at once.

The order is: contents are kept; the build of the new state is finished, but is not yet the current one; the library's
manifest is replaced; the data folder points at the build. After a crash before the third step the former state holds;
after it the new one does, and the next command that needs the build only has to point at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from corpus.holdings.record import Records
from corpus.holdings.store import LIBRARY, Holdings, state_of
from corpus.library import Corpus, load_corpus
from corpus.manifest import founding_folder, read_manifest, read_text
from kg.errors import GraphError
from kg.snapshot import DataFolder
from retrieval.building import BuildReport, current_build, prepare
from retrieval.embedder import Embedder
from retrieval.snapshot_reader import Snapshot
from retrieval.vector_cache import Progress


class LibraryChanges:
    """Changes the library of a data folder; nothing is opened or made before it is needed.

    Args:
        data: The data folder.
        embedder: Gives what makes the vectors.
        progress: Told how far a build is.
        founding: The folder of the documents that are always there; that which comes with the product by default.
    """

    def __init__(
        self,
        data: Path,
        embedder: Callable[[], Embedder],
        progress: Progress | None = None,
        founding: Path | None = None,
    ) -> None:
        self.holdings = Holdings(data / LIBRARY)
        self.founding = founding
        self._data = DataFolder(data)
        self._embedder = embedder
        self._progress = progress

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the one writer of the data folder; wait while another process is.

        Raises:
            GraphError: The folder cannot be written.
        """
        with self._data.lock():
            yield

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Keep the library as it is while it is read: nobody changes it meanwhile.

        A data folder that cannot be written (a read-only disk, another person's) has no writer to wait for.
        """
        with ExitStack() as held:
            with suppress(GraphError):
                held.enter_context(self.alone())
            yield

    def finish(self) -> BuildReport | None:
        """Finish a change that was cut off after the library went over to it; build first where nothing is built.

        Commands do so before they read; whatever stays open calls it whenever it looks for a newer build.

        Returns:
            What was built; None where nothing was to be done.

        Raises:
            CorpusError: The library cannot be read.
            GraphError: The data folder cannot be written.
            RetrievalError: The current build cannot be read, or vectors cannot be made or kept.
        """
        return None if self.is_current() else self.build()

    def build(self, force: bool = False) -> BuildReport:
        """Build what the library holds, unless that is built.

        Raises:
            CorpusError: The library cannot be read.
            GraphError: The data folder cannot be written.
            RetrievalError: Vectors cannot be made or kept.
        """
        embedder = self._embedder()
        if not force and (ready := current_build(self._data, self._corpus(), embedder)):
            return ready
        with self.alone():
            # Whoever wrote before may have left another library.
            return self._point_at(prepare(self._data, self._corpus(), embedder, force, self._progress))

    def go_over(self, records: Records) -> BuildReport:
        """Make another state the library's and build it; the caller is alone and has kept all contents.

        Raises:
            CorpusError: A content is missing, or the library cannot be written.
            GraphError: The data folder cannot be written.
            RetrievalError: Vectors cannot be made or kept.
        """
        held = [self.holdings.load(record) for record in records.documents]
        corpus = load_corpus(self.founding, held, state_of(records), self._cutting)
        report = prepare(self._data, corpus, self._embedder(), progress=self._progress)
        if self._progress is not None:
            self._progress("publish", 1, 1)  # the last moment at which it can be stopped
        self.holdings.replace(records)
        self._point_at(report)
        self.holdings.sweep(records)
        return report

    def founding_texts(self) -> Mapping[str, str]:
        """The texts of the documents that are always there, by id.

        Raises:
            CorpusError: One cannot be read.
        """
        root = self.founding or founding_folder()
        return {meta.id: read_text(meta, root / "texts").text for meta in read_manifest(root)}

    def is_current(self) -> bool:
        """Whether the build in use is of the library's present state."""
        current = self._data.current()
        return current is not None and Snapshot.open(current).manifest.library == self.holdings.state()

    def _corpus(self) -> Corpus:
        records, state = self.holdings.records_with_state()
        return load_corpus(self.founding, [self.holdings.load(record) for record in records.documents], state)

    def _point_at(self, report: BuildReport) -> BuildReport:
        self._data.point_at(report.path)
        return report

    def _cutting(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress("cut", done, total)
