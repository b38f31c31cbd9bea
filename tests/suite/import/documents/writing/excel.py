"""Workbooks by openpyxl. A cell that is a whole number, a decimal or a day is stored as such, as Excel does when a person
types it."""

import datetime
import io
import re

import openpyxl
from openpyxl.styles import Alignment

from . import zipped
from .grid import Grid

WRITTEN = datetime.datetime(2024, 1, 1)


def book(sheets: dict[str, Grid], prepare=lambda opened: None) -> bytes:
    """The workbook of these sheets. `prepare` may hide and format before it is saved."""
    opened = openpyxl.Workbook()
    opened.remove(opened.active)
    for name, grid in sheets.items():
        fill(opened.create_sheet(name), grid)
    prepare(opened)
    opened.properties.created = WRITTEN
    opened.properties.modified = WRITTEN
    opened.properties.creator = "planpress"
    target = io.BytesIO()
    opened.save(target)
    return zipped.settled(target.getvalue(), without_time)


def fill(sheet, grid: Grid) -> None:
    for place, column, cell in grid.spans():
        target = sheet.cell(place + 1, column + 1)
        value, form = stored(cell.text)
        target.value = value
        if form:
            target.number_format = form
        if len(cell.lines) > 1:
            target.alignment = Alignment(wrap_text=True)
        if cell.columns > 1 or cell.rows > 1:
            last = {"end_row": place + cell.rows, "end_column": column + cell.columns}
            sheet.merge_cells(start_row=place + 1, start_column=column + 1, **last)


def stored(text: str):
    """What Excel stores of what a person types, and the format that shows it as typed."""
    if re.fullmatch(r"\d{1,9}", text):
        return int(text), None
    if re.fullmatch(r"\d+\.\d", text):
        return float(text), None
    if re.fullmatch(r"\d+\.\d\d", text):
        return float(text), "0.00"
    day = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if day:
        return datetime.date(int(day[3]), int(day[2]), int(day[1])), "dd/mm/yyyy"
    return text or None, None


def without_time(name: str, content: bytes) -> bytes:
    """openpyxl writes the time of saving whatever it is told."""
    if name != "docProps/core.xml":
        return content
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", content)
