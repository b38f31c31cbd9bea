// A site whose plans have an index each: the search page loads the plans that the reader chose, and the address says them; a search
// box searches the plan of its page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES } from './lib/places.js';
import { search, searchAt } from './lib/search.js';
import { siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE_PLANS', 'several plans');
const plans = site.kinds.get('plan').map((page) => /^ke-hoach\/(.+)\.html$/.exec(page)[1]);

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open));

      test('one plan is searched at first, and others when they are ticked and the form is sent', async () => {
        assert.equal(plans.length, 2);
        await search(tab, place, 'du lịch');
        const choices = await tab.ask(choicesOf);
        assert.deepEqual(choices.map(({ plan }) => plan).sort(), plans);
        assert.deepEqual(choices.map(({ chosen }) => chosen), [true, false]);
        const [first, second] = choices.map(({ plan }) => plan);
        assert.deepEqual(await tab.ask(loadedPlans), [first]);
        assert.deepEqual(await tab.ask(foundPlans), [first]);
        const few = await tab.ask(countOf);

        await tab.click(`#ke-hoach input[value="${second}"]`);
        await tab.click('main form[role=search] button[type=submit]');
        await tab.until('results of both', isDoneWith, [first, second]);
        assert.deepEqual((await tab.ask(loadedPlans)).sort(), plans);
        assert.ok(await tab.ask(countOf) > few);

        await tab.click(`#ke-hoach input[value="${first}"]`);
        await tab.click('main form[role=search] button[type=submit]');
        await tab.until('results of the other', isDoneWith, [second]);
        assert.deepEqual(await tab.ask(loadedPlans), [second]);
        assert.deepEqual(await tab.ask(foundPlans), [second]);
        assert.equal(await tab.ask(() => document.querySelector('main input[name="q"]').value), 'du lịch');
        assert.deepEqual(await tab.faults(), []);
      });

      test('an address names the plans that are searched', async () => {
        const [, second] = await tab.ask(() => [...document.querySelectorAll('#ke-hoach input')].map((box) => box.value));
        await searchAt(tab, place, `${encodeURIComponent('du lịch')}&ke-hoach=${second}`);
        assert.deepEqual(await tab.ask(loadedPlans), [second]);
        assert.deepEqual((await tab.ask(choicesOf)).map(({ chosen }) => chosen), [false, true]);
        await tab.click('main input[name="q"]');
        await tab.type(' tỉnh');
        await tab.until('the new question in the address', () => /t%E1%BB%89nh/.test(location.href));
        assert.deepEqual(await tab.ask(askedPlans), [second]);
      });

      test('the box on a page of a plan searches that plan, and leads to its results', async () => {
        for (const plan of plans) {
          await tab.visit(place, `ke-hoach/${plan}.html`);
          await tab.click('header input[name="q"]');
          await tab.type('du lịch');
          await tab.until('results', () => document.querySelectorAll('.search-found li').length > 0);
          assert.deepEqual(await tab.ask(loadedPlans), [plan]);
          const link = await tab.ask(() => document.querySelector('.search-all').getAttribute('href'));
          assert.deepEqual(new URLSearchParams(link.split('?')[1]).getAll('ke-hoach'), [plan]);
          await tab.press('Enter');
          await tab.until('the search page', () => document.querySelector('#ket-qua')?.dataset.state === 'done'
            && document.querySelectorAll('#ket-qua > li').length > 0);
          assert.deepEqual(await tab.ask(foundPlans), [plan]);
        }
        assert.deepEqual(await tab.faults(), []);
      });
    });
  }
});

/** Whether the page whose address names these plans shows its results. */
function isDoneWith(plans) {
  const asked = new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : location.search).getAll('ke-hoach');
  return asked.join() === plans.join() && document.readyState === 'complete'
    && document.querySelector('#ket-qua').dataset.state === 'done' && document.querySelectorAll('#ket-qua > li').length > 0;
}

function choicesOf() {
  return [...document.querySelectorAll('#ke-hoach input')].map((box) => ({ plan: box.value, chosen: box.checked }));
}

function countOf() {
  return Number(/\d+/.exec(document.querySelector('#trang-thai').innerText));
}

/** The plans whose indexes the page has asked for. */
function loadedPlans() {
  const sources = [...document.scripts].map((script) => /tim-kiem\/([^/]+)\/index\.js/.exec(script.src)?.[1]);
  return [...new Set(sources.filter(Boolean))];
}

/** The plans of the results that are shown. */
function foundPlans() {
  return [...new Set([...document.querySelectorAll('#ket-qua > li')].map((item) => item.dataset.task.split('/')[0]))];
}

/** The plans that the address names. */
function askedPlans() {
  return new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : location.search).getAll('ke-hoach');
}
