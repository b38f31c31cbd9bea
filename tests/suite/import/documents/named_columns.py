#!/usr/bin/python3
"""A plan whose columns have names that say nothing, in every form: `named-<form>.<ending>`, read by `../named_columns.rs`.

Needs what `make.py` needs; a title stands above the table in all of them.
"""

import csv
import io
import pathlib

from writing import excel, libreoffice, portal, word
from writing.folder import write
from writing.grid import of_rows

ROWS = [
    ["Mã số", "Đầu mục", "Nơi nhận giao", "Mốc", "Ghi thêm"],
    ["1", "Khám bệnh, chữa bệnh vùng cao", "Sở Y tế", "2023", "Ưu tiên"],
    ["2", "Tập huấn cán bộ xã", "Sở Nội vụ", "Quý II/2024", ""],
    ["3", "Chuyển đổi số", "Sở Thông tin và Truyền thông", "2025", ""],
]
TITLE = "KẾ HOẠCH NĂM 2023"


def separated(separator: str) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=separator, lineterminator="\r\n").writerows([[TITLE], *ROWS])
    return target.getvalue().encode()


def forms() -> dict[str, bytes]:
    lines = [" | ".join(row) for row in ROWS]
    cells = "\n|\n".join(cell for row in ROWS for cell in row)
    drawn = "\n".join(f"| {line} |" for line in [lines[0], " | ".join(["---"] * 5), *lines[1:]])
    document = word.document([TITLE, of_rows(ROWS)])
    title = [[TITLE, "", "", "", ""]]
    book = excel.book({"Việc": of_rows(title + ROWS)})
    return {
        "named-rows.txt": "\n".join([TITLE, "", *lines, ""]).encode(),
        "named-groups.txt": f"{TITLE}\n{cells}\n".encode(),
        "named-drawn.md": f"# {TITLE}\n\n{drawn}\n".encode(),
        "named-commas.csv": separated(","),
        "named-semicolons.csv": separated(";"),
        "named-tabs.tsv": separated("\t"),
        "named-page.html": portal.page("Kế hoạch", portal.paragraph(TITLE), portal.table(of_rows(ROWS))),
        "named-word.docx": document,
        "named-excel.xlsx": book,
        "named-excel.xls": libreoffice.convert(book, "xlsx", "xls"),
        "named-libreoffice.odt": libreoffice.convert(document, "docx", "odt"),
        "named-libreoffice.ods": libreoffice.convert(book, "xlsx", "ods"),
    }


if __name__ == "__main__":
    write(pathlib.Path(__file__).parent, forms())
