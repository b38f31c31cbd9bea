// The cite box: its words stand there for everyone, and where scripts run, each has a button that copies it.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { PLACES } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const pages = ['plan', 'domain', 'task'].map((kind) => site.kinds.get(kind)[0]);

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      before(async () => {
        place = await at.open(site.folder);
      });
      after(() => place?.close());
      beforeEach(async () => {
        tab = await browser.open();
      });
      afterEach(() => tab.close());

      for (const page of pages) {
        test(`each citation is copied as it stands there: ${page}`, async () => {
          assert.deepEqual(await tab.visit(place, page), []);
          await tab.ask(watchClipboard);
          await copyAll(tab);
        });
      }

      test('a browser that gives no clipboard copies what is marked', async () => {
        assert.deepEqual(await tab.visit(place, pages[2]), []);
        await tab.ask(takeClipboardAway);
        await copyAll(tab);
      });
    });
  }

  test('without scripts the citations stand there, and no button that does nothing', async () => {
    const place = await PLACES[0].open(site.folder);
    const tab = await browser.open({ javascript: false });
    await tab.visit(place, pages[2]);
    assert.equal(await tab.ask(() => document.querySelectorAll('.copy').length), 0);
    assert.match(await tab.ask(() => document.querySelector('.citation').innerText), /^(Nhiệm vụ|Gạch đầu dòng) /);
    await tab.close();
    await place.close();
  });
});

/** Presses every button of the cite box and compares what was copied with the words that it stands behind. */
async function copyAll(tab) {
  await tab.click('.cite summary');
  const names = await tab.ask(() => [...document.querySelectorAll('[data-copy-of]')].map((source) => source.dataset.copyOf));
  assert.deepEqual(names.slice(-4), ['APA', 'BibTeX', 'RIS', 'CSL-JSON']);
  for (const name of names) {
    const source = `[data-copy-of="${name}"]`;
    await tab.click(`${source} + .copy`);
    const said = await tab.until('to be told', () => document.querySelector('.cite [role=status]').textContent);
    assert.equal(said, `Đã sao chép ${name}`);
    const words = await tab.ask((selector) => document.querySelector(selector).textContent, source);
    assert.equal(await tab.ask(() => globalThis.copied.pop()), words);
    await tab.ask(() => {
      document.querySelector('.cite [role=status]').textContent = '';
    });
  }
}

function watchClipboard() {
  globalThis.copied = [];
  navigator.clipboard.writeText = async (words) => {
    globalThis.copied.push(words);
  };
}

function takeClipboardAway() {
  globalThis.copied = [];
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = (command) => {
    if (command === 'copy') {
      globalThis.copied.push(getSelection().toString());
    }
    return true;
  };
}
