"""The printed forms of a document, filled from a profile."""
