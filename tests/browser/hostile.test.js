// A site with hostile words in every field, in a real Chromium: no script of theirs runs, no request leaves, the pages' policy
// has nothing to refuse, and the words are read as they were written. The site is made by `cargo run --example hostile`.
//
// Every word calls alert() where it can, which the watcher tells as a dialog; it also tells requests that leave and what the
// policy refused.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import { Chromium } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE_HOSTILE', 'hostile');
const words = JSON.parse(readFileSync(path.join(site.folder, '..', 'words.json'), 'utf8'));

/** Which words the ordinary run takes; the pages of all of them take some minutes. */
const EVERY = process.env.LONG === '1' ? 1 : 16;
const taken = words.map((word, at) => ({ word, at })).filter(({ at }) => at % EVERY === 0);

describe('hostile words', () => {
  const browser = new Chromium();
  let place;
  let tab;
  opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));
  after(() => browser.close());

  test('there are at least two hundred', () => {
    assert.ok(words.length >= 200, `${words.length}`);
  });

  test('nothing of them runs, loads or is refused on any kind of page', async () => {
    for (const { at, word } of taken) {
      const pages = [`nhiem-vu/k-${at}/t-1.html`, `ke-hoach/k-${at}.html`, `toan-van/k-${at}.html`, `linh-vuc/k-${at}/d.html`,
        `co-quan/a-${at}.html`, `p-${at}.html`];
      for (const page of pages) {
        assert.deepEqual(await tab.visit(place, page), [], `${page}: ${JSON.stringify(word)}`);
      }
    }
    // Not 404.html, whose links begin where the site says that it stands.
    for (const page of ['index.html', 'co-quan.html', 'du-lieu.html', 'tim-kiem.html', 'ke-hoach/moi-tu.html']) {
      assert.deepEqual(await tab.visit(place, page), [], page);
    }
  });

  test('the page of a task shows them as they were written, and turns nothing around them', async () => {
    for (const { at, word } of taken) {
      await tab.visit(place, `nhiem-vu/k-${at}/t-1.html`);
      const shown = await tab.ask(() => [...document.querySelectorAll('.published, .published a, dd, q, h1, .sheet-text p')]
        .map((element) => element.textContent.trim()));
      const alone = shown.filter((text) => text === word || text === word.trim()).length;
      assert.ok(alone >= 5, `${JSON.stringify(word)} stands alone ${alone} times on its page`);
      const leaking = await tab.ask(() => [...document.querySelectorAll('a, span, q, strong, small')]
        .filter((element) => /[\u202a-\u202e\u2066-\u2069]/.test(element.textContent))
        .filter((element) => !/isolate/.test(getComputedStyle(element).unicodeBidi) && getComputedStyle(element).display === 'inline')
        .map((element) => element.outerHTML));
      assert.deepEqual(leaking, []);
    }
  });

  test('filters and search hold them as words', async () => {
    await tab.visit(place, 'ke-hoach/moi-tu.html');
    const filters = await tab.ask(() => [...document.querySelectorAll('#loc select')].map(({ options }) => options.length));
    assert.ok(filters.length > 1, 'there are filters');
    for (const [filter, options] of filters.entries()) {
      for (const option of [1, options >> 1, options - 1]) {
        await tab.ask(([of, chosen]) => {
          const select = document.querySelectorAll('#loc select')[of];
          select.selectedIndex = chosen;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }, [filter, option]);
      }
    }
    assert.deepEqual(await tab.faults(), [], 'filters');
    for (const { word } of taken.slice(0, 8)) {
      assert.deepEqual(await tab.visit(place, `tim-kiem.html?q=${encodeURIComponent(word)}`), [], `search: ${word}`);
    }
  });
});
