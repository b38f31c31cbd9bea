//! The description of the search as opensearch.org has it, by which a browser adds the site's search to its own. A theme whose search page runs no
//! script cannot answer a query from outside, so its sites have none.

use super::xml;
use crate::render::compose::Here;
use crate::site::Route;
use crate::text::excerpt;

/// The longest short name that the format allows, in characters; one of them for "…".
const SHORT_NAME: usize = 15;

/// The longest name that the format allows, in characters; one of them for "…".
const LONG_NAME: usize = 47;

pub(super) fn description(here: &Here<'_>) -> Option<String> {
    if !here.searches() {
        return None;
    }
    let config = &here.site.config;
    let page = here.absolute(&Route::Search)?;
    let address = here.absolute(&Route::OpenSearch)?;
    let what = config.description.as_ref().unwrap_or(&config.title);
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<LongName>{}</LongName>\n<Description>{}</Description>\n\
         <Language>{}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{}\"/>\n\
         </OpenSearchDescription>\n",
        xml(&excerpt(&config.title, SHORT_NAME)),
        xml(&excerpt(&config.title, LONG_NAME)),
        xml(&excerpt(what, 1_000)),
        xml(config.main_language()),
        xml(&page),
        xml(&address),
    ))
}
