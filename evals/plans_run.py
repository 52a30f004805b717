"""Evidence plans: judgements against those by hand, plans for every target, spoilt profiles, and the time it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafting.plans.target import Target
from evals.plans_gold import GOLD_DOCUMENT, gold_profile, load_gold
from evals.plans_judged import JudgedResult, judge_gold
from evals.plans_mutants import MutantFigures, try_mutants
from evals.plans_parts import example_profiles, planning_of
from evals.plans_targets import PlanFigures, plan_figures, plan_json, plans_tables, targets
from evals.plans_written import WrittenPlan, write_plan, written_json, written_table
from evals.report import Table
from evals.system import Workspace

SPOILT = "discrete"
"""The example whose facts are spoilt one at a time."""


@dataclass(frozen=True, slots=True)
class PlansResult:
    """All of it."""

    judged: JudgedResult
    plans: tuple[PlanFigures, ...]
    written: tuple[WrittenPlan, ...]
    mutants: MutantFigures
    name: str = "plans"

    @property
    def complete(self) -> bool:
        """Whether a model wrote where one was to."""
        return all(one.with_s is not None and not one.failure for one in self.written)

    def tables(self) -> tuple[Table, ...]:
        """Judgements, plans, mutants, times."""
        return (*self.judged.tables(), *plans_tables(self.plans), self.mutants.table(), written_table(self.written))

    def to_json(self) -> Mapping[str, Any]:
        """The same figures."""
        return {
            "judged": self.judged.to_json(),
            "plans": [plan_json(one) for one in self.plans],
            "mutants": self.mutants.to_json(),
            "written": [written_json(one) for one in self.written],
        }


def run(workspace: Workspace) -> PlansResult:
    """Measure the plans.

    Raises:
        EvalError: The workspace makes no plans, or a judgement by hand is of no point.
    """
    parts = planning_of(workspace)
    profiles = example_profiles()
    highest = Target(GOLD_DOCUMENT, parts.shelf.tiers(GOLD_DOCUMENT)[-1].code)
    return PlansResult(
        judged=judge_gold(parts, gold_profile(), load_gold()),
        plans=tuple(
            plan_figures(parts, name, profile, target)
            for name, profile in profiles.items()
            for target in targets(parts.shelf)
        ),
        written=tuple(write_plan(parts, name, profile, highest) for name, profile in profiles.items()),
        mutants=try_mutants(parts, profiles[SPOILT]),
    )
