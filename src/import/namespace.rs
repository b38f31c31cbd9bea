//! The namespaces of Office and LibreOffice that readers tell apart. A document may bind them to any prefix; Office knows two
//! addresses for its own, the usual ("transitional") and that of the strict standard.

/// What a name of an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Word's text.
    Word,
    /// Formulas of Word.
    Math,
    /// Drawings of Office.
    Drawing,
    /// Pictures within drawings of Office.
    Picture,
    /// Sheets of Excel.
    Sheet,
    /// Drawings on a sheet of Excel.
    SheetDrawing,
    /// Charts of Office.
    Chart,
    /// Diagrams of Office.
    Diagram,
    /// Drawings of Office before 2007.
    Vml,
    /// Objects of other programs within a document of Office.
    Object,
    /// Alternatives for programs of different age.
    Compatibility,
    /// What belongs to what in an archive of Office.
    Relations,
    /// OpenDocument: the document's frame.
    Office,
    /// OpenDocument: text.
    Text,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: drawings.
    Draw,
    /// OpenDocument: styles.
    Style,
    /// OpenDocument: what an archive holds.
    Manifest,
    /// Any other, or none.
    Other,
}

impl Space {
    /// Told by the address.
    pub(super) fn of(address: &str) -> Self {
        let open = "urn:oasis:names:tc:opendocument:xmlns:";
        if let Some(name) = address.strip_prefix(open) {
            return match name {
                "office:1.0" => Self::Office,
                "text:1.0" => Self::Text,
                "table:1.0" => Self::Table,
                "drawing:1.0" => Self::Draw,
                "style:1.0" => Self::Style,
                "manifest:1.0" => Self::Manifest,
                _ => Self::Other,
            };
        }
        match address {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Self::Drawing,
            "http://schemas.openxmlformats.org/drawingml/2006/picture"
            | "http://purl.oclc.org/ooxml/drawingml/picture" => Self::Picture,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            | "http://purl.oclc.org/ooxml/spreadsheetml/main" => Self::Sheet,
            "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing" => Self::SheetDrawing,
            "http://schemas.openxmlformats.org/drawingml/2006/chart"
            | "http://purl.oclc.org/ooxml/drawingml/chart" => Self::Chart,
            "http://schemas.openxmlformats.org/drawingml/2006/diagram"
            | "http://purl.oclc.org/ooxml/drawingml/diagram" => Self::Diagram,
            "urn:schemas-microsoft-com:vml" => Self::Vml,
            "urn:schemas-microsoft-com:office:office" => Self::Object,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Self::Relations,
            _ => Self::Other,
        }
    }
}
