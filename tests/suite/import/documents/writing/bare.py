"""The least that is a Word document, a workbook or an OpenDocument: for broken ones, whose XML is written by hand."""

from . import zipped

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def types(*parts: tuple[str, str]) -> bytes:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                        for name, kind in parts)
    return (DECLARATION + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{overrides}</Types>").encode()


def relations(*targets: tuple[str, str]) -> bytes:
    entries = "".join(f'<Relationship Id="rId{place}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
                      for place, (kind, target) in enumerate(targets, 1))
    return (DECLARATION + f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>').encode()


def word(body: str, head: str = "", target: str = "word/document.xml") -> bytes:
    """A Word document; `head` stands before its root, where a DTD would."""
    return zipped.archive({
        "[Content_Types].xml": types(("word/document.xml", "wordprocessingml.document.main")),
        "_rels/.rels": relations(("officeDocument", target)),
        "word/document.xml": f"{DECLARATION}{head}<w:document {WORD}><w:body>{body}</w:body></w:document>".encode(),
    })


def word_table(rows: list[list[str]]) -> str:
    """A table without any spans; rows may differ in length, as in a damaged document."""
    grid = '<w:gridCol w:w="2000"/>' * max(len(row) for row in rows)
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = "".join("<w:tr>" + "".join(cell.format(text) for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def sheet(data: str, merges: str = "") -> bytes:
    """A workbook of one sheet."""
    return zipped.archive({
        "[Content_Types].xml": types(("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{DECLARATION}<workbook {SHEET} xmlns:r="{RELATIONS}"><sheets><sheet name="Kế hoạch" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f"{DECLARATION}<worksheet {SHEET}><sheetData>{data}</sheetData>{merges}</worksheet>".encode(),
    })


def sheet_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def open_document(kind: str, body: str) -> bytes:
    """An OpenDocument: `kind` is "text" or "spreadsheet"."""
    names = "".join(f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text"))
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = (f'{DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    content = f"{DECLARATION}<office:document-content{names} office:version=\"1.3\"><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    return zipped.archive({"mimetype": media.encode(), "META-INF/manifest.xml": manifest.encode(), "content.xml": content.encode()})


def compound(*streams: str) -> bytes:
    """A compound file (MS-CFB) of version 3 whose streams are all empty: the form of old Word documents and of what a password
    protects."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    number = lambda value, length=4: value.to_bytes(length, "little")
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2)
              + number(6, 2) + bytes(10) + number(1) + number(1) + number(0) + number(4096) + number(end) + number(0)
              + number(end) + number(0) + number(0) + number(free) * 108)
    table = number(fat) + number(end) + number(free) * 126

    def entry(name: str, kind: int, right: int, child: int) -> bytes:
        letters = name.encode("utf-16-le") + b"\0\0"
        return (letters.ljust(64, b"\0") + number(len(letters), 2) + bytes([kind, 1]) + number(free) + number(right)
                + number(child) + bytes(36) + number(end) + number(0, 8))

    directory = entry("Root Entry", 5, free, 1)
    for place, name in enumerate(streams, 1):
        directory += entry(name, 2, place + 1 if place < len(streams) else free, free)
    return header + table + directory.ljust(512, b"\0")
