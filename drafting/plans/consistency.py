"""Whether what is written in different places agrees: names, dates and amounts along each chain of proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from drafting.plans.ground import Ground
from drafting.plans.plan import Conflict
from drafting.profiles.answer_rows import Held
from drafting.profiles.fields import span
from ontology.evidence import Catalogue

_Piece = tuple[str, Held]


def conflicts(ground: Ground, catalogue: Catalogue) -> tuple[Conflict, ...]:
    """What does not agree in a profile, each with the paths of both sides."""
    along = (one for chain in _chains(ground).values() for one in _along(chain, catalogue))
    return (*_single(ground), *along, *_projects(ground))


def _single(ground: Ground) -> Iterator[Conflict]:
    company = ground.profile.company
    names = {company.name, company.short_name}
    for index, held in enumerate(ground.profile.evidence):
        path = f"evidence[{index}]"
        if held.party and held.party not in names:
            what = f"附件 {held.id} 写的单位是「{held.party}」，企业名称是「{company.name}」"
            yield Conflict(what, (f"{path}.party", "company.name"))
        if held.formed and not ground.begun(held.formed):
            yield Conflict(f"附件 {held.id} 的形成日期 {held.formed} 在基准日之后", (f"{path}.formed", "profile.as_of"))
        if held.valid_until and ground.over(held.valid_until):
            what = f"附件 {held.id} 的有效期到 {held.valid_until}，基准日时已过期"
            yield Conflict(what, (f"{path}.valid_until", "profile.as_of"))
        yield from _named(path, held, ground)


def _named(path: str, held: Held, ground: Ground) -> Iterator[Conflict]:
    if not held.names:
        return
    for name in (one for one in held.serves if "#" not in one):
        for served in ground.resolve(name):
            called = getattr(ground.row(served), "name", None)
            if called and served.startswith(("systems", "equipment")) and called not in held.names:
                what = f"附件 {held.id} 写的是「{held.names}」，档案里叫「{called}」"
                yield Conflict(what, (f"{path}.names", f"{served}.name"))


def _chains(ground: Ground) -> Mapping[str, list[_Piece]]:
    found: defaultdict[str, list[_Piece]] = defaultdict(list)
    for index, held in enumerate(ground.profile.evidence):
        if held.stage:
            for name in (one for one in held.serves if "#" not in one):
                for path in ground.resolve(name):
                    found[path].append((f"evidence[{index}]", held))
    return found


def _along(chain: Sequence[_Piece], catalogue: Catalogue) -> Iterator[Conflict]:
    order = {stage: place for place, stage in enumerate(catalogue.stages)}
    known = sorted((one for one in chain if one[1].stage in order), key=lambda one: order[one[1].stage or ""])
    dated = [one for one in known if one[1].formed]
    for (before, first), (after, second) in pairwise(dated):
        if first.stage != second.stage and span(second.formed or "")[1] < span(first.formed or "")[0]:
            what = f"{second.stage}（{second.id}，{second.formed}）早于{first.stage}（{first.id}，{first.formed}）"
            yield Conflict(what, (f"{before}.formed", f"{after}.formed"))
    yield from _amounts(known)


def _amounts(chain: Sequence[_Piece]) -> Iterator[Conflict]:
    sums: defaultdict[str, float] = defaultdict(float)
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for path, held in chain:
        if held.stage and held.amount is not None:
            sums[held.stage] += held.amount
            paths[held.stage].append(f"{path}.amount")
    for larger, smaller in (("合同", "发票"), ("发票", "付款"), ("合同", "付款")):
        if larger in sums and smaller in sums and sums[smaller] > sums[larger]:
            what = f"{smaller}合计 {sums[smaller]:g} 万元，多于{larger}的 {sums[larger]:g} 万元"
            yield Conflict(what, (*paths[larger], *paths[smaller]))


def _projects(ground: Ground) -> Iterator[Conflict]:
    for index, project in enumerate(ground.profile.projects):
        lines = [(place, one) for place, one in enumerate(ground.profile.ledger) if one.project == project.id]
        spent = sum(float(one.amount) for _, one in lines)
        if project.investment is not None and spent > project.investment:
            what = f"项目「{project.name}」台账合计 {spent:g} 万元，多于计划总投资 {project.investment:g} 万元"
            yield Conflict(what, (f"projects[{index}].investment", *(f"ledger[{place}].amount" for place, _ in lines)))
        if project.start and project.end and span(project.end)[1] < span(project.start)[0]:
            what = f"项目「{project.name}」竣工 {project.end} 早于开工 {project.start}"
            yield Conflict(what, (f"projects[{index}].start", f"projects[{index}].end"))
