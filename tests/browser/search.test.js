// The search finds what a reader means, wherever the folder stands, and nothing that is typed into it does harm.
// What must be found is read from the site's own data, so that the test knows the plan as other programs do.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES } from './lib/places.js';
import { results, search, searchAt, tasksWhere } from './lib/search.js';
import { plansOf, siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const plans = plansOf(site);

const about = (words) => tasksWhere(plans, (task) => task.text.normalize('NFC').toLowerCase().includes(words));
const ledBy = (words) => tasksWhere(plans, (task) => task.lead.some((lead) => lead.published.normalize('NFC').toLowerCase().includes(words)));

const FINDS = [
  { query: 'du lịch', expected: about('du lịch') },
  { query: 'du lich', expected: about('du lịch') },
  { query: 'DU LỊCH', expected: about('du lịch') },
  { query: 'du lịch'.normalize('NFD'), label: 'du lịch, as a Mac writes it', expected: about('du lịch') },
  { query: 'mai son', expected: ledBy('mai sơn') },
  { query: 'Sở Y tế', expected: ledBy('sở y tế') },
  { query: 'so y te', expected: ledBy('sở y tế') },
];

const NOT_THERE = 'qwxzjk';

/** As they stand in the address, so that broken escapes can be among them. */
const HOSTILE = [
  ['a script', encodeURIComponent('<script>alert(1)</script>')],
  ['a picture that fails', encodeURIComponent('<img src=x onerror=alert(1)>')],
  ['a closed attribute', encodeURIComponent('"><svg onload=alert(1)>')],
  ['a javascript: address', encodeURIComponent('javascript:alert(1)')],
  ['signs of regular expressions', encodeURIComponent('.*+?^${}()|[]\\/ (a+)+$ [')],
  ['an emoji', encodeURIComponent('🏞️ du lịch 👩‍👩‍👧')],
  ['a lone surrogate', '%ED%A0%80'],
  ['a broken escape', '%E1%BB du %zz %'],
  ['a zero', '%00du%00'],
  ['names of objects', encodeURIComponent('__proto__ constructor toString hasOwnProperty docs df')],
  ['only spaces', '%20%09%0A'],
  ['10,000 letters', 'a'.repeat(10_000)],
  ['10,000 letters in words', 'du%20lich%20'.repeat(1_000)],
];

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open));

      for (const { query, label = query, expected } of FINDS) {
        test(`finds ${label}`, async () => {
          assert.notEqual(expected.length, 0, 'the data has nothing to find');
          const { faults, results: found } = await search(tab, place, query);
          assert.deepEqual(faults, []);
          const tasks = found.map((result) => result.task);
          assert.deepEqual(expected.filter((task) => !tasks.includes(task)), [], 'not found');
          assert.ok(expected.includes(tasks[0]), `the best result is one of them, not ${tasks[0]}`);
        });
      }

      test('each result is a task of the data, once, with a link to its page', async () => {
        const { results: found } = await search(tab, place, 'du lịch');
        const all = tasksWhere(plans, () => true);
        assert.equal(new Set(found.map((result) => result.task)).size, found.length);
        for (const { task, link } of found) {
          assert.ok(all.includes(task), task);
          assert.equal(link, `${place.base}nhiem-vu/${task}.html`);
        }
      });

      test('finds nothing where there is nothing, and says so', async () => {
        const { faults, results: found } = await search(tab, place, NOT_THERE);
        assert.deepEqual(faults, []);
        assert.deepEqual(found, []);
        assert.notEqual(await tab.ask(() => document.querySelector('main [role=status]')?.innerText.trim() ?? ''), '');
      });

      for (const [label, query] of HOSTILE) {
        test(`takes no harm from ${label}`, async () => {
          const { faults } = await searchAt(tab, place, query);
          assert.deepEqual(faults, []);
          assert.deepEqual(await tab.faults(), []);
          assert.equal(await tab.ask(() => document.querySelectorAll('main :is(script, img, svg, iframe)[src*="x"], main [onload], main [onerror]').length), 0);
        });
      }

      for (const page of ['index.html', 'tim-kiem.html']) {
        test(`typing into the field of ${page} and Enter gives results`, async () => {
          await tab.visit(place, page);
          await tab.click('form[action$="tim-kiem.html"] input[name="q"]');
          await tab.type('du lịch');
          await tab.press('Enter');
          await tab.until('results', thereAreResults);
          const tasks = (await results(tab)).map((result) => result.task);
          assert.ok(about('du lịch').includes(tasks[0]), `the best result is about it, not ${tasks[0]}`);
          assert.equal(await tab.ask(() => document.querySelector('main input[name="q"]').value), 'du lịch');
          assert.deepEqual(await tab.faults(), []);
        });
      }

      test('the way back from a result leads to the results again', async () => {
        const fresh = await browser.open();
        const { results: found } = await search(fresh, place, 'du lịch');
        await fresh.follow(found[0].link, () => fresh.click('#ket-qua > li a[href]'));
        assert.deepEqual(await fresh.faults(), []);
        await fresh.back();
        await fresh.until('the results', thereAreResults);
        assert.deepEqual((await results(fresh)).map((result) => result.task), found.map((result) => result.task));
        assert.deepEqual(await fresh.faults(), []);
        await fresh.close();
      });
    });
  }
});

function thereAreResults() {
  return document.querySelectorAll('#ket-qua > li').length > 0;
}
