// The queries with their judgements, in two halves: the one that the ranking was tuned by, and the one that it was not.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { parse } from 'smol-toml';

export function readQueries() {
  const file = new URL('../queries.toml', import.meta.url);
  return parse(readFileSync(file, 'utf8')).query.map((query) => ({ ...query, heldOut: isHeldOut(query.text) }));
}

/** Every second query, by a hash of its text, so that nobody chooses. */
function isHeldOut(text) {
  return createHash('sha256').update(text).digest()[0] % 2 === 1;
}
