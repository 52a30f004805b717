"""Refusing what is no question to this graph: updates, and queries that would reach for another machine.

Source: SPARQL 1.1 Query, https://www.w3.org/TR/sparql11-query/#sparqlGrammar (IRIREF, strings, comments), SPARQL
1.1 Update, and SPARQL 1.1 Federated Query.
"""

from __future__ import annotations

import re

from kg.errors import GraphError

LONGEST_QUERY = 100_000

_OPAQUE = re.compile(
    r"""
    "{3}(?:(?:"|"")?(?:[^"\\]|\\.))*"{3} | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}   # long strings
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'                              # strings
    | <[^<>"{}|^`\\\x00-\x20]*>                                                  # addresses
    | \#[^\n\r]*                                                                 # comments
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"(?<![\w:?$@.-])[A-Za-z]+(?![\w:-])")
_PROLOGUE = re.compile(r"\s*(?:BASE\b\s*|PREFIX\s+[^\s:]*:\s*)", re.IGNORECASE)
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
    bare = _OPAQUE.sub(" ", query)
    start = 0
    while (prologue := _PROLOGUE.match(bare, start)) is not None:
        start = prologue.end()
    first = _WORD.search(bare, start)
    if first is not None and first[0].upper() in _UPDATES:
        raise GraphError(f"query: {first[0].upper()} would change the graph, which is read-only. Use SELECT or ASK.")
    if any(word[0].upper() == "SERVICE" for word in _WORD.finditer(bare)):
        raise GraphError("query: SERVICE would ask another machine, and this graph works offline. Leave it out.")
