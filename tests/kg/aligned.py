"""Two aligned pairs of the founding documents, as a build infers them."""

from __future__ import annotations

from kg.variants.link import Link, Reason

TWIN = Link("zj-graded/14/smart-factory/a", "zj-guideline/6.1.3/a", 1.0, (Reason("verbatim", "逐字相同"),))
LIKE = Link(
    "zj-graded/19/smart-factory/b",
    "zj-trial/annex/3/3",
    0.83,
    (Reason("meaning", "语义相近 0.95"), Reason("topic", "同属“设备运维”")),
)
LINKS = (TWIN, LIKE)
