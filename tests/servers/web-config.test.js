// web.config without an IIS: by the parts of its schema that are used, and by what makes IIS answer 500.19 all the same.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { SITES } from './lib/sites.js';

const SCHEMA = fileURLToPath(new URL('web-config.rng', import.meta.url));

for (const site of SITES) {
  const file = path.join(site.folder, 'web.config');

  test(`${site.name}: web.config is valid`, () => {
    execFileSync('xmllint', ['--noout', '--relaxng', SCHEMA, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  });

  test(`${site.name}: nothing is given twice, and each is removed just before it is given`, () => {
    const text = readFileSync(file, 'utf8');
    const removed = [...text.matchAll(/<remove (fileExtension|name)="([^"]+)" \/>\s*<(mimeMap|add) \1="([^"]+)"/g)];
    const given = [...text.matchAll(/<(?:mimeMap fileExtension|add name)="([^"]+)"/g)].map(([, name]) => name.toLowerCase());
    assert.equal(removed.length, given.length);
    assert.ok(removed.every(([, , before, , after]) => before === after));
    assert.equal(new Set(given).size, given.length);
    assert.ok(given.includes('.ndjson') && given.includes('content-security-policy'));
  });
}
