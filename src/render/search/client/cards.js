/* Cards as pages see them, made when they are shown; and the facets by which results are narrowed. */

var FACETS = ["domain", "agency", "year", "place"];

function once(values) {
  return Array.from(new Set(values));
}

/* What a task belongs to, by facet: ids. */
function belongs(hit) {
  if (hit.belongs) return hit.belongs;
  var docs = hit.corpus.docs;
  var card = docs.tasks[hit.place];
  var agencies = once(card[6].concat(card[7]).map(function (mention) { return docs.mentions[mention][1]; }));
  var plan = docs.plans[card[0]];
  var places = agencies.map(function (agency) { return docs.agencies[agency].place; }).concat(plan.place).filter(Boolean);
  return (hit.belongs = {
    domain: card[4] < 0 ? [] : [plan.id + "/" + docs.domains[card[4]][0]],
    agency: agencies.map(function (agency) { return docs.agencies[agency].id; }),
    year: (card[8] < 0 ? [] : docs.periods[card[8]].years).map(String),
    place: once(places.map(slug)),
  });
}

function slug(place) {
  return plainKeys(place).join("-");
}

/* The label of each id of a facet, in the order in which lists show them. */
function labels(corpora, facet) {
  var found = new Map();
  corpora.forEach(function (corpus) {
    var docs = corpus.docs;
    docs.tasks.forEach(function (card, place) {
      var ids = belongs({ corpus: corpus, place: place })[facet];
      ids.forEach(function (id) {
        if (found.has(id)) return;
        found.set(id, facet === "year" ? id
          : facet === "domain" ? docs.domains[card[4]][1]
            : facet === "agency" ? named(docs.agencies, id, "id", function (row) { return row.id; })
              : named(docs.agencies.map(function (row) { return { id: row.place && slug(row.place), name: row.place }; })
                .concat([{ id: docs.plans[card[0]].place && slug(docs.plans[card[0]].place), name: docs.plans[card[0]].place }]), id));
      });
    });
  });
  return found;
}

function named(rows, id) {
  return rows.filter(function (row) { return row.id === id; })[0].name;
}

function chosen(facets, facet) {
  return ((facets || {})[facet] || []).map(String);
}

/* Whether a task is in all chosen facets, one of them left aside. */
function fits(hit, facets, aside) {
  var own = belongs(hit);
  return FACETS.every(function (facet) {
    var ids = facet === aside ? [] : chosen(facets, facet);
    return !ids.length || ids.some(function (id) { return own[facet].indexOf(id) >= 0; });
  });
}

/* For each facet its values with the number of results under the other facets; those without results only where chosen. */
function counts(hits, facets, corpora) {
  var made = {};
  FACETS.forEach(function (facet) {
    var numbers = new Map();
    hits.forEach(function (hit) {
      if (!fits(hit, facets, facet)) return;
      belongs(hit)[facet].forEach(function (id) { numbers.set(id, (numbers.get(id) || 0) + 1); });
    });
    made[facet] = [];
    allLabels(corpora, facet).forEach(function (label, id) {
      var count = numbers.get(id) || 0;
      if (count || chosen(facets, facet).indexOf(id) >= 0) made[facet].push({ id: id, label: label, count: count });
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
  return {
    task: plan.id + "/" + row[1],
    href: "nhiem-vu/" + plan.id + "/" + row[1] + ".html",
    number: row[2],
    text: row[3],
    lead: row[6].map(function (mention) { return docs.mentions[mention][0]; }).join("; "),
    period: row[8] < 0 ? "" : docs.periods[row[8]].printed,
    domain: row[4] < 0 ? "" : docs.domains[row[4]][1],
    domainId: own.domain[0] || "",
    plan: plan.name,
    agencies: own.agency,
    years: own.year,
    places: own.place,
  };
}
