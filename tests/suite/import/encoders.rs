//! Vietnamese text in the encodings of before Unicode, written as typists wrote it. The tables are not the program's own: that of
//! TCVN3 is what iconv makes of TCVN 5712-1, that of Windows-1258 what Python's cp1258 does, that of VNI is taken from its
//! keyboard's manual.

use unicode_normalization::UnicodeNormalization;

const TCVN3: &str = "àB5 ảB6 ãB7 áB8 ạB9 ăA8 ằBB ẳBC ẵBD ắBE ặC6 âA9 ầC7 ẩC8 ẫC9 ấCA ậCB èCC ẻCE ẽCF éD0 ẹD1 êAA ềD2 \
    ểD3 ễD4 ếD5 ệD6 ìD7 ỉD8 ĩDC íDD ịDE òDF ỏE1 õE2 óE3 ọE4 ôAB ồE5 ổE6 ỗE7 ốE8 ộE9 ơAC ờEA ởEB ỡEC ớED ợEE ùEF ủF1 ũF2 \
    úF3 ụF4 ưAD ừF5 ửF6 ữF7 ứF8 ựF9 ỳFA ỷFB ỹFC ýFD ỵFE đAE ĂA1 ÂA2 ÊA3 ÔA4 ƠA5 ƯA6 ĐA7";

const VNI: &str = "à=aø á=aù ả=aû ã=aõ ạ=aï ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä è=eø é=eù ẻ=eû \
    ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä ì=ì í=í ỉ=æ ĩ=ó ị=ò ò=oø ó=où ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä \
    ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï ù=uø ú=uù ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ỳ=yø ý=yù ỷ=yû ỹ=yõ ỵ=î đ=ñ";

const WINDOWS_1258: &str = "ăE3 âE2 êEA ôF4 ơF5 ưFD đF0 ĂC3 ÂC2 ÊCA ÔD4 ƠD5 ƯDD ĐD0 \u{300}CC \u{301}EC \u{303}DE \u{309}D2 \
    \u{323}F2";

/// The letters of Latin-1 that the bytes of TCVN3 look like in any other font. A capital with a tone has no byte of its own: it is
/// printed by the small letter's in a font of capitals.
pub(crate) fn tcvn3(text: &str) -> String {
    let byte = |c: char| entry(TCVN3, c).or_else(|| entry(TCVN3, c.to_lowercase().next()?));
    text.chars().map(|c| byte(c).map_or(c, char::from)).collect()
}

/// The letters of Latin-1 that the bytes of VNI look like in any other font.
pub(super) fn vni(text: &str) -> String {
    let spelt = |c: char| VNI.split(' ').find_map(|pair| pair.strip_prefix(c)?.strip_prefix('='));
    let letter = |c: char| match (spelt(c), c.to_lowercase().next().and_then(spelt)) {
        (Some(small), _) => small.to_owned(),
        (None, Some(small)) => small.to_uppercase(),
        (None, None) => c.to_string(),
    };
    text.chars().map(letter).collect()
}

/// Bytes of Windows-1258.
pub(super) fn windows_1258(text: &str) -> Vec<u8> {
    let letters = text.chars().flat_map(|c| {
        // Circumflex, breve and horn stay on the letter; a tone stands behind it.
        let (tone, base): (Vec<char>, Vec<char>) =
            c.nfd().partition(|mark| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*mark));
        base.into_iter().nfc().chain(tone).collect::<Vec<char>>()
    });
    letters.map(|c| entry(WINDOWS_1258, c).unwrap_or_else(|| ascii(c))).collect()
}

/// A byte a letter: what saving stand-ins as plain text gives.
pub(crate) fn bytes(stand_ins: &str) -> Vec<u8> {
    stand_ins.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or_else(|_| ascii(c))).collect()
}

/// What text in UTF-8 looks like when its bytes are taken for Windows-1252.
pub(super) fn twice(text: &str) -> String {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let letter = |byte: u8| match byte {
        0x80..=0x9f => FROM_80.chars().nth(usize::from(byte - 0x80)).expect("32 letters"),
        byte => char::from(byte),
    };
    text.bytes().map(letter).collect()
}

fn entry(table: &str, c: char) -> Option<u8> {
    let code = table.split_whitespace().find_map(|pair| pair.strip_prefix(c))?;
    Some(u8::from_str_radix(code, 16).expect("a byte"))
}

/// A character that no table changes: ASCII, or the dash and quotes that Windows has at the same places in all of them.
fn ascii(c: char) -> u8 {
    match c {
        '…' => 0x85,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        c => u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or_else(|| panic!("{c:?}")),
    }
}
