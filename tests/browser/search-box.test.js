// The search box in the head of every page: it loads nothing before it is used, shows a few results, and gets out of the way.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES, ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const TASK = site.kinds.get('task').at(-1);

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open));

      for (const page of ['index.html', TASK, '404.html']) {
        test(`${page}: /, words, arrows and Enter open a task`, async () => {
          await tab.visit(place, page);
          assert.equal(await tab.ask(searchScripts), 0, 'loaded before it was used');
          await tab.press('/');
          await tab.type('du lich');
          const found = await tab.until('results', shown);
          assert.ok(found.tasks > 0 && found.tasks <= 6);
          assert.match(found.all, /\d/);
          assert.ok(found.marks > 0);
          await tab.press('ArrowDown');
          await tab.press('ArrowDown');
          await tab.press('ArrowUp');
          const link = await tab.ask(() => document.activeElement.closest('.search-found') && document.activeElement.href);
          assert.ok(link?.startsWith(`${place.base}nhiem-vu/`), link);
          await tab.press('Enter');
          await tab.until('the task', (address) => location.href === address && document.readyState === 'complete', link);
          assert.deepEqual(await tab.faults(), []);
        });
      }

      test('the link behind the results leads to all of them', async () => {
        await tab.visit(place, TASK);
        await tab.press('/');
        await tab.type('du lịch');
        await tab.until('results', shown);
        await tab.click('.search-all');
        await tab.until('the search page', () => location.pathname.endsWith('/tim-kiem.html')
          && document.querySelectorAll('#ket-qua > li').length > 6);
        assert.deepEqual(await tab.faults(), []);
      });
    });
  }

  describe('out of the way', () => {
    let place;
    let tab;
    opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));

    test('Escape closes the list, then clears the field; leaving the box closes it, too', async () => {
      await tab.visit(place, TASK);
      await tab.press('/');
      await tab.type('du lịch');
      await tab.until('results', shown);
      await tab.press('ArrowDown');
      await tab.press('Escape');
      assert.deepEqual(await tab.ask(state), { open: false, focused: true, value: 'du lịch' });
      await tab.press('Escape');
      assert.deepEqual(await tab.ask(state), { open: false, focused: true, value: '' });
      await tab.type('du lịch');
      await tab.until('results', shown);
      await tab.ask(() => document.querySelector('.site-title a').focus());
      await tab.until('the list to close', () => document.querySelector('.search-found').hidden);
    });

    test('on a phone the list covers nothing and fits', async () => {
      await tab.resize(360);
      await tab.visit(place, TASK);
      await tab.press('/');
      await tab.type('du lịch');
      await tab.until('results', shown);
      const [list, main, wide] = await tab.ask(() => [
        document.querySelector('.search-found').getBoundingClientRect().bottom,
        document.querySelector('main').getBoundingClientRect().top,
        document.documentElement.scrollWidth,
      ]);
      assert.ok(list <= main, `the list ends at ${list}, the text begins at ${main}`);
      assert.ok(wide <= 360, `the page is ${wide} wide`);
      await tab.resize(1280);
    });
  });
});

function searchScripts() {
  return [...document.scripts].filter((script) => /\/tim-kiem\//.test(script.src)).length;
}

function shown() {
  const panel = document.querySelector('.search-found');
  return !panel.hidden && panel.querySelector('li') && {
    tasks: panel.querySelectorAll('li[data-task]').length,
    marks: panel.querySelectorAll('mark').length,
    all: panel.querySelector('.search-all').textContent,
  };
}

function state() {
  const field = document.querySelector('input[name="q"]');
  return { open: !document.querySelector('.search-found').hidden, focused: document.activeElement === field, value: field.value };
}
