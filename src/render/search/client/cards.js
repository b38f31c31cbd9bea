/* Cards as pages see them, made when they are shown; and the facets by which results are narrowed. */

var FACETS = ["domain", "agency", "year", "place"];

/* What a task belongs to, by facet: ids; made once. */
function belongs(hit) {
  var made = hit.corpus.belongs;
  if (made[hit.place]) return made[hit.place];
  var docs = hit.corpus.docs;
  var card = docs.tasks[hit.place];
  var agencies = once(card[6].concat(card[7]).map(function (mention) { return docs.mentions[mention][1]; }));
  var plan = docs.plans[card[0]];
  var places = agencies.map(function (agency) { return docs.agencies[agency].place; }).concat(plan.place).filter(Boolean);
  return (made[hit.place] = {
    domain: card[4] < 0 ? [] : [plan.id + "/" + docs.domains[card[4]][0]],
    agency: agencies.map(function (agency) { return docs.agencies[agency].id; }),
    year: (card[8] < 0 ? [] : docs.periods[card[8]].years).map(String),
    place: once(places.map(slug)),
  });
}

function slug(place) {
  return plainKeys(place).join("-");
}

/* The label of each id of a facet. */
function labels(corpora, facet) {
  var found = new Map();
  function label(id, text) {
    if (id && text && !found.has(id)) found.set(id, text);
  }
  corpora.forEach(function (corpus) {
    var docs = corpus.docs;
    if (facet === "agency") docs.agencies.forEach(function (row) { label(row.id, row.name); });
    if (facet === "place") docs.agencies.concat(docs.plans).forEach(function (row) { label(row.place && slug(row.place), row.place); });
    if (facet === "domain") docs.tasks.forEach(function (row, place) { label(belongs({ corpus: corpus, place: place }).domain[0], row[4] < 0 ? "" : docs.domains[row[4]][1]); });
    if (facet === "year") docs.periods.forEach(function (row) { row.years.forEach(function (year) { label(String(year), String(year)); }); });
  });
  return found;
}

/* The chosen ids of every facet. */
function choice(given) {
  var chosen = {};
  FACETS.forEach(function (facet) { chosen[facet] = ((given || {})[facet] || []).map(String); });
  return chosen;
}

/* Whether a task is in all chosen facets, one of them left aside. */
function fits(hit, chosen, aside) {
  return FACETS.every(function (facet) {
    var ids = chosen[facet];
    return facet === aside || !ids.length || ids.some(function (id) { return belongs(hit)[facet].indexOf(id) >= 0; });
  });
}

/* For each facet its values with the number of results under the other facets; those without results only where chosen. */
function counts(hits, chosen, corpora) {
  var made = {};
  FACETS.forEach(function (facet) {
    var numbers = new Map();
    hits.forEach(function (hit) {
      if (!fits(hit, chosen, facet)) return;
      belongs(hit)[facet].forEach(function (id) { numbers.set(id, (numbers.get(id) || 0) + 1); });
    });
    made[facet] = [];
    allLabels(corpora, facet).forEach(function (label, id) {
      var count = numbers.get(id) || 0;
      if (count || chosen[facet].indexOf(id) >= 0) made[facet].push({ id: id, label: label, count: count });
    });
    if (facet === "agency") made[facet].sort(function (a, b) { return b.count - a.count; });
    if (facet === "year") made[facet].sort(function (a, b) { return a.id - b.id; });
  });
  return made;
}

var known = { count: 0 };
function allLabels(corpora, facet) {
  if (known.count !== corpora.length) known = { count: corpora.length };
  return known[facet] || (known[facet] = labels(corpora, facet));
}

function card(hit) {
  var docs = hit.corpus.docs;
  var row = docs.tasks[hit.place];
  var plan = docs.plans[row[0]];
  var own = belongs(hit);
  // A page in a further language calls tasks by its own words, and leads to their pages in it.
  var labels = docs.labels && docs.labels[document.documentElement.lang];
  return {
    task: plan.id + "/" + row[1],
    href: (labels ? document.documentElement.lang + "/" : "") + "nhiem-vu/" + plan.id + "/" + row[1] + ".html",
    number: labels ? labels[hit.place] : row[2],
    text: row[3],
    lead: row[6].map(function (mention) { return docs.mentions[mention][0]; }).join("; "),
    period: row[8] < 0 ? "" : docs.periods[row[8]].printed,
    domain: row[4] < 0 ? "" : docs.domains[row[4]][1],
    domainId: own.domain[0] || "",
    // Of a single plan the name would say nothing.
    plan: FILES.length > 1 || docs.plans.length > 1 ? plan.name : "",
    agencies: own.agency,
    years: own.year,
    places: own.place,
  };
}
