"""Refusing what is no question to this graph: updates, and queries that would reach for another machine.

The graph library would really call a SERVICE, and it reads SPARQL more loosely than the standard (``5SERVICE <…>``
is a call to it). So the word is refused wherever it is not plainly part of a name, a string, an address or a comment.

Source: SPARQL 1.1 Query, https://www.w3.org/TR/sparql11-query/#sparqlGrammar (IRIREF, strings, comments), SPARQL
1.1 Update, and SPARQL 1.1 Federated Query.
"""

from __future__ import annotations

import re

from kg.errors import GraphError

LONGEST_QUERY = 100_000

_OPAQUE = re.compile(
    r"""
    \\.                                                                          # an escaped sign within a name
    | "{3}(?:(?:"|"")?(?:[^"\\]|\\.))*"{3} | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3} # long strings
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'                              # strings
    | <[^<>"{}|^`\\\x00-\x20]*>                                                  # addresses
    | \#[^\n\r]*                                                                 # comments
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"[?$]\w+|(?:[\w-]+(?:\.[\w-]+)*)?:[\w:%-]*")
_FIRST_WORD = re.compile(r"(?:\s*(?:BASE\b|PREFIX\b))*\s*([A-Za-z]+)", re.IGNORECASE)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})


def require_harmless(query: str) -> None:
    """Let a read-only query pass.

    Args:
        query: SPARQL, well formed or not.

    Raises:
        GraphError: It is an update, calls a SERVICE, or is longer than 100,000 characters.
    """
    if len(query) > LONGEST_QUERY:
        raise GraphError(f"query: longer than {LONGEST_QUERY:,} characters. Ask something shorter.")
    bare = _NAME.sub(" _ ", _OPAQUE.sub(_blank, query))
    first = _FIRST_WORD.match(bare.replace(" _ ", " "))
    if first is not None and first[1].upper() in _UPDATES:
        raise GraphError(f"query: {first[1].upper()} would change the graph, which is read-only. Use SELECT or ASK.")
    if "service" in bare.lower():
        raise GraphError("query: SERVICE would ask another machine, and this graph works offline. Leave it out.")


def _blank(found: re.Match[str]) -> str:
    """An escape stays part of its name; a string, an address or a comment only parts what stands beside it."""
    return "_" if found[0].startswith("\\") else " "
