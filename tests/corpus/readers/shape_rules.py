"""What the shape of any text that a reader gives must keep."""

from __future__ import annotations

from corpus.readers.extracted import Extracted


def check_shape(found: Extracted) -> None:
    """Asserts that every place stands inside the text, and that the cells of a row are what stands between its tabs."""
    for table in found.shape.tables:
        assert 0 <= table.start <= table.end <= len(found.text)
        rows = found.text[table.start : table.end].split("\n")
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            assert table.start <= cell.start <= cell.end <= table.end
            assert found.text[cell.start : cell.end] == rows[cell.row].split("\t")[cell.column]
            covered = {
                (cell.row + down, cell.column + right) for down in range(cell.rows) for right in range(cell.columns)
            }
            assert not covered & taken
            taken |= covered
    for heading in found.shape.headings:
        assert 0 <= heading.start < heading.end <= len(found.text)
        assert "\n" not in found.text[heading.start : heading.end]
