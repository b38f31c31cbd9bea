// What is measured: our search, and three others over the same words of the same tasks. Each is a function from a query to
// task ids, best first.

import elasticlunr from 'elasticlunr';
import MiniSearch from 'minisearch';

import { client, published } from './site.js';

/** As many results as matter, and a few more. */
const LIMIT = 50;

export function engines(folder) {
  const vks = client(folder);
  const documents = documentsOf(published(folder).cards);
  return new Map([
    ['planpress', (query) => vks.search(query, { limit: LIMIT }).results.map((result) => result.task.split('/')[1])],
    ['elasticlunr, English', english(documents)],
    ['elasticlunr, folded', folded(documents)],
    ['MiniSearch, folded', mini(documents)],
  ]);
}

/** The same fields as our index has, in plain text: the peers do not know of abbreviations. */
function documentsOf(cards) {
  const { agencies, mentions } = cards;
  const names = (agency) => [agency.name, ...(agency.others ?? [])];
  const among = (places) => (places ?? []).flatMap((place) => names(agencies[place]));
  return cards.tasks.map(([plan, id, number, text, domain, groups, lead, others, period, more]) => {
    const mentioned = [...lead, ...others].map((place) => ({ printed: mentions[place][0], agency: agencies[mentions[place][1]] }));
    const when = period < 0 ? { printed: '', years: [] } : cards.periods[period];
    return {
      id,
      t: [text, more, ...groups.map((group) => cards.groups[group][1]), domain < 0 ? '' : cards.domains[domain][2]].join('\n'),
      a: mentioned.flatMap(({ printed, agency }) => [printed, ...names(agency)]).join('\n'),
      c: [number, ...groups.map((group) => cards.groups[group][0]), when.printed, ...(when.quarters ?? []), ...when.years,
        cards.plans[plan].words, cards.plans[plan].place].join('\n'),
      m: mentioned.flatMap(({ agency }) => [...among(agency.members), ...among(agency.successors)]).join('\n'),
    };
  });
}

const FIELDS = ['t', 'a', 'c', 'm'];
const BOOST = { t: 3, a: 1.5, c: 1, m: 0.2 };

function english(documents) {
  const index = lunr(documents, elasticlunr.tokenizer, [elasticlunr.trimmer, elasticlunr.stopWordFilter, elasticlunr.stemmer]);
  return (query) => ask(index, query, elasticlunr.tokenizer);
}

function folded(documents) {
  const index = lunr(documents, foldedWords, []);
  return (query) => ask(index, query, foldedWords);
}

function lunr(documents, tokenizer, pipeline) {
  const index = new elasticlunr.Index();
  index.pipeline.add(...pipeline);
  FIELDS.forEach((field) => index.addField(field));
  index.setRef('id');
  withTokenizer(tokenizer, () => documents.forEach((document) => index.addDoc(document)));
  return index;
}

function ask(index, query, tokenizer) {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, { boost: BOOST[field] }]));
  return withTokenizer(tokenizer, () => index.search(query, { fields, bool: 'OR', expand: true })).map(({ ref }) => ref);
}

/** elasticlunr's tokenizer belongs to no index. */
function withTokenizer(tokenizer, work) {
  const own = elasticlunr.tokenizer;
  elasticlunr.tokenizer = Object.assign((text) => tokenizer(text), own);
  try {
    return work();
  } finally {
    elasticlunr.tokenizer = own;
  }
}

function mini(documents) {
  const index = new MiniSearch({
    fields: FIELDS,
    tokenize: foldedWords,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(documents);
  return (query) => index.search(query).map(({ id }) => id);
}

/** Words without marks, as a good general library would have them. */
function foldedWords(text) {
  const plain = String(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðɖ]/g, 'd');
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
