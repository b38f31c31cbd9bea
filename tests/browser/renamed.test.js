// A plan, a domain, a task and an agency got other ids, and their earlier addresses stand beside them: every address that the
// site had before is there still, and a link from before, with its fragment, arrives, by file:// as well.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import { Chromium } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES } from './lib/places.js';
import { pagesToOpen, siteFrom } from './lib/site.js';

const published = siteFrom('PLANPRESS_SITE', 'before');
const renamed = siteFrom('PLANPRESS_SITE_RENAMED', 'after');
const promised = JSON.parse(readFileSync(path.join(published.folder, 'manifest.json'), 'utf8')).addresses;

const browser = new Chromium();
after(() => browser.close());

test('every address and every place within a page is there', () => {
  const files = new Set(renamed.files);
  const lost = Object.entries(promised).flatMap(([address, places]) => {
    if (!files.has(address)) return [address];
    const text = places.length > 0 ? readFileSync(path.join(renamed.folder, address), 'utf8') : '';
    return places.filter((place) => !text.includes(` id="${place}"`)).map((place) => `${address}#${place}`);
  });
  assert.deepEqual(lost, []);
  const same = renamed.pages.filter((page) => published.pages.includes(page)).length;
  assert.ok(renamed.pages.length > same + 50, 'most pages have another address now');
});

for (const at of [PLACES[1], PLACES[2]]) {
  describe(at.name, () => {
    let place;
    let tab;
    opened(browser, at, renamed.folder, (open) => ({ place, tab } = open));

    for (const { kind, pages } of pagesToOpen(published)) {
      test(`a link from before to a place of ${kind} arrives`, async () => {
        for (const page of pages) {
          const fragments = promised[page];
          const fragment = fragments.at(-1);
          const faults = await tab.visit(place, fragment ? `${page}#${fragment}` : page);
          assert.deepEqual(faults, [], page);
          if (!fragment) continue;
          const top = await tab.ask(() => document.querySelector(':target')?.getBoundingClientRect().top);
          assert.notEqual(top, undefined, `${page}#${fragment} is a place`);
          const height = await tab.ask(() => window.innerHeight);
          assert.ok(top > -2 && top < height, `${page}#${fragment} is on the screen, at ${top}`);
        }
      });
    }

    test('a page at its earlier address says which one it has now', async () => {
      const task = published.pages.find((page) => page.startsWith('nhiem-vu/'));
      await tab.visit(place, task);
      const canonical = await tab.ask(() => document.querySelector('link[rel=canonical]').href);
      assert.ok(canonical.startsWith(`${place.base}nhiem-vu/hop-tac/`), canonical);
      assert.deepEqual(await tab.visit(place, canonical.slice(place.base.length)), []);
    });
  });
}
