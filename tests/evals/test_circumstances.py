"""What a run says of itself: hashes of all that its figures depend on."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

from app.assembly import Workspace
from drafting.bundled_model import WEIGHTS_SHA256
from evals.circumstances import circumstances
from evals.question import PINS, load_questions
from retrieval.embedders.bundled import bundled_weights
from tests.evals.fake_system import TEXT, FakeWorkspace, Writer


def test_texts_prompts_wordings_and_questions_are_named_by_their_hashes() -> None:
    shown = circumstances(FakeWorkspace(), [load_questions("dev")]).to_json()
    assert shown["corpus"] == {"small": hashlib.sha256(TEXT.encode()).hexdigest()} and shown["clauses"] == 3
    assert shown["sets"] == {"dev": {"sha256": PINS["dev"].sha256, "questions": PINS["dev"].count}}
    prompt = files("drafting").joinpath("prompts", "gist.v1.txt").read_bytes()
    assert shown["prompts"]["gist.v1.txt"] == hashlib.sha256(prompt).hexdigest()
    assert "zj-graded.jsonl" in shown["wordings"] and "cores" in shown["machine"]
    assert json.loads(json.dumps(shown)) == shown


def test_weights_are_named_where_they_are_known(founding: Workspace) -> None:
    made_up = circumstances(FakeWorkspace(writer=Writer(name="fake")), ()).to_json()["models"]
    assert made_up == {role: {"name": "fake", "sha256": None} for role in ("embedder", "generator")}
    bundled = circumstances(FakeWorkspace(writer=Writer(name="bundled")), ()).models["generator"]
    assert bundled == ("bundled", WEIGHTS_SHA256)
    name, digest = circumstances(founding, ()).models["embedder"]
    assert digest == bundled_weights().sha256 and name.endswith(digest[:12])


def test_the_table_shows_every_fact() -> None:
    found = circumstances(FakeWorkspace(), [load_questions("dev")])
    (table,) = found.tables()
    assert found.complete and ("questions dev", f"{PINS['dev'].sha256[:12]}, {PINS['dev'].count}") in table.rows
