"""Names that several documents bear, names in Latin letters, and shortened titles."""

from __future__ import annotations

import pytest

from corpus.manifest import Meta
from retrieval.naming import aliases_of, names_of
from retrieval.near_titles import NearTitles
from retrieval.shared_names import SharedNames
from tests.retrieval.fake_parts import clause


def meta(identifier: str, title: str, *names: str, added: bool = True, number: str | None = None) -> Meta:
    return Meta(
        id=identifier, file="x.txt", title=title, issuer=None, region="北原省", level=None, year=None, year_basis="",
        status=None, aliases=names, sha256="ab" * 32, original="cd" * 32 if added else None, number=number,
    )  # fmt: skip


def plainly(text: str) -> str:
    return text.lower()


RULES = meta("rules", "北原省供应商管理办法（试行）", "北原", "北原办法", number="北工〔2031〕7号")
GUIDE = meta("guide", "北原省工厂指引", "北原")
TRIAL = meta("trial", "别省试点方案", "试行", added=False)
METAS = [RULES, GUIDE, TRIAL]
CLAUSES = [
    clause(1, "供应商应有10项专利", document="rules"),
    clause(2, "工厂的奖励为30万元", document="guide"),
    clause(3, "工厂应联网", document="trial"),
]
NAMES = aliases_of(METAS, plainly)
SHARED = SharedNames(METAS, CLAUSES, NAMES, plainly)


def chosen(text: str) -> tuple[str, ...]:
    return tuple(sorted(SHARED.chosen(text, [one for one in NAMES if one[0] in text])))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("北原的专利要几项", ("rules",)),
        ("北原的奖励多少", ("guide",)),
        ("北原办法的奖励", ("rules",)),
        ("北原有什么规定", ("guide", "rules")),
        ("北原两份文件的奖励", ("guide", "rules")),
        ("北原试行办法的专利", ("rules",)),
        ("试行的要求", ("trial",)),
    ],
)
def test_the_other_words_tell_which_document_a_shared_name_means(text: str, meant: tuple[str, ...]) -> None:
    assert chosen(text) == meant


def test_of_documents_with_one_name_those_with_the_tier_asked_are_meant() -> None:
    tiers = {"guide": {"basic"}, "trial": set[str]()}
    assert SHARED.having(("rules", "guide", "trial"), ("basic",), tiers) == ("guide", "trial")
    assert SHARED.having(("rules", "guide"), (), tiers) == ("rules", "guide")


def test_a_document_goes_by_its_number_and_its_region_in_latin_letters() -> None:
    assert {"北工〔2031〕7号", "beiyuan"} <= set(names_of(RULES))
    assert "beiyuan" not in names_of(TRIAL)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("供应商管理办法（试行）第四条", ("rules",)),
        ("北原省供应商办法怎么规定", ("rules",)),
        ("工厂指引写了什么", ()),
        ("劳动合同办法怎么规定", ()),
    ],
)
def test_a_shortened_title_names_the_one_document_that_has_it(text: str, meant: tuple[str, ...]) -> None:
    assert NearTitles(METAS, plainly).named(text) == meant
