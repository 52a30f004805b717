"""What a question names of the national level: typical scenarios, the maturity model, tiers of the gradient.

Names of scenarios read like everyday words (设备运行监控), so they count only where the question speaks of the national
level: an ordinary question about a requirement is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from ontology.mappings import Target
from ontology.statements import read_text
from ontology.vocabulary import Concept, Scheme, parse_scheme
from retrieval.frame import QueryFrame

_LEVEL = "MaturityLevel"
_SCHEME_OF_TIERS = "national"
_LONG = 4
"""A name of the maturity model with fewer characters (数据, 设计) is an everyday word."""
_SPEAKS_OF: dict[Target, re.Pattern[str]] = {
    "scenarios": re.compile(
        r"国家(?!标准|前|重点|支持|规定|法)[^，。？?]{0,8}(?<!应用)场景(?!应用)|典型场景|场景参考指引|能力映射|(?:40|四十)\s*个?[^，。？?]{0,4}场景"
        r"|\bnational\b[^.?]{0,30}\bscenarios?\b|\bscenarios?\b[^.?]{0,30}\bnational\b|\btypical scenarios?\b"
    ),
    "maturity": re.compile(r"成熟度|39116|\bmaturity\b"),
    "tiers": re.compile(
        r"国家(?!标准|前|重点|支持|规定|法)[^，。？?]{0,8}?(?:[哪几什么][一个么]*(?:等?级|档|层级|等次)|等级|梯度)"
        r"|\bnational\b[^.?]{0,20}\b(?:tiers?|levels?|grades?|gradient)\b"
    ),
}
_OPEN, _CLOSE = r"[“\"「『《‘']", r"[”\"」』》’']"
_NUMBERED = re.compile(
    r"(?:场景|scenario)\s*(?:no\.?|#|第)?\s*(?P<after>\d{1,2})(?![\d个]|\s*个)|第\s*(?P<before>\d{1,2})\s*[个号]?\s*(?:典型)?场景"
)


class NationalNames:
    """Finds what questions name of the national level.

    Args:
        scenarios: The typical scenarios.
        maturity: The maturity model.
        tiers: The vocabulary of tiers, the national ones among them.
        normalise: Makes names equal to questions in width, case and script.
    """

    def __init__(self, scenarios: Scheme, maturity: Scheme, tiers: Scheme, normalise: Callable[[str], str]) -> None:
        numbered = [one for one in scenarios.concepts.values() if one.kind == "NationalScenario"]
        parts = [one for one in maturity.concepts.values() if one.kind != _LEVEL]
        self._numbers = frozenset(one.code for one in numbered)
        self._scenarios = _by_name(numbered, "scenario", normalise)
        self._maturity = _by_name(parts, "maturity", normalise)
        self._tiers = {one.zh: one for one in tiers.concepts.values() if one.scheme == _SCHEME_OF_TIERS}
        self.concepts = {
            **{f"scenario:{one.code}": one for one in numbered},
            **{f"maturity:{one.code}": one for one in parts},
            **{f"tier:{one.code}": one for one in self._tiers.values()},
        }

    def mark(self, frame: QueryFrame) -> QueryFrame:
        """The frame with what its question names of the national level."""
        found = self.named_in(frame.text)
        tiers = tuple(f"tier:{self._tiers[name].code}" for name in frame.foreign_tiers if name in self._tiers)
        spoken = [target for target, pattern in _SPEAKS_OF.items() if pattern.search(frame.text)]
        spoken += [target for target in _targets_of((*found, *tiers)) if target not in spoken]
        named = (*found, *tiers)
        english = frame.english
        if frame.language == "en":
            english = (*english, *(f"{self.concepts[one].en} ({self.concepts[one].zh})" for one in named))
        return replace(frame, national=named, national_targets=tuple(spoken), english=english)

    def named_in(self, text: str) -> tuple[str, ...]:
        """The compact addresses of the scenarios and parts of the maturity model that a normalised question names.

        A scenario is named by its whole name, or its number, where the question speaks of national scenarios or the
        name stands beside 场景; a part of the maturity model where the question speaks of that model.
        """
        found = [address for _, address in self._names_in(text)]
        if not found and _SPEAKS_OF["scenarios"].search(text):
            numbers = (hit["after"] or hit["before"] for hit in _NUMBERED.finditer(text))
            found = [f"scenario:{int(number)}" for number in numbers if str(int(number)) in self._numbers]
        return tuple(dict.fromkeys(found))

    def without(self, text: str) -> str:
        """The question with the names of the national level blanked, so that their words name nothing else."""
        for name, _ in self._names_in(text):
            text = text.replace(name, " " * len(name))
        return text

    def _names_in(self, text: str) -> list[tuple[str, str]]:
        scenarios = _SPEAKS_OF["scenarios"].search(text) is not None
        found = [
            (name, address)
            for name, address in _present(self._scenarios, text)
            if scenarios or _beside(name, r"场景|scenario").search(text)
        ]
        if _SPEAKS_OF["maturity"].search(text):
            found += [(name, address) for name, address in _present(self._maturity, text) if _plainly(name, text)]
        return found


def load_national_names(tiers: Scheme, normalise: Callable[[str], str]) -> NationalNames:
    """The names of the national level as it is installed.

    Args:
        tiers: The vocabulary of tiers.
        normalise: Makes names equal to questions.

    Raises:
        OntologyError: A file of the national level is missing or wrong.
    """
    scenarios, maturity = (
        parse_scheme(name, read_text("national", f"{name}.ttl")) for name in ("scenarios", "maturity")
    )
    return NationalNames(scenarios, maturity, tiers, normalise)


def _by_name(concepts: Iterable[Concept], prefix: str, normalise: Callable[[str], str]) -> list[tuple[str, str]]:
    """Names with addresses, the longest first."""
    names = [
        (normalise(name), f"{prefix}:{one.code}") for one in concepts for name in (one.zh, one.en, *one.alternatives)
    ]
    return sorted(names, key=lambda pair: -len(pair[0]))


def _present(names: Iterable[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """The names that stand in a text, none inside another."""
    found: list[tuple[str, str]] = []
    for name, address in names:
        if name in text:
            found.append((name, address))
            text = text.replace(name, "\n")
    return found


def _beside(name: str, word: str) -> re.Pattern[str]:
    """The name before or after a word, with or without quotation marks."""
    name = re.escape(name)
    return re.compile(rf"(?:{word})\s*{_OPEN}?{name}|{name}{_CLOSE}?\s*(?:这一?个?|的)?\s*(?:{word})")


def _plainly(name: str, text: str) -> bool:
    """Whether a name of the maturity model is meant as one: long, quoted, or said to be a capability of the model."""
    quoted = rf"{_OPEN}{re.escape(name)}{_CLOSE}"
    said = (
        rf"(?:模型|标准|成熟度|39116(?:-2020)?)(?:里|中)?的?{re.escape(name)}|{re.escape(name)}(?:能力)?(?:子?域|要素)"
    )
    return len(name) >= _LONG or re.search(f"{quoted}|{said}", text) is not None


def _targets_of(addresses: Iterable[str]) -> tuple[Target, ...]:
    of: dict[str, Target] = {"scenario": "scenarios", "maturity": "maturity", "tier": "tiers"}
    return tuple(dict.fromkeys(of[one.partition(":")[0]] for one in addresses))
