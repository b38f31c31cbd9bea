// Prints recall@10, nDCG@10 and first hit by category, for our search and its peers in the same run.
//
//   PLANPRESS_SITE=… npm run measure              everything, then our two halves
//   PLANPRESS_SITE=… npm run measure -- --faults  also the queries of the half for tuning that are not at their best

import { engines } from './lib/engines.js';
import { byCategory, judge } from './lib/figures.js';
import { readQueries } from './lib/queries.js';
import { siteFolder } from './lib/site.js';

const queries = readQueries();
const all = [...engines(siteFolder())].map(([name, ask]) => {
  const found = queries.map((query) => ask(query.text));
  const judged = queries.map((query, at) => judge(found[at], query.relevant));
  return { name, found, judged, figures: byCategory(queries, judged) };
});

const show = ({ recall, ndcg, first }) => [recall, ndcg, first].map((figure) => figure.toFixed(2)).join('/').padEnd(16);
console.log(`recall@10/nDCG@10/first hit of ${queries.length} queries`);
console.log(`${''.padEnd(22)}${all.map(({ name }) => name.padEnd(22)).join('')}`);
for (const category of all[0].figures.keys()) {
  console.log(`${`${category} (${all[0].figures.get(category).count})`.padEnd(22)}${all.map(({ figures }) => show(figures.get(category)).padEnd(22)).join('')}`);
}
const [ours] = all;
for (const [name, half] of [['tuned by', false], ['held out', true]]) {
  const at = queries.flatMap((query, place) => (query.heldOut === half ? [place] : []));
  const figures = byCategory(at.map((place) => queries[place]), at.map((place) => ours.judged[place])).get('all');
  console.log(`${name} (${at.length})`.padEnd(22) + Object.values(figures).slice(1).map((figure) => figure.toFixed(3)).join(' '));
}

if (process.argv.includes('--faults')) {
  queries.forEach((query, at) => {
    const { recall, ndcg } = ours.judged[at];
    if (!query.heldOut && (recall < 1 || ndcg < 0.95)) {
      console.log(`\n${query.category}: ${query.text.slice(0, 80)}  ${recall.toFixed(2)} ${ndcg.toFixed(2)}`);
      console.log(`  found  ${ours.found[at].slice(0, 12).map((id) => `${id}=${query.relevant[id] ?? 0}`).join(' ')}`);
      console.log(`  missed ${Object.entries(query.relevant).filter(([id]) => !ours.found[at].slice(0, 10).includes(id)).slice(0, 10).map(([id, grade]) => `${id}=${grade}`).join(' ')}`);
    }
  });
}
