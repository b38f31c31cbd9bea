#!/usr/bin/python3
"""A plan in a sheet with something of every kind beside its cells: `beside.xlsx`, and what LibreOffice makes of it.

Needs openpyxl and LibreOffice. Text boxes and pictures are put in by hand, since openpyxl knows no shapes.
"""

import pathlib

from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from writing import excel, libreoffice, zipped
from writing.folder import write
from writing.grid import of_rows

ROWS = [
    ["STT", "Nội dung", "Chủ trì", "Thời gian", "Kinh phí"],
    ["1", "Khám bệnh vùng cao", "Sở Y tế", "2023", "300"],
    ["2", "Tập huấn cán bộ xã", "Sở Nội vụ", "2024", "200"],
    ["3", "Chuyển đổi số", "Sở Tài chính", "2025", "100"],
]


def prepare(book) -> None:
    sheet = book.active
    sheet["C3"].comment = Comment("Hỏi lại Sở Nội vụ", "Lan")
    sheet.row_dimensions[4].hidden = True
    sheet.oddHeader.center.text = "Phụ lục kèm theo công văn 15"
    sheet.oddFooter.right.text = "Trang &P/&N"
    chart = BarChart()
    chart.title = "Kinh phí theo năm"
    chart.add_data(Reference(sheet, min_col=5, min_row=2, max_row=4))
    sheet.add_chart(chart, "H2")


def anchor(column: int, row: int, inner: str) -> str:
    place = lambda column, row: f"<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    return (f"<xdr:twoCellAnchor><xdr:from>{place(column, row)}</xdr:from><xdr:to>{place(column + 2, row + 2)}</xdr:to>"
            f"{inner}<xdr:clientData/></xdr:twoCellAnchor>")


def text_box(text: str) -> str:
    return (
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="Hop"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
        f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def with_text_box(document: bytes) -> bytes:
    spaces = ('xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
              'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')

    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("xl/drawings/drawing"):
            return content
        box = anchor(1, 5, text_box("Thực hiện từ quý I")).replace("<xdr:twoCellAnchor>", f"<xdr:twoCellAnchor {spaces}>", 1)
        end = content.rindex(b"</")
        return content[:end] + box.encode() + content[end:]

    return zipped.settled(document, change)


if __name__ == "__main__":
    book = with_text_box(excel.book({"Kế hoạch": of_rows(ROWS)}, prepare))
    write(pathlib.Path(__file__).parent, {
        "beside.xlsx": book,
        "beside.xls": libreoffice.convert(book, "xlsx", "xls"),
        "beside.ods": libreoffice.convert(book, "xlsx", "ods"),
    })
