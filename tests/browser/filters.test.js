// The filters of task lists: each leaves exactly the tasks that the site's data says, counts tell beforehand what a choice
// leaves, the address holds the state, and without JavaScript the list stands there whole.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { axeFindings } from './lib/axe.js';
import { inBothBrowsers } from './lib/browsers.js';
import { walk } from './lib/keyboard.js';
import { opened } from './lib/opened.js';
import { PLACES, ROOT } from './lib/places.js';
import { plansOf, siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const [{ tasks, plan, domains }] = plansOf(site);
const PLAN = `ke-hoach/${plan.id}.html`;
const ROLES = { 'chu-tri': 'lead', 'phoi-hop': 'coordinating' };
const slug = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/ /g, '-');

/** Everybody whom a task names, each with the role that the address calls so. */
function named(task) {
  return Object.entries(ROLES).flatMap(([role, key]) => task[key].map(({ agency, place }) => ({ role, agency, place: place && slug(place) })));
}

/** What a filter of the address asks of a task, by the data. */
const HOLDS = {
  'linh-vuc': (task, value) => `${plan.id}/${task.domain}` === value,
  'co-quan': (task, value) => named(task).some(({ agency }) => agency === value),
  'vai-tro': (task, value) => named(task).some(({ role }) => role === value),
  nam: (task, value) => (task.period?.kind === 'ongoing' ? value === 'thuong-xuyen'
    : task.period?.start?.slice(0, 4) <= value && value <= task.period?.end?.slice(0, 4)),
  noi: (task, value) => named(task).some(({ place }) => place === value),
};

const idsWhere = (holds) => tasks.filter(holds).map((task) => task.id);

/** The agency that has most tasks of its own in both roles. */
const BUSIEST = [...new Set(tasks.flatMap(named).map(({ agency }) => agency))]
  .map((agency) => ({ agency, count: Math.min(...Object.values(ROLES).map((key) => tasks.filter((task) => task[key].some((one) => one.agency === agency)).length)) }))
  .sort((one, other) => other.count - one.count)[0].agency;

inBothBrowsers((browser) => {
  describe('the list', () => {
    let place;
    let tab;
    opened(browser, ROOT, site.folder, (open) => ({ place, tab } = open));

    test('each choice of each filter leaves the tasks that the data says, as many as it told', async () => {
      assert.deepEqual(await tab.visit(place, PLAN), []);
      const filters = await tab.ask(() => [...document.querySelectorAll('#loc select')]
        .map(({ name, options }) => ({ name, options: [...options].map(({ value, text }) => ({ value, text })) })));
      assert.deepEqual(filters.map(({ name }) => name), Object.keys(HOLDS));
      for (const { name, options } of filters) {
        assert.ok(options.length > 2, `${name} offers choices`);
        const offered = new Set(tasks.flatMap((task) => options.map(({ value }) => value).filter((value) => value && HOLDS[name](task, value))));
        assert.equal(offered.size, options.length - 1, `${name} offers nothing that no task has`);
        for (const { value, text } of options.filter((option) => option.value)) {
          const expected = idsWhere((task) => HOLDS[name](task, value));
          assert.deepEqual(await tab.ask(chooseOnly, [name, value]), expected, `${name}=${value}`);
          assert.match(text, new RegExp(`\\(${expected.length}\\)$`));
          assert.equal(await tab.ask(statusOf), `${expected.length} trong ${tasks.length} nhiệm vụ`);
        }
      }
      const everybody = new Set(tasks.flatMap(named).map(({ agency }) => agency));
      const agencies = filters.find(({ name }) => name === 'co-quan').options.map(({ value }) => value).filter(Boolean);
      assert.deepEqual(new Set(agencies), everybody, 'every agency can be chosen');
    });

    test('agency, role and place ask for one agency, and counts tell what each further choice leaves', async () => {
      await tab.visit(place, PLAN);
      const asked = ({ role, agency, place: where }, wanted) => (!wanted.role || role === wanted.role)
        && (!wanted.agency || agency === wanted.agency) && (!wanted.place || where === wanted.place);
      for (const role of Object.keys(ROLES)) {
        for (const where of new Set(tasks.flatMap(named).map((one) => one.place).filter(Boolean))) {
          const counts = await tab.ask(chooseAll, { 'vai-tro': role, noi: where });
          const fits = (wanted) => (task) => named(task).some((one) => asked(one, { role, place: where, ...wanted }));
          assert.deepEqual(await tab.ask(visibleTasks), idsWhere(fits({})), `${role}, ${where}`);
          for (const [agency, count] of Object.entries(counts['co-quan'])) {
            assert.equal(count, idsWhere(fits({ agency })).length, `${agency} as ${role} of ${where}`);
          }
          for (const [year, count] of Object.entries(counts.nam)) {
            assert.equal(count, idsWhere((task) => fits({})(task) && (!year || HOLDS.nam(task, year))).length, `${year}, ${role}, ${where}`);
          }
        }
      }
    });

    test('words are found with or without marks; marks that are typed are meant', async () => {
      await tab.visit(place, PLAN);
      for (const [typed, wanted] of [['du lich', /du lịch/i], ['DU LỊCH', /du lịch/i], ['dao tao', /[đd][aà]o tạo/i], ['đào tạo', /đào tạo/i]]) {
        const shown = await tab.ask(typeOnly, typed);
        const sure = idsWhere((task) => wanted.test(task.text));
        assert.ok(sure.length > 0 && sure.length < tasks.length, typed);
        assert.deepEqual(sure.filter((id) => !shown.includes(id)), [], `${typed} finds all`);
        const words = typed.toLowerCase().split(' ');
        const texts = await tab.ask(visibleTexts);
        for (const text of texts) {
          const plain = (words.join('') === slug(words.join('')) ? slug(text) : text.toLowerCase()).normalize('NFC');
          assert.ok(words.every((word) => plain.includes(word)), `${typed}: ${text.slice(0, 80)}`);
        }
      }
      assert.deepEqual(await tab.ask(typeOnly, 'qwxzjk'), []);
      assert.match(await tab.ask(statusOf), /^Không có nhiệm vụ nào/);
      assert.equal(await tab.ask(() => document.querySelector('.plan-table').checkVisibility()), false, 'no head without rows');
      assert.deepEqual(await tab.ask(typeOnly, '3.7'), idsWhere((task) => task.number === '3.7'));
    });

    test('headings stand as long as a task of theirs does', async () => {
      await tab.visit(place, PLAN);
      const all = await tab.ask(visibleHeadings);
      const [first] = domains.filter((domain) => tasks.some((task) => task.domain === domain.id && task.group));
      await tab.ask(chooseOnly, ['linh-vuc', `${plan.id}/${first.id}`]);
      const some = await tab.ask(visibleHeadings);
      assert.ok(some.length > 1 && some.length < all.length, some.join());
      const groups = some.filter((id) => id.startsWith('nhom-'));
      assert.ok(groups.length > 0 && groups.every((id) => id.startsWith(`nhom-${first.id}-`)), groups.join());
      assert.deepEqual(some.filter((id) => id.startsWith('linh-vuc-')), [`linh-vuc-${first.id}`]);
      assert.deepEqual(some.filter((id) => id.startsWith('phan-')), [`phan-${slug(first.part)}`]);
    });

    test('an agency’s lists are narrowed by its own role, and a link into what is hidden shows all again', async () => {
      await tab.visit(place, `co-quan/${BUSIEST}.html`);
      const all = await tab.ask(visibleTasks);
      for (const [role, key] of Object.entries(ROLES)) {
        const own = idsWhere((task) => task[key].some(({ agency }) => agency === BUSIEST));
        assert.deepEqual(await tab.ask(chooseOnly, ['vai-tro', role]), own, role);
        const year = own.filter((id) => HOLDS.nam(tasks.find((task) => task.id === id), '2024'));
        await tab.ask(chooseAll, { 'vai-tro': role, nam: '2024' });
        assert.deepEqual(await tab.ask(visibleTasks), year, `${role}, 2024`);
      }
      assert.equal(await tab.ask(() => document.querySelector('#chu-tri').checkVisibility()), false);
      assert.equal(await tab.ask(() => document.querySelector('.jumps a[href="#chu-tri"]').checkVisibility()), false);
      await tab.ask(() => {
        location.hash = '#chu-tri';
      });
      await tab.until('the whole list', (count) => [...document.querySelectorAll('[data-chu-tri]')].filter((row) => row.checkVisibility()).length === count, all.length);
    });

    test('a year’s quarters are narrowed as lists are, and empty ones stand only while nothing is asked', async () => {
      const year = '2023';
      await tab.visit(place, `nam/${plan.id}/${year}.html`);
      const emptyQuarters = () => [...document.querySelectorAll('.year-section')].filter((one) => one.checkVisibility() && !one.querySelector('.tasks')).map(({ id }) => id);
      assert.ok((await tab.ask(emptyQuarters)).length > 0);
      const own = (task) => HOLDS.nam(task, year) || HOLDS.nam(task, 'thuong-xuyen');
      const inOrder = (ids) => [...ids].sort();
      assert.deepEqual(inOrder(await tab.ask(visibleTasks)), inOrder(idsWhere(own)));
      await tab.ask(chooseAll, { 'co-quan': BUSIEST });
      assert.deepEqual(inOrder(await tab.ask(visibleTasks)), inOrder(idsWhere((task) => own(task) && HOLDS['co-quan'](task, BUSIEST))));
      assert.deepEqual(await tab.ask(emptyQuarters), []);
    });

    test('what is filtered says that files and numbers are of the whole list', async () => {
      await tab.visit(place, PLAN);
      assert.equal(await tab.ask(() => document.querySelector('.filter-note').checkVisibility()), false);
      await tab.ask(chooseAll, { nam: '2023', 'vai-tro': 'chu-tri' });
      const note = await tab.ask(() => document.querySelector('.filter-note').innerText);
      assert.equal(note, 'Đang lọc theo Vai trò: Chủ trì; Năm: 2023. Tệp tải về và các con số khác trên trang vẫn là của cả danh sách.');
    });
  });

  for (const at of PLACES) {
    describe(`the address, ${at.name}`, () => {
      let place;
      let tab;
      opened(browser, at, site.folder, (open) => ({ place, tab } = open));

      test('values are read as people write them, and what is unknown narrows nothing', async () => {
        await tab.visit(place, `${PLAN}?linh-vuc=${domains[1].id}&noi=${encodeURIComponent('Sơn La')}&co-quan=khong-co`);
        assert.deepEqual(await tab.ask(visibleTasks), idsWhere((task) => task.domain === domains[1].id && HOLDS.noi(task, 'son-la')));
      });

      test('where the address may not be changed the fragment holds the state', async () => {
        await tab.visit(place, PLAN);
        await tab.ask(() => {
          history.replaceState = () => {
            throw new DOMException('refused', 'SecurityError');
          };
        });
        await tab.ask(chooseAll, { nam: '2023' });
        await tab.until('the fragment', () => location.hash === '#?nam=2023');
        assert.deepEqual(await tab.ask(visibleTasks), idsWhere((task) => HOLDS.nam(task, '2023')));
      });

      test('the address holds the state, opens it again, and is kept by the way back', async () => {
        const fresh = await browser.open();
        await fresh.visit(place, PLAN);
        await fresh.ask(chooseAll, { 'linh-vuc': `${plan.id}/${domains[1].id}`, nam: '2024' });
        const expected = idsWhere((task) => task.domain === domains[1].id && HOLDS.nam(task, '2024'));
        assert.ok(expected.length > 0);
        assert.deepEqual(await fresh.ask(visibleTasks), expected);
        const link = await fresh.ask(() => location.search);
        assert.deepEqual(Object.fromEntries(new URLSearchParams(link)), { 'linh-vuc': `${plan.id}/${domains[1].id}`, nam: '2024' });
        await fresh.visit(place, PLAN + link);
        assert.deepEqual(await fresh.ask(visibleTasks), expected);
        const task = await fresh.ask(() => [...document.querySelectorAll('#bang tbody .number')].find((number) => number.checkVisibility()).href);
        await fresh.follow(task, () => fresh.click('#bang tbody .number'));
        await fresh.back();
        await fresh.until('the filtered list', (count) => document.querySelector('#loc [role=status]')?.textContent.startsWith(`${count} trong`), expected.length);
        assert.deepEqual(await fresh.ask(visibleTasks), expected);
        await fresh.click('.filter-state button');
        assert.equal(await fresh.ask(() => location.search), '');
        assert.equal((await fresh.ask(visibleTasks)).length, tasks.length);
        assert.equal(await fresh.ask(statusOf), `Tất cả ${tasks.length} nhiệm vụ`);
        assert.ok(await fresh.ask(() => document.querySelector('#loc').contains(document.activeElement)), 'the focus is not lost');
        assert.deepEqual(await fresh.faults(), []);
        await fresh.close();
      });
    });
  }

  test('every filter is reached, used and left with the keyboard alone', async () => {
    const place = await ROOT.open(site.folder);
    const tab = await browser.open();
    await tab.visit(place, PLAN);
    await tab.ask(() => document.querySelector('#loc summary').focus());
    await tab.press('Tab');
    await tab.type('du lich');
    await tab.until('fewer tasks', (total) => !document.querySelector('#loc [role=status]').textContent.includes(`Tất cả ${total}`), tasks.length);
    await tab.press('Enter');
    await tab.press('Tab');
    await tab.press('Tab');
    await tab.press('Tab');
    assert.equal(await tab.ask(() => document.activeElement.name), 'vai-tro');
    await tab.press('ArrowDown');
    await tab.until('the role in the address', () => new URLSearchParams(location.search).get('vai-tro') === 'chu-tri');
    await tab.press('Tab');
    await tab.press('Tab');
    await tab.press('Tab');
    await tab.press('Enter');
    await tab.until('the whole list', (total) => document.querySelector('#loc [role=status]').textContent.includes(`Tất cả ${total}`), tasks.length);
    await tab.close();
    const other = await browser.open();
    await other.visit(place, `${PLAN}?nam=2023&vai-tro=chu-tri`);
    const { missed, unmarked } = await walk(other);
    assert.deepEqual([missed, unmarked], [[], []]);
    await other.close();
    await place.close();
  });

  for (const { width, dark } of [{ width: 360, dark: false }, { width: 1280, dark: true }]) {
    test(`axe finds nothing with the filters open, ${dark ? 'dark' : 'light'}, at ${width}`, async () => {
      const place = await ROOT.open(site.folder);
      const tab = await browser.open({ dark });
      await tab.resize(width);
      for (const page of [`${PLAN}?nam=2023&noi=son-la`, `${PLAN}?q=qwxzjk`, `co-quan/${BUSIEST}.html?vai-tro=chu-tri`]) {
        await tab.visit(place, page);
        await tab.ask(() => {
          document.querySelector('#loc details').open = true;
        });
        assert.deepEqual(await axeFindings(tab), [], page);
      }
      await tab.close();
      await place.close();
    });
  }

  test('without JavaScript every task stands there, and no filter shows', async () => {
    const place = await ROOT.open(site.folder);
    const tab = await browser.open({ javascript: false });
    await tab.visit(place, `${PLAN}?nam=2023`);
    assert.deepEqual(await tab.ask(visibleTasks), tasks.map((task) => task.id));
    assert.equal(await tab.ask(() => document.querySelector('#loc').checkVisibility()), false);
    await tab.close();
    await place.close();
  });
});

/** The ids of the tasks that can be seen, each once, in the order of the document's own data. */
function visibleTasks() {
  const seen = [...document.querySelectorAll('[data-chu-tri]')].filter((row) => row.checkVisibility());
  return [...new Set(seen.map((row) => row.querySelector('.number').href.match(/([^/]+)\.html/)[1]))];
}

function visibleTexts() {
  return [...document.querySelectorAll('[data-chu-tri]')].filter((row) => row.checkVisibility()).map((row) => row.textContent);
}

function visibleHeadings() {
  return [...document.querySelectorAll('.row-heading')].filter((row) => row.checkVisibility()).map((row) => row.id);
}

function statusOf() {
  return document.querySelector('#loc [role=status]').textContent;
}

/** Sets one select and empties every other field, as a reader would; the tasks that are left. */
function chooseOnly([name, value]) {
  for (const field of document.querySelectorAll('#loc select, #loc input')) field.value = field.name === name ? value : '';
  document.querySelector('#loc').elements[name].dispatchEvent(new Event('input', { bubbles: true }));
  const seen = [...document.querySelectorAll('[data-chu-tri]')].filter((row) => row.checkVisibility());
  return [...new Set(seen.map((row) => row.querySelector('.number').href.match(/([^/]+)\.html/)[1]))];
}

/** Sets selects, one after the other; what every choice of every filter then says it would leave. */
function chooseAll(wanted) {
  for (const select of document.querySelectorAll('#loc select')) {
    select.value = wanted[select.name] ?? '';
    select.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const counted = ({ options }) => Object.fromEntries([...options].map(({ value, text }) => [value, Number(text.match(/\((\d+)\)$/)[1])]));
  return Object.fromEntries([...document.querySelectorAll('#loc select')].map((select) => [select.name, counted(select)]));
}

/** Types into the field of words, with every select empty; the tasks that are left. */
function typeOnly(words) {
  for (const field of document.querySelectorAll('#loc select, #loc input')) field.value = field.name === 'q' ? words : '';
  document.querySelector('#loc-q').dispatchEvent(new Event('input', { bubbles: true }));
  const seen = [...document.querySelectorAll('[data-chu-tri]')].filter((row) => row.checkVisibility());
  return seen.map((row) => row.querySelector('.number').href.match(/([^/]+)\.html/)[1]);
}
