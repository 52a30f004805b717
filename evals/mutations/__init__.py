"""Mutation operators: pure functions that spoil a true sentence in one place, to see whether the verifier notices."""
