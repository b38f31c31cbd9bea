//! TCVN3, the encoding of the fonts of the ABC program (`.VnTime`): TCVN 5712:1993, third set (VN3), one byte a letter.
//!
//! It has the capitals Ă Â Ê Ô Ơ Ư Đ and no capital with a tone: those are printed by fonts of capitals (`.VnTimeH`), in which the
//! small letters look large. The bytes do not tell which font a word was in, so that such letters come out small.

/// The letters from byte 0xA1 on; a blank where the set has none.
const FROM_A1: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

/// The byte of the first of them.
const FIRST: u32 = 0xA1;

/// The text, of which each letter stood for the byte of its own number.
pub(super) fn modern(text: &str) -> String {
    let table: Vec<char> = FROM_A1.chars().collect();
    let letter = |stand_in: char| {
        let place = u32::from(stand_in).checked_sub(FIRST).and_then(|p| usize::try_from(p).ok());
        let letter = place.and_then(|place| table.get(place)).copied();
        letter.filter(|letter| *letter != ' ').unwrap_or(stand_in)
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{FROM_A1, modern};

    #[test]
    fn the_table_ends_where_the_set_does() {
        assert_eq!(FROM_A1.chars().count(), 0xFE - 0xA1 + 1);
        assert_eq!(modern("NhiÖm vô, §µ N½ng, \u{ad}u tiªn, ý"), "Nhiệm vụ, Đà Nẵng, ưu tiên, ý");
    }
}
