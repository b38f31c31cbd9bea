// What a page costs a cheap phone: few bytes, and nothing that jumps while it loads. How long it is held up depends on the
// machine, so that lighthouse.js measures it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { Chromium } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { ROOT } from './lib/places.js';
import { bothSites, pagesToOpen } from './lib/site.js';

const MOST_BYTES = 30_000;

for (const site of bothSites()) {
  describe(site.label, () => {
    const browser = new Chromium();
    let place;
    let tab;
    opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));
    before(() => tab.resize(360));
    after(() => browser.close());

    test(`the first load of a task weighs at most ${MOST_BYTES} bytes`, async () => {
      for (const page of pagesToOpen(site).find(({ kind }) => kind === 'task').pages) {
        await tab.visit(place, page);
        const weights = await Promise.all((await tab.ask(loadedFiles)).map(async (address) => ({ address, bytes: await weigh(address) })));
        const heard = weights.map(({ address, bytes }) => `${bytes} ${address.slice(place.base.length)}`).join(', ');
        assert.ok(weights.some(({ address }) => /\.css\b/.test(address)), `a stylesheet among ${heard}`);
        assert.ok(weights.some(({ address }) => /bieu-tuong/.test(address)), `an icon among ${heard}`);
        assert.ok(weights.reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_BYTES, heard);
      }
    });

    for (const { kind, pages } of pagesToOpen(site)) {
      test(`nothing jumps while it loads: ${kind}`, async () => {
        await tab.visit(place, pages[0]);
        assert.deepEqual(await tab.ask(layoutShifts), [], `what jumped on ${pages[0]}`);
      });
    }

    test('a page that jumps is seen to', async () => {
      await tab.visit(place, 'index.html');
      await tab.ask(jump);
      assert.notDeepEqual(await tab.ask(layoutShifts), []);
    });
  });
}

/** The page, and every file that it loaded or that a browser loads with it. */
function loadedFiles() {
  const icons = [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href);
  return [...new Set([location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name), ...icons])];
}

async function weigh(address) {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  return gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
}

/** How far each thing jumped since the page began to load. */
function layoutShifts() {
  return new Promise((answer) => {
    const seen = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      observer.disconnect();
      answer(seen.map((entry) => entry.value));
    }, 50);
  });
}

/** Moves everything down. */
async function jump() {
  const painted = () => new Promise((turn) => requestAnimationFrame(() => requestAnimationFrame(turn)));
  await painted();
  document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Thử', style: 'height: 300px' }));
  await painted();
}
