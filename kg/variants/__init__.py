"""Variants: which clauses of two texts speak of the same matter, and how what they ask differs."""
