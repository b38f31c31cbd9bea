// The analyzer in the client answers as the program's does: the golden vectors, which the Rust suite writes and checks.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { client, siteFolder } from './lib/site.js';

const lines = readFileSync(new URL('golden.jsonl', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

test('the client analyses every golden text as the program does', () => {
  const vks = client(siteFolder(), { loaded: false });
  assert.ok(lines.length > 400);
  for (const [text, expected] of lines) {
    const actual = [...vks.tokens(text)].map(({ f, a, s, e, n }) => [f, a, s, e, n]);
    assert.deepEqual(actual, expected, JSON.stringify(text));
  }
});

test('folding a key again changes nothing', () => {
  const vks = client(siteFolder(), { loaded: false });
  for (const [text, expected] of lines) {
    for (const [fold] of expected) {
      assert.equal(vks.fold(fold), fold, JSON.stringify(text));
    }
  }
});

test('lone surrogates and other broken text part words and do no harm', () => {
  const vks = client(siteFolder(), { loaded: false });
  assert.deepEqual([...vks.tokens('du\ud800lịch\udc00')].map(({ f }) => f), ['du', 'lich']);
});
