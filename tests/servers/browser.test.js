// In Chromium, over nginx with the headers that a site brings along: every kind of page opens without a fault, none is against the
// policy, the search searches and its form leads to it, and an earlier address arrives with its fragment.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Chromium } from '../browser/lib/browsers.js';
import { pagesToOpen, readSite } from '../browser/lib/site.js';
import { SERVERS } from './lib/servers.js';
import { SITES } from './lib/sites.js';

const browser = new Chromium();
after(() => browser.close());

for (const site of SITES.filter((site) => site.isPrecompressed)) {
  describe(`nginx, ${site.name}`, () => {
    let place;
    let tab;
    before(async () => {
      place = await SERVERS[0].start(site.folder, site.mount);
      tab = await browser.open();
    });
    after(async () => {
      await tab?.close();
      await place?.close();
    });

    const earlier = new Set(site.redirects.map(({ from }) => decodeURIComponent(from.slice(1))));
    const own = ({ kind, pages }) => ({ kind, pages: pages.filter((page) => page !== '404.html' && !earlier.has(page)) });
    for (const { kind, pages } of pagesToOpen(readSite(site.folder, site.name)).map(own).filter(({ pages }) => pages.length > 0)) {
      test(`${kind} opens without a fault`, async () => {
        for (const page of pages) {
          assert.deepEqual(await tab.visit(place, page), [], page);
          assert.ok(await tab.ask(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)), `${page} has its style`);
        }
      });
    }

    test('the policy of the headers is in force', async () => {
      await tab.visit(place, 'index.html');
      const violated = await tab.ask(() => new Promise((told) => {
        document.addEventListener('securitypolicyviolation', (event) => told(event.effectiveDirective), { once: true });
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
      }));
      assert.equal(violated, 'script-src-elem');
      assert.equal(await tab.ask(() => window.ran), undefined);
    });

    test('the form of every page leads to the search, which finds', async () => {
      await tab.visit(place, 'co-quan.html');
      await tab.click('form[role="search"] input[name="q"], header form input[name="q"]');
      await tab.type('du lịch');
      await tab.press('Enter');
      await tab.until('results', () => /tim-kiem\.html\?/.test(location.href) && document.querySelectorAll('main a[href*="nhiem-vu/"]').length > 0);
      assert.deepEqual(await tab.faults(), []);
    });

    test('an earlier address of a page arrives there, with its fragment', async () => {
      const ofPages = site.redirects.filter(({ to }) => to.endsWith('.html'));
      assert.notEqual(ofPages.length, 0);
      for (const { from, to } of ofPages) {
        assert.deepEqual(await tab.visit(place, `${from.slice(1)}#trich-dan`), [], from);
        assert.equal(tab.url(), new URL(`${to.slice(1)}#trich-dan`, place.base).href);
      }
    });
  });
}
