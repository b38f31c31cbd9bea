#!/usr/bin/env python3
"""Documents of LibreOffice by hand: what it writes only when a person clicks much. Run it in this folder; the bytes are always
the same. Each function is one document, `odt-<name>.odt`; what must be read of it stands in `odt-<name>.odt.manuscript`,
written by hand. The documents that LibreOffice wrote itself are `odt-libreoffice-<name>.odt`, see `word_parts.py`.
"""

from word_parts import archive

OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(
    f'xmlns:{prefix}="{OPEN}{name}:1.0"'
    for prefix, name in {"o": "office", "text": "text", "t": "table", "draw": "drawing", "style": "style", "fo": "xsl-fo-compatible"}.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
MANIFEST = f"{OPEN}manifest:1.0"


def document(name, text, automatic="", styles="", master="", entry=""):
    archive(
        name,
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{MANIFEST}"><m:file-entry m:full-path="content.xml">{entry}</m:file-entry></m:manifest>',
            "content.xml": f"<o:document-content {NAMES}><o:automatic-styles>{automatic}</o:automatic-styles><o:body><o:text>{text}</o:text></o:body></o:document-content>",
            "styles.xml": f"<o:document-styles {NAMES}><o:styles>{styles}</o:styles><o:master-styles>{master}</o:master-styles></o:document-styles>",
        },
    )


def p(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def cell(*content, columns=1, rows=1, repeated=1):
    """A cell; what is no element is a paragraph."""
    content = "".join(piece if piece.startswith("<") else p(piece) for piece in content)
    return f'<t:table-cell t:number-columns-spanned="{columns}" t:number-rows-spanned="{rows}" t:number-columns-repeated="{repeated}">{content}</t:table-cell>'


def covered(text="", repeated=1):
    return f'<t:covered-table-cell t:number-columns-repeated="{repeated}">{p(text) if text else ""}</t:covered-table-cell>'


def row(*cells, repeated=1):
    """A row; what is no element is a cell."""
    cells = "".join(piece if piece.startswith("<") else cell(piece) for piece in cells)
    return f'<t:table-row t:number-rows-repeated="{repeated}">{cells}</t:table-row>'


def table(*rows, more=""):
    return f'<t:table t:name="B"{more}><t:title>Tên bảng</t:title><t:table-column t:number-columns-repeated="9"/>{"".join(rows)}</t:table>'


def tables():
    """Header rows, regions, repeated rows and cells, tables within tables, words of covered cells."""
    parted = table(row("Chủ trì", "Sở Y tế"), row("Phối hợp", "Sở Nội vụ"), more=' t:is-sub-table="true"')
    document(
        "odt-tables.odt",
        p("Phụ lục")
        + table(
            f'<t:table-header-rows>{row("TT", "Nội dung", cell("Thực hiện", columns=2), covered(), "Năm")}</t:table-header-rows>',
            "<t:table-rows>" + row("1", cell("Du lịch", rows=2), "Sở Y tế", "", "2023"),
            row("2", covered("chữ bị che"), cell("như nhau", repeated=2), "2024") + "</t:table-rows>",
            row("3", "Lặp dòng", cell("x", columns=2), covered(), "2025", repeated=2),
            row(cell("Cả vùng", columns=3, rows=2), covered(repeated=2), cell("", repeated=2)),
            row(covered(repeated=3), "a", "b"),
            row(covered("không ai che"), "c", "d", cell(parted), "e"),
        )
        + f'<text:section text:name="S">{table(row(cell(p("Khung"), table(row("a", "b"), row("c", "d")))))}</text:section>'
        + p("Nơi nhận")
    )


def signs():
    """Blanks, breaks, fields, notes, remarks, frames, pictures, hidden text, deleted text, headers of pages."""
    change = "<o:change-info><dc:creator>Lan</dc:creator><dc:date>2022-06-15</dc:date></o:change-info>"
    box = f'<draw:frame draw:name="K1"><draw:text-box>{p("Hộp")}{p("chữ")}</draw:text-box></draw:frame>'
    picture = '<draw:frame><draw:object/><draw:image xlink:href="a.png"/><desc>Ảnh</desc></draw:frame>'
    document(
        "odt-signs.odt",
        f'<text:tracked-changes><text:changed-region><text:deletion>{change}{p("đã bỏ")}</text:deletion></text:changed-region>'
        f"<text:changed-region><text:insertion>{change}</text:insertion></text:changed-region></text:tracked-changes>"
        + p('Một<text:s text:c="3"/>hai<text:tab/>ba<text:line-break/>bốn\n   năm<text:soft-page-break/> sáu')
        + p('Sở <text:change text:change-id="1"/><text:span text:style-name="Dam">Y</text:span> <text:a xlink:href="x">tế</text:a> &amp; &#x111;')
        + p("Trang <text:page-number>3</text:page-number>, <text:bookmark-start text:name='b'/>mục<text:bookmark-end text:name='b'/>")
        + p(
            'Ghi<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            f'{p("Chú thích.")}</text:note-body></text:note> chú<o:annotation><dc:creator>Lan</dc:creator><dc:date>2022-06-15</dc:date>'
            f'{p("Xem lại.")}</o:annotation>'
        )
        + p(f"Khung {box}và <draw:a>{picture}</draw:a>hình")
        + f'<draw:rect>{p("Trong hình vẽ")}</draw:rect>'
        + p('Chữ <text:span text:style-name="An">ẩn </text:span>hiện<text:hidden-text text:string-value="điều kiện">điều kiện</text:hidden-text>')
        + p('Đoạn ẩn <text:span text:style-name="Hien">mà còn</text:span>', style="DoanAn")
        + f'<text:section text:display="none">{p("Phần ẩn")}</text:section>'
        + f'<text:section>{p("Phần hiện")}</text:section>'
        + p("\uf0b7 Du lịch"),
        automatic='<style:style style:name="An" style:family="text" style:parent-style-name="AnGoc"/>'
        '<style:style style:name="Hien" style:family="text"><style:text-properties text:display="true"/></style:style>'
        '<style:style style:name="DoanAn" style:family="paragraph"><style:text-properties text:display="none"/></style:style>',
        styles='<style:style style:name="AnGoc" style:family="text"><style:text-properties text:display="none"/></style:style>',
        master=f'<style:master-page><style:header>{p("Phụ lục kèm theo")}</style:header><style:header-left>{p("Phụ lục kèm theo")}</style:header-left>'
        f'<style:footer>{p("<text:page-number>3</text:page-number>")}</style:footer></style:master-page>',
    )


def level(number, format, more="", **properties):
    attributes = "".join(f' style:{name.replace("_", "-")}="{value}"' for name, value in properties.items())
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{format}"{attributes}{more}/>'


def items(*items, style=None, more="", header=""):
    """A list; an item is a paragraph, or the content of an item with its own attributes."""
    style = f' text:style-name="{style}"' if style else ""
    made = "".join(item if item.startswith("<text:list-item") else f"<text:list-item>{item if item.startswith('<') else p(item)}</text:list-item>" for item in items)
    return f"<text:list{style}{more}>{header}{made}</text:list>"


def numbers():
    """Lists with and without a style, in pieces, with other starts, headings, bullets."""
    lists = (
        '<text:list-style style:name="L1">'
        + level(1, "I", num_suffix=".")
        + level(2, "1", ' text:display-levels="2"', num_prefix="(", num_suffix=")")
        + level(3, "a", num_suffix=")")
        + level(4, "A", num_letter_sync="true")
        + '</text:list-style><text:list-style style:name="L2">'
        + '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"><style:text-properties style:font-name="Symbol"/></text:list-level-style-bullet>'
        + '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/><text:list-level-style-image text:level="3"/>'
        + '</text:list-style><text:list-style style:name="L3">'
        + level(1, "1", ' text:start-value="5"', num_list_format="Mục %1%: 100%")
        + level(2, "1", num_list_format="%1%.%2%")
        + '</text:list-style><text:list-style style:name="L4">'
        + level(1, "i").replace("/>", '><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number>')
        + "</text:list-style>"
    )
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        '<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>'
    )
    h = lambda text, level, more="": f'<text:h text:outline-level="{level}"{more}>{text}</text:h>'
    text = (
        h("Chương", 1) + h("Mục", 2) + h("không số", 3) + h("tựa", 1, ' text:is-list-header="true"') + h("Chương", 1) + h("Mục", 2)
        + items(
            p("một") + p("vẫn một") + items("một một", p("một hai") + items("sâu")),
            "hai",
            items("hai một"),
            style="L1",
            header=f"<text:list-header>{p('đầu danh sách')}</text:list-header>",
        )
        + table(
            row(cell(items(p(""), style="L1", more=' xml:id="a"')), cell(items("chấm", items("gạch", items("ảnh")), style="L2"))),
            row(cell(items(p(""), style="L1", more=' xml:id="b" text:continue-numbering="true"')), "y"),
            row(cell(items(items(p("")), style="L1", more=' text:continue-list="b"')), "z"),
        )
        + items("tiếp a", style="L1", more=' text:continue-list="a"')
        + items("mới", '<text:list-item text:start-value="27">' + p("từ số khác") + items(items(items("AA"))) + "</text:list-item>", style="L1")
        + items("năm", items("năm một"), '<text:list-item text:style-override="L2">' + p("đổi kiểu") + "</text:list-item>", style="L3")
        + items("liền", style="L4")
        + items(p("kiểu của đoạn", style="CoSo"))
        + items("không kiểu")
    )
    document(
        "odt-numbers.odt", text, automatic=lists, 
        styles=outline + '<style:style style:name="CoSo" style:family="paragraph" style:list-style-name="L1"/>',
    )


def secret():
    """Under a password: the bytes of the text are no XML."""
    document("odt-password.odt", "", entry="<m:encryption-data/>")


if __name__ == "__main__":
    for made in [tables, signs, numbers, secret]:
        made()
