#!/usr/bin/python3
"""Makes the broken and hostile documents, `hostile-*`: each must give one clear message and write nothing (`hostile.rs`).

What is larger than 40 KB is made by the test itself: very many entries, very deep pages, very long files.
"""

import pathlib

from writing import bare, excel, libreoffice, portal, word, zipped
from writing.folder import write
from writing.grid import Grid, of_rows

HERE = pathlib.Path(__file__).parent
HEADER = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
BEFORE = ["1", "Khám bệnh", "Sở Y tế", "Sở Nội vụ", "2023"]
WHOLE = ["2", "Tiêm phòng", "Sở Y tế", "Công an tỉnh", "Quý III/2023"]
AFTER = ["3", "Tập huấn", "Sở Nội vụ", "Sở Y tế", "2024"]
# The lead's cell is missing; one cell is too many behind it.
LOST = WHOLE[:2] + WHOLE[3:]
SURPLUS = WHOLE[:3] + ["Thừa ra"] + WHOLE[3:]
BOMB = 5 << 20


def table(row: list[str]) -> list[list[str]]:
    """A row between two whole ones: it is row 3."""
    return [HEADER, BEFORE, row, AFTER]


def whole() -> Grid:
    return of_rows(table(WHOLE))


def lines(rows: list[list[str]], separator: str) -> bytes:
    return "".join(separator.join(row) + "\n" for row in rows).encode()


def bombs() -> dict[str, bytes]:
    """Small files that unpack to 5 MB of blanks, a thousand times their size."""
    blank = " " * BOMB
    return {
        "hostile-bomb.docx": bare.word(bare.word_table(table(WHOLE)) + blank),
        "hostile-bomb.xlsx": bare.sheet(blank),
        "hostile-bomb.ods": bare.open_document("spreadsheet", blank),
        "hostile-bomb.odt": bare.open_document("text", blank),
    }


def entities() -> dict[str, bytes]:
    """Entities within entities ("a billion laughs"), and one that names a file."""
    laughs = "".join(f'<!ENTITY l{place} "{f"&l{place - 1};" * 10}">' for place in range(1, 10))
    laughs = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{laughs}]>'
    outside = '<!DOCTYPE w:document [<!ENTITY tep SYSTEM "file:///etc/hostname">]>'
    of = lambda text: bare.word_table([HEADER, ["1", text, "Sở Y tế", "", "2023"]])
    return {
        "hostile-entities.docx": bare.word(of("&l9;"), laughs),
        "hostile-entity-of-a-file.docx": bare.word(of("&tep;"), outside),
        "hostile-entity-unknown.docx": bare.word(of("&khong-co;")),
    }


def spans() -> dict[str, bytes]:
    """Cells that claim to cover more than any table has, and cells that are repeated without end."""
    words = [f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in HEADER]
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>A. MỤC</w:t></w:r></w:p></w:tc>'
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in HEADER)
    row = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in WHOLE)

    def repeated(attributes: str, kind: str) -> bytes:
        rows = f"<table:table-row>{cells}</table:table-row><table:table-row {attributes}>{row}</table:table-row>"
        return bare.open_document(kind, f'<table:table table:name="Kế hoạch">{rows}</table:table>')

    wide_cell = '<table:table-cell table:number-columns-repeated="1000000000"><text:p>2023</text:p></table:table-cell>'
    wide_rows = f"<table:table-row>{cells}</table:table-row><table:table-row>{wide_cell}</table:table-row>"
    corner = "".join(bare.sheet_cell(f"{column}1", text) for column, text in zip("ABCDE", HEADER))
    far = f'<row r="1">{corner}</row><row r="1048576">{bare.sheet_cell("XFD1048576", "xa")}</row>'
    return {
        "hostile-span.docx": bare.word(f"<w:tbl><w:tr>{''.join(words)}</w:tr><w:tr>{wide}</w:tr></w:tbl>"),
        "hostile-rows.ods": repeated('table:number-rows-repeated="2147483647"', "spreadsheet"),
        "hostile-rows.odt": repeated('table:number-rows-repeated="2147483647"', "text"),
        "hostile-columns.ods": bare.open_document("spreadsheet", f'<table:table table:name="Kế hoạch">{wide_rows}</table:table>'),
        "hostile-far-cell.xlsx": bare.sheet(far),
    }


def deep() -> dict[str, bytes]:
    """A hundred thousand elements, and ten thousand tables, one within the other."""
    table_open, table_close = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    section = "<text:section>", "</text:section>"
    return {
        "hostile-elements.docx": bare.word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
        "hostile-tables.docx": bare.word(table_open * 10_000 + table_close * 10_000),
        "hostile-sections.odt": bare.open_document("text", section[0] * 100_000 + section[1] * 100_000),
    }


def damaged() -> dict[str, bytes]:
    """Cut off, without their main part, without an end, with a path out of the archive."""
    documents = {
        "docx": bare.word(bare.word_table(table(WHOLE))),
        "xlsx": excel.book({"Kế hoạch": whole()}),
        "odt": libreoffice.convert(word.document([whole()]), "docx", "odt"),
        "ods": libreoffice.convert(excel.book({"Kế hoạch": whole()}), "xlsx", "ods"),
    }
    cut = {f"hostile-cut.{ending}": document[: len(document) * 3 // 5] for ending, document in documents.items()}
    main = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml", "odt": "content.xml", "ods": "content.xml"}
    without = {
        f"hostile-without-part.{ending}": zipped.settled(
            document, lambda name, content, part=main[ending]: None if name == part else content)
        for ending, document in documents.items()
    }
    unclosed = bare.word(bare.word_table(table(WHOLE)).replace("</w:tbl>", "").replace("</w:tr>", "", 1))
    return cut | without | {
        "hostile-unclosed.docx": unclosed,
        "hostile-path.docx": bare.word(bare.word_table(table(WHOLE)), target="../../../../etc/hostname"),
        "hostile-binary.docx": zipped.settled(documents["docx"], lambda name, content: b"\0\xff" * 400 if name == "word/document.xml" else content),
    }


def other_kinds() -> dict[str, bytes]:
    """What is no document that is read, whatever its name says."""
    return {
        "hostile-password.docx": bare.compound("EncryptionInfo", "EncryptedPackage"),
        "hostile-password.xlsx": bare.compound("EncryptionInfo", "EncryptedPackage"),
        "hostile-old.doc": bare.compound("WordDocument", "1Table"),
        "hostile-old.docx": bare.compound("WordDocument", "1Table"),
        "hostile-pdf.docx": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
        "hostile-rtf.docx": b"{\\rtf1\\ansi K\\u7871? ho\\u7841?ch\\par}",
        "hostile-picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "hostile-archive.docx": zipped.archive({"ke-hoach.txt": lines(table(WHOLE), " | ")}),
        "hostile-noise.txt": bytes(place * place * 31 % 251 for place in range(4000)),
        "hostile-empty.docx": b"",
        "hostile-empty.csv": b"",
        "hostile-blank.txt": b"\xef\xbb\xbf \r\n\r\n",
    }


def tables() -> dict[str, bytes]:
    """Without a table, without a header, without a row; a row with a cell too few or too many between whole ones."""
    other = [["Họ và tên", "Chức vụ", "Điện thoại"], ["Nguyễn Văn A", "Chuyên viên", "số 1"]]
    found = {
        "hostile-no-table.docx": bare.word("<w:p><w:r><w:t>Giao Sở Y tế chủ trì thực hiện.</w:t></w:r></w:p>"),
        "hostile-no-table.html": portal.page("Kế hoạch", portal.paragraph("Giao Sở Y tế chủ trì thực hiện.")),
        "hostile-no-table.xlsx": excel.book({"Trống": Grid()}),
        "hostile-no-header.docx": bare.word(bare.word_table(other)),
        "hostile-no-header.html": portal.page("Danh sách", portal.table(of_rows(other))),
        "hostile-no-header.xlsx": excel.book({"Danh sách": of_rows(other)}),
        "hostile-no-header.csv": lines(other, ";"),
        "hostile-only-header.docx": bare.word(bare.word_table([HEADER])),
        "hostile-only-header.xlsx": excel.book({"Kế hoạch": of_rows([HEADER])}),
        "hostile-only-header.csv": lines([HEADER], ";"),
    }
    for name, row in (("lost-cell", LOST), ("surplus-cell", SURPLUS)):
        found[f"hostile-{name}.docx"] = bare.word(bare.word_table(table(row)))
        found[f"hostile-{name}.html"] = portal.page("Kế hoạch", portal.table(of_rows(table(row))))
        found[f"hostile-{name}.csv"] = lines(table(row), ";")
        found[f"hostile-{name}.txt"] = lines(table(row), " | ")
    return found


if __name__ == "__main__":
    write(HERE, bombs() | entities() | spans() | deep() | damaged() | other_kinds() | tables())
