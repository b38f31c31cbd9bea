// The search engine in real Chromium: it analyses as the program does, and answers in time, also on a site of 1,000 tasks
// where one is given (PLANPRESS_SITE_LARGE).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { Chromium } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const golden = readFileSync(new URL('../search/golden.jsonl', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

/** How many pages a first search may be tried on. */
const TURNS = 10;

/** Each its first search, which must make everything ready; milliseconds. */
const SITES = [
  { name: 'the shipped plan', folder: siteFrom('PLANPRESS_SITE', 'cong-bo').folder, within: 50 },
  ...(process.env.PLANPRESS_SITE_LARGE ? [{ name: '1,000 tasks', folder: process.env.PLANPRESS_SITE_LARGE, within: 100 }] : []),
];

for (const { name, folder, within } of SITES) {
  describe(name, () => {
    const browser = new Chromium();
    let place;
    let tab;
    opened(browser, ROOT, folder, (open) => ({ place, tab } = open));
    before(() => loadEngine(tab, place));
    after(() => browser.close());

    // A busy machine may take the processor away in the middle: what counts is that a first search can be that fast.
    test('the first result comes in time', async () => {
      let least = Infinity;
      for (let turn = 0; turn < TURNS && least >= within; turn += 1) {
        await loadEngine(tab, place);
        const took = await tab.ask(() => {
          const started = performance.now();
          const found = window.vks.search('du lịch sinh thái');
          return { milliseconds: performance.now() - started, total: found.total };
        });
        assert.ok(took.total > 0);
        least = Math.min(least, took.milliseconds);
      }
      assert.ok(least < within, `${least} ms`);
      console.log(`first search of ${name}: ${least.toFixed(1)} ms`);
    });

    test('the client analyses every golden text as the program does', async () => {
      const wrong = await tab.ask((vectors) => vectors.filter(([text, expected]) => {
        const actual = window.vks.tokens(text).map(({ f, a, s, e, n }) => [f, a, s, e, n]);
        return JSON.stringify(actual) !== JSON.stringify(expected);
      }), golden);
      assert.deepEqual(wrong, []);
    });
  });
}

/** A fresh page with the engine and its index, not yet used. */
async function loadEngine(tab, place) {
  await tab.visit(place, 'du-lieu.html');
  await tab.ask((address) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => window.vks.load('', (error) => (error ? reject(error) : resolve()));
    document.head.append(script);
  }), `${place.base}tim-kiem/engine.js`);
}
