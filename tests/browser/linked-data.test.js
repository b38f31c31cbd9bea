// Linked data against schema.org: each page's is written down as a value of the types that schema-dts makes of schema.org's own
// vocabulary, and the TypeScript compiler says what does not fit. What schema.org has no word for stands in the W3C's
// ontology of organizations, of which the few terms are listed here.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { bothSites } from './lib/site.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/g;
const CONTEXTS = ['"https://schema.org"', '["https://schema.org",{"org":"http://www.w3.org/ns/org#"}]'];

/** https://www.w3.org/TR/vocab-org/, "Organizational History". */
const CHANGE = /^org:(changedBy|ChangeEvent|resultingOrganization)$/;

// Within this folder, since the compiler looks for schema-dts from there upwards.
const scratch = mkdtempSync(path.join(HERE, 'linked-data-'));
after(() => rmSync(scratch, { recursive: true }));

/** The data of a page, at most one block. */
function dataOf(site, page) {
  const blocks = [...readFileSync(path.join(site.folder, page), 'utf8').matchAll(BLOCK)];
  assert.ok(blocks.length <= 1, page);
  return blocks.map((block) => JSON.parse(block[1]))[0];
}

/** What an action asks for, as schema.org annotates it ("Potential Actions"): a property and "-input". */
const ASKED = 'query-input';

/** The data without annotations and the terms of the other ontology, each of which must be one of the listed. */
function ofSchemaOrg(value) {
  if (Array.isArray(value)) return value.map(ofSchemaOrg);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => {
    assert.ok(!name.startsWith('org:') || CHANGE.test(name), name);
    return !name.startsWith('org:') && name !== ASKED;
  });
  return Object.fromEntries(fields.map(([name, field]) => [name, ofSchemaOrg(field)]));
}

/** What the compiler says of these values, a line a fault. */
function faultsOf(values) {
  const file = path.join(scratch, 'pages.ts');
  const lines = values.map((value, index) => `const page${index}: Graph = ${JSON.stringify(value)};`);
  writeFileSync(file, `import type { Graph } from 'schema-dts';\n${lines.join('\n')}\n`);
  const compiler = path.join(HERE, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [compiler, '--noEmit', '--strict', '--skipLibCheck', '--ignoreConfig', file], { encoding: 'utf8' });
    return [];
  } catch (error) {
    return error.stdout.split('\n').filter((line) => line.includes('error TS'));
  }
}

for (const site of bothSites()) {
  test(`${site.label}: every page speaks schema.org's words, each where it belongs`, () => {
    const values = site.pages.map((page) => dataOf(site, page)).filter(Boolean).map((data) => {
      assert.ok(CONTEXTS.includes(JSON.stringify(data['@context'])), JSON.stringify(data['@context']));
      return { '@context': 'https://schema.org', '@graph': ofSchemaOrg(data['@graph']) };
    });
    assert.equal(values.length, site.pages.length - 1, 'all pages but 404.html');
    assert.deepEqual(faultsOf(values), []);
  });
}

test('a word that schema.org does not have is a fault, and so is one in the wrong place', () => {
  const graph = (thing) => ({ '@context': 'https://schema.org', '@graph': [thing] });
  assert.equal(faultsOf([graph({ '@type': 'Legislation', name: 'x' })]).length, 0);
  assert.equal(faultsOf([graph({ '@type': 'Legislation', nmae: 'x' })]).length, 1);
  assert.equal(faultsOf([graph({ '@type': 'Legislatio', name: 'x' })]).length, 1);
  assert.equal(faultsOf([graph({ '@type': 'Legislation', legislationPassedBy: { '@type': 'Dataset', name: 'x' } })]).length, 1);
});
