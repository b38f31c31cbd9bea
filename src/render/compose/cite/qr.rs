//! An address as a QR code, for whoever holds a printed page: one path of an SVG. The only place that knows `qrcode`.

use qrcode::{Color, EcLevel, QrCode};

use crate::render::view::QrView;

/// The light squares around a code that its readers need (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code of an address; nothing for one that is too long for any code.
///
/// Dark squares are drawn run by run, each a closed box, so that neither stroke nor style is needed.
pub(super) fn code(address: &str) -> Option<QrView> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let colours = code.to_colors();
    let rows = colours.chunks(code.width().max(1)).enumerate();
    let path = rows.map(|(row, colours)| row_of_boxes(row, colours)).collect();
    Some(QrView { size: code.width() + 2 * QUIET, path })
}

/// The runs of dark squares of a row: "M4 4h7v1h-7z".
fn row_of_boxes(row: usize, colours: &[Color]) -> String {
    let mut column = QUIET;
    let mut boxes = String::new();
    for run in colours.chunk_by(|left, right| left == right) {
        let length = run.len();
        if run.first() == Some(&Color::Dark) {
            boxes.push_str(&format!("M{column} {}h{length}v1h-{length}z", row + QUIET));
        }
        column += length;
    }
    boxes
}
