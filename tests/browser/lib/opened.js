// A place with a tab, for all tests of a suite.

import { after, before } from 'node:test';

/**
 * Opens a folder at a place, and a tab with it, before the tests of the suite in which this is called, and closes both after
 * them. `keep` is given `{ place, tab }`; `wanted` is what the tab shall be like.
 */
export function opened(browser, at, folder, keep, wanted) {
  let place;
  let tab;
  before(async () => {
    place = await at.open(folder);
    tab = await browser.open(wanted);
    keep({ place, tab });
  });
  after(async () => {
    await tab?.close();
    await place?.close();
  });
}
