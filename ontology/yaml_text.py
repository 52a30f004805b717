"""The one door to YAML: what the ontology's own files say, as plain values."""

from __future__ import annotations

from typing import Any

import yaml

from ontology.errors import OntologyError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, name: str) -> Any:
    """The value of a YAML text.

    Args:
        text: The text.
        name: What it is, for the error.

    Raises:
        OntologyError: It is not YAML.
    """
    try:
        return yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        line = " ".join(str(error).split())
        raise OntologyError(f"{name}: it is not YAML ({line}). Mend it.") from error
