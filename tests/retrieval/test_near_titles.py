"""Documents called by a shortened title: of one place, or anywhere."""

from __future__ import annotations

from corpus.manifest import Meta
from retrieval.near_titles import NearTitles
from retrieval.normalise import Normaliser


def meta(identifier: str, title: str) -> Meta:
    return Meta(id=identifier, file="x.txt", title=title, issuer=None, region="鹤山省", level=None, year=None,
                year_basis="未写年份", status=None, sha256="ab" * 32, original="cd" * 32)  # fmt: skip


NEAR = NearTitles(
    [
        meta("records", "鹤山省档案管理条例"),
        meta("factories", "鹤山省数字化车间和智能工厂认定管理办法"),
        meta("other", "牧阳省智能工厂认定管理办法"),
    ],
    Normaliser(),
)


def test_of_the_documents_of_a_place_a_shortened_title_means_one() -> None:
    both = {"records", "factories"}
    assert NEAR.among("鹤山省档案条例对智能工厂有什么要求", both) == ("records",)
    assert NEAR.among("鹤山省智能工厂认定管理办法的条件", both) == ("factories",)
    assert NEAR.among("鹤山省智能工厂有什么要求", both) == ()
    assert NEAR.among("鹤山省档案条例", {"records"}) == ()


def test_without_a_place_only_a_title_that_one_has_means_it() -> None:
    assert NEAR.named("档案管理条例怎么规定") == ("records",)
    assert NEAR.named("智能工厂认定管理办法的条件") == ()
