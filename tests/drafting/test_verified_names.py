"""Composed sentences that name a row with a sign of denial in it, or a document by its year, are borne out."""

from __future__ import annotations

from drafting.lexicon import build_lexicon
from drafting.verifier import verify_composed
from kg.linking import Linker
from ontology.vocabulary import load_scheme
from tests.drafting.made_up import meta, row

METAS = [meta(f"rules-{year}", "鹤山省认定办法").model_copy(update={"year": year}) for year in (2025, 2026)]
LEXICON = build_lexicon(Linker(load_scheme("systems"), load_scheme("technologies")), load_scheme("tiers"), METAS)
CELL = row("5", "≥10%", document="rules-2026", section="第五条", subdomain="不良品率", tier="first", tier_label="甲档")
PLACE = "《鹤山省认定办法（2026年版）》 · 甲档 · 第五条 不良品率"


def test_a_name_over_the_clause_is_no_denial() -> None:
    assert verify_composed(f"甲档：不良品率“≥10%”（{PLACE}）。", [CELL], LEXICON, "").ok
    assert not verify_composed("甲档不应下降，不良品率“≥10%”。", [CELL], LEXICON, "").ok


def test_a_document_of_the_other_year_is_not_where_it_stands() -> None:
    assert not verify_composed(f"甲档：“≥10%”（{PLACE.replace('2026', '2025')}）。", [CELL], LEXICON, "").ok
