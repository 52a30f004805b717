"""Tests of training need the libraries of the extra ``train``; without them they are left out.

With ``CI=true`` they are not, and fail.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

LIBRARIES = ("gguf", "llama_cpp", "peft", "torch", "transformers")
MISSING = [name for name in LIBRARIES if find_spec(name) is None and os.environ.get("CI") != "true"]

collect_ignore = ["test_course.py", "test_export.py", "test_progress.py", "test_train.py"] if MISSING else []


def pytest_report_header() -> list[str]:
    """Says at the head of a run that tests are left out, and why."""
    return [f"training: not tested, not installed: {', '.join(MISSING)} (see docs/training.md)"] if MISSING else []
