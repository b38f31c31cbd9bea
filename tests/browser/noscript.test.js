// With JavaScript switched off everything can be read and every link works; only the search cannot, and it says so.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES } from './lib/places.js';
import { kindOf, pagesToOpen, siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');

/** A page that says less than this says nothing. */
const LEAST_TEXT = 60;

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open), { javascript: false });

      for (const { kind, pages } of pagesToOpen(site)) {
        test(`${kind} can be read, and leads on`, async () => {
          for (const page of pages) {
            assert.deepEqual(await tab.visit(place, page), [], page);
            const { heading, text } = await tab.ask(readableText);
            assert.notEqual(heading, '', `${page} shows its heading`);
            assert.ok(text.length >= LEAST_TEXT, `${page} shows its text, not only ${JSON.stringify(text)}`);
          }
          const page = pages.at(-1);
          const onward = await tab.ask(linkElsewhere);
          assert.ok(onward, `${page} links to another page`);
          await tab.click(`a[href="${onward.written}"]`);
          await tab.until('the page of the link', (address) => location.href === address
            && document.readyState === 'complete', onward.address);
          const { heading } = await tab.ask(readableText);
          assert.notEqual(heading, '', `a link of ${page} led to a page without a heading: ${tab.url()}`);
          assert.deepEqual(await tab.faults(), [], `after a link of ${page}`);
        });
      }

      test('the search page says that it needs scripts, and offers the lists', async () => {
        await tab.visit(place, 'tim-kiem.html?q=du%20l%E1%BB%8Bch');
        const { text, links } = await tab.ask(readableText);
        assert.match(text, /JavaScript/);
        const kinds = new Set(links.map((link) => kindOf(decodeURI(link.slice(place.base.length).split('#', 1)[0]))));
        assert.ok(kinds.has('plan'), 'a list of the plan');
        assert.ok(kinds.has('all agencies'), 'a list of the agencies');
        assert.ok(kinds.has('year'), 'a list by year');
      });
    });
  }
});

/** What a reader sees of the page: its heading, the text of its main part, and the links that can be seen there. */
function readableText() {
  const main = document.querySelector('main');
  return {
    heading: document.querySelector('h1')?.checkVisibility() ? document.querySelector('h1').innerText.trim() : '',
    text: main?.innerText.trim() ?? '',
    links: [...(main?.querySelectorAll('a[href]') ?? [])].filter((link) => link.checkVisibility()).map((link) => link.href),
  };
}

/** The first link on the page, in its main part if there is one there, that leads to another page of the site. */
function linkElsewhere() {
  const site = location.origin === 'null' ? 'file://' : location.origin;
  return [...document.querySelectorAll('main a[href]'), ...document.querySelectorAll('a[href]')]
    .filter((link) => link.checkVisibility() && link.href.startsWith(site))
    .map((link) => ({ written: link.getAttribute('href'), address: link.href }))
    .find(({ address }) => /\.html(#.*)?$/.test(address) && address.split('#', 1)[0] !== location.href.split('#', 1)[0]);
}
