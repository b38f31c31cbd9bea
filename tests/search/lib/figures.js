// Recall@10, nDCG@10 and first hit. A query without relevant tasks is right when nothing is found.

const DEPTH = 10;

/** The figures of one query: `found` are task ids, best first; `relevant` maps ids to grades. */
export function judge(found, relevant) {
  const grades = Object.values(relevant);
  if (!grades.length) {
    const right = found.length ? 0 : 1;
    return { recall: right, ndcg: right, first: right };
  }
  const top = found.slice(0, DEPTH).map((id) => relevant[id] ?? 0);
  const hits = top.filter(Boolean).length;
  const ideal = [...grades].sort((a, b) => b - a).slice(0, DEPTH);
  return { recall: hits / Math.min(DEPTH, grades.length), ndcg: gain(top) / gain(ideal), first: top[0] ? 1 : 0 };
}

function gain(grades) {
  return grades.reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}

/** The mean of each figure. */
export function mean(judged) {
  const of = (name) => judged.reduce((sum, figures) => sum + figures[name], 0) / judged.length;
  return { count: judged.length, recall: of('recall'), ndcg: of('ndcg'), first: of('first') };
}

/** Means by category, in the order in which categories first stand, and over all. */
export function byCategory(queries, judged) {
  const categories = [...new Set(queries.map((query) => query.category))];
  const rows = categories.map((category) => [category, mean(judged.filter((_, at) => queries[at].category === category))]);
  return new Map([...rows, ['all', mean(judged)]]);
}
