"""Word documents by python-docx: paragraphs and tables in the order in which they are given."""

import copy
import datetime
import io
import re

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from . import zipped
from .grid import Cell, Grid

UNUSED = ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg")
WRITTEN = datetime.datetime(2024, 1, 1)


def document(blocks: list, numbering: str | None = None) -> bytes:
    """The document of these blocks: a string is a paragraph ("" an empty one, "\\f" a page break), a Grid a table.

    `numbering` is the XML of the lists that numbered paragraphs name; a cell's line "#1.2" is then an empty paragraph
    numbered by list 1 on level 2, and "#1.2 words" the words behind such a number.
    """
    opened = docx.Document()
    opened.core_properties.created = WRITTEN
    opened.core_properties.modified = WRITTEN
    opened.core_properties.author = "planpress"
    opened.styles["Normal"].font.name = "Times New Roman"
    if numbering is not None:
        lists = opened.part.numbering_part.element
        for child in list(lists):
            lists.remove(child)
        for child in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
            lists.append(copy.deepcopy(child))
    for block in blocks:
        if isinstance(block, Grid):
            table(opened, block)
        elif block == "\f":
            opened.add_page_break()
        else:
            opened.add_paragraph(block)
    target = io.BytesIO()
    opened.save(target)
    return zipped.settled(target.getvalue(), lighter)


def lighter(name: str, content: bytes) -> bytes | None:
    """python-docx brings a picture, 160 styles and their second set, of which these documents use four styles."""
    if name in UNUSED:
        return None
    text = content.decode()
    if name == "word/styles.xml":
        used = r'<w:style [^>]*w:styleId="(?!Normal"|TableNormal"|TableGrid"|DefaultParagraphFont")[^"]*".*?</w:style>'
        text = re.sub(used, "", text, flags=re.DOTALL)
        text = re.sub(r"<w:latentStyles.*?</w:latentStyles>", "", text, flags=re.DOTALL)
    for part in UNUSED:
        text = re.sub(rf'<(Relationship|Override) [^>]*"/?(word/)?{part.removeprefix("word/")}"[^>]*/>', "", text)
    return text.encode()


def table(opened, grid: Grid) -> None:
    rows = max(len(grid.rows), 1)
    made = opened.add_table(rows, grid.width, style="Table Grid")
    for place, column, cell in grid.spans():
        target = made.cell(place, column)
        if cell.columns > 1 or cell.rows > 1:
            target = target.merge(made.cell(place + cell.rows - 1, column + cell.columns - 1))
        fill(target, cell)
    for place, row in enumerate(grid.rows):
        drop_missing(made.rows[place], len(row))


def fill(target, cell: Cell) -> None:
    paragraphs = target.paragraphs
    for surplus in paragraphs[1:]:
        surplus._p.getparent().remove(surplus._p)
    for place, line in enumerate(cell.lines):
        paragraph = paragraphs[0] if place == 0 else target.add_paragraph()
        numbered = re.match(r"#(\d+)\.(\d+)(?: (.*))?$", line)
        if numbered:
            number(paragraph, numbered[1], numbered[2])
            line = numbered[3] or ""
        if line:
            paragraph.add_run(line)


def number(paragraph, list_id: str, level: str) -> None:
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", list_id)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        numbering.append(element)
    properties.append(numbering)


def drop_missing(row, length: int) -> None:
    """A row of the declaration may have fewer cells than the table: the document's row has fewer, too."""
    cells = row._tr.tc_lst
    for surplus in cells[length:] if len(cells) > length else []:
        row._tr.remove(surplus)


