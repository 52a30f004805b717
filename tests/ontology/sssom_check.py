"""What the SSSOM project's own validator says of a mapping set: the tests' only contact with that library."""

from __future__ import annotations

import warnings
from pathlib import Path


def sssom_problems(path: Path) -> list[str]:
    """What is wrong with a mapping set, as the validator words it; its own deprecation warnings are not ours to mend.

    Source: SSSOM, https://mapping-commons.github.io/sssom/; the package ``sssom``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sssom.constants import SchemaValidationType
        from sssom.parsers import parse_sssom_table
        from sssom.validators import validate

        checks = [
            SchemaValidationType.JsonSchema,
            SchemaValidationType.PrefixMapCompleteness,
            SchemaValidationType.StrictCurieFormat,
        ]
        reports = validate(parse_sssom_table(path), checks, fail_on_error=False)
    return [f"{check.name}: {result.message}" for check, report in reports.items() for result in report.results]
