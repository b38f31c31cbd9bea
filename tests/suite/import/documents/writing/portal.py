"""A plan as a legal portal shows it: navigation, a table of the document's attributes, the text in a layout table, related
documents. The source is wrapped like a portal's, within words' gaps, empty cells hold a `&nbsp;`, and `<td>` and `<p>`
are not always closed."""

import html
import textwrap

from .grid import Cell, Grid

HEAD = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>td {{ border: 1px solid #999; }} .menu li {{ display: inline; }}</style>
<script>var trang = "<table><tr><td>STT</td><td>Nội dung</td></tr></table>";</script>
</head>
<body>
<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản</a></li>
<li><a href="/lien-he">Liên hệ</a></li></ul>
<!-- <table><tr><td>STT</td><td>Chủ trì</td></tr></table> -->
"""
FOOT = """<p>Lưu trữ&nbsp;|&nbsp;Ghi chú&nbsp;|&nbsp;Ý kiến</p>
</body>
</html>
"""


def page(title: str, *pieces: str) -> bytes:
    return (HEAD.format(title=html.escape(title)) + "\n".join(pieces) + "\n" + FOOT).encode()


def paragraph(text: str) -> str:
    return wrapped(f"<p align=center><b>{html.escape(text)}</b></p>")


def layout(*pieces: str) -> str:
    """A table whose one cell is the page's column."""
    inner = "\n".join(pieces)
    return f'<table width="100%" cellpadding=0><tr><td valign=top>\n{inner}\n</td></tr></table>'


def table(grid: Grid, attributes: str = 'border="1"', header: int = 0) -> str:
    """The table; its first `header` rows are a `<thead>`. Every third cell is left unclosed, as HTML allows."""
    rows = [row_of(row, "th" if place < header else "td") for place, row in enumerate(grid.rows)]
    head = "<thead>\n" + "\n".join(rows[:header]) + "\n</thead>\n" if header else ""
    return f"<table {attributes}>\n{head}<tbody>\n" + "\n".join(rows[header:]) + "\n</tbody>\n</table>"


def row_of(row: list[Cell | None], tag: str) -> str:
    cells = [cell_of(cell, tag, unclosed=place % 3 == 2) for place, cell in enumerate(row) if cell is not None]
    return "<tr>\n" + "\n".join(cells) + "\n</tr>"


def cell_of(cell: Cell, tag: str, unclosed: bool) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
    lines = [html.escape(line).replace("- ", "-&nbsp;", 1) if line.startswith("- ") else html.escape(line)
             for line in cell.lines]
    if not lines:
        body = "&nbsp;"
    elif len(lines) == 1:
        body = lines[0]
    elif len(lines) == 2:
        body = "<br>".join(lines)
    else:
        body = "".join(f"<p>{line}" for line in lines)
    return wrapped(f"<{tag}{spans}>{body}" + ("" if unclosed else f"</{tag}>"))


def wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 76, break_long_words=False, break_on_hyphens=False))
