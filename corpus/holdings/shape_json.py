"""A shape as JSON and back, as the library keeps it."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from corpus.errors import CorpusError
from corpus.shape import Shape

_SHAPES = TypeAdapter(Shape)


def dump_shape(shape: Shape) -> bytes:
    """The shape as JSON, the same for equal shapes."""
    return _SHAPES.dump_json(shape)


def parse_shape(data: bytes, name: str) -> Shape:
    """Read what :func:`dump_shape` wrote.

    Raises:
        CorpusError: It is no shape.
    """
    try:
        return _SHAPES.validate_json(data)
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        raise CorpusError(f"{name}: it is no shape of a document ({reason}). Ingest the file again.") from None
