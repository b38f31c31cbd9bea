// A site in two languages: each page leads to itself in the other one, search finds pages of its own language, words are told
// in the language that they are in, on every page, and axe finds nothing against any kind of page, by day and by night.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import { OF_COLOURS, axeFindings } from './lib/axe.js';
import { Chromium, inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES, ROOT } from './lib/places.js';
import { kindOf, siteFrom } from './lib/site.js';
import { wronglyMarked, wronglyMarkedIn } from './lib/words.js';

const site = siteFrom('PLANPRESS_SITE_LANGUAGES', 'two languages');
const ENGLISH = site.pages.filter((page) => page.startsWith('en/'));
const VIETNAMESE = site.pages.filter((page) => !page.startsWith('en/'));
const ON_DISK = PLACES.find((place) => place.name === 'file');

/** A page of each kind, in Vietnamese. */
const ONE_OF_EACH = [...new Map(VIETNAMESE.map((page) => [kindOf(page), page])).values()];

const TASK = VIETNAMESE.findLast((page) => kindOf(page) === 'task');
const DOMAIN = VIETNAMESE.findLast((page) => kindOf(page) === 'domain');

function read(page) {
  return readFileSync(path.join(site.folder, page), 'utf8');
}

function languageOf(page) {
  return page.startsWith('en/') ? 'en' : 'vi';
}

test('every page stands there in both languages', () => {
  assert.deepEqual(ENGLISH, VIETNAMESE.map((page) => `en/${page}`));
});

describe('words', () => {
  const browser = new Chromium();
  let place;
  let tab;
  opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));
  after(() => browser.close());

  test('are told in the language that they are in, on every page', async () => {
    await tab.visit(place, 'en/404.html');
    for (const page of site.pages) {
      assert.deepEqual(await wronglyMarkedIn(tab, read(page)), { language: languageOf(page), wrong: [] }, page);
    }
  });

  test('of results and their filters, too', async () => {
    for (const query of ['du+l%E1%BB%8Bch&nam=2023&noi=son-la', 'qwxzjk']) {
      await tab.visit(place, `en/tim-kiem.html?q=${query}`);
      await tab.until('the search to end', () => document.querySelector('#ket-qua').dataset.state === 'done');
      assert.deepEqual(await wronglyMarked(tab), { language: 'en', wrong: [] }, query);
    }
    assert.equal(await tab.ask(() => document.querySelector('#trang-thai').textContent), 'No tasks found. Use fewer words, or browse the lists.');
  });

  test('of a narrowed list, too', async () => {
    const plan = ENGLISH.find((page) => kindOf(page) === 'plan, en');
    await tab.visit(place, plan);
    const values = await tab.ask(() => Object.fromEntries([...document.querySelectorAll('#loc select')]
      .map((select) => [select.name, [...select.options].find((option) => option.value && !option.disabled).value])));
    await tab.visit(place, `${plan}?${new URLSearchParams(values)}`);
    const said = await tab.until('the list to be narrowed', () => document.querySelector('#loc .filter-note:not([hidden])')?.textContent);
    assert.match(said, /^Filtered by Domain: .*; Agency: .*\. Downloads and/);
    assert.deepEqual(await wronglyMarked(tab), { language: 'en', wrong: [] });
  });

  test('are seen to be told wrongly, either way', async () => {
    const page = read(`en/${TASK}`);
    const unmarked = await wronglyMarkedIn(tab, page.replaceAll(' lang="vi"', ''));
    assert.match(unmarked.wrong.join('\n'), /told as en: .*Phối hợp|told as en: .*Kế hoạch/);
    const overmarked = await wronglyMarkedIn(tab, page.replace('<main', '<main lang="vi"'));
    assert.match(overmarked.wrong.join('\n'), /told as vi: Lead agency/);
  });

  test('axe finds nothing against any kind of page, by day and by night', async () => {
    for (const page of ONE_OF_EACH.flatMap((one) => [one, `en/${one}`])) {
      await tab.daybreak();
      assert.deepEqual(await tab.visit(place, page), [], page);
      assert.deepEqual(await axeFindings(tab), [], page);
      await tab.nightfall();
      assert.deepEqual(await axeFindings(tab, OF_COLOURS), [], `${page} by night`);
    }
  });
});

inBothBrowsers((browser) => {
  let place;
  let tab;
  opened(browser, ON_DISK, site.folder, (open) => ({ place, tab } = open));

  // That every page does is held by tests/suite/languages.rs.
  test('a page leads to itself in the other language, and back', async () => {
    for (const page of ['index.html', TASK, '404.html']) {
      await tab.visit(place, page);
      for (const there of [`en/${page}`, page]) {
        await tab.click('.languages a');
        const found = await tab.until(there, whereItIs, `/${there}`);
        assert.deepEqual(found, { address: new URL(there, place.base).href, language: languageOf(there) });
      }
    }
  });

  test('the search page finds English pages', async () => {
    await tab.visit(place, 'en/tim-kiem.html?q=du+l%E1%BB%8Bch');
    await tab.until('results', () => document.querySelector('#ket-qua li') !== null);
    assert.match(await tab.ask(() => document.querySelector('#trang-thai').textContent), /^Results: \d+\.$/);
    await followFirst('#ket-qua .task-head a');
  });

  test('the box of a page finds English pages', async () => {
    await tab.visit(place, `en/${DOMAIN}`);
    await tab.press('/');
    await tab.type('du lịch');
    await tab.until('results', () => document.querySelector('.search-found li') !== null);
    assert.match(await tab.ask(() => document.querySelector('.search-found a').textContent), /^(Task|Dashed item) /);
    await followFirst('.search-found li a');
  });

  async function followFirst(link) {
    await tab.click(link);
    const address = await tab.until('an English task', () => document.querySelector('.task h1') !== null
      && document.documentElement.lang === 'en' && location.href);
    assert.ok(address.startsWith(`${place.base}en/nhiem-vu/`), address);
  }
});

/** Runs inside the page: where it is, once the page with that end is whole. In one question, since Firefox may change the document between two. */
function whereItIs(end) {
  const isThere = decodeURI(location.href).endsWith(end) && document.readyState === 'complete' && document.documentElement !== null;
  return isThere && { address: location.href, language: document.documentElement.lang };
}
