"""A table as a readable text, and its cells with their spans.

    STT | Nhiệm vụ            | Chủ trì      | Thời gian
    I   | Y TẾ                | ←            | ←
    1   | Khám bệnh           | - Sở Y tế¶- Sở Nội vụ | 2025
    2   | Tiêm phòng          | Sở Y tế      | ↑

A row stands on one line; "←" is covered by the cell to its left, "↑" by the one above, "¶" ends a paragraph within a
cell. Empty lines and lines that begin with "#" are for the reader.
"""

from dataclasses import dataclass, field

LEFT, ABOVE = "←", "↑"


@dataclass
class Cell:
    """What a cell prints, a string a paragraph, and how many columns and rows it spans."""

    lines: list[str]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass
class Grid:
    """Rows of cells; None where another cell covers the place. Rows may differ in length."""

    rows: list[list[Cell | None]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)

    def spans(self):
        """(row, column, cell) of each cell that prints something or nothing, covered ones left out."""
        for place, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    yield place, column, cell


def parse(text: str) -> Grid:
    """The table that a text draws."""
    lines = [line.strip() for line in text.strip().splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return of_rows([[cell.strip() for cell in line.split("|")] for line in lines])


def of_rows(rows: list[list[str]]) -> Grid:
    """The table of these cells, in which "←" and "↑" stand for covered ones."""
    grid = Grid()
    for row in rows:
        cells: list[Cell | None] = []
        for column, text in enumerate(row):
            if text == LEFT:
                owner = next(cell for cell in reversed(cells) if cell is not None)
                owner.columns += 1
                cells.append(None)
            elif text == ABOVE:
                owner = next(above[column] for above in reversed(grid.rows) if above[column] is not None)
                owner.rows += 1
                cells.append(None)
            else:
                cells.append(Cell([part.strip() for part in text.split("¶")] if text else []))
        grid.rows.append(cells)
    return grid
