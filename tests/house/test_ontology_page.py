"""The page of the ontology is made from the ontology's files, is current, and leads where it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.named_queries import named_queries, named_rules
from ontology.mappings import mapping_files
from ontology.statements import read_text
from tests.house.source_tree import ROOT

MAKER = ROOT / "docs" / "make_ontology_page.py"
PAGE = ROOT / "docs" / "ontology.md"
PICTURE = ROOT / "docs" / "images" / "ontology.svg"
LONGEST = 600


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_page_and_the_picture_are_current(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, str(MAKER), "--check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_term_stands_on_the_page_once(page: str) -> None:
    terms = re.findall(r"^gb:(\w+) a ", read_text("core.ttl"), re.MULTILINE)
    assert len(terms) > 100
    assert sorted(re.findall(r'<a id="gb-(\w+)">', page)) == sorted(terms)


def test_every_query_rule_and_mapping_set_stands_on_the_page(page: str) -> None:
    names = [one.name for one in (*named_queries(), *named_rules("data"), *named_rules("proposed"))]
    names += [name for name, _ in mapping_files()]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_every_link_of_the_page_leads_somewhere(page: str) -> None:
    anchors = set(re.findall(r'<a id="([^"]+)">', page))
    targets = re.findall(r"\]\(([^)]+)\)", page)
    assert {target[1:] for target in targets if target.startswith("#")} <= anchors
    files = [target for target in targets if not target.startswith(("#", "http"))]
    assert files and [one for one in files if not (PAGE.parent / one).is_file()] == []


def test_the_page_is_short_enough_to_read(page: str) -> None:
    assert len(page.splitlines()) <= LONGEST
    assert "推定" in page and "不是官方对应" in page


def test_the_picture_is_well_formed_and_needs_nothing_from_elsewhere() -> None:
    root = ElementTree.fromstring(PICTURE.read_text(encoding="utf-8"))
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    texts = root.findall(".//{http://www.w3.org/2000/svg}text")
    assert len(texts) > 100 and root.find(".//{http://www.w3.org/2000/svg}image") is None
    assert all(0 < float(one.attrib["x"]) < width and 0 < float(one.attrib["y"]) < height for one in texts)


def test_a_stale_page_is_noticed(tmp_path: Path) -> None:
    copied = tmp_path / "docs"
    copied.mkdir()
    for path in MAKER.parent.glob("*ontology*"):
        (copied / path.name).write_bytes(path.read_bytes())
    (copied / "ontology.md").write_text("stale", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(copied / MAKER.name), "--check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"error: {name}: not current. Run `python docs/make_ontology_page.py`."
        for name in ("ontology.md", "ontology.svg")
    ]
    assert (copied / "ontology.md").read_text(encoding="utf-8") == "stale"
