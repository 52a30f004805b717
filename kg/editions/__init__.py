"""Editions of one document held against each other."""
