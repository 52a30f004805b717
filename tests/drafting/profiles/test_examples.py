"""An example that does not come with the product is told so."""

from __future__ import annotations

import pytest

from drafting.generator import DraftingError
from drafting.profiles.examples import example


@pytest.mark.parametrize("name", ["other", "", "../profile", "discrete/../process"])
def test_an_unknown_example_is_told_so(name: str) -> None:
    with pytest.raises(DraftingError, match="可用的有 discrete、process"):
        example(name)
