// The questions that people come with: each is answered from the home page within three clicks or one search.
// A reader knows only the names that stand on links, so the test clicks links by their names, and what it finds is
// compared with the site's data.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { Chromium } from './lib/browsers.js';
import { ROOT } from './lib/places.js';
import { Reader } from './lib/reader.js';
import { results } from './lib/search.js';
import { plansOf, siteFrom } from './lib/site.js';

const site = siteFrom('PLANPRESS_SITE', 'cong-bo');
const [data] = plansOf(site);

describe('from the home page, by clicks and by one search', () => {
  const browser = new Chromium();
  let place;
  let tab;
  let reader;
  before(async () => {
    place = await ROOT.open(site.folder);
  });
  after(async () => {
    await browser.close();
    await place?.close();
  });
  beforeEach(async () => {
    tab = await browser.open();
    reader = await Reader.atHome(tab, place);
  });
  afterEach(() => tab.close());

  test('who leads task 3.7', async () => {
    await reader.click('3 Hợp tác về phát triển, sản xuất, chế biến tiêu thụ sản phẩm nông sản');
    await reader.click('Nhiệm vụ 3.7');
    assert.deepEqual(await reader.factNames('Cơ quan chủ trì'), taskNumbered('3.7').lead.map((mention) => mention.published));
  });

  test('who leads task 3.7, by a search', async () => {
    await reader.search('3.7');
    const [first] = await results(tab);
    assert.equal(first.task, `${data.plan.id}/${taskNumbered('3.7').id}`);
    for (const mention of taskNumbered('3.7').lead) {
      assert.ok(first.text.includes(mention.published), 'the first result names the lead agency');
    }
  });

  test('all that Mai Sơn must do', async () => {
    await reader.click('Cơ quan');
    await reader.click('Ủy ban nhân dân huyện Mai Sơn');
    assert.deepEqual(await reader.tasksShown(), tasksOfAgency('ubnd-huyen-mai-son'));
  });

  test('every task that Sở Y tế Hưng Yên takes part in', async () => {
    await reader.click('Cơ quan');
    await reader.click('Sở Y tế tỉnh Hưng Yên');
    assert.deepEqual(await reader.tasksShown(), tasksOfAgency('so-y-te-hung-yen'));
  });

  test('what falls in Quý III/2024', async () => {
    await reader.click('2024');
    await reader.click('Quý III');
    const section = await tab.ask(() => document.querySelector(`[id="${decodeURIComponent(location.hash.slice(1))}"]`).closest('section').id);
    const expected = data.tasks.filter((task) => task.period?.start === '2024-07-01' && task.period.end === '2024-09-30');
    assert.ok(expected.length > 0);
    assert.deepEqual(await reader.tasksShown(`#${section}`), ids(expected));
  });

  test('the citation of 6.4', async () => {
    await reader.click('6 Hợp tác về lĩnh vực y tế, giáo dục, khoa học và công nghệ');
    await reader.click('Nhiệm vụ 6.4');
    const { plan } = data;
    const cited = `Nhiệm vụ 6.4, mục 6, phần B, ${plan.type} số ${plan.number} năm ${plan.issued} của ${plan.issuer}`;
    assert.ok((await reader.textUnder('Trích dẫn')).includes(cited), cited);
  });

  test('the CSV of domain 1', async () => {
    await reader.click('1 Hợp tác phát triển du lịch');
    const table = (await reader.download('CSV')).toString('utf8');
    assert.deepEqual(firstColumn(table).sort(), ids(data.tasks.filter((task) => task.domain === 'b-1')));
  });

  test('the original document', async () => {
    const [document] = data.plan.documents;
    const file = await reader.download(document.file);
    assert.deepEqual(file, readFileSync(path.join(site.folder, document.url)));
    assert.equal(file.length, document.bytes);
  });
});

/** The first cells of a CSV's rows without its header; text in quotation marks may hold commas and ends of lines. */
function firstColumn(table) {
  return table.replace(/"(?:[^"]|"")*"/g, '').trim().split('\r\n').slice(1).map((row) => row.split(',')[0]);
}

function taskNumbered(number) {
  return data.tasks.find((task) => task.number === number);
}

/** The tasks in which an agency is named, or a group of agencies of which it is a member. */
function tasksOfAgency(agency) {
  const names = new Set([agency, ...data.agencies.filter((group) => group.members.includes(agency)).map((group) => group.id)]);
  return ids(data.tasks.filter((task) => [...task.lead, ...task.coordinating].some((mention) => names.has(mention.agency))));
}

function ids(tasks) {
  return tasks.map((task) => task.id).sort();
}
