// Axe finds nothing against the search in any of its states, by day and by night, on a phone and on a desktop.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { axeFindings } from './lib/axe.js';
import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const TASK = site.kinds.get('task').at(-1);

inBothBrowsers((browser) => {
  for (const dark of [false, true]) {
    describe(dark ? 'dark' : 'light', () => {
      let place;
      let tab;
      opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open), { dark });

      for (const [state, page] of [
        ['empty', 'tim-kiem.html'],
        ['with results', 'tim-kiem.html?q=du+l%E1%BB%8Bch'],
        ['with a chosen facet', 'tim-kiem.html?q=du+l%E1%BB%8Bch&nam=2023'],
        ['without a result', 'tim-kiem.html?q=qwxzjk'],
      ]) {
        test(`the search page ${state}`, async () => {
          for (const width of [360, 1280]) {
            await tab.resize(width);
            await tab.visit(place, page);
            await tab.until('the search to end', () => document.querySelector('#ket-qua').dataset.state === 'done');
            await tab.ask(() => {
              document.querySelector('#bo-loc').open = true;
            });
            assert.deepEqual(await axeFindings(tab), [], `at ${width}`);
          }
        });
      }

      test('the box of a page with its results', async () => {
        await tab.visit(place, TASK);
        await tab.press('/');
        await tab.type('du lịch');
        await tab.until('results', () => document.querySelector('.search-found li') !== null);
        assert.deepEqual(await axeFindings(tab), []);
      });
    });
  }

  test('axe itself sees a fault', async () => {
    const place = await ROOT.open(site.folder);
    const tab = await browser.open();
    await tab.visit(place, 'tim-kiem.html');
    await tab.ask(() => document.querySelector('main').append(document.createElement('input')));
    assert.match((await axeFindings(tab)).join(), /label/);
    await tab.close();
    await place.close();
  });
});
