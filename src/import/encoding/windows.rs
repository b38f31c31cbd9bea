//! Windows-1258 and Windows-1252. The only place that knows `encoding_rs`.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

use crate::text;

/// Bytes in Windows-1258, whose tones follow their letters, composed.
pub(super) fn vietnamese(bytes: &[u8]) -> String {
    text::composed(&WINDOWS_1258.decode_without_bom_handling(bytes).0)
}

/// Bytes in Windows-1252: what a font encoding looks like in any other font.
pub(super) fn western(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// What was UTF-8 before its bytes were taken for Windows-1252; nothing when it cannot have been.
pub(super) fn once(twice: &str) -> Option<String> {
    if twice.is_ascii() {
        return None;
    }
    let (bytes, _, replaced) = WINDOWS_1252.encode(twice);
    (!replaced).then(|| String::from_utf8(bytes.into_owned()).ok()).flatten()
}
