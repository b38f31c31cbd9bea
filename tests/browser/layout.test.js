// Every kind of page fits a small phone and a desktop, and the default theme's dark is dark. The smallest width is that of
// a desktop's window at 400 % zoom, too: 1280 pixels are 320 then. (The scheme changes colours only.)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { sticksOut } from './lib/overflow.js';
import { ROOT } from './lib/places.js';
import { bothSites, pagesToOpen, siteFrom } from './lib/site.js';

const WIDTHS = [320, 360, 1280];

inBothBrowsers((browser) => {
  for (const site of bothSites()) {
    describe(site.label, () => {
      let place;
      let tab;
      opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));

      for (const { kind, pages } of pagesToOpen(site)) {
        test(`${kind} fits ${WIDTHS.join(', ')} pixels`, async () => {
          for (const page of pages) {
            await tab.visit(place, page);
            for (const width of WIDTHS) {
              await tab.resize(width);
              await tab.until('the window to be as wide as asked', (asked) => innerWidth === asked, width);
              assert.deepEqual(await tab.ask(sticksOut), [], `${page} at ${width}`);
            }
          }
        });
      }
    });
  }

  for (const dark of [false, true]) {
    test(`the background suits the scheme: ${dark ? 'dark' : 'light'}`, async () => {
      const place = await ROOT.open(siteFrom('PLANPRESS_SITE', 'cong-bo').folder);
      const tab = await browser.open({ dark });
      await tab.visit(place, 'index.html');
      assert.equal(await tab.ask(backgroundIsDark), dark);
      await tab.close();
      await place.close();
    });
  }
});

/** Whether what lies behind the page's text is nearer to black than to white. */
function backgroundIsDark() {
  const channels = [document.body, document.documentElement]
    .map((element) => getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number))
    .find(([, , , opacity = 1]) => opacity > 0) ?? [255, 255, 255];
  const [red, green, blue] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
