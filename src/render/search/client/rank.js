/*
 * The order of results: how much each field of a task says of the query. docs/search.md gives the reasons and the figures.
 *
 * A field is { w: weight, texts, said: whether it counts among those that have a word, year: the weight of years in it }.
 */

var TEXT = 3;
var NUMBER = 3;
var GROUP = 1.6;
var DOMAIN = 1;
var LEAD = 1.5;
var COORDINATING = 0.6;
var PERIOD = 2;
var YEAR = 5;
var RANGE = 0.6;
var WITHIN = 0.3;
var ONGOING = 0.08;
var PLAN = 0.1;
var EVERY_TASK = 0.3;
var MEMBER_OF_LEAD = 0.15;
var MEMBER_OF_OTHER = 0.1;
var SUCCESSOR_OF_LEAD = 0.5;
var SUCCESSOR_OF_OTHER = 0.25;

var YEAR_IN_TEXT = 0.15;
var LENGTH = 0.3;
var USUAL_LENGTH = 45;
var PAIR = 1.3;
var WHOLE = 1;
var FREQUENT = 0.5;
var NUMERAL = 1;
var OTHER_FIELDS = 0.1;
var COVERAGE = 2;

/* The fields of a task, made once; what tasks share is one and the same field, and matched once a query. */
function subject(corpus, place) {
  if (corpus.subjects[place]) return corpus.subjects[place];
  var docs = corpus.docs;
  var card = docs.tasks[place];
  var length = corpus.read(card[3])[0].length;
  var weight = TEXT / (1 - LENGTH + LENGTH * length / USUAL_LENGTH);
  var plan = docs.plans[card[0]];
  function shared(name, make) {
    if (!corpus.shared.has(name)) corpus.shared.set(name, make());
    return corpus.shared.get(name);
  }
  var fields = field(weight, [card[3], card[9]], true, weight * YEAR_IN_TEXT).concat(field(NUMBER, [card[2]], true));
  card[5].forEach(function (group) {
    fields = fields.concat(shared("g" + group, function () {
      var row = docs.groups[group];
      return field(NUMBER, [row[0]], true).concat(field(GROUP, [row[1]], true, GROUP * YEAR_IN_TEXT));
    }));
  });
  if (card[4] >= 0) {
    fields = fields.concat(shared("d" + card[4], function () {
      return field(DOMAIN, docs.domains[card[4]].slice(1), true, DOMAIN * YEAR_IN_TEXT);
    }));
  }
  [[LEAD, MEMBER_OF_LEAD, SUCCESSOR_OF_LEAD], [COORDINATING, MEMBER_OF_OTHER, SUCCESSOR_OF_OTHER]].forEach(function (weights, role) {
    card[6 + role].forEach(function (mention) {
      fields = fields.concat(shared("a" + role + mention, function () { return agencyFields(docs, mention, role, weights); }));
    });
  });
  if (card[8] >= 0) {
    fields = fields.concat(shared("t" + card[8], function () { return periodFields(docs.periods[card[8]], plan); }));
  }
  fields = fields.concat(shared("p" + card[0], function () {
    return field(EVERY_TASK, [docs.roles[2]], true).concat(field(PLAN, [plan.words, plan.name, plan.place], false));
  }));
  return (corpus.subjects[place] = fields);
}

/* A list of one field, or of none where it has no words. */
function field(weight, texts, said, year) {
  texts = texts.filter(Boolean);
  return texts.length ? [{ w: weight, texts: texts, said: said, year: year === undefined ? weight : year }] : [];
}

function agencyFields(docs, mention, role, weights) {
  var words = docs.roles[role];
  var first = words.split(";")[0];
  var agency = docs.agencies[docs.mentions[mention][1]];
  function names(agency) { return [agency.name].concat(agency.others || []); }
  function all(places) {
    return (places || []).reduce(function (found, place) { return found.concat(names(docs.agencies[place])); }, []);
  }
  var own = once([docs.mentions[mention][0]].concat(names(agency)));
  return field(weights[0], own.map(function (name) { return first + " " + name + " " + first; }).concat(words), true)
    .concat(field(weights[1], all(agency.members), true), field(weights[2], all(agency.successors), true));
}

/* A year that is the whole period says more than one that begins or ends it, and that more than one within it. Who asks for a
 * year means it, so that it weighs more than the words of the period. */
function periodFields(period, plan) {
  var printed = YEAR * (period.years.length === 1 ? 1 : RANGE);
  var years = period.ongoing ? plan.years : period.years;
  return field(PERIOD, [period.printed].concat(period.quarters || []), true, printed)
    .concat(field(PERIOD * (period.ongoing ? ONGOING : WITHIN), years.map(function (year) { return "năm " + year; }), false));
}

function once(values) {
  return Array.from(new Set(values));
}

/* The tasks that have a word of the query, each with what its fields say: { q, p } by item and pair at their best, and
 * { v, u } the same weighted. */
function candidates(corpus, made) {
  var places = new Set();
  made.wanted.forEach(function (entries, word) {
    (corpus.words.get(word) || []).forEach(function (docs) {
      Object.keys(docs).forEach(function (place) { places.add(Number(place)); });
    });
  });
  made.matched = new Map();
  made.fields = new Map();
  return Array.from(places).sort(function (a, b) { return a - b; }).map(function (place) { return weigh(corpus, place, made); });
}

/* What a field says of the query: by item and pair at their best, and the pairs of each of its strings. */
function matchField(corpus, field, made) {
  var best = made.fields.get(field);
  if (best !== undefined) return best;
  best = null;
  field.texts.forEach(function (text) {
    var match = matchText(corpus, text, made);
    if (!match) return;
    if (!best) best = { q: [], p: [], runs: [] };
    match.q.forEach(function (q, i) { best.q[i] = Math.max(best.q[i] || 0, q); });
    match.p.forEach(function (p, i) { best.p[i] = Math.max(best.p[i] || 0, p); });
    if (match.p.length) best.runs.push([field.w, match.p]);
  });
  made.fields.set(field, best);
  return best;
}

function weigh(corpus, place, made) {
  var hit = { corpus: corpus, place: place, q: [], p: [], v: [], u: [], said: [], saidPairs: [], runs: [] };
  subject(corpus, place).forEach(function (field) {
    var best = matchField(corpus, field, made);
    if (!best) return;
    best.q.forEach(function (q, i) {
      add(hit.v, i, q * (made.items[i].year ? field.year : field.w));
      hit.q[i] = Math.max(hit.q[i] || 0, q);
      if (field.said) hit.said[i] = 1;
    });
    best.p.forEach(function (p, i) {
      add(hit.u, i, p * field.w);
      hit.p[i] = Math.max(hit.p[i] || 0, p);
      if (field.said) hit.saidPairs[i] = 1;
    });
    hit.runs = hit.runs.concat(best.runs);
  });
  return hit;
}

/* The best field counts whole, the others a little. */
function add(values, i, value) {
  var old = values[i] || 0;
  values[i] = Math.max(old, value) + OTHER_FIELDS * Math.min(old, value);
}

/* How rare what was found is among all tasks: by what tasks say themselves, where any does. */
function rarity(hits, count, list, said, number) {
  var found = new Array(number).fill(0);
  var meant = new Array(number).fill(0);
  hits.forEach(function (hit) {
    hit[said].forEach(function (one, i) { found[i] += one; });
    hit[list].forEach(function (value, i) { if (value) meant[i] += 1; });
  });
  return found.map(function (df, i) {
    df = df || meant[i];
    return df ? Math.log(1 + count / df) : 0;
  });
}

/* Gives each task its score; `count` is the number of all tasks. */
function score(hits, made, count) {
  var items = rarity(hits, count, "q", "said", made.items.length);
  var pairs = rarity(hits, count, "p", "saidPairs", made.pairs.size);
  // Two frequent words side by side are rare, and yet say little: "các nhiệm".
  made.pairs.forEach(function (pair, key) {
    pairs[pair] = Math.min(pairs[pair], items[Math.floor(key / MOST_ITEMS)] + items[key % MOST_ITEMS] + FREQUENT);
  });
  made.rare = { items: items, pairs: pairs };
  items = items.map(function (weight, i) { return weight && made.items[i].number ? weight + NUMERAL : weight; });
  var allPairs = sum(pairs, pairs.map(function () { return 1; }));
  var whole = sum(items, items.map(function () { return 1; })) + allPairs;
  hits.forEach(function (hit) {
    hit.paired = [];
    made.pairs.forEach(function (pair, key) {
      if (hit.p[pair]) hit.paired[Math.floor(key / MOST_ITEMS)] = hit.paired[key % MOST_ITEMS] = true;
    });
    hit.share = (sum(items, hit.q) + sum(pairs, hit.p)) / whole;
    // What stands in one string as it stands in the query says more than the same in pieces.
    var run = hit.runs.reduce(function (most, run) {
      var found = sum(pairs, run[1]);
      return Math.max(most, run[0] * found * found / allPairs);
    }, 0);
    hit.score = (sum(items, hit.v) + PAIR * sum(pairs, hit.u) + WHOLE * run) * Math.pow(hit.share, COVERAGE);
  });
}

function sum(weights, values) {
  return weights.reduce(function (total, weight, i) { return total + weight * (values[i] || 0); }, 0);
}
