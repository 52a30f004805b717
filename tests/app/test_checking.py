"""The command ``check``: what it says of a sound build, and of one that is broken on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.check_store import CheckStore, graph_key
from app.checking import CHECKS, SLOW, Checker
from app.settings import read_settings
from corpus.library import load_corpus
from kg.checks.verdict import Check, Said
from kg.graph import GraphStore
from kg.snapshot import DataFolder
from kg.terms import GB, RDF_TYPE, Triple, link
from retrieval.snapshot_reader import Snapshot
from tests.app.command import Gongbiao
from tests.kg.sample import sample_triples


@pytest.fixture(scope="module")
def checked_data(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built data folder in which every check was made."""
    folder = shutil.copytree(built_data, tmp_path_factory.mktemp("checked") / "data")
    settings = read_settings(folder)
    list(Checker.of(_snapshot(folder), folder, settings.unattended).run())
    return folder


@pytest.fixture
def check(checked_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Gongbiao:
    """The command over a copy that a test may break; the results of slow checks are kept in it."""
    return Gongbiao(shutil.copytree(checked_data, tmp_path / "data"), capsys)


def _snapshot(data: Path) -> Snapshot:
    path = DataFolder(data).current()
    assert path is not None
    return Snapshot.open(path)


def failed(found: dict[str, object]) -> dict[str, str]:
    """The detail of each check that failed."""
    checks = found["checks"]
    assert isinstance(checks, list)
    return {one["name"]: one["detail"] for one in checks if not one["ok"]}


def test_a_sound_build_passes_every_check(check: Gongbiao) -> None:
    done = check("check", "--json")
    found = done.object
    assert (done.status, found["ok"], failed(found)) == (0, True, {})
    assert [one["name"] for one in found["checks"]] == list(CHECKS)
    assert all(isinstance(one["ok"], bool) and isinstance(one["detail"], str) for one in found["checks"])
    by_name = {one["name"]: one for one in found["checks"]}
    assert [one["name"] for one in found["checks"] if one["kept"]] == list(SLOW)
    figures = by_name["reasoner"]["figures"]
    assert figures["asserted"] > 30_000 and figures["materialised"] == figures["inferred_own"] > 1000
    assert "owlrl" in by_name["reasoner"]["detail"]
    if shutil.which("java"):
        assert figures["hermit"] == "consistent" and figures["hermit_members"] > 500
        assert "全图一致" in by_name["reasoner"]["detail"] and "HermiT" in by_name["reasoner"]["detail"]
    assert by_name["indexes"]["figures"]["vectors"] == 2 * by_name["provenance"]["figures"]["clauses"]


def test_people_read_a_table_in_their_language(check: Gongbiao) -> None:
    chinese, english = check("check"), check("check", "--lang", "en")
    assert (chinese.status, english.status) == (0, 0)
    assert all(word in chinese.out for word in ("出处", "形状", "推理", "词表", "对应", "索引", "本体", "通过", "留意"))
    assert "不通过" not in chinese.out
    assert all(name in english.out for name in CHECKS) and "passed" in english.out and "通过" not in english.out


def test_one_changed_byte_of_a_text_fails_provenance_alone(check: Gongbiao) -> None:
    path = _snapshot(check.data).path / "texts" / "zj-trial.txt"
    whole = path.read_bytes()
    clause = next(one for one in load_corpus().clauses if one.document == "zj-trial" and one.text.startswith("应"))
    at = len(whole.decode("utf-8")[: clause.start].encode("utf-8"))
    path.write_bytes(whole[:at] + "吾".encode() + whole[at + 3 :])
    done = check("check", "--json")
    assert (done.status, done.object["ok"]) == (1, False)
    wrong = failed(done.object)
    assert wrong.keys() == {"provenance"}, "the graph and the sizes of the files are what they were"
    assert "zj-trial" in wrong["provenance"] and clause.id in wrong["provenance"]


def test_a_text_that_is_no_text_is_named(check: Gongbiao) -> None:
    path = _snapshot(check.data).path / "texts" / "zj-trial.txt"
    path.write_bytes(b"\xff" + path.read_bytes()[1:])
    done = check("check", "--json", "--lang", "en")
    assert done.status == 1
    assert "text of zj-trial is damaged" in failed(done.object)["provenance"]


def test_a_file_of_another_size_fails_the_indexes(check: Gongbiao) -> None:
    path = _snapshot(check.data).path / "indexes" / "words.txt"
    path.write_bytes(path.read_bytes() + b"\n")
    wrong = failed(check("check", "--json", "--lang", "en").object)
    assert wrong.keys() == {"indexes"}
    assert "indexes/words.txt" in wrong["indexes"] and "the manifest says" in wrong["indexes"]


def test_what_is_wrong_is_listed_for_people(check: Gongbiao) -> None:
    (_snapshot(check.data).path / "texts" / "zj-trial.txt").unlink()
    done = check("check")
    assert done.status == 1
    assert "不通过" in done.out and "不符之处" in done.out and "texts/zj-trial.txt：缺失" in done.out


def test_a_result_is_kept_until_the_graph_is_another(tmp_path: Path) -> None:
    sample = GraphStore.in_memory(sample_triples(), ontology=False)
    same = GraphStore.in_memory(reversed(list(sample_triples())), ontology=False)
    other = GraphStore.in_memory(
        [*sample_triples(), Triple("https://x/a", RDF_TYPE, link(f"{GB}Work"))], ontology=False
    )
    assert graph_key(sample) == graph_key(same) != graph_key(other)
    assert graph_key(sample, "java True") != graph_key(sample, "java False")
    store = CheckStore(tmp_path / "checks")
    assert store.find("shacl", graph_key(sample)) is None
    one = Check("shacl", False, Said("甲", "a"), (Said("乙", "b"),), (Said("丙", "c"),), {"triples": 3})
    store.keep(one, graph_key(sample), 1.5)
    assert store.find("shacl", graph_key(sample)) == (one, 1.5)
    assert store.find("shacl", graph_key(other)) is None
    (tmp_path / "checks" / "shacl.json").write_text("{", encoding="utf-8")
    assert store.find("shacl", graph_key(sample)) is None


def test_in_continuous_integration_java_must_be_there(tmp_path: Path) -> None:
    assert read_settings(tmp_path, environment={"CI": "true"}).unattended
    assert not read_settings(tmp_path, environment={}).unattended
