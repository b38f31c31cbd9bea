#!/usr/bin/env python3
"""A plan in a document of Word with something of every kind beside its text. Run it in this folder; the bytes are always the same.

`beside.docx` is imported by `../beside.rs`; what its report must say stands in `beside.docx.report.md`. The parts are those
that Word writes: notes and remarks in parts of their own, drawings with an old and a new form, a chart, a diagram.
"""

import zipfile

import word_parts as word
from word_parts import NAMES, RELATIONS, document, p, t, tbl, tc, tr

FILE = "beside.docx"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
OFFICE = "urn:schemas-microsoft-com:office:office"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def box(text: str) -> str:
    """A text box as Word writes it: once for programs of today and once for older ones."""
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return run(
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        f"</mc:AlternateContent>"
    )


def field(code: str, result: str) -> str:
    char = lambda kind: run(f'<w:fldChar w:fldCharType="{kind}"/>')
    return char("begin") + run(f"<w:instrText>{code}</w:instrText>") + char("separate") + t(result) + char("end")


def refers(kind: str, number: int) -> str:
    return run(f'<w:{kind}Reference w:id="{number}"/>')


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>'


PICTURE = run("<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>")
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
GONE = '<w:del w:id="1" w:author="Lan"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'


def body() -> str:
    chart = run(f'<w:drawing><a:graphic><c:chart xmlns:c="{CHART}" r:id="bieuDo"/></a:graphic></w:drawing>')
    diagram = run(f'<w:drawing><a:graphic><d:relIds xmlns:d="{DIAGRAM}" r:dm="soDo"/></a:graphic></w:drawing>')
    sheet = run(f'<w:object><o:OLEObject xmlns:o="{OFFICE}" ProgID="Excel.Sheet.12" r:id="r99"/></w:object>')
    hidden = f"<w:r>{HIDDEN}<w:t>bản cũ: </w:t></w:r><w:r>{HIDDEN}<w:t>năm 2021</w:t></w:r>"
    plan = tbl(
        tr("STT", "Nội dung", "Chủ trì", "Thời gian"),
        tr("1", tc(p("Hỗ trợ hợp tác xã", refers("footnote", 2))), "Sở Công thương", tc(p("2023", hidden))),
        tr("2", tc(p("Tập huấn y tế", GONE.format(" cơ sở"), refers("comment", 0))), "Sở Y tế", tc(p("2024", box("và 2025")))),
        tr("3", tc(p("Chuyển đổi số", PICTURE)), tc("Sở Nội vụ", down="restart"), "2025"),
        tr("4", "Cải cách hành chính", tc("Sở Tài chính", down="continue"), "2025"),
    )
    return (
        p(PICTURE, "KẾ HOẠCH")
        + p("Hợp tác y tế năm 2023", refers("endnote", 2))
        + p(box("DỰ THẢO"))
        + plan
        + p(chart) + p(diagram) + p(sheet)
        + '<w:altChunk r:id="trang"/>'
        + p(GONE.format("Đoạn này đã bỏ"), "Nơi nhận: như trên.")
    )


def more(name: str, parts: dict[str, tuple[str, str, str]]) -> None:
    """Adds parts to a document: by the id of their relation their kind, their path and their content."""
    path = word.HERE / name
    with zipfile.ZipFile(path) as file:
        entries = {entry: file.read(entry) for entry in file.namelist()}
    relations = "".join(
        f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for identity, (kind, target, _) in parts.items()
    )
    rels = "word/_rels/document.xml.rels"
    entries[rels] = entries[rels].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    entries |= {f"word/{target}": content for _, target, content in parts.values()}
    word.archive(name, entries)


def made() -> None:
    document(
        FILE, body(),
        footnotes=note("footnote", 2, "Theo Quyết định số 12/QĐ-UBND."),
        endnotes=note("endnote", 2, "Thay kế hoạch năm 2022."),
        comments=note("comment", 0, "Hỏi lại Sở Y tế."),
        header1=p("Phụ lục kèm theo công văn 15"), header2=p("Phụ lục kèm theo công văn 15"), header3=p(field("PAGE", "2")),
        footer1=p("Trang ", field("PAGE", "2"), "/", field("NUMPAGES", "5")),
    )
    words = lambda *lines: "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    cells = lambda *values: "".join(f"<c:pt><c:v>{value}</c:v></c:pt>" for value in values)
    chart = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart><c:title><c:tx><c:rich>{words("Kinh phí theo năm")}</c:rich></c:tx>'
        f"</c:title><c:plotArea><c:cat><c:strRef><c:f>A1:A2</c:f><c:strCache>{cells('Năm đầu', 'Năm cuối')}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{cells(3, 4)}</c:numCache></c:numRef></c:val></c:plotArea></c:chart></c:chartSpace>"
    )
    diagram = (
        f'<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="{DRAWING}"><d:ptLst><d:pt><d:t>{words("Ban chỉ đạo")}</d:t></d:pt>'
        f'<d:pt><d:t>{words("Tổ giúp việc")}</d:t></d:pt></d:ptLst></d:dataModel>'
    )
    more(FILE, {
        "bieuDo": ("chart", "charts/chart1.xml", chart),
        "soDo": ("diagramData", "diagrams/data1.xml", diagram),
        "trang": ("aFChunk", "afchunk.htm", "<p>Trang nhúng</p>"),
    })


def without_a_table() -> None:
    """A plan whose table is a picture, and one that Word reads in from a page."""
    document("beside-scan.docx", p("KẾ HOẠCH") + p("Hợp tác y tế năm 2023") + p(PICTURE) + p(PICTURE))
    document("beside-chunk.docx", p("KẾ HOẠCH") + '<w:altChunk r:id="trang"/>')
    more("beside-chunk.docx", {"trang": ("aFChunk", "afchunk.htm", "<table><tr><td>STT</td></tr></table>")})


def fields() -> None:
    """Words that stand in fields, controls and alternatives, and signs that print nothing."""
    def control(kind: str, content: str) -> str:
        return f"<w:sdt><w:sdtPr><w:{kind}/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def form(entries: list[str], chosen: int | None) -> str:
        result = "" if chosen is None else f'<w:result w:val="{chosen}"/>'
        listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
        data = f"<w:ffData><w:name w:val='Chon'/><w:ddList>{result}{listed}</w:ddList></w:ffData>"
        return (run(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>') + run("<w:instrText>FORMDROPDOWN</w:instrText>")
                + run('<w:fldChar w:fldCharType="end"/>'))

    code = "<w:instrText>IF</w:instrText>"
    nested = field("IF", "năm nay").replace(code, f"{code}</w:r>{field('DATE', '2023')}<w:r><w:instrText> = 2023</w:instrText>")
    inner = "<mc:AlternateContent><mc:Choice Requires='wps'><w:t>trong</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent>"
    both = f"<mc:AlternateContent><mc:Choice Requires='wps'>{inner}</mc:Choice><mc:Fallback><w:t>ngoài cũ</w:t></mc:Fallback></mc:AlternateContent>"
    document(
        "docx-fields.docx",
        p("Ngày ", control("date", t("15/6/2023")), ", ", control("dropDownList", t("Sở Y tế")), " chủ trì")
        + control("docPartObj", p("Đoạn trong khối"))
        + p("Chọn: ", form(["Sở Nội vụ", "Sở Tài chính"], 1), "; ", form(["Sở Xây dựng"], None))
        + p("Lồng: ", nested, ", hết")
        + p("Thay: ", run(both))
        + p("Ủy­ban nhân­ dân")
        + p("<w:smartTag w:element='place'>" + t("Hưng Yên") + "</w:smartTag>", "<w:customXml w:element='x'>" + t(", Sơn La") + "</w:customXml>")
        + p("Trước ", run('<w:fldChar w:fldCharType="begin"/>'), "mã không có cuối")
        + p("Sau"),
    )


if __name__ == "__main__":
    fields()
    made()
    without_a_table()
