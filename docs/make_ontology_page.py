"""Makes the page and the picture of the ontology from its files.

Run it from anywhere after a change of the ontology, a vocabulary, a mapping, a rule or a query::

    python docs/make_ontology_page.py            # writes docs/ontology.md and docs/images/ontology.svg
    python docs/make_ontology_page.py --check    # writes nothing; status 1 where they are not current
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import ontology_sections as sections
import ontology_vocabularies as vocabularies
from ontology_diagram import diagram
from ontology_terms import ROOT, Ontology
from rdflib import URIRef
from rdflib.namespace import DCTERMS, OWL

from corpus.clause import IRI_ROOT
from kg.terms import ALIGNED, PROPOSED

PAGE = ROOT / "docs" / "ontology.md"
INTRODUCTION = ROOT / "docs" / "ontology_page.template.md"
PICTURE = ROOT / "docs" / "images" / "ontology.svg"

_NATIONAL = """\
正式文本未见，事实取自多份相互独立的公开资料，每条都标可信度。释义为工标所写，不是官方文字。
*The official texts were not at hand; each fact carries its trust.*

| 可信度 trust | 意思 meaning |
|---|---|
| A | 两份以上互不相关的资料一致 *two or more unrelated sources agree* |
| B | 只有一份资料，或措辞未定 *one source, or wording not certain* |
"""


def page(ontology: Ontology) -> str:
    """The page in Markdown."""
    return "\n".join(_lines(ontology)).rstrip() + "\n"


def _lines(ontology: Ontology) -> Iterator[str]:
    about = URIRef(f"{IRI_ROOT}ontology")
    words = ontology.words(about, DCTERMS.description)
    version = ontology.core.value(about, OWL.versionInfo)
    yield Template(INTRODUCTION.read_text(encoding="utf-8")).substitute(
        zh=words["zh"],
        en=f"*{words['en']}*",
        address=about,
        version=version,
        figures=sections.figures(ontology),
        proposed=PROPOSED,
        aligned=ALIGNED,
    )
    yield '## <a id="prefixes"></a>前缀 Prefixes\n'
    yield from sections.prefixes()
    yield '## <a id="terms"></a>类与属性 Classes and properties\n'
    yield "⊑ 表示“属于……之下”，⊒ 表示“由……连成”，→ 左边是定义域、右边是值域。\n"
    yield from sections.terms(ontology)
    yield '## <a id="defined"></a>定义的类 Defined classes\n'
    yield "＝ 表示等价，⊇ 表示凡符合者都属于该类；都由规则推出，不必手工归类。\n"
    yield from sections.definitions(ontology)
    yield '## <a id="disjoint"></a>互斥 Disjoint classes\n'
    yield "下列各组之内互不相交；把一个东西放进同组两类，推理机就报不一致。\n"
    yield from sections.disjoint(ontology)
    yield '## <a id="vocabularies"></a>词表 Vocabularies\n'
    yield from vocabularies.vocabularies(ontology)
    yield "`skos:hiddenLabel` 是口语说法（「机器坏了提前知道」→ 设备运维），只用来读问题，不用来读原文。\n"
    yield "### 系统的类别 Kinds of systems\n"
    yield from vocabularies.system_kinds(ontology)
    yield '## <a id="national"></a>国家层面 National level\n'
    yield _NATIONAL
    yield "### 智能工厂梯度 Gradient of smart factories\n"
    yield from vocabularies.gradient(ontology)
    yield "### 典型场景（2025年版）Typical scenarios\n"
    yield from vocabularies.scenarios(ontology)
    yield "### 智能制造能力成熟度 Maturity model\n"
    yield from vocabularies.maturity(ontology)
    yield '## <a id="mappings"></a>推定对应 Proposed mappings\n'
    yield "SSSOM 表在 `ontology/mappings/`。全部是推定，不是官方对应；`gongbiao map` 列出每一条的理由与覆盖情况。"
    yield "[复核记录](mappings-review.md)写明第二遍读时改了什么、还有什么可争。\n"
    yield from vocabularies.mapping_sets()
    yield '## <a id="rules"></a>规则 Rules\n'
    yield "SPARQL CONSTRUCT，在 `kg/rules/`，写图时反复应用到没有新内容为止。\n"
    yield from vocabularies.rules()
    yield '## <a id="queries"></a>内置查询 Named queries\n'
    yield from vocabularies.queries()


def main() -> int:
    """Write the files, or tell whether they are current; returns an exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is not current")
    given = parser.parse_args()
    ontology = Ontology()
    made = {PAGE: page(ontology), PICTURE: diagram(ontology)}
    stale = [path for path, text in made.items() if not _is(path, text)]
    if not given.check:
        for path in stale:
            path.write_text(made[path], encoding="utf-8", newline="\n")
        return 0
    for path in stale:
        sys.stderr.write(f"error: {path.name}: not current. Run `python docs/make_ontology_page.py`.\n")
    return 1 if stale else 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
