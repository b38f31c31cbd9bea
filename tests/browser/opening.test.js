// Every kind of page, of both themes, in both browsers, wherever the folder stands, opens without a single fault:
// no error in the console, no failed request, none that leaves the site, nothing that its own policy forbids.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES } from './lib/places.js';
import { REQUIRED_KINDS, bothSites, pagesToOpen } from './lib/site.js';

const sites = bothSites();

for (const site of sites) {
  test(`${site.label} has a page of every kind and none that is of no kind`, () => {
    assert.deepEqual(REQUIRED_KINDS.filter((kind) => !site.kinds.has(kind)), []);
    assert.deepEqual(site.kinds.get('no kind') ?? [], []);
  });
}

test('both themes publish the same pages', () => {
  assert.deepEqual(sites[0].pages, sites[1].pages);
});

inBothBrowsers((browser) => {
  for (const site of sites) {
    for (const at of PLACES) {
      describe(`${site.label}, ${at.name}`, () => {
        let place;
        let tab;
        opened(browser, at, site.folder, (open) => ({ place, tab } = open));

        for (const { kind, pages } of pagesToOpen(site)) {
          test(`${kind} opens without a fault`, async () => {
            for (const page of pages) {
              const faults = await tab.visit(place, page);
              assert.deepEqual(faults, [], page);
              const heading = await tab.ask(() => [...document.querySelectorAll('h1')].map((h1) => h1.innerText.trim()));
              assert.equal(heading.length, 1, `${page} has one h1`);
              assert.notEqual(heading[0], '', `${page} has a heading`);
              assert.ok(await tab.ask(() => document.title.trim()), `${page} has a title`);
              assert.equal(await tab.ask(() => document.documentElement.lang), 'vi', `${page} says its language`);
              assert.ok(await tab.ask(() => document.styleSheets.length > 0), `${page} has its style`);
            }
          });
        }
      });
    }
  }
});
