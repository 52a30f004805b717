"""The one error class of the ontology layer."""

from __future__ import annotations


class OntologyError(Exception):
    """A vocabulary or ontology file is missing or wrong; the message says which, why and what to do."""
