"""The shipped plan, cell by cell, out of its dump, and the same plan in the many forms of a document.

The dump wraps its lines at about eighty letters; a line of the document begins only where an agency's cell has a further
item ("- Sở Y tế tỉnh Hưng Yên"). That is read from the printed document, and holds for this dump alone.

Nothing is stated that is not known: the day of issue and the signer stay dots, as a draft has them, and the title is the
editors' own.
"""

import pathlib
import re

from writing.grid import LEFT, Grid, of_rows

DUMP = pathlib.Path(__file__).parents[4] / "content/ke-hoach/150-kh-ubnd-2022/nguon/ke-hoach-150-kh-ubnd.txt"
HEADER = ["STT", "Nội dung thực hiện", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"]
TITLE = "Hợp tác toàn diện giữa tỉnh Sơn La và tỉnh Hưng Yên giai đoạn 2022-2025"


def rows() -> list[list[str]]:
    """All rows, the header first: five cells, or number and title alone; "¶" ends a printed line."""
    cells = [joined(cell) for cell in DUMP.read_text(encoding="utf-8").split("\n|")]
    cells = cells[:-1] if not cells[-1] else cells
    found, at = [], 0
    while at < len(cells):
        length = 2 if cells[at] in ("A", "B", "2", "3", "4", "5", "6") or cells[at:at + 2] == ["1", "Hợp tác phát triển du lịch"] else 5
        found.append(cells[at:at + length])
        at += length
    assert found[0] == HEADER, found[0]
    assert len(found) == 56 and sum(is_task(row) for row in found[1:]) == 42, len(found)
    return found


def joined(cell: str) -> str:
    """A cell of the dump without its wraps. Only an agency's item begins a line; the 2024 of "2023 / - 2024" does not."""
    lines = [" ".join(line.split()) for line in cell.splitlines()]
    text = "\n".join(line for line in lines if line)
    text = re.sub(r"\n(?=- (?:Sở|UBND|Các|Bộ|Ban|Công an|Trung tâm))", "¶", text)
    return text.replace("\n", " ")


def is_task(row: list[str]) -> bool:
    return len(row) == 5 and bool(row[4])


def kind(row: list[str]) -> str:
    """Which level of the plan a row is."""
    if is_task(row):
        return "task"
    return {True: "part", False: "group" if "." in row[0] else "domain"}[row[0] in ("A", "B")]


def plain() -> list[list[str]]:
    """Every row with five cells, none merged."""
    return [row + [""] * (5 - len(row)) for row in rows()]


def grid() -> Grid:
    return of_rows(plain())


def merged_titles() -> Grid:
    """Parts and domains in one cell over all columns, number and title in it; groups with their title over the last four."""
    def merged(row: list[str]) -> list[str]:
        match kind(row):
            case "task":
                return row
            case "group":
                return [row[0], row[1], LEFT, LEFT, LEFT]
        return [f"{row[0]}. {row[1]}", LEFT, LEFT, LEFT, LEFT]
    return of_rows([HEADER] + [merged(row) for row in rows()[1:]])


def merged_values() -> Grid:
    """As `merged_titles`, and a lead or a period that the next row prints, too, is printed once for both."""
    found = merged_titles()
    for column in (2, 4):
        owner = None
        for row, declared in zip(found.rows, [HEADER] + rows()[1:]):
            cell = row[column]
            if not is_task(declared) or declared == HEADER:
                owner = None
            elif owner is not None and owner.lines == cell.lines:
                owner.rows += 1
                row[column] = None
            else:
                owner = cell
    return found


def numbered() -> Grid:
    """The numbers as Word's lists give them; 5.5 and 5.2, which no list counts so, are typed."""
    levels = {"part": 0, "domain": 1, "group": 2}

    def automatic(row: list[str]) -> list[str]:
        number, *others = row
        others = others + [""] * (4 - len(others))
        others[2] = "¶".join(item_of_list(line) for line in others[2].split("¶"))
        if kind(row) == "task":
            level = {"-": 3, "1": 1}.get(number, 2)
        else:
            level = levels[kind(row)]
        return [number if number in ("5.5", "5.2") else f"#1.{level}", *others]
    return of_rows([HEADER] + [automatic(row) for row in rows()[1:]])


def item_of_list(line: str) -> str:
    """An item's dash as the sign of a list instead of a letter."""
    return f"#2.0 {line.removeprefix('- ')}" if line.startswith("- ") else line


# The lists of `numbered`: the plan's own, "A", "1", "1.1" and "-", and that of the items in cells.
LISTS = "".join([
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>',
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl>',
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>',
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>',
    '<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>',
    "</w:abstractNum>",
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>',
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>',
    "</w:abstractNum>",
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
])


def title_block() -> Grid:
    """The head of a document by Nghị định 30/2020/NĐ-CP; what is not known are dots."""
    return of_rows([
        ["ỦY BAN NHÂN DÂN¶TỈNH SƠN LA¶-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶---------------"],
        ["Số: 150/KH-UBND", "Sơn La, ngày … tháng … năm 2022"],
    ])


def signature() -> Grid:
    return of_rows([["Nơi nhận:¶- Như trên;¶- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN"]])


def with_title_rows() -> Grid:
    """A sheet: the head of the document in rows above the header, titles merged over the columns behind the number."""
    head = [
        ["ỦY BAN NHÂN DÂN TỈNH SƠN LA", LEFT, LEFT, LEFT, LEFT],
        ["KẾ HOẠCH", LEFT, LEFT, LEFT, LEFT],
        [TITLE, LEFT, LEFT, LEFT, LEFT],
        ["", "", "", "", ""],
    ]
    body = [row if kind(row) == "task" else [row[0], row[1], LEFT, LEFT, LEFT] for row in rows()[1:]]
    return of_rows(head + [HEADER] + body)


