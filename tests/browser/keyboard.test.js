// A reader without a mouse reaches everything, sees where the focus is, and can skip what stands on every page.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { walk } from './lib/keyboard.js';
import { ROOT } from './lib/places.js';
import { bothSites } from './lib/site.js';

inBothBrowsers((browser) => {
  for (const site of bothSites()) {
    describe(site.label, () => {
      const pages = ['index.html', site.kinds.get('task')?.at(-1), 'tim-kiem.html?q=du%20l%E1%BB%8Bch'];
      let place;
      let tab;
      before(async () => {
        place = await ROOT.open(site.folder);
      });
      after(() => place?.close());
      // A tab for each test: past a page's end the focus may be in the browser's own bars, and the next walk would begin there.
      beforeEach(async () => {
        tab = await browser.open();
      });
      afterEach(() => tab.close());

      for (const page of pages) {
        test(`Tab reaches everything and shows where it is: ${page}`, async () => {
          await tab.visit(place, page);
          await tab.until('the search to end', searchAtRest);
          const { count, missed, unmarked } = await walk(tab);
          assert.ok(count >= 5, `only ${count} links, buttons and fields found`);
          assert.deepEqual(missed, [], 'never reached');
          assert.deepEqual(unmarked, [], 'reached, but nothing shows it');
        });

        test(`the skip link comes first and leads to the main text: ${page}`, async () => {
          await tab.visit(place, page);
          await tab.press('Tab');
          await tab.until('the skip link to be seen', skipLinkIsSeen);
          await tab.press('Enter');
          await tab.until('the address to name the main text', () => location.hash !== '');
          assert.ok(await tab.ask(() => document.querySelector('main').closest(location.hash) !== null
            || document.querySelector('main').querySelector(location.hash) !== null), 'the skip link leads into main');
          await tab.press('Tab');
          assert.ok(await tab.ask(() => {
            const focused = document.activeElement;
            const main = document.querySelector('main');
            return focused !== document.body && (main.contains(focused)
              || Boolean(main.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING));
          }), 'the next Tab goes on from the main text');
        });
      }
    });
  }
});

/** True where no search is under way: on every page without a result list, too. */
function searchAtRest() {
  return (document.querySelector('#ket-qua')?.dataset.state ?? 'done') === 'done';
}

/** The focus is on a link to a place of this page, and that link lies inside the window. */
function skipLinkIsSeen() {
  const link = document.activeElement;
  const box = link.getBoundingClientRect();
  return link.matches('a[href^="#"]') && box.width > 1 && box.height > 1
    && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
}
