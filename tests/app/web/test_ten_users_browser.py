"""Ten people at once, each in a conversation of their own."""

from __future__ import annotations

import pytest

from evals.pages.browsing import visitors
from evals.pages.crowd import gather


@pytest.mark.browser
def test_nobody_sees_what_another_asked(address: str) -> None:
    with visitors(10) as people:
        crowd = gather(people, address, 2)
    assert (crowd.people, crowd.questions) == (10, 20)
    assert crowd.mixed == ()
