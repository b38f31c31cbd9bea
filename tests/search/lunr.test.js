// The index is a lunr index: the real elasticlunr.js loads it, builds the same from our words, and scores alike.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import elasticlunr from 'elasticlunr';

import { readQueries } from './lib/queries.js';
import { client, published, siteFolder } from './lib/site.js';

const folder = siteFolder();
const { index: json } = published(folder);
const vks = client(folder, { loaded: false });
const queries = readQueries().map((query) => query.text);
const SEPARATOR = '\u0000';

/** Letters of a node stand in another order there, so that the same numbers are added in another order. */
const ROUNDING = 1e-12;

const scores = (results) => new Map(results.map(({ ref, score }) => [ref, score]));

/** Our words as elasticlunr's tokenizer, and back to its own. */
function withTokenizer(tokenizer, work) {
  const own = elasticlunr.tokenizer;
  elasticlunr.tokenizer = Object.assign(tokenizer, own);
  try {
    return work();
  } finally {
    elasticlunr.tokenizer = own;
  }
}

const ourWords = (text) => [...vks.tokens(String(text))].map(({ f }) => f);

/** The index with its one function known. */
function load() {
  elasticlunr.Pipeline.registerFunction((token) => vks.fold(token), 'vi-fold');
  return elasticlunr.Index.load(structuredClone(json));
}

test('without vi-fold the real elasticlunr refuses the index', () => {
  const registered = elasticlunr.Pipeline.registeredFunctions;
  elasticlunr.Pipeline.registeredFunctions = {};
  try {
    assert.throws(() => elasticlunr.Index.load(structuredClone(json)), /vi-fold/);
  } finally {
    elasticlunr.Pipeline.registeredFunctions = registered;
  }
});

/** The words of each task and field: a term stands in its postings as the square root of its count. */
function wordsOf(field) {
  const words = new Map();
  const walk = (node, term) => {
    for (const [ref, { tf }] of Object.entries(node.docs ?? {})) {
      const list = words.get(ref) ?? [];
      words.set(ref, [...list, ...Array(Math.round(tf ** 2)).fill(term)]);
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'docs' && key !== 'df') walk(child, term + key);
    }
  };
  walk(json.index[field].root, '');
  return words;
}

/** An index that elasticlunr.js itself builds of the same words. */
function rebuilt() {
  load();
  const fold = elasticlunr.Pipeline.getRegisteredFunction('vi-fold');
  const index = new elasticlunr.Index();
  index.pipeline.add(fold);
  index.saveDocument(false);
  json.fields.forEach((field) => index.addField(field));
  index.setRef('id');
  const words = Object.fromEntries(json.fields.map((field) => [field, wordsOf(field)]));
  withTokenizer((text) => text.split(SEPARATOR).filter(Boolean), () => {
    for (let ref = 0; ref < json.documentStore.length; ref += 1) {
      const fields = json.fields.map((field) => [field, (words[field].get(String(ref)) ?? []).join(SEPARATOR)]);
      index.addDoc({ id: String(ref), ...Object.fromEntries(fields) });
    }
  });
  return index;
}

describe('fed our words', () => {
  const ours = load();
  const theirs = rebuilt();

  test('elasticlunr.js builds equal postings', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(theirs)).index, json.index);
  });

  for (const bool of ['AND', 'OR']) {
    for (const expand of [false, true]) {
      test(`scores are equal: ${bool}, ${expand ? 'with' : 'without'} expansion`, () => {
        let found = 0;
        withTokenizer(ourWords, () => {
          for (const query of queries) {
            const wanted = scores(ours.search(query, { bool, expand }));
            const actual = scores(theirs.search(query, { bool, expand }));
            assert.deepEqual([...actual.keys()].sort(), [...wanted.keys()].sort(), query);
            for (const [ref, score] of wanted) {
              assert.ok(Math.abs(actual.get(ref) - score) <= ROUNDING * score, `${query}: ${actual.get(ref)} is not ${score}`);
            }
            found += wanted.size;
          }
        });
        assert.ok(found > queries.length);
      });
    }
  }
});

test('the stock tokenizer and vi-fold find plain syllables', () => {
  const index = load();
  for (const query of ['du lịch', 'Khu công nghiệp', 'bảo hiểm xã hội', 'kĩ thuật']) {
    assert.ok(index.search(query, { bool: 'AND' }).length, query);
  }
});
