// Follows every link from the home page, as a crawler does, over http in a subfolder: each answers with 200, each
// fragment is there, nothing is absolute, and no page of the folder is left that no link leads to.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Chromium } from './lib/browsers.js';
import { PLACES } from './lib/places.js';
import { bothSites } from './lib/site.js';
import { crawl } from './lib/crawl.js';

/** Only a browser is needed that reads HTML as browsers do; one will do. */
const browser = new Chromium();
after(() => browser.close());

for (const site of bothSites()) {
  describe(site.label, () => {
    let place;
    let crawled;
    before(async () => {
      place = await PLACES[1].open(site.folder);
      const tab = await browser.open();
      crawled = await crawl(tab, place.base, ['404.html']); // No link leads to the page that stands for missing ones.
      await tab.close();
    });
    after(() => place?.close());

    test('every link of the site leads to something', () => {
      assert.deepEqual(crawled.broken, []);
    });

    test('every page can be reached from the home page', () => {
      const unreached = site.pages.filter((page) => !crawled.reached.has(page));
      assert.deepEqual(unreached, []);
    });
  });
}
