#!/usr/bin/python3
"""Makes the shipped plan in every form that a clerk may have it in: `plan-<form>.<ending>`, read by `formats.rs`.

Needs python-docx, openpyxl and LibreOffice (Debian: python3-docx, python3-openpyxl, libreoffice). The bytes are the same each
time by one version of these. `hostile.py` makes the broken documents, `../plans/make.py` the other plans.
"""

import csv
import io
import pathlib
import unicodedata

import shipped_plan as plan
from writing import excel, libreoffice, portal, word
from writing.folder import write
from writing.grid import of_rows

HERE = pathlib.Path(__file__).parent


def one_line(cell: str) -> str:
    return cell.replace("¶", " ")


def row_layout() -> str:
    """A row a line; titles have two cells."""
    return "\n".join(" | ".join(one_line(cell) for cell in row) for row in plan.rows()) + "\n"


def markdown() -> str:
    header, *rows = [[cell.replace("¶", "<br>") for cell in row] for row in plan.plain()]
    lines = [header, ["---"] * 5, *rows]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
    return f"# Kế hoạch 150/KH-UBND\n\n{plan.TITLE}.\n\n{table}\n\nNơi nhận: như trên.\n"


def separated(separator: str, line_end: str = "\r\n") -> str:
    """Separated values as Excel saves them: items of a cell are lines within quotes."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=separator, lineterminator=line_end)
    writer.writerows([[cell.replace("¶", "\n") for cell in row] for row in plan.plain()])
    return target.getvalue()


def windows_1258(text: str) -> bytes:
    """Vietnamese Windows: letters with their circumflex, breve or horn in one, the tone behind them as a letter of its own."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}

    def letter(composed: str) -> str:
        try:
            composed.encode("cp1258")
            return composed
        except UnicodeEncodeError:
            pieces = unicodedata.normalize("NFD", composed)
            tone = "".join(piece for piece in pieces if piece in tones)
            base = "".join(piece for piece in pieces if piece not in tones)
            return unicodedata.normalize("NFC", base) + tone

    return "".join(letter(one) for one in unicodedata.normalize("NFC", text)).encode("cp1258")


def whole_document() -> list:
    """Title block, title, table, "Nơi nhận"."""
    return [plan.title_block(), "", "KẾ HOẠCH", plan.TITLE, "", plan.merged_values(), "", plan.signature()]


def page() -> bytes:
    attributes = of_rows([["Số hiệu", "150/KH-UBND", "Loại văn bản", "Kế hoạch"], ["Ngày ban hành", "2022", "Nơi ban hành", "Tỉnh Sơn La"]])
    related = of_rows([["STT", "Văn bản liên quan"], ["1", "Biên bản ghi nhớ giữa hai tỉnh"]])
    text = portal.layout(portal.paragraph("KẾ HOẠCH"), portal.paragraph(plan.TITLE),
                         portal.table(plan.merged_values(), header=1))
    return portal.page("Kế hoạch 150/KH-UBND", portal.table(attributes, 'class="thuoc-tinh"'), text, portal.table(related))


def forms() -> dict[str, bytes]:
    """Every form, by the name of its file."""
    with_head = word.document(["KẾ HOẠCH", plan.TITLE, plan.grid(), "Nơi nhận: như trên."])
    numbered = word.document(["KẾ HOẠCH", plan.TITLE, plan.numbered()], plan.LISTS)
    book = excel.book({"Kế hoạch": plan.with_title_rows()})
    return {
        "plan-rows.txt": row_layout().encode(),
        "plan-decomposed.txt": unicodedata.normalize("NFD", plan.DUMP.read_text(encoding="utf-8")).encode(),
        "plan-table.md": markdown().encode(),
        "plan-semicolons.csv": b"\xef\xbb\xbf" + separated(";").encode(),
        "plan-utf-16.txt": b"\xff\xfe" + separated("\t").encode("utf-16-le"),
        "plan-windows-1258.csv": windows_1258(separated(",")),
        "plan-word.docx": word.document(whole_document()),
        "plan-numbered.docx": numbered,
        "plan-libreoffice.docx": libreoffice.convert(with_head, "docx", "docx"),
        "plan-libreoffice.odt": libreoffice.convert(with_head, "docx", "odt"),
        "plan-libreoffice-merged.odt": libreoffice.convert(word.document(whole_document()), "docx", "odt"),
        "plan-libreoffice-numbered.odt": libreoffice.convert(numbered, "docx", "odt"),
        "plan-excel.xlsx": book,
        "plan-libreoffice.ods": libreoffice.convert(book, "xlsx", "ods"),
        "plan-portal.html": page(),
    }


if __name__ == "__main__":
    write(HERE, forms())
