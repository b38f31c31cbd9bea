#!/usr/bin/env python3
"""Documents of Word by hand: what Word alone writes, part by part. Run it in this folder; the bytes are always the same.

Each function below is one document, `docx-<name>.docx`; what must be read of it stands in `docx-<name>.docx.manuscript`, written
by hand. `docx-libreoffice.docx` and `odt-libreoffice.odt` are what LibreOffice makes of some of them, see the end.
"""

import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": MAIN,
        "r": RELATIONS,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    }.items()
)
TYPES = {
    "main": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "header",
    "footer": "footer",
}


def archive(name, entries):
    """An archive whose bytes depend on nothing but its entries."""
    with zipfile.ZipFile(HERE / name, "w") as file:
        for path, content in entries.items():
            entry = zipfile.ZipInfo(path, (2022, 6, 15, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)


def document(name, body, **parts):
    """A document of Word: its text, and the content of its other parts by their kind."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{TYPES[part.rstrip("123")]}+xml"/>'
        for part in parts
    )
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{RELATIONS}/{part.rstrip("123")}" Target="{part}.xml"/>'
        for place, part in enumerate(parts)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for part, content in parts.items():
        kind = part.rstrip("123")
        root = roots.get(kind, kind)
        entries[f"word/{part}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    archive(name, {path: head + content for path, content in entries.items()})


def t(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, style=None, number=None, level=0, properties=""):
    """A paragraph; a run that is no element is plain text."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>' + properties
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    runs = "".join(run if run.startswith("<") else t(run) for run in runs if run)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def tc(*content, properties="", span=None, down=None, across=None):
    """A cell; what is no element is a paragraph of plain text."""
    if span:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if across:
        properties += f'<w:hMerge w:val="{across}"/>'
    if down:
        properties += '<w:vMerge w:val="restart"/>' if down == "restart" else "<w:vMerge/>"
    content = "".join(piece if piece.startswith("<") else p(piece) for piece in content) or p("")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells, properties=""):
    """A row; what is no element is a cell of plain text."""
    cells = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def tbl(*rows, columns=0):
    grid = "".join("<w:gridCol w:w='900'/>" for _ in range(columns))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(content):
    return f'<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def tables():
    """Regions, blank cells at both ends of a row, content controls, tables within tables."""
    head = tr("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian")
    one = tbl(
        head,
        tr("A", tc("NHIỆM VỤ CHUNG", span=4)),
        tr("1", tc("Du lịch", "cộng đồng"), tc("Sở Y tế", down="restart"), "Sở Công thương", "2023"),
        tr("2", "Y tế", tc("chữ bị che", down="continue"), "", "2024"),
        tr("3", "Giáo dục", tc("", down="continue"), tc("", down="continue"), "2025"),
        tr(tc("Hai dòng, hai cột", span=2, down="restart"), "a", "b", "c"),
        tr(tc("", span=2, down="continue"), "d", "e", "f"),
        tr(tc("Cũ", across="restart"), tc("", across="continue"), "g", "h", "i"),
        tr("x", "y", properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'),
        sdt(tr("4", sdt(tc(sdt(p("Trong ", sdt(t("ô điều khiển")))))), "Sở Tài chính", "", "2022")),
        columns=5,
    )
    inner = tbl(tr("Chủ trì", "Sở Y tế"), tr("Phối hợp", "Sở Xây dựng"))
    two = tbl(tr("TT", "Phân công"), tr("1", tc("Gồm:", inner, "Hết")))
    frame = tbl(tr(tc("Trái"), tc("Trên", tbl(tr("a", "b"), tr("c", "d")), "Dưới")))
    document(
        "docx-tables.docx",
        p("ỦY BAN NHÂN DÂN") + one + p("Bảng hai") + two + p("Bảng ba") + frame + p("Nơi nhận:", "<w:r><w:br/></w:r>", "- Như trên"),
    )


def changes():
    """Tracked changes: what was put in stays, what was deleted or moved away is left out and named."""
    by = 'w:id="1" w:author="Lan" w:date="2022-06-15T00:00:00Z"'
    ins = lambda runs: f"<w:ins {by}>{runs}</w:ins>"
    gone = lambda text: f'<w:del {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    deleted_mark = f"<w:rPr><w:del {by}/></w:rPr>"
    moved_mark = f"<w:rPr><w:moveFrom {by}/></w:rPr>"
    former = (
        f'<w:pPrChange {by}><w:pPr><w:pStyle w:val="Cu"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"</w:pPrChange>"
    )
    cell_gone = f"<w:cellDel {by}/>"
    body = (
        p("Sở ", gone("Văn hóa"), ins(t("Y tế")), " chủ trì")
        + p(ins(t("thêm, ") + gone("rồi bỏ, ")), "còn lại")
        + p(f"<w:moveFrom {by}>{t('dời đi')}</w:moveFrom>", properties=moved_mark)
        + p(f"<w:moveTo {by}>{t('dời đến')}</w:moveTo>")
        + p("Trước dấu bị xóa, ", properties=deleted_mark, number=1)
        + p("sau dấu bị xóa", number=1)
        + p(gone("cả đoạn bị xóa"), properties=deleted_mark, number=1)
        + p("số hai", number=1)
        + p("không còn số", properties=former)
        + tbl(
            tr("STT", "Nội dung", tc(p(gone("Cột bỏ")), properties=cell_gone), "Chủ trì"),
            tr("1", tc(p(gone("Dòng bị xóa"))), "Sở Y tế", properties=f"<w:del {by}/>"),
            tr("1", tc(p("Dòng ", gone("cũ"), ins(t("mới")))), tc("x", properties=cell_gone), "Sở Nội vụ", properties=f"<w:ins {by}/>"),
        )
    )
    document("docx-changes.docx", body, numbering=abstract(0, ("decimal", "%1.")) + num(1, 0))


def signs():
    """Breaks, signs, fields, links, alternatives, pictures, hidden text, and what stands beside the text."""
    r = lambda inner: f"<w:r>{inner}</w:r>"
    box = lambda text: f"<w:txbxContent>{p(text)}{p('dòng hai')}</w:txbxContent>"
    alternative = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        + box("Hộp mới")
        + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + box("Hộp cũ")
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    emoji = (
        '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F33E"/>'
        "</mc:Choice><mc:Fallback><w:t>🌾</w:t></mc:Fallback></mc:AlternateContent>"
    )
    field = lambda code, result: (
        r('<w:fldChar w:fldCharType="begin"/>') + r(f"<w:instrText>{code}</w:instrText>") + r('<w:fldChar w:fldCharType="separate"/>')
        + t(result) + r('<w:fldChar w:fldCharType="end"/>')
    )
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = (
        p("Dòng một", r("<w:br/>"), "dòng hai", r("<w:cr/>"), "dòng ba", r("<w:br w:type='page'/>"), "trang sau")
        + p("cột", r("<w:tab/>"), "cột", r("<w:ptab/>"), "2022", r("<w:noBreakHyphen/>"), "2025, Hưng", r("<w:softHyphen/>"), " Yên")
        + p(r('<w:sym w:font="Symbol" w:char="F0B7"/>'), " a ", r('<w:sym w:font="Wingdings" w:char="A7"/>'), " b ",
            r('<w:sym w:font="Symbol" w:char="F02D"/>'), " c ", r('<w:sym w:font="Arial" w:char="0111"/>'), " \uf0b7 d ", r(emoji))
        + p("Ngày ", field("DATE \\@ dd/MM/yyyy", "15/6/2022"), ", ", f'<w:fldSimple w:instr="NUMPAGES">{t("12")}</w:fldSimple>', " trang")
        + p("Xem ", f'<w:hyperlink r:id="r9">{t("cổng thông tin")}</w:hyperlink>', " &amp; &#272;ông &lt;a&gt;")
        + p("Có hộp", r(alternative), ".")
        + p("Có hình", r("<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>"), r("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"))
        + p(r('<w:pict><v:shape><v:textpath string="BẢN THẢO"/></v:shape></w:pict>'), "Dưới chữ chìm")
        + p("Chữ ", f"<w:r>{hidden}<w:t>bị ẩn</w:t></w:r>", "hiện ", f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>rõ</w:t></w:r>')
        + p("Ẩn theo kiểu", style="An")
        + p("Hiện trong kiểu ẩn", f'<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>: còn</w:t></w:r>', style="An")
        + p(f'<w:r><w:rPr><w:rStyle w:val="ChuAn"/></w:rPr><w:t>ẩn</w:t></w:r>', "cuối")
        + p(f"<w:r>{hidden}<w:t>cả đoạn ẩn</w:t></w:r>", properties=f"<w:rPr><w:vanish/></w:rPr>")
        + p("<w:r><w:t>không </w:t></w:r>", "<w:r><w:t>giữ</w:t></w:r>", "<w:r><w:t xml:space='preserve'> có </w:t></w:r>", "<w:r><w:t>giữ\n  dòng</w:t></w:r>")
        + p("<w:r><w:rPr><w:caps/></w:rPr><w:t>chữ hoa của Word</w:t></w:r>")
        + p("Ghi chú", r('<w:footnoteReference w:id="2"/>'), r('<w:endnoteReference w:id="2"/>'), r('<w:commentReference w:id="0"/>'))
        + p("<m:oMath><m:r><w:rPr/><m:t>x+y</m:t></m:r></m:oMath>", " = 2")
    )
    note = lambda kind: (
        f'<w:{kind} w:type="separator" w:id="0">{p("----")}</w:{kind}>'
        f'<w:{kind} w:id="2">{p(r(f"<w:{kind}Ref/>"), " Theo văn bản số 1.")}</w:{kind}>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="An"><w:name w:val="An"/><w:basedOn w:val="AnGoc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="AnGoc"><w:name w:val="AnGoc"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="ChuAn"><w:name w:val="ChuAn"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    document(
        "docx-signs.docx", body, styles=styles, footnotes=note("footnote"), endnotes=note("endnote").replace("số 1", "số 2"),
        comments=f'<w:comment w:id="0" w:author="Lan">{p("Xem lại.")}</w:comment>',
        header1=p("Phụ lục"), header2=p("Phụ lục"), footer1=p(field("PAGE", "3")),
    )


def abstract(identity, *levels, extra=""):
    """A list's definition: each level's format, text and what else it says."""
    def level(place, of):
        format, text, *rest = of
        return (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{"".join(rest)}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
    levels = "".join(level(place, of) for place, of in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{identity}">{extra}{levels}</w:abstractNum>'


def num(identity, definition, extra=""):
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{extra}</w:num>'


def numbers():
    """Automatic numbers, in every way in which Word makes them."""
    font = lambda name: f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>'
    restart = lambda level: f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        abstract(0, ("upperLetter", "%1."), ("upperRoman", "%2."), ("decimal", "%3"), ("decimal", "%3.%4"), ("lowerLetter", "%5)"))
        + abstract(1, ("bullet", "\uf0b7", font("Symbol")), ("bullet", "-"), ("bullet", "\uf0a7", font("Wingdings")), ("bullet", "o", font("Courier New")), ("bullet", "+"))
        + abstract(2, ("decimalZero", "%1"), ("lowerRoman", "(%2)"), ("none", "")) 
        + abstract(3, ("upperRoman", "%1", '<w:pStyle w:val="Muc"/>'), ("decimal", "%1.%2.", '<w:pStyle w:val="MucCon"/><w:isLgl/>'))
        + abstract(4, ("decimal", "%1."), ("decimal", "%2)", '<w:lvlRestart w:val="0"/>'), ("lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'))
        + abstract(5, ("decimal", "Điều %1:"), extra='<w:styleLink w:val="DanhSach"/>')
        + abstract(6, extra='<w:numStyleLink w:val="DanhSach"/>')
        + abstract(7, ("decimal", "%1/", '<w:suff w:val="nothing"/>'))
        + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 3) + num(5, 4) + num(6, 6) + num(7, 7)
        + num(8, 4) + num(9, 4, restart(0))
        + num(10, 4, '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="[%1]"/></w:lvl></w:lvlOverride>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="MucCon"/><w:basedOn w:val="Muc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucNghi"><w:name w:val="MucNghi"/><w:basedOn w:val="MucCon"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="DanhSach"><w:name w:val="DanhSach"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>'
    )
    rows = [
        tr("STT", "Nội dung", "Chủ trì"),
        tr(tc(p(number=1)), "NHIỆM VỤ CHUNG", ""),
        tr(tc(p(number=1)), "NHIỆM VỤ CỤ THỂ", ""),
        tr(tc(p(number=1, level=1)), "Kinh tế", ""),
        tr(tc(p(number=1, level=2)), "Du lịch", ""),
        tr(tc(p(number=1, level=3)), tc(p("Quảng bá", number=2, level=1), p("Liên kết", number=2, level=1)), tc(p("Sở Y tế", number=2), p("Sở Nội vụ", number=2, level=3))),
        tr(tc(p(number=1, level=3)), tc(p("Trao đổi", number=1, level=4), p("Học tập", number=1, level=4)), tc(p("UBND", number=2, level=4), p("Sở", number=2, level=2))),
        tr(tc(p(number=1, level=2)), "Văn hóa", ""),
        tr(tc(p(number=1, level=3)), "Lễ hội", "Sở Văn hóa"),
        tr(tc(p(number=1, level=1)), "Xã hội", ""),
        tr(tc(p(number=1, level=2)), "Y tế", ""),
    ]
    body = (
        tbl(*rows)
        + p("không một", number=3) + p("con", number=3, level=1) + p("con", number=3, level=1) + p("trống", number=3, level=2) + p("không hai", number=3)
        + p("theo kiểu", style="Muc") + p("theo kiểu con", style="MucCon") + p("theo kiểu con", style="MucCon") + p("không số", style="MucNghi")
        + p("thôi số", style="Muc", number=0) + p("theo kiểu", style="Muc") + p("theo kiểu con", style="MucCon")
        + p("một", number=5) + p("không đếm lại", number=5, level=1) + p("hai", number=5) + p("không đếm lại", number=5, level=1)
        + p("a", number=5, level=2) + p("không đếm lại", number=5, level=1) + p("b", number=5, level=2)
        + p("chung số đếm", number=8) + p("đếm lại từ một", number=9) + p("đếm tiếp", number=9) + p("của danh sách đầu", number=5)
        + p("cấp thay", number=10)
        + p("qua tên", number=6) + p("qua tên", number=6) + p("liền", number=7)
        + p("danh sách không có", number=99) + p("cấp không có", number=7, level=5)
    )
    document("docx-numbers.docx", body, numbering=numbering, styles=styles)


def strict():
    """The strict standard, no prefix, and a text in UTF-16."""
    document("docx-strict.docx", "")
    path = HERE / "docx-strict.docx"
    with zipfile.ZipFile(path) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE document><document xmlns="{STRICT}" xmlns:x="{STRICT}"><body><p><x:r><t>Chặt chẽ</t></x:r></p>'
        "<x:tbl><tr><tc><p><r><t>STT</t></r></p></tc><tc><tcPr><gridSpan x:val='2'/></tcPr><p><r><t><![CDATA[Nội dung & <khác>]]></t></r></p></tc></tr></x:tbl></body></document>"
    )
    entries["word/document.xml"] = text.encode("utf-16")
    address = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    strict_address = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    entries["_rels/.rels"] = entries["_rels/.rels"].replace(address, strict_address).replace(b'"word/', b'"/word/')
    archive(path.name, entries)


def by_libreoffice():
    """What LibreOffice makes of some of them. Its bytes differ from one version to the next, so that this is asked for."""
    for source, target in [("docx-tables", "docx"), ("docx-numbers", "docx"), ("docx-tables", "odt"), ("docx-numbers", "odt"), ("docx-changes", "odt"), ("docx-signs", "odt")]:
        folder = HERE / "libreoffice"
        subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", folder, HERE / f"{source}.docx"], check=True)
        name = source.removeprefix("docx-")
        (folder / f"{source}.{target}").rename(HERE / f"{target}-libreoffice-{name}.{target}")
    folder.rmdir()


if __name__ == "__main__":
    for made in [tables, changes, signs, numbers, strict]:
        made()
    if "--libreoffice" in sys.argv:
        by_libreoffice()
