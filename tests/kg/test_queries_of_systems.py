"""Queries on systems and technologies, held against the words of the texts."""

from __future__ import annotations

import re
from collections import Counter

from corpus.library import load_corpus
from tests.kg.asking import Ask, column

# What the tables of zj-graded print for 省级数字化车间, system by system: 13 a）b）, 14 a）, 15 a）, 16 b）, 18 b）.
WORKSHOP = {"CAD": 1, "CAE": 2, "CAM": 1, "CAPP": 1, "PDM": 1, "ERP": 1, "MES": 3, "MOM": 2, "WMS": 1}


def _saying(*names: str) -> set[str]:
    """The ids of requirements whose words hold one of these names, a Latin one as a word of its own."""
    wanted = re.compile("|".join(rf"(?<![A-Za-z]){name}(?![A-Za-z])" for name in names))
    clauses = (clause for document in load_corpus().documents for clause in document.clauses)
    return {clause.id for clause in clauses if clause.kind == "requirement" and wanted.search(clause.plain)}


def test_a_tier_needs_what_the_tiers_below_it_need(ask: Ask) -> None:
    rows = ask("requirements-needing-system")
    expected = ["zj-graded/15/digital-workshop/a", "zj-graded/16/digital-workshop/b", "zj-graded/18/digital-workshop/b"]
    assert column(rows, "clause") == expected, "省级智能工厂 itself never says MES; it builds on 省级数字化车间"
    assert set(column(rows, "tier_label")) == {"省级数字化车间"}
    assert ask("requirements-needing-system", tier="digital-workshop") == rows
    (planning,) = ask("requirements-needing-system", system="APS")
    assert (planning["clause"], planning["subdomain_no"]) == ("zj-graded/15/smart-factory/a", 15)
    assert ask("requirements-needing-system", tier="digital-workshop", system="APS") == ()
    assert column(ask("requirements-needing-system", tier="future-factory", system="QMS"), "clause") == [
        "zj-graded/17/smart-factory/a"
    ]


def test_any_system_of_a_kind_counts(ask: Ask) -> None:
    rows = {str(row["clause"]).removeprefix("zj-graded/"): row["systems"] for row in ask("requirements-needing-kind")}
    assert rows == {
        "2/smart-factory/b": "PLM",  # 产品全生命周期管理技术
        "13/smart-factory/a": "CAD CAE",
        "13/smart-factory/b": "PLM",
        "13/smart-factory/c": "CAX PLM",
        "14/smart-factory/a": "CAPP PLM",
        "33/smart-factory": "协同设计平台",
        "13/digital-workshop/a": "CAD CAE",
        "13/digital-workshop/b": "PDM",
        "14/digital-workshop/a": "CAE CAM CAPP",
    }
    quality = ask("requirements-needing-kind", tier="smart-factory", kind="quality")
    assert {"zj-graded/17/smart-factory/a", "zj-graded/17/smart-factory/b"} <= set(column(quality, "clause"))
    assert all("QMS" in str(row["systems"]) or "LIMS" in str(row["systems"]) for row in quality)


def test_a_system_is_found_by_abbreviation_and_name(ask: Ask) -> None:
    assert set(column(ask("requirements-naming-system"), "clause")) == _saying("MES", "制造执行系统")
    assert set(column(ask("requirements-naming-system", system="LIMS"), "clause")) == _saying(
        "LIMS", "实验室信息管理系统"
    )


def test_systems_of_a_tier(ask: Ask) -> None:
    rows = ask("systems-by-tier")
    workshop = {row["system"]: row["requirements"] for row in rows if row["tier"] == "digital-workshop"}
    assert {system: workshop.get(system) for system in WORKSHOP} == WORKSHOP
    assert not {"APS", "QMS", "LIMS", "PLM"} & set(workshop), "省级智能工厂 is the first to name these"
    smart = {row["system"] for row in rows if row["tier"] == "smart-factory"}
    assert {"APS", "QMS", "LIMS", "PLM"} <= smart and "MES" not in smart


def test_systems_of_a_document(ask: Ask) -> None:
    rows = {(row["document"], row["system"]): row["clauses"] for row in ask("systems-by-document")}
    assert rows["zj-graded", "MES"] == 3
    assert rows["zj-trial", "SCADA"] == 1 and ("zj-graded", "SCADA") not in rows
    assert rows["zj-guideline", "SRM"] == 1, "only in the chapter of abbreviations"


def test_systems_that_another_document_leaves_out(ask: Ask) -> None:
    trial = set(column(ask("systems-missing-elsewhere"), "system"))
    assert {"SCADA", "CRM"} <= trial and not {"MES", "ERP", "APS", "WMS", "PLM"} & trial
    graded = set(column(ask("systems-missing-elsewhere", document="zj-graded", other="zj-trial"), "system"))
    assert {"MOM", "QMS", "LIMS", "CAPP", "PDM"} <= graded and not {"MES", "CAD"} & graded
    assert ask("systems-missing-elsewhere", document="zj-trial", other="zj-trial") == ()


def test_systems_stand_under_their_kinds(ask: Ask) -> None:
    rows = ask("systems-by-kind")
    by_kind = {(row["kind"], row["system"]) for row in rows}
    assert {("production", "MES"), ("production", "APS"), ("quality", "LIMS"), ("quality", "QMS")} <= by_kind
    counts = {row["system"]: (row["clauses"], row["documents"]) for row in rows}
    assert counts["MES"][1] == 5, "every founding document names it"
    assert any(found == (0, 0) for found in counts.values())
    assert {row["system"] for row in rows if row["clauses"] == 0} == {
        row["name"] for row in ask("concepts-never-named") if row["name_kind"] == "system"
    }


def test_technologies_are_counted_by_document_and_kind(ask: Ask) -> None:
    rows = {(row["document"], row["technology"]): row["clauses"] for row in ask("technologies-by-document")}
    assert rows["zj-graded", "区块链"] == 2, "22 of 未来工厂, and table 15"
    assert rows["zj-guideline", "区块链"] == 1
    kinds = {row["technology"]: (row["kind"], row["clauses"], row["documents"]) for row in ask("technologies-by-kind")}
    assert kinds["区块链"] == ("智能与数据", 3, 2)
    assert kinds["RFID"][0] == "感知与交互" and kinds["工业机器人"][0] == "装备与工艺"
    totals = Counter[str]()
    for (_, technology), count in rows.items():
        totals[str(technology)] += int(str(count))
    assert {name: found[1] for name, found in kinds.items() if found[1]} == dict(totals)


def test_technologies_have_a_tier_that_names_them_first(ask: Ask) -> None:
    rows = {row["technology"]: row["tier"] for row in ask("technologies-new-at-tier")}
    assert rows["区块链"] == "future-factory"
    assert rows["大模型"] == "smart-factory", "1 c）; 省级数字化车间 says only 人工智能模型"
    assert rows["数字孪生"] == rows["RFID"] == "digital-workshop"
    assert len(rows) == len(ask("technologies-new-at-tier")), "a technology is first named at one tier"


def test_what_the_texts_never_name_is_not_in_them(ask: Ask) -> None:
    rows = ask("concepts-never-named")
    texts = "\n".join(document.text for document in load_corpus().documents)
    latin = [str(row["name"]) for row in rows if re.fullmatch("[A-Za-z0-9-]+", str(row["name"]))]
    assert len(latin) > 5
    assert not [name for name in latin if re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", texts)]
    assert "MES" not in column(rows, "name")


def test_abbreviations_that_are_listed_and_never_used(ask: Ask) -> None:
    rows = ask("abbreviations")
    assert len(rows) == 22 and Counter(column(rows, "label"))["MBSE"] == 2
    assert {row["label"] for row in rows if row["uses"] == 0} == {"CAM", "SRM"}
    kinds = {row["label"]: (row["name_kind"], row["name"]) for row in rows}
    assert kinds["PDM"] == ("system", "PDM") and kinds["RFID"] == ("technology", "RFID")
