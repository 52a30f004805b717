"""What a build depends on, as one hash: equal inputs, equal build."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from corpus.library import Document
from kg.clause_json import clause_to_row
from retrieval.everyday import FOLDER as WORDINGS

# The arrangement of a build's files; a reader refuses another one.
LAYOUT_VERSION = 9
# The files that decide what a build holds: a change in one makes a new build. A number that people have to remember
# to raise would be forgotten.
_WRITERS = (
    "stop_words.txt",
    "adaptation.py",
    "calibration.json",
    "calibration.py",
    "clause_meaning.py",
    "dictionary.py",
    "everyday.py",
    "indexes.py",
    "lexical.py",
    "named_things.py",
    "nearness.py",
    "normalise.py",
    "pairs.py",
    "passages.py",
    "subject_training.py",
    "subjects.py",
    "tokeniser.py",
    "topics.py",
    "wording_index.py",
)
# Of these packages, all: nearly every module has a hand in the graph, and a build of the graph takes a second.
_WRITING_PACKAGES = {"kg": (".py", ".rq", ".json"), "ontology": (".py", ".ttl", ".tsv")}
# Their files lie in a build, and another version may write them otherwise.
LIBRARIES = ("bm25s", "faiss-cpu", "jieba", "opencc", "pyoxigraph")
_LENGTH = 16


def fingerprint(documents: Sequence[Document], embedder_name: str, state: str = "") -> str:
    """The hash that names a build.

    It covers the documents' facts and texts, the clauses that the present code cuts from them, the ontology's files,
    the rules, the clauses' everyday wordings, the embedder's model and weights, and the code and the libraries that
    write the graph, the indexes and the alignments.

    Args:
        documents: The corpus; clauses as they were cut, before linking.
        embedder_name: Identifies model and weights.
        state: What names the state of the library that the documents are of.

    Returns:
        16 hexadecimal digits.
    """
    digest = hashlib.sha256()
    for part in _parts(documents, embedder_name, state):
        data = part.encode("utf-8", "surrogatepass")
        # With its length before it, no part can pass for the end of another.
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:_LENGTH]


def library_versions() -> dict[str, str]:
    """The installed version of each library whose files lie in a build."""
    return {name: version(name) for name in LIBRARIES}


def _parts(documents: Sequence[Document], embedder_name: str, state: str) -> Iterator[str]:
    yield f"layout {LAYOUT_VERSION}"
    yield f"library {state}"
    yield f"embedder {embedder_name}"
    yield json.dumps(library_versions(), sort_keys=True)
    for document in documents:
        yield document.meta.model_dump_json()
        yield hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        yield json.dumps(document.notes, ensure_ascii=False)
        for clause in document.clauses:
            yield json.dumps(clause_to_row(clause), ensure_ascii=False)
    for name in _WRITERS:
        yield files("retrieval").joinpath(name).read_text(encoding="utf-8")
    for name, text in sorted(_texts(files("retrieval").joinpath(WORDINGS), (".jsonl",))):
        yield name
        yield text
    for package, endings in _WRITING_PACKAGES.items():
        for name, text in sorted(_texts(files(package), endings)):
            yield name
            yield text


def _texts(folder: Traversable, endings: tuple[str, ...], above: str = "") -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, endings, name)
        elif entry.name.endswith(endings):
            yield name, entry.read_text(encoding="utf-8")
