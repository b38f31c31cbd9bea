// What the search may weigh: the client as a host would send it, and the shipped plan's index and cards.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { minify } from 'terser';

import { readSite, siteFolder } from './lib/site.js';

const KB = 1024;
/** The client and the scripts of the search page. */
const CLIENT = 12 * KB;
const PLAN = 40 * KB;

const folder = siteFolder();
const weight = (text) => gzipSync(text, { level: 9 }).length;

test('the client is small, with the scripts of its page', async () => {
  const page = readFileSync(path.join(folder, 'tim-kiem.html'), 'utf8');
  const sources = [...page.matchAll(/<script src="([^"?]+)/g)].map(([, source]) => source);
  const scripts = sources.map((source) => readFileSync(path.join(folder, source), 'utf8'));
  assert.ok(scripts.length > 0);
  const minified = await Promise.all([readSite(folder, 'engine.js'), ...scripts].map((source) => minify(source)));
  const bytes = minified.reduce((sum, { code }) => sum + weight(code), 0);
  assert.ok(bytes <= CLIENT, `${bytes} bytes`);
});

test('index and cards of the shipped plan are small', () => {
  const bytes = weight(readSite(folder, 'index.js')) + weight(readSite(folder, 'docs.js'));
  assert.ok(bytes <= PLAN, `${bytes} bytes`);
});
