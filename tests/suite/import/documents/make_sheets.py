#!/usr/bin/env python3
"""Writes the sheets that the readers of .xlsx, .xls and .ods are tested with, beside this script.

    /usr/bin/python3 tests/suite/import/documents/make_sheets.py

openpyxl writes what it can; LibreOffice (soffice) turns that into .ods and .xls; the parts below write by hand what only Excel
writes, and what somebody would write to do harm. All dates are fixed, so that the bytes stay the same where a program allows.
"""

import datetime
import io
import pathlib
import struct
import subprocess
import tempfile
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment

HERE = pathlib.Path(__file__).resolve().parent
DAY = datetime.datetime(2022, 6, 15)
ZIP_DAY = (2022, 6, 15, 0, 0, 0)


def zipped(parts, stored_first=None):
    """An archive of parts with fixed dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, ZIP_DAY)
            info.compress_type = zipfile.ZIP_STORED if name == stored_first else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def write(name, content):
    (HERE / name).write_bytes(content)
    print(f"{name}: {len(content)} bytes")


def saved(workbook):
    """A workbook's bytes, with fixed dates in and on its parts."""
    workbook.properties.created = workbook.properties.modified = DAY
    target = io.BytesIO()
    workbook.save(target)
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    start, rest = core.split("<dcterms:modified", 1)
    rest = rest.split("</dcterms:modified>", 1)[1]
    parts["docProps/core.xml"] = (start + rest).encode()
    return zipped(parts)


def plan():
    """A plan as it is mailed around: titles above, several sheets, hidden rows, numbers of all kinds."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Kế hoạch"
    sheet["A1"] = "ỦY BAN NHÂN DÂN TỈNH SƠN LA"
    sheet["A2"] = "KẾ HOẠCH HỢP TÁC NĂM 2023"
    sheet.merge_cells("A2:F2")
    header = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Kinh phí"]
    for column, name in enumerate(header, 1):
        sheet.cell(4, column, name)
    rows = [
        ["I", "LĨNH VỰC Y TẾ", None, None, None, None],
        [1, "Khám, chữa bệnh\nvùng cao", "Sở Y tế", "- Sở Tài chính\n- Sở Nội vụ", 2023, 1500],
        [1.1, "Tập huấn", "Sở Y tế", None, datetime.date(2023, 9, 30), 0.15],
        ["1.10", "Đào tạo", None, "UBND các huyện", datetime.date(2023, 10, 1), None],
        [2, "Hội nghị", None, None, "Thường xuyên", None],
    ]
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value).alignment = Alignment(wrap_text=True)
    sheet.merge_cells("B5:F5")
    sheet.merge_cells("C7:C8")
    sheet["F6"].number_format = "#,##0"
    sheet["F7"].number_format = "0%"
    sheet["E7"].number_format = "dd/mm/yyyy"
    sheet["E8"].number_format = "mm/yyyy"
    sheet["C6"].comment = Comment("Hỏi lại Sở Y tế", "Lan")
    sheet.row_dimensions[9].hidden = True
    sheet["B12"] = "Nơi nhận: như trên"
    workbook.create_sheet("Trống")
    old = workbook.create_sheet("Bản cũ")
    old["A1"] = "Nội dung"
    old["B1"] = "Đã bỏ"
    old["C1"] = "Ghi chú"
    old.column_dimensions["B"].hidden = True
    old.sheet_state = "hidden"
    return saved(workbook)


def two_plans():
    """Two plans in one workbook, each in a sheet of its own."""
    workbook = openpyxl.Workbook()
    header = ["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"]
    sheets = [
        ("Phụ lục 2", [header, [1, "Khảo sát", "Sở Y tế", 2024]]),
        ("Phụ lục 1", [None, header, [1, "Tập huấn", "Sở Y tế", 2023], [2, "Hội nghị", "Sở Y tế", 2024]]),
    ]
    for place, (name, rows) in enumerate(sheets):
        sheet = workbook.create_sheet(name, place)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row or [], 1):
                sheet.cell(number, column, value)
    del workbook["Sheet"]
    return saved(workbook)


def formats():
    """A number beside each format that it is printed with."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Định dạng"
    day = datetime.date(2025, 9, 5)
    values = [
        (1, "General"),
        (2023, "General"),
        (1.1, "General"),
        (1.1, "0.00"),
        (5, "0.0"),
        (0.155, "0.0%"),
        (1234567.5, "#,##0.00"),
        (7, "00"),
        (3, '"Quý "0'),
        (-3, "0;(0)"),
        (1.5, "@"),
        (0.1 + 0.2, "General"),
        (True, "General"),
        (day, "dd/mm/yyyy"),
        (day, "mm/yyyy"),
        (day, "yyyy"),
        (day, "mm-dd-yy"),
        (day, "d-mmm-yy"),
        (day, "mmm-yy"),
        (datetime.datetime(2025, 9, 5, 14, 30), "dd/mm/yyyy hh:mm"),
        (datetime.time(14, 30), "h:mm"),
        (datetime.timedelta(hours=36), "[h]:mm"),
    ]
    for row, (value, code) in enumerate(values, 1):
        cell = sheet.cell(row, 1, value)
        cell.number_format = code
        sheet.cell(row, 2, code)
    return saved(workbook)


TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(*targets):
    rows = [
        f'<Relationship Id="rId{place}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(rows)}</Relationships>'


def by_hand(sheet, strings="", settings="", styles=""):
    """A workbook of one sheet, whose XML is given."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    targets = [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{RELATION}">{settings}<sheets>'
            '<sheet name="Tờ &amp; 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(*targets),
            "xl/sharedStrings.xml": strings or f'<sst xmlns="{space}"/>',
            "xl/styles.xml": styles or f'<styleSheet xmlns="{space}"/>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}">{sheet}</worksheet>',
        }
    )


def excels_own():
    """Cached formulas, runs of letters, phonetic runs, escapes, dates as text, cells without places, words below a merge."""
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4" uniqueCount="4">'
        '<si><r><t xml:space="preserve">Sở </t></r><r><rPr><b/></rPr><t>Y tế</t></r></si>'
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
        "<si><t>dòng một_x000D_\ndòng hai</t></si>"
        "<si><t>R&amp;D &lt;1&gt;</t></si></sst>"
    )
    sheet = """<dimension ref="A1:XFD1048576"/><sheetData>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c></row>
<row r="3"><c r="A3" t="str"><f>A2&amp;"!"</f><v>Sở Y tế!</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><f>A9</f><v>#REF!</v></c><c r="D3" t="b"><v>1</v></c></row>
<row r="5"><c t="inlineStr"><is><t>không có chỗ</t></is></c><c t="d"><v>2025-09-30T00:00:00</v></c><c><v>44834</v></c><c s="1"><v>43372</v></c></row>
<row r="6"><c r="A6" t="inlineStr"><is><t>Gộp</t></is></c><c r="B6" t="inlineStr"><is><t>chữ bị che</t></is></c><c r="C6"/></row>
<row r="7"><c r="A7" t="inlineStr"><is><t>cũng bị che</t></is></c><c r="B7"/><c r="C7" t="inlineStr"><is><t>phải</t></is></c></row>
<row r="8"><c r="A8" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>
<row r="9"><c r="B9" t="inlineStr"><is><t>che bởi ô trống</t></is></c><c r="C9" t="inlineStr"><is><t>sau</t></is></c></row>
</sheetData><mergeCells count="2"><mergeCell ref="A6:B7"/><mergeCell ref="A9:B9"/></mergeCells>"""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    return by_hand(sheet, strings, '<workbookPr date1904="1"/>', styles)


def cells(*places):
    """A sheet with a word in each of some cells."""
    words = [f'<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>x</t></is></c></row>' for column, row in places]
    return f"<sheetData>{''.join(words)}</sheetData>"


def far_apart():
    """The first and the last cell that an old workbook can have."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = workbook.active["IV65536"] = "x"
    return saved(workbook)


def converted(content, name, kind):
    """A document as LibreOffice saves it under another kind."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{name}.xlsx"
        source.write_bytes(content)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True)
        result = (pathlib.Path(folder) / f"{name}.{kind.split(':')[0]}").read_bytes()
    if kind != "ods":
        return result
    # The picture of the first page is large, and the day of saving changes; nobody reads them.
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        parts = {item: archive.read(item) for item in archive.namelist() if not item.startswith(("Thumb", "Config", "meta"))}
    return zipped(parts, stored_first="mimetype")


SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing")]
)


def open_sheet(table, manifest="", styles=""):
    """A workbook of LibreOffice with one table, whose XML is given."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="Bảng">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}"><m:file-entry m:full-path="content.xml">{manifest}</m:file-entry></m:manifest>',
        },
        stored_first="mimetype",
    )


def word(text, attributes="", kind="table-cell"):
    return f'<table:{kind} office:value-type="string" {attributes}><text:p>{text}</text:p></table:{kind}>'


def open_own():
    """Repeats, spans, words below a span, remarks, drawings, values without words."""
    rows = [
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
        f'<table:table-row>{word("lặp", "table:number-columns-repeated=" + chr(34) + "2" + chr(34))}'
        '<table:table-cell table:number-columns-repeated="1022"/></table:table-row>',
        "<table:table-row>"
        + word("gộp", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
        + word("bị che", kind="covered-table-cell")
        + word('hai<text:s text:c="3"/>cách<text:line-break/>xuống<text:tab/>dòng')
        + "</table:table-row>",
        '<table:table-row table:visibility="collapse"><table:covered-table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>nhớ hỏi</text:p></office:annotation>'
        "<text:p>đoạn một</text:p><text:p>đoạn <text:span>hai</text:span></text:p>"
        "<draw:frame><draw:text-box><text:p>trong khung</text:p></draw:text-box></draw:frame></table:table-cell></table:table-row>",
        f'<table:table-row table:number-rows-repeated="2">{word("hai dòng")}</table:table-row>',
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.15"/>'
        '<table:table-cell office:value-type="date" office:date-value="2025-09-30"/>'
        '<table:table-cell office:value-type="float" office:value="1.10"><text:p>1,10</text:p></table:table-cell></table:table-row>',
    ]
    return open_sheet("<table:table-column/>" + "".join(rows))


def binary():
    """A workbook of .xlsb: a word of the table of strings, a word of its own, numbers, a truth, a blank cell."""

    def record(kind, body=b""):
        numbers = [kind & 0x7F | (0x80 if kind > 0x7F else 0)] + ([kind >> 7] if kind > 0x7F else [])
        length = len(body)
        return bytes(numbers) + bytes([length & 0x7F | (0x80 if length > 0x7F else 0)] + ([length >> 7] if length > 0x7F else [])) + body

    def wide(text):
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    def cell(column, kind, body):
        return record(kind, struct.pack("<II", column, 0) + body)

    rows = [
        (0, [(0, 7, struct.pack("<I", 0)), (1, 6, wide("Nội dung")), (2, 6, wide("Cơ quan chủ trì"))]),
        (2, [(0, 2, struct.pack("<i", 1 << 2 | 2)), (1, 6, wide("Tập huấn")), (2, 1, b""), (3, 5, struct.pack("<d", 1.5))]),
        (3, [(0, 4, b"\x01"), (1, 3, b"\x17")]),
    ]
    sheet = record(0x81) + record(0x94, struct.pack("<IIII", 0, 3, 0, 3)) + record(0x91)
    for row, row_cells in rows:
        sheet += record(0, struct.pack("<I", row) + bytes(13)) + b"".join(cell(*each) for each in row_cells)
    sheet += record(0x92) + record(0x82)
    tab = struct.pack("<II", 0, 1) + wide("rId1") + wide("Tờ nhị phân")
    workbook = record(0x83) + record(0x99, bytes(8)) + record(0x8F) + record(0x9C, tab) + record(0x90) + record(0x9D, bytes(20)) + record(0x84)
    strings = record(0x9F, struct.pack("<II", 1, 1)) + record(0x13, b"\x00" + wide("STT")) + record(0xA0)
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relations(("worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/sharedStrings.bin": strings,
        }
    )


def shared_part():
    """Two sheets that are one part of the archive."""
    with zipfile.ZipFile(io.BytesIO(by_hand(cells(("A", 1))))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    tabs = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = tabs.replace("</sheets>", '<sheet name="Tờ 2" sheetId="2" r:id="rId1"/></sheets>')
    return zipped(parts)


def under_password(xls):
    """An old workbook whose second record says that the others are encrypted."""
    start = xls.index(struct.pack("<HHH", 0x0809, 16, 0x0600))
    second = start + 20
    length = struct.unpack_from("<H", xls, second + 2)[0]
    record = struct.pack("<HH", 0x002F, length) + b"\x01" * length
    return xls[:second] + record + xls[second + 4 + length :]


def main():
    content = plan()
    write("sheet-plan.xlsx", content)
    write("sheet-plan.ods", converted(content, "plan", "ods"))
    old = converted(content, "plan", "xls")
    write("sheet-plan.xls", old)
    write("sheet-password.xls", under_password(old))
    write("sheet-two-plans.xlsx", two_plans())
    content = formats()
    write("sheet-formats.xlsx", content)
    write("sheet-formats.ods", converted(content, "formats", "ods"))
    write("sheet-formats.xls", converted(content, "formats", "xls"))
    write("sheet-excels-own.xlsx", excels_own())
    write("sheet-binary.xlsb", binary())
    write("sheet-shared-part.xlsx", shared_part())
    write("sheet-far-cell.xlsx", by_hand(cells(("A", 1), ("XFD", 1048576))))
    write("sheet-far-row.xlsx", by_hand(cells(("A", 1), ("B", 1048576))))
    write("sheet-far-cell.xls", converted(far_apart(), "far", "xls"))
    merged = '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'
    write("sheet-long-merge.xlsx", by_hand(cells(("A", 1), ("B", 30000)) + merged))
    claim = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="1152921504606846975"/>'
    write("sheet-many-strings.xlsx", by_hand(cells(("A", 1)), strings=claim))
    entities = '<!DOCTYPE s [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]><sst xmlns="x"><si><t>&b;</t></si></sst>'
    write("sheet-entities.xlsx", by_hand(cells(("A", 1)), strings=entities))
    write("sheet-cut-off.xlsx", by_hand("<sheetData><row r='1'><c r='A1'><v>1</v>"))
    write("sheet-open-own.ods", open_own())
    encryption = "<m:encryption-data/>"
    write("sheet-password.ods", open_sheet("", encryption))
    repeat = 'table:number-rows-repeated="1048576"'
    write("sheet-many-rows.ods", open_sheet(f"<table:table-row {repeat}>{word('x')}</table:table-row>"))
    repeat = 'table:number-columns-repeated="2147483648"'
    write("sheet-many-columns.ods", open_sheet(f"<table:table-row>{word('x', repeat)}</table:table-row>"))
    long = "x" * 20_000
    repeat = 'table:number-rows-repeated="900000"'
    write("sheet-many-words.ods", open_sheet(f"<table:table-row {repeat}>{word(long)}</table:table-row>"))


if __name__ == "__main__":
    main()
