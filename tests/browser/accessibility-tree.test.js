// What a screen reader says of the main pages, to the letter: Chromium's accessibility tree against `expected/*.txt`.
// SNAPSHOTS=overwrite writes these anew; read each change as it would be heard.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';

import { spokenText } from './lib/accessibility.js';
import { Chromium } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const EXPECTED = new URL('expected/', import.meta.url);
const OVERWRITE = process.env.SNAPSHOTS === 'overwrite';

const PAGES = [
  { name: 'home', page: 'index.html' },
  { name: 'task', page: 'nhiem-vu/150-kh-ubnd-2022/b-3-7.html' },
  { name: 'domain', page: 'linh-vuc/150-kh-ubnd-2022/b-1.html' },
  { name: 'agency', page: 'co-quan/so-y-te-hung-yen.html' },
  { name: 'search', page: 'tim-kiem.html?q=du+l%E1%BB%8Bch&nam=2023' },
];

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');

describe('a screen reader says', () => {
  const browser = new Chromium();
  let place;
  let tab;
  opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));
  after(() => browser.close());

  for (const { name, page } of PAGES) {
    test(`${name} as it is written down`, async () => {
      await tab.visit(place, page);
      await tab.until('the search to end', () => (document.querySelector('#ket-qua')?.dataset.state ?? 'done') === 'done');
      const said = spokenText(await tab.accessibilityNodes());
      const file = new URL(`${name}.txt`, EXPECTED);
      if (OVERWRITE) {
        mkdirSync(EXPECTED, { recursive: true });
        writeFileSync(file, said);
      }
      assert.equal(said, readFileSync(file, 'utf8'), `${page} is heard otherwise; SNAPSHOTS=overwrite writes it anew`);
    });
  }
});
