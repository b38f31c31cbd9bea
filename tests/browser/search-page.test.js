// The search page as people use it: typing, marks, facets, the address, the way back, keys, and what is announced.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inBothBrowsers } from './lib/browsers.js';
import { opened } from './lib/opened.js';
import { PLACES, ROOT } from './lib/places.js';
import { results, search } from './lib/search.js';
import { plansOf, siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const [{ tasks, domains, plan }] = plansOf(site);
const FIELD = 'main input[name="q"]';
const text = new Map(tasks.map((task) => [`${plan.id}/${task.id}`, task.text]));

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(at.name, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open));

      test('nothing of the search is loaded before it is used', async () => {
        await tab.visit(place, 'tim-kiem.html');
        assert.deepEqual(await tab.ask(searchScripts), []);
        await tab.click(FIELD);
        await tab.until('engine, index and cards', searchScriptsAreThree);
        assert.deepEqual(await tab.faults(), []);
      });

      test('results come while somebody types, and the address says the query', async () => {
        await tab.visit(place, 'tim-kiem.html');
        await tab.click(FIELD);
        await tab.type('du lich');
        await tab.until('the address', (query) => new URLSearchParams(location.search).get('q') === query, 'du lich');
        const found = await results(tab);
        assert.notEqual(found.length, 0);
        const shown = await tab.ask(() => document.querySelector('#trang-thai').innerText);
        assert.match(shown, /^\d+ kết quả\.$/);
        assert.deepEqual(await tab.faults(), []);
      });

      test('words are marked where they stand in the original text, and nothing of it changes', async () => {
        await search(tab, place, 'du lich');
        const items = await tab.ask(() => [...document.querySelectorAll('#ket-qua > li')].map((item) => ({
          task: item.dataset.task,
          text: item.querySelector('[data-of=text]').textContent,
          marks: [...item.querySelectorAll('[data-of=text] mark')].map((mark) => mark.textContent),
        })));
        const marks = items.flatMap((item) => item.marks).map((mark) => mark.normalize('NFC').toLowerCase());
        assert.ok(marks.includes('du lịch'), marks.join('|'));
        for (const item of items) {
          const bare = item.text.replace(/^… /, '').replace(/\u00a0…$/, '');
          assert.ok(text.get(item.task).includes(bare), `${item.task}: ${item.text}`);
        }
      });

      test('a facet narrows, can be linked, shows as a chip and is taken away with the way back', async () => {
        await search(tab, place, 'du lịch');
        const before = await tab.until('the count', countOf);
        await tab.click('fieldset[data-facet=domain] input');
        const option = await tab.until('the chosen facet', () => {
          const box = document.querySelector('fieldset[data-facet=domain] input:checked');
          return document.querySelector('#ket-qua').dataset.state === 'done' && box
            && { id: box.id, count: Number(box.parentNode.querySelector('.count').innerText), focused: document.activeElement === box };
        });
        const narrowed = await tab.ask(countOf);
        assert.ok(narrowed < before, `${narrowed} of ${before}`);
        assert.equal(narrowed, option.count, 'as many results as the facet said');
        assert.ok(option.focused, 'the focus stays on the box');
        const domain = option.id.slice('linh-vuc:'.length);
        assert.ok(domains.some(({ id }) => domain === `${plan.id}/${id}`), domain);
        const link = await tab.ask(() => location.search);
        assert.deepEqual(new URLSearchParams(link).getAll('linh-vuc'), [domain]);
        await tab.back();
        await tab.until('all results again', wasCount, before);
        assert.equal(await tab.ask(() => document.querySelectorAll('#dang-loc button').length), 0);
        await tab.visit(place, `tim-kiem.html${link}`);
        await tab.until('the narrowed results', wasCount, narrowed);
        await tab.click('#dang-loc button');
        await tab.until('all results without the chip', wasCount, before);
        assert.ok(await tab.ask(() => document.activeElement !== document.body), 'the focus is not lost');
        assert.deepEqual(await tab.faults(), []);
      });

      test('a facet without words lists all its tasks', async () => {
        const counted = tasks.filter((task) => task.domain === domains.at(-1).id).length;
        await tab.visit(place, `tim-kiem.html?linh-vuc=${encodeURIComponent(`${plan.id}/${domains.at(-1).id}`)}`);
        await tab.until('the tasks of the domain', wasCount, counted);
      });

      test('each search that was sent is one step of the way back', async () => {
        await tab.visit(place, 'tim-kiem.html');
        await tab.click(FIELD);
        await tab.type('du lịch');
        await tab.press('Enter');
        await tab.until('the first search', addressHas, 'du lịch');
        await tab.ask(() => document.querySelector('main input[name="q"]').select());
        await tab.type('y tế');
        await tab.press('Enter');
        await tab.until('the second search', addressHas, 'y tế');
        await tab.back();
        await tab.until('the first search again', () => document.querySelector('main input[name="q"]').value === 'du lịch');
        assert.notEqual((await results(tab)).length, 0);
      });

      test('where the address may not be changed the fragment holds the search', async () => {
        await tab.visit(place, 'tim-kiem.html');
        await tab.ask(() => {
          history.replaceState = history.pushState = () => {
            throw new DOMException('refused', 'SecurityError');
          };
        });
        await tab.click(FIELD);
        await tab.type('du lịch');
        await tab.until('the fragment', () => new URLSearchParams(location.hash.slice(2)).get('q') === 'du lịch');
        assert.notEqual((await results(tab)).length, 0);
        assert.equal(await tab.ask(() => document.querySelector('main input[name="q"]').value), 'du lịch');
      });

      test('more than twenty results come when they are asked for, and the focus goes to the first of them', async () => {
        await tab.visit(place, `tim-kiem.html?nam=${plan.period.start.slice(0, 4)}`);
        await tab.until('results', () => document.querySelectorAll('#ket-qua > li').length === 20);
        const total = await tab.ask(countOf);
        assert.ok(total > 20, `${total} results`);
        await tab.click('#hien-them');
        await tab.until('the others', (all) => document.querySelectorAll('#ket-qua > li').length === Math.min(all, 40), total);
        await tab.until('the focus', () => document.activeElement === document.querySelectorAll('#ket-qua a')[20]);
      });

      test('where nothing fits something near is offered, and each example finds something', async () => {
        await search(tab, place, 'du lịch qwxzjk');
        if ((await results(tab)).length === 0) {
          await tab.click('#gan-dung a');
          await tab.until('results', () => document.querySelectorAll('#ket-qua > li').length > 0);
        }
        await tab.visit(place, 'tim-kiem.html');
        const examples = await tab.ask(() => [...document.querySelectorAll('.examples a')].map((link) => link.textContent));
        assert.ok(examples.length >= 3, examples.join());
        for (const example of examples) {
          assert.notEqual((await search(tab, place, example)).results.length, 0, example);
        }
      });
    });
  }
});

inBothBrowsers((browser) => {
  describe('keys and announcements', () => {
    let place;
    let tab;
    opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));

    test('a whole search by keyboard: / , words, arrows, Escape, Enter', async () => {
      await tab.visit(place, 'tim-kiem.html');
      await tab.press('/');
      assert.ok(await tab.ask(() => document.activeElement.name === 'q'), 'the slash focuses the field');
      await tab.type('1/2');
      assert.equal(await tab.ask(() => document.activeElement.value), '1/2', 'and is a letter in it');
      await tab.press('Escape');
      await tab.until('an empty field', () => document.querySelector('main input[name="q"]').value === '');
      await tab.type('du lịch');
      await tab.until('the address', addressHas, 'du lịch');
      await results(tab);
      await tab.press('ArrowDown');
      assert.equal(await tab.ask(focusedResult), 0);
      await tab.press('ArrowDown');
      assert.equal(await tab.ask(focusedResult), 1);
      await tab.press('ArrowUp');
      await tab.press('ArrowUp');
      assert.ok(await tab.ask(() => document.activeElement.name === 'q'), 'up from the first result is the field');
      await tab.press('ArrowDown');
      await tab.press('Escape');
      assert.ok(await tab.ask(() => document.activeElement.name === 'q'), 'Escape leads back');
      await tab.press('ArrowDown');
      const link = await tab.ask(() => document.activeElement.href);
      await tab.follow(link, () => tab.press('Enter'));
      await tab.back();
      await tab.until('the results again', () => document.querySelectorAll('#ket-qua > li').length > 0);
      assert.deepEqual(await tab.faults(), []);
    });

    test('the count is announced once, when typing rests', async () => {
      await tab.visit(place, 'tim-kiem.html');
      await tab.ask(() => {
        window.said = [];
        const status = document.querySelector('main [role=status]');
        new MutationObserver(() => status.textContent && window.said.push(status.textContent)).observe(status, { childList: true });
      });
      await tab.click(FIELD);
      for (const letter of 'du lịch') {
        await tab.type(letter);
        await new Promise((next) => setTimeout(next, 180));
      }
      await tab.until('an announcement', () => window.said.length > 0);
      const said = await tab.ask(() => window.said);
      assert.equal(said.length, 1, said.join());
      assert.equal(said[0], await tab.ask(() => document.querySelector('#trang-thai').textContent));
    });

    test('that the index cannot be loaded is told, and the lists stay', async () => {
      await tab.visit(place, 'tim-kiem.html');
      await tab.ask(() => {
        document.querySelector('main form').dataset.engine = 'tim-kiem/khong-co.js';
      });
      await tab.click(FIELD);
      await tab.type('y tế');
      await tab.until('the fault to be told', () => /Không tải được/.test(document.querySelector('#trang-thai').innerText)
        && document.querySelector('#ket-qua').dataset.state === 'done');
      await tab.faults();
    });

    test('a field takes hostile text by typing, too', async () => {
      await tab.visit(place, 'tim-kiem.html');
      for (const hostile of ['<img src=x onerror=alert(1)>', '\ud800 du \udc00', '(a+)+$ [', 'x'.repeat(10_000)]) {
        await tab.ask((value) => {
          const field = document.querySelector('main input[name="q"]');
          field.value = value;
          field.dispatchEvent(new Event('input'));
        }, hostile);
        await results(tab);
      }
      assert.equal(await tab.ask(() => document.querySelectorAll('main img').length), 0);
      assert.deepEqual(await tab.faults(), []);
    });
  });
});

function searchScripts() {
  return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /\/tim-kiem\//.test(name))
    .concat([...document.scripts].map((script) => script.src).filter((address) => /\/tim-kiem\//.test(address)));
}

function searchScriptsAreThree() {
  return [...document.scripts].filter((script) => /\/tim-kiem\//.test(script.src)).length === 3;
}

function countOf() {
  return document.querySelector('#ket-qua').dataset.state === 'done' && parseInt(document.querySelector('#trang-thai').textContent, 10);
}

function wasCount(count) {
  return document.querySelector('#ket-qua').dataset.state === 'done'
    && parseInt(document.querySelector('#trang-thai').textContent, 10) === count;
}

function addressHas(query) {
  return new URLSearchParams(location.search).get('q') === query;
}

function focusedResult() {
  return [...document.querySelectorAll('#ket-qua > li')].findIndex((item) => item.contains(document.activeElement));
}
