"""YAML that people write and read: read safely, written so that a person can read it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from corpus.errors import CorpusError


def parse_yaml(data: bytes, name: str, remedy: str) -> Any:
    """What a YAML file holds.

    Args:
        data: The file's bytes, UTF-8.
        name: What the file is, for the error.
        remedy: What to do about a file that is no YAML.

    Raises:
        CorpusError: It is not UTF-8 or no YAML, or names a key twice.
    """
    try:
        return yaml.load(data.decode("utf-8-sig"), Loader=_Strict)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split("\n")[:3])
        raise CorpusError(f"{name}: it is not valid ({reason}). {remedy}") from error


def format_yaml(value: Mapping[str, Any]) -> bytes:
    """A mapping as YAML, keys in their order, Chinese as it is."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120).encode("utf-8")


class _Strict(yaml.SafeLoader):
    """A safe loader that refuses a key that stands twice: the later one would hide the former in silence."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    keys: set[Any] = set()
    for key_node, _ in node.value:
        if key_node.tag == "tag:yaml.org,2002:merge":
            continue
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, str | int) and key in keys:
            raise yaml.MarkedYAMLError(problem=f"the key {key} stands twice", problem_mark=key_node.start_mark)
        if isinstance(key, str | int):
            keys.add(key)
    loader.flatten_mapping(node)
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
