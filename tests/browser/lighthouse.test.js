// Lighthouse, as it measures a phone: no fault in accessibility, best practices and what search engines ask of a page.
// A page takes it many seconds, so it is asked with LONG=1 only; axe.test.js holds the same rules of accessibility in
// every run. Speed is a timing and no test: `npm run lighthouse` prints all scores.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { scoresOf } from './lib/lighthouse.js';
import { bothSites } from './lib/site.js';

for (const site of process.env.LONG === '1' ? bothSites() : []) {
  describe(site.label, () => {
    test('Lighthouse finds no fault with any kind of page', async () => {
      for await (const { kind, faults } of scoresOf(site, ['accessibility', 'best-practices', 'seo'])) {
        assert.deepEqual(faults, [], kind);
      }
    });
  });
}
