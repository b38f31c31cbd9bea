//! Cards: the pictures that services show beside a shared link, of the site and of each plan.
//!
//! A card is written as SVG, in lines that were measured before, and painted with the one face of [`face`], so that its bytes
//! do not depend on the machine. It shows what the page says and nothing else. The only place that knows resvg.

mod face;
mod lines;

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Source};

use super::xml;
use crate::model::Plan;
use crate::render::compose::Here;
use crate::text;
use lines::{Block, fit};

/// The width of a card in pixels, and its height: what services ask for.
pub(in crate::render) const CARD_WIDTH: u32 = 1200;
pub(in crate::render) const CARD_HEIGHT: u32 = 630;

/// The space at either side of the words.
const MARGIN: f32 = 80.0;

/// How wide the words may be.
const MEASURE: f32 = 1040.0;

/// The card of the site: who publishes it, its title, what it is.
pub(super) fn of_site(here: &Here<'_>) -> Option<Vec<u8>> {
    let config = &here.site.config;
    card(&Words {
        above: config.publisher.clone().unwrap_or_default(),
        title: config.title.clone(),
        below: config.description.clone().unwrap_or_default(),
    })
}

/// The card of a plan: its number, its title, who issued it and how many tasks it has.
pub(super) fn of_plan(here: &Here<'_>, plan: &Plan) -> Option<Vec<u8>> {
    let facts = &plan.facts;
    let tasks = here.tasks_in_words(plan.tasks.len());
    let short = facts.number.as_ref().map(|_| here.plan_short(plan));
    card(&Words {
        above: short.unwrap_or_default(),
        title: facts.title.clone(),
        below: facts.issuer.iter().chain([&tasks]).cloned().collect::<Vec<_>>().join(" · "),
    })
}

/// What a card says. Only the title is never empty.
struct Words {
    above: String,
    title: String,
    below: String,
}

fn card(words: &Words) -> Option<Vec<u8>> {
    let mut options = Options::default();
    options.fontdb_mut().load_font_source(Source::Binary(Arc::new(face::bytes()?)));
    let tree = Tree::from_str(&svg(words), &options).ok()?;
    let mut picture = Pixmap::new(CARD_WIDTH, CARD_HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().ok()
}

/// The card as SVG: a sheet of paper with a red edge, the number in the red of a seal, the words in black.
fn svg(words: &Words) -> String {
    let above = Block { top: 60.0, height: 60.0, largest: 40.0, smallest: 24.0 };
    let title = Block { top: 140.0, height: 310.0, largest: 76.0, smallest: 36.0 };
    let below = Block { top: 470.0, height: 110.0, largest: 34.0, smallest: 26.0 };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{CARD_WIDTH}\" height=\"{CARD_HEIGHT}\" \
         font-family=\"{}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\
         <rect width=\"24\" height=\"100%\" fill=\"#b0121b\"/>{}{}{}</svg>",
        face::FAMILY,
        block(&above, &words.above, "#b0121b"),
        block(&title, &words.title, "#15191d"),
        block(&below, &words.below, "#545e68"),
    )
}

/// Words as lines of SVG, each at its place.
fn block(block: &Block, words: &str, colour: &str) -> String {
    let words = text::composed(&text::one_line(words));
    let fitted = fit(&words, MEASURE, block);
    let lines = fitted.lines.iter().zip(fitted.baselines(block.top));
    lines
        .map(|(line, baseline)| {
            let (size, line) = (fitted.size, xml(line));
            format!(
                "<text x=\"{MARGIN}\" y=\"{baseline}\" font-size=\"{size}\" fill=\"{colour}\">{line}</text>"
            )
        })
        .collect()
}
