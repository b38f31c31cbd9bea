//! The codes on printed pages say the addresses that stand beside them, as an independent reader reads them.

use planpress::render::view;
use serde_json::Value;

use super::BASE;
use crate::data::site;

/// How many pixels a square has.
const SCALE: usize = 4;

/// The dark squares of a path of boxes such as "M4 4h7v1h-7z", each a run within a row.
fn squares(path: &str, size: usize) -> Vec<Vec<bool>> {
    let mut rows = vec![vec![false; size]; size];
    for run in path.split_terminator('z') {
        let (place, shape) = run.trim_start_matches('M').split_once('h').expect("a run");
        let (column, row) = place.split_once(' ').expect("a place");
        let (length, _) = shape.split_once('v').expect("a height");
        let (column, row): (usize, usize) = (column.parse().expect("x"), row.parse().expect("y"));
        let length: usize = length.parse().expect("a length");
        rows[row][column..column + length].fill(true);
    }
    rows
}

#[test]
fn each_code_is_read_as_the_address_beside_it() {
    let made = site("every-key");
    let pages = [
        ("plan", "ke-hoach/12-kh-ubnd-2022.html"),
        ("domain", "linh-vuc/12-kh-ubnd-2022/b-1.html"),
        ("task", "nhiem-vu/12-kh-ubnd-2022/b-1-1-1.html"),
    ];
    for (kind, page) in pages {
        let ready = &made.ready;
        let route = ready.site.pages.iter().find(|route| route.path() == page).expect("a page");
        let (_, view) = view(&ready.site, &ready.theme, route).expect("no fault").expect("a view");
        let view: Value = serde_json::from_str(&view.to_json()).expect("JSON");
        let code = &view[kind]["citation_qr"];
        let size = usize::try_from(code["size"].as_u64().expect("a size")).expect("a size");
        let rows = squares(code["path"].as_str().expect("a path"), size);
        let pixel = |x: usize, y: usize| if rows[y / SCALE][x / SCALE] { 0 } else { 255 };
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, pixel);
        let grids = picture.detect_grids();
        let [grid] = grids.as_slice() else { panic!("{page}: {} codes", grids.len()) };
        let (_, address) = grid.decode().expect("an address");
        assert_eq!(address, format!("{BASE}/{page}"));
        assert_eq!(view[kind]["permalink"], *address);
    }
}

#[test]
fn a_site_that_does_not_know_its_address_has_no_codes() {
    let made =
        crate::made::Made::of(&crate::golden::in_theme(crate::golden::site("flat"), "cong-bo"));
    for (path, page) in made.pages() {
        assert!(!page.contains("class=\"qr\""), "{path}");
    }
}
