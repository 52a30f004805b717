"""The files that the questions are about: the open half of the ingestion suite, each once, and three of their own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from evals.ingestion.suite import suite_files

DRESSES: Mapping[str, str] = MappingProxyType(
    {
        "daling-mixed": "docx",
        "haiyu-traditional": "txt+traditional",
        "lanhe-notice": "html-content",
        "luoqiu-prose": "md-saved",
        "lvye-long": "xlsx",
        "muyang-reward": "docx-flat",
        "nanqu-stars": "txt",
        "nanqu-transposed": "xlsx",
        "qinghe-special": "txt",
        "qiulan-district": "html-spans",
        "river-law": "txt-wrap38",
        "safety-notice": "html-content",
        "tianmu-scores": "docx",
        "yunling-rules": "docx-numbered",
        "yunmeng-sentences": "docx-numbered",
    }
)
"""In which shape each document of the suite is taken in."""
EDITIONS: Mapping[str, str] = MappingProxyType({"yunling-rules-2033": "txt-utf16"})
"""Documents that are taken in afterwards, as the second edition of another: the id before the year."""


def write_files(folder: Path) -> tuple[Path, Path]:
    """Write the files, named by the ids that the documents get.

    Args:
        folder: Where they go.

    Returns:
        The folder of the files that come first, and that of those that come afterwards.
    """
    first, later = folder / "first", folder / "later"
    for place in (first, later):
        place.mkdir(parents=True, exist_ok=True)
    wanted = {**{f"{name}.{dress}": first / name for name, dress in DRESSES.items()}}
    wanted |= {f"{name}.{dress}": later / name.rpartition("-")[0] for name, dress in EDITIONS.items()}
    for file in suite_files("dev"):
        target = wanted.get(file.name.rpartition(".")[0])
        if target is not None:
            target.with_suffix(Path(file.name).suffix).write_bytes(file.made.data)
    for own in files("evals.added_documents").joinpath("documents").iterdir():
        (first / own.name).write_bytes(own.read_bytes())
    return first, later
