"""The library's commands over one short document, for tests that kill them.

``python -m tests.app.small_command build|ingest FILE…|remove ID…|documents --data ROOT/data``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from app.library_keeping import remove_documents
from tests.app.ingesting_parts import Desk


def main(arguments: Sequence[str]) -> int:
    """Run one command; ``documents`` finishes first what another one began."""
    deed, *named = [one for one in arguments if one != "--json"]
    *named, _, data = named
    desk = Desk(Path(data).parent)
    if deed == "ingest":
        return int(any(one.status == "rejected" for one in desk.ingest(*map(Path, named))))
    if deed == "remove":
        remove_documents(desk.changes, named)
        return 0
    if deed == "build" or not desk.changes.is_current():
        desk.changes.build()
    metas = [record.meta for record in desk.snapshot.manifest.documents]
    sys.stdout.write(json.dumps({"documents": [{"id": meta.id, "sha256": meta.sha256} for meta in metas]}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
