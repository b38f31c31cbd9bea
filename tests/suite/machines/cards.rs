//! Cards: pictures of the right size, with ink where the words are and none at the edges.

use super::{BASE, between, with_settings};
use crate::data::site;
use crate::golden::in_theme;
use crate::made::Made;

/// A picture's pixels, four bytes each.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    #[track_caller]
    fn read(made: &Made, path: &str) -> Self {
        let bytes = made.files.bytes(path).unwrap_or_else(|| panic!("there is no {path}"));
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        Self { width: info.width as usize, height: info.height as usize, pixels }
    }

    /// The dark pixels of these columns and rows.
    fn ink(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> usize {
        let dark = |pixel: &[u8]| pixel.iter().take(3).all(|colour| *colour < 0x80);
        let at = |column, row| &self.pixels[4 * (row * self.width + column)..][..4];
        rows.map(|row| columns.clone().filter(|column| dark(at(*column, row))).count()).sum()
    }
}

#[test]
fn the_site_and_each_plan_have_a_picture_with_their_words() {
    let made = site("every-key");
    let pictures = made.paths().filter(|path| path.ends_with(".png")).collect::<Vec<_>>();
    assert_eq!(pictures, ["the.png", "the/12-kh-ubnd-2022.png"]);
    for path in pictures {
        let picture = Picture::read(made, path);
        assert_eq!((picture.width, picture.height), (1200, 630), "{path}");
        assert!(picture.ink(80..1120, 140..450) > 2_000, "{path}: the title");
        assert!(picture.ink(80..1120, 470..600) > 200, "{path}: what stands below it");
    }
}

#[test]
fn no_title_is_too_long_for_its_picture() {
    let titles = ["Ế Ữ Ặ Ỗ ".repeat(300), "ẾỮẶỖ".repeat(300), "漢".repeat(500), "Ể".to_owned()];
    for title in titles {
        let made = Made::of(&with_settings("every-key", |settings| {
            settings.replace("Kế hoạch tỉnh Mẫu", title.trim())
        }));
        let picture = Picture::read(&made, "the.png");
        assert!(picture.ink(80..1125, 130..460) > 200, "{title}");
        assert_eq!(picture.ink(1125..1200, 0..630), 0, "{title} runs over the right edge");
        assert_eq!(picture.ink(30..78, 0..630), 0, "{title} runs over the left edge");
        assert_eq!(picture.ink(30..1200, 0..50) + picture.ink(30..1200, 600..630), 0, "{title}");
    }
}

#[test]
fn a_shared_link_shows_a_picture_that_there_is() {
    let made = Made::of(&in_theme(crate::golden::site("every-key"), "cong-bo"));
    for (path, page) in made.pages().filter(|(path, _)| *path != "404.html") {
        let addresses = between(page, "property=\"og:image\" content=\"", "\"");
        let [address] = addresses.as_slice() else { panic!("{path}: {addresses:?}") };
        let file = address.strip_prefix(BASE).and_then(|file| file.strip_prefix('/'));
        assert!(made.files.bytes(file.expect("below the base")).is_some(), "{path}: {address}");
    }
}
