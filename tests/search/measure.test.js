// What the search must reach, over the queries that were written before it was tuned, and beside its peers of the same run.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { engines } from './lib/engines.js';
import { byCategory, judge } from './lib/figures.js';
import { readQueries } from './lib/queries.js';
import { siteFolder } from './lib/site.js';

const queries = readQueries();
const figures = new Map([...engines(siteFolder())].map(([name, ask]) => [name,
  byCategory(queries, queries.map((query) => judge(ask(query.text), query.relevant)))]));
const ours = figures.get('planpress');
const peers = [...figures].filter(([name]) => name !== 'planpress');

test('recall and order over all queries', () => {
  const { recall, ndcg } = ours.get('all');
  assert.ok(recall >= 0.97, `recall@10 is ${recall}`);
  assert.ok(ndcg >= 0.93, `nDCG@10 is ${ndcg}`);
});

for (const [category, { recall, ndcg }] of ours) {
  test(`category ${category}`, () => {
    const least = category === 'no-result' ? 0.9 : 0.85;
    assert.ok(recall >= least, `recall@10 is ${recall}`);
    assert.ok(ndcg >= least, `nDCG@10 is ${ndcg}`);
    // Nobody finds more than all there is; who is ahead then is told by the order.
    for (const [name, peer] of peers) {
      assert.ok(recall >= peer.get(category).recall, `${name} has recall@10 ${peer.get(category).recall}, we ${recall}`);
      assert.ok(ndcg > peer.get(category).ndcg, `${name} has nDCG@10 ${peer.get(category).ndcg}, we ${ndcg}`);
    }
  });
}
