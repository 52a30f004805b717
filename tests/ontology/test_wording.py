"""The words that a comparison leaves out, and the order of scope, are read strictly."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.wording import load_wording, parse_wording

LISTS = (
    *("particles", "verbs", "bases", "base_ends", "adverbs", "terms"),
    *("actions", "qualifiers", "fillers", "carriers", "suffixes"),
)


def written(scopes: str, alike: str = "[[监控, 监测]]") -> str:
    lists = "".join(f"{name}: [{name}]\n" for name in LISTS)
    return (
        f"{lists}alike: {alike}\nscopes:\n  - {{dimension: level, label: {{zh: 层级, en: level}}, steps: {scopes}}}\n"
    )


def test_scope_words_come_longest_first_with_their_step() -> None:
    wording = parse_wording(written("[[产线, 生产线], [车间]]"))
    assert [(one.word, one.step) for one in wording.scopes] == [("生产线", 0), ("产线", 0), ("车间", 1)]
    assert wording.labels == (("level", "层级", "level"),)


def test_words_alike_share_the_first_of_them() -> None:
    assert dict(parse_wording(written("[[产线], [车间]]")).alike) == {"监控": "监控", "监测": "监控"}


def test_a_word_with_a_suffix_says_what_it_says_without() -> None:
    wording = load_wording()
    assert wording.key("柔性化") == wording.key("柔性")
    assert wording.key("化") == "化"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (written("[[产线], [产线]]"), "产线"),
        (written("[[产线]]"), "schema"),
        (written("[[产线], [车间]]") + "more: []\n", "more"),
        (written("[[产线], [车间]]", "[[监控, 监测], [监测, 监视]]"), "监测"),
        ("particles: [", "not YAML"),
    ],
)
def test_a_wrong_file_is_refused(text: str, told: str) -> None:
    with pytest.raises(OntologyError, match=told):
        parse_wording(text)


def test_the_products_own_wording_keeps_its_lists_apart() -> None:
    wording = load_wording()
    assert not wording.particles & wording.verbs
    assert not wording.verbs & wording.actions
    assert not wording.bases & (wording.particles | wording.verbs)
    steps = {one.word: one.step for one in wording.scopes if one.dimension == "level"}
    assert steps["产线"] < steps["车间"] < steps["全厂"] < steps["全企业"] < steps["多工厂"] < steps["供应链"]


def test_what_a_word_begins_with_changes_little_unless_it_turns_it() -> None:
    wording = load_wording()
    assert [wording.key(word) for word in ("可追溯性", "多层级", "多工厂")] == ["追溯", "层级", "多工厂"]
    assert wording.key("不良品率") != wording.key("良品率")
    assert not wording.prefixes & wording.negations
