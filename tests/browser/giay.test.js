// The paper theme is made for old intranets: it has no script, in any form, anywhere in its folder. Axe finds nothing
// against any kind of its pages.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { axeFindings } from './lib/axe.js';
import { Chromium } from './lib/browsers.js';
import { ROOT } from './lib/places.js';
import { siteFrom } from './lib/site.js';
import { SCRIPT_FILE, scriptsIn } from './lib/scripts.js';

const site = siteFrom('PLANPRESS_SITE_GIAY', 'giay');

test('no file of the folder is a script', () => {
  assert.deepEqual(site.files.filter((file) => SCRIPT_FILE.test(file)), []);
});

test('no page holds a script, a handler or a javascript: address', () => {
  for (const page of site.pages) {
    assert.deepEqual(scriptsIn(readFileSync(path.join(site.folder, page), 'utf8')), [], page);
  }
});

test('one stylesheet serves every page', () => {
  const sheets = new Set(site.pages.flatMap((page) => {
    const links = readFileSync(path.join(site.folder, page), 'utf8').match(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/gi) ?? [];
    return links.map((link) => path.posix.join(path.posix.dirname(page), link.match(/\bhref="?([^"\s>]+)/i)[1]));
  }));
  assert.equal(sheets.size, 1, [...sheets].join(', '));
});

test('axe finds nothing against the largest page of any kind', async () => {
  const browser = new Chromium();
  const place = await ROOT.open(site.folder);
  const tab = await browser.open();
  const size = (page) => statSync(path.join(site.folder, page)).size;
  for (const pages of site.kinds.values()) {
    const largest = pages.reduce((most, page) => (size(page) > size(most) ? page : most));
    assert.deepEqual(await tab.visit(place, largest), [], largest);
    assert.deepEqual(await axeFindings(tab), [], largest);
  }
  await browser.close();
  await place.close();
});
