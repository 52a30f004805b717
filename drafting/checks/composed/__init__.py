"""Whether a sentence that code composed is borne out by the clauses that it cites."""
