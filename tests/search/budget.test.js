// What the search may weigh: the client as a host would send it, and the shipped plan's index and cards.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { minify } from 'terser';

import { readSite, siteFolder } from './lib/site.js';

const KB = 1024;
/** Client and page's scripts may weigh 12 KB together; the page's have 4 of them. */
const CLIENT = 8 * KB;
const PLAN = 40 * KB;

const folder = siteFolder();
const weight = (text) => gzipSync(text, { level: 9 }).length;

test('the client is small', async () => {
  const { code } = await minify(readSite(folder, 'engine.js'));
  assert.ok(weight(code) <= CLIENT, `${weight(code)} bytes`);
});

test('index and cards of the shipped plan are small', () => {
  const bytes = weight(readSite(folder, 'index.js')) + weight(readSite(folder, 'docs.js'));
  assert.ok(bytes <= PLAN, `${bytes} bytes`);
});
