// What the figures do not show: facets, marks, phrases, nothing where there is nothing, and no harm from anything.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { client, published, siteFolder } from './lib/site.js';

const folder = siteFolder();
const vks = client(folder);
const { cards, index } = published(folder);
const plain = (value) => JSON.parse(JSON.stringify(value));
const ids = (found) => plain(found.results.map(({ task }) => task));

test('marks are places in the printed text, whatever form it was typed in', () => {
  for (const query of ['du lich', 'DU LỊCH', 'du lịch'.normalize('NFD'), 'du lijch', 'du li5ch', 'du\u00a0lịch']) {
    const [{ card, marks }] = vks.search(query).results;
    const marked = plain(marks.text).map(([start, end]) => card.text.slice(start, end).toLowerCase());
    assert.ok(marked.length > 0, query);
    assert.deepEqual([...new Set(marked)], ['du lịch'], query);
  }
});

test('a syllable is not marked where its neighbour is missing', () => {
  const { results } = vks.search('du lịch sinh thái');
  for (const { card, marks } of results) {
    for (const [start, end] of plain(marks.text)) {
      assert.match(card.text.slice(start, end), / /, card.text);
    }
  }
});

test('facets count what the other facets leave, and narrow what is found', () => {
  const free = vks.search('du lịch', { limit: 100 });
  for (const facet of ['domain', 'agency', 'year', 'place']) {
    for (const { id, label, count } of plain(free.facets[facet])) {
      const narrowed = vks.search('du lịch', { facets: { [facet]: [id] }, limit: 100 });
      assert.equal(narrowed.total, count, label);
      assert.equal(plain(narrowed.facets[facet]).find((value) => value.id === id).count, count, label);
      assert.ok(ids(narrowed).every((task) => ids(free).includes(task)), label);
    }
  }
});

test('a facet without words gives its tasks in the order of the plan', () => {
  const { total } = vks.search('', { facets: { place: ['hung-yen'] } });
  assert.ok(total > 0 && total <= cards.tasks.length);
  assert.equal(vks.search('').total, 0);
});

test('what stands in quotation marks must stand there as it is', () => {
  const { results } = vks.search('"kết nối tiêu thụ"');
  assert.ok(results.length > 0);
  for (const { card } of results) {
    assert.match(card.text.toLowerCase(), /kết nối tiêu thụ/);
  }
});

test('a complete word lists no other words that begin like it, and first letters do not list everything', () => {
  assert.ok(vks.search('gà').results.every(({ card }) => / gà /.test(` ${card.text} `)));
  assert.ok(vks.search('th').total <= cards.tasks.length / 2);
});

test('nothing is found where there is nothing, and the known part is offered', () => {
  for (const [query, offered] of [['trồng nhãn lồng', 'trồng'], ['thành phố Hồ Chí Minh', 'thành phố'], ['gặ', 'gà']]) {
    const found = vks.search(query);
    assert.equal(found.total, 0, query);
    assert.equal(found.nearest, offered, query);
    assert.ok(vks.search(found.nearest).total > 0, query);
  }
});

test('half of what was asked for is no answer, and the half is offered', () => {
  for (const [query, offered] of [['an toàn giao thông', 'an toàn'], ['nhà ở xã hội', 'xã hội'], ['chăn nuôi lợn', 'chăn nuôi'], ['hop tac quoc te', 'hop tac'],
    ['bóng đá', null]]) {
    const found = vks.search(query);
    assert.deepEqual([found.total, found.nearest], [0, offered], query);
  }
});

test('words that stand apart in one clause are found, and those of other compounds are not', () => {
  for (const query of ['trồng mít', 'huyện Mai Sơn trồng cây']) {
    assert.equal(ids(vks.search(query))[0], '150-kh-ubnd-2022/b-3-7', query);
  }
  assert.equal(vks.search('hợp tác quốc tế').total, 0);
});

test('no task needs to have the words that only ask', () => {
  for (const [query, words] of [['gà ở đâu', /gà/], ['xin cho hỏi về hỗ trợ doanh nghiệp', /doanh nghiệp/i], ['mục 4.2 là gì', /khu công nghiệp/]]) {
    assert.match(vks.search(query).results[0].card.text, words, query);
  }
});

test('the words by which leads are asked for find every lead, whether the plan has them or not', () => {
  for (const { f } of plain(vks.tokens(cards.roles[0]))) {
    const node = [...f].reduce((at, letter) => at?.[letter], index.index.a.root);
    assert.equal(node?.df, cards.tasks.filter((task) => task[6].length).length, f);
  }
});

test('a year that was asked for is the period of the first results', () => {
  for (const [query, period] of [['y tế 2023', /2023/], ['khu công nghiệp quý 3 2022', /III\/2022/], ['khảo sát du lịch 2025', /2025/]]) {
    assert.match(vks.search(query).results[0].card.period, period, query);
  }
});

test('markup that was pasted along is no word', () => {
  assert.deepEqual(ids(vks.search('<p class="x">du lịch</p>')), ids(vks.search('du lịch')));
});

test('no query does harm or takes long', () => {
  const hostile = ['<script>alert(1)</script>', '.*+?^${}()|[]\\', '__proto__ constructor toString docs df root', '\ud800', '😀'.repeat(500),
    'a'.repeat(10_000), 'du lịch '.repeat(1_250), 'x1y2 '.repeat(2_000), '"'.repeat(10_000), '1.'.repeat(5_000), '\u0301'.repeat(10_000)];
  for (const query of hostile) {
    const started = performance.now();
    const found = vks.search(query);
    assert.ok(Array.isArray(found.results) || typeof found.total === 'number');
    // A bound that only something that grows without limit passes: the queries take milliseconds.
    assert.ok(performance.now() - started < 2_000, query.slice(0, 20));
  }
  assert.equal(vks.search(null).total, 0);
});
