"""Whether what is written in different places agrees: names, dates and amounts along each chain of proof."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from drafting.plans.ground import Ground
from drafting.plans.own_words import denies_itself, reason_holds
from drafting.plans.plan import Conflict
from drafting.plans.standing import called
from drafting.profiles.answer_rows import Held
from drafting.profiles.capability_rows import Measure
from drafting.profiles.fields import span
from drafting.profiles.rows import Used
from ontology.evidence import Catalogue

_Piece = tuple[str, Held]
_FIRST = "合同"
_STARTED = ("systems", "equipment", "networks", "data", "models")


def conflicts(ground: Ground, catalogue: Catalogue) -> tuple[Conflict, ...]:
    """What does not agree in a profile, each with the paths of both sides."""
    along = (one for path, chain in _chains(ground, catalogue).items() for one in _along(path, chain, ground))
    return (*_single(ground), *_run_out(ground), *along, *_projects(ground), *_answers(ground), *_figures(ground))


def _run_out(ground: Ground) -> Iterator[Conflict]:
    for index, held in enumerate(ground.profile.certificates):
        if held.valid_until and ground.over(held.valid_until):
            what = f"证书「{held.name}」的有效期到 {held.valid_until}，基准日时已过期"
            yield Conflict(what, (f"certificates[{index}].valid_until", "profile.as_of"))


def _single(ground: Ground) -> Iterator[Conflict]:
    company = ground.profile.company
    names = {company.name, company.short_name}
    for index, held in enumerate(ground.profile.evidence):
        path = f"evidence[{index}]"
        if held.party and held.party not in names:
            what = f"附件 {held.id} 写的单位是「{held.party}」，企业名称是「{company.name}」"
            yield Conflict(what, (f"{path}.party", "company.name"))
        if held.formed and not ground.begun(held.formed):
            what = f"附件 {held.id} 的形成日期 {held.formed} 在基准日之后"
            yield Conflict(what, (f"{path}.formed", "profile.as_of"))
        if held.valid_until and ground.over(held.valid_until):
            what = f"附件 {held.id} 的有效期到 {held.valid_until}，基准日时已过期"
            yield Conflict(what, (f"{path}.valid_until", "profile.as_of"))
        yield from _named(path, held, ground)


def _named(path: str, held: Held, ground: Ground) -> Iterator[Conflict]:
    if not held.names:
        return
    for served in ground.served(held):
        name = getattr(ground.row(served), "name", None)
        if name and served.startswith(("systems", "equipment")) and not _same(held.names, name, served, ground):
            what = f"附件 {held.id} 写的是「{held.names}」，档案里叫「{name}」"
            yield Conflict(what, (f"{path}.names", f"{served}.name"))


def _same(written: str, name: str, path: str, ground: Ground) -> bool:
    """Whether a piece calls a thing by its name, or by its code or number, or by any other word that leads to it."""
    row = ground.row(path)
    called = (str(one) for key in ("code", "id") if (one := getattr(row, key, None)))
    if name in written or written in name or path in ground.resolve(written):
        return True
    return any(re.search(rf"(?<![a-z0-9]){re.escape(one)}(?![a-z0-9])", written, re.IGNORECASE) for one in called)


def _chains(ground: Ground, catalogue: Catalogue) -> Mapping[str, list[_Piece]]:
    found: defaultdict[str, list[_Piece]] = defaultdict(list)
    for index, held in enumerate(ground.profile.evidence):
        if held.stage in catalogue.stages:
            for path in ground.served(held):
                found[path].append((f"evidence[{index}]", held))
    return found


def _along(path: str, chain: Sequence[_Piece], ground: Ground) -> Iterator[Conflict]:
    # Advances and retentions are paid before the invoice and after acceptance: only the contract must come first.
    contracts = [one for one in chain if one[1].stage == _FIRST and one[1].formed]
    if contracts:
        first, contract = min(contracts, key=lambda one: span(one[1].formed or ""))
        signed = span(contract.formed or "")[0]
        for place, held in chain:
            if held.stage != _FIRST and held.formed and span(held.formed)[1] < signed:
                what = f"{held.stage}（{held.id}，{held.formed}）早于{_FIRST}（{contract.id}，{contract.formed}）"
                yield Conflict(what, (f"{place}.formed", f"{first}.formed"))
        since = getattr(ground.row(path), "since", None)
        if since and path.startswith(_STARTED) and span(since)[1] < signed:
            name = called(ground.row(path), path)
            what = f"「{name}」{since} 投用，早于{_FIRST}（{contract.id}，{contract.formed}）"
            yield Conflict(what, (f"{path}.since", f"{first}.formed"))
    yield from _amounts(chain)


def _amounts(chain: Sequence[_Piece]) -> Iterator[Conflict]:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for path, held in chain:
        if held.stage and held.amount is not None:
            sums[held.stage] += Decimal(str(held.amount))
            paths[held.stage].append(f"{path}.amount")
    for larger, smaller in ((_FIRST, "发票"), ("发票", "付款"), (_FIRST, "付款")):
        if larger in sums and smaller in sums and sums[smaller] > sums[larger]:
            what = f"{smaller}合计 {sums[smaller]} 万元，多于{larger}的 {sums[larger]} 万元"
            yield Conflict(what, (*paths[larger], *paths[smaller]))


def _projects(ground: Ground) -> Iterator[Conflict]:
    for index, project in enumerate(ground.profile.projects):
        lines = [(place, one) for place, one in enumerate(ground.profile.ledger) if one.project == project.id]
        spent = sum((Decimal(str(one.amount)) for _, one in lines), Decimal(0))
        if project.investment is not None and spent > Decimal(str(project.investment)):
            what = f"项目「{project.name}」台账合计 {spent} 万元，多于计划总投资 {project.investment} 万元"
            yield Conflict(what, (f"projects[{index}].investment", *(f"ledger[{place}].amount" for place, _ in lines)))
        if project.start and project.end and span(project.end)[1] < span(project.start)[0]:
            what = f"项目「{project.name}」竣工 {project.end} 早于开工 {project.start}"
            yield Conflict(what, (f"projects[{index}].start", f"projects[{index}].end"))


def _answers(ground: Ground) -> Iterator[Conflict]:
    """Practices that begin before the one thing that they lean on, deny themselves, or give no reason."""
    for index, practice in enumerate(ground.profile.practices):
        if denies_itself(practice):
            what = f"问卷里写在用，做法写的是「{(practice.how or '').rstrip('。')}」"
            yield Conflict(what, (f"practices[{index}].state", f"practices[{index}].how"))
        if practice.state == "not_applicable" and not reason_holds(practice.reason):
            what = f"人工判定不适用，理由待核：「{practice.reason}」；没有说到行业、产品或条文的范围，先按待确认算"
            yield Conflict(what, (f"practices[{index}].state", f"practices[{index}].reason"))
        for name in practice.by if practice.since else ():
            found = ground.resolve(name)
            row = ground.row(found[0]) if len(found) == 1 else None
            since = row.since if isinstance(row, Used) else None
            if since and span(practice.since or "")[1] < span(since)[0]:
                what = f"问卷里写 {practice.since} 起做到，所依托的「{called(row or practice, name)}」{since} 才投用"
                yield Conflict(what, (f"practices[{index}].since", f"{found[0]}.since"))


def _figures(ground: Ground) -> Iterator[Conflict]:
    """Shares whose value is not their numerator over their denominator, rounded as the value is written."""
    for index, row in enumerate(ground.profile.measures):
        if row.unit != "%" or row.numerator is None or not row.denominator:
            continue
        if not _agrees(row):
            what = (
                f"指标「{row.name}」写的是 {row.value}%，分子 {row.numerator}、分母 {row.denominator} 算出来不是这个数"
            )
            yield Conflict(what, tuple(f"measures[{index}].{key}" for key in ("value", "numerator", "denominator")))


def _agrees(row: Measure) -> bool:
    written = Decimal(str(row.value))
    exact = Decimal(str(row.numerator)) / Decimal(str(row.denominator)) * 100
    return abs(exact - written) <= Decimal(1).scaleb(min(int(written.as_tuple().exponent), 0))
