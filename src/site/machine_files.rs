//! Which files a site has for machines: sitemap, robots.txt, the description of its search, and cards, the pictures that
//! stand beside a shared link.
//!
//! All of them speak in absolute addresses, so without `base_url` there are none. Cards are of the site and of plans only:
//! a picture a task would weigh more than all pages.

use super::{LONGEST_PATH, Route, Site};

/// The most addresses that a sitemap may hold (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;

/// The most bytes that a sitemap may have (sitemaps.org).
const MOST_BYTES: usize = 52_428_800;

/// What stands around an address in a sitemap, and around all of them, generously.
const AROUND: usize = 200;

impl Site {
    /// The pages of each sitemap: all in one, or as many as the limits ask for.
    #[must_use]
    pub fn sitemaps(&self) -> Vec<Vec<&Route>> {
        // The page for what was not found is no place to go to.
        let pages: Vec<&Route> =
            self.pages.iter().filter(|route| *route.page() != Route::NotFound).collect();
        pages.chunks(self.longest_sitemap()).map(<[&Route]>::to_vec).collect()
    }

    /// How many addresses fit into a sitemap, if all were as long as they may be.
    fn longest_sitemap(&self) -> usize {
        // Paths of pages are ASCII; `&` of the base becomes `&amp;`.
        let base = self.config.base_url.as_ref().map_or(0, |base| 5 * base.len());
        let longest = base + LONGEST_PATH + AROUND;
        (MOST_BYTES / longest).clamp(1, MOST_ADDRESSES)
    }

    pub(super) fn derive_machine_files(&self) -> Vec<Route> {
        if self.config.base_url.is_none() {
            return Vec::new();
        }
        let mut files = vec![Route::Sitemap, Route::Robots, Route::OpenSearch, Route::SiteCard];
        let parts = self.sitemaps().len();
        if parts > 1 {
            files.extend((1..=parts).map(Route::SitemapPart));
        }
        files.extend(self.library.plans.iter().map(|plan| Route::PlanCard(plan.id.clone())));
        files
    }
}
