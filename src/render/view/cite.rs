//! How a plan, a domain or a task is cited.

use serde::Serialize;

/// How to cite what a page shows; its fields stand among those of `plan`, `domain` and `task`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CiteView {
    /// As Vietnamese documents cite it: "Nhiệm vụ 3.7, mục 3, phần B, Kế hoạch số 150/KH-UBND năm 2022 của Ủy ban nhân dân
    /// tỉnh Sơn La".
    pub citation: String,
    /// Its row in the document: "bảng 1, dòng 7, ke-hoach.docx"; only of a task.
    pub citation_row: Option<String>,
    /// Its lasting address: absolute with `base_url`, else the path within the site.
    pub permalink: String,
    /// The same for lists of literature and programs: APA, BibTeX, RIS, CSL-JSON, always these four.
    pub citation_formats: Vec<CitationFormatView>,
    /// The address for cameras, to be printed; only with `base_url`.
    pub citation_qr: Option<QrView>,
    /// For programs that collect literature: `<meta name content>`.
    pub citation_meta: Vec<MetaView>,
}

/// A citation in a format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitationFormatView {
    /// The format's name: "BibTeX".
    pub name: &'static str,
    /// The citation, of one or more lines.
    pub text: String,
}

/// A QR code as a picture of squares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrView {
    /// Its height and width in squares, with the quiet zone around it.
    pub size: usize,
    /// The dark squares, for the attribute `d` of one `<path>` of an SVG of that size.
    pub path: String,
}

/// A `<meta>` of the page's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetaView {
    /// Its name: "DC.title", "og:title".
    pub name: &'static str,
    /// Its content.
    pub content: String,
}
