/*
 * A search: which tasks answer at all, in which order, and what to offer when none does.
 *
 * A task answers when it has every item that does not only ask, each for sure or beside a neighbour; or, of a longer query most
 * of whose words the tasks have, when it has something that can stand for itself: two neighbours of the query side by side
 * that are not in every other task, or a word that is no Vietnamese syllable ("OCOP", "3.7"). A syllable alone says little:
 * "hàng" is no "ngân hàng".
 */

var LEAST_SHARE = 0.45;
var MOST_OF_QUERY = 0.7;
var NEAR = 10;
var BESIDE = 2;

function isSure(hit, item, made) {
  return hit.q[item.i] >= SURE || hit.paired[item.i] || (item.slip && item.alone && made.items.length === 1 && hit.q[item.i] > 0);
}

/* Whether there is something that can stand for itself. */
function hasUnit(hit, made, count) {
  var rare = Math.log(1 + count / Math.max(3, count / 2));
  // A pair with a slip in it needs another beside it.
  var pairs = hit.p.reduce(function (sum, p, i) {
    return sum + (made.rare.pairs[i] < rare ? 0 : p >= SUPPORT ? 1 : p > CLAUSE ? 0.5 : 0);
  }, 0);
  return pairs >= 1 || made.items.some(function (item) {
    return item.alone && !item.year && hit.q[item.i] >= SURE && made.rare.items[item.i] >= rare;
  });
}

function someText(hit, holds) {
  return subject(hit.corpus, hit.place).some(function (field) { return field.texts.some(holds); });
}

/* Whether the items at some places stand near each other in one string. */
function isNear(hit, places, made, most, gap) {
  return someText(hit, function (text) { return narrowest(hit.corpus, text, places, made, gap) <= most * (places.length - 1); });
}

function places(items) {
  return items.map(function (item) { return item.i; });
}

/* Whether an item says something in a task: with a neighbour of the query, or by itself. */
function hasCompany(hit, item) {
  return hit.paired[item.i] || (item.alone && hit.q[item.i] >= SURE);
}

/* Two neighbours of the query that stand alone in a task must be near each other, in one clause, or all items near: "quốc
 * phòng, kinh tế" is no "quốc tế". */
function isTogether(hit, made) {
  return made.spans.every(function (span, at) {
    var pair = at ? [made.items[made.spans[at - 1][2]], made.items[span[2]]] : [];
    return !at || pair.some(function (item) { return item.asks || hasCompany(hit, item); }) || isNear(hit, places(pair), made, NEAR, 1);
  }) || isNear(hit, places(made.items), made, NEAR, 0);
}

/* Whether the tasks together have most of what the query says: of "an toàn giao thông" half is not enough. */
function isMostlyThere(hits, made) {
  var said = made.items.filter(function (item) { return !item.asks; });
  var there = said.filter(function (item) { return hits.some(function (hit) { return hasCompany(hit, item); }); });
  return there.length >= said.length * MOST_OF_QUERY;
}

function hasPhrases(hit, made) {
  return made.phrases.every(function (phrase) {
    return someText(hit, function (text) { return holdsPhrase(hit.corpus, text, phrase, made); });
  });
}

/* The tasks that answer, best first. */
function answer(made, corpora) {
  var count = corpora.reduce(function (total, corpus) { return total + corpus.docs.tasks.length; }, 0);
  var hits = corpora.reduce(function (all, corpus) { return all.concat(candidates(corpus, made)); }, []);
  score(hits, made, count);
  // A number that no task has is what was asked for; the words beside it are not.
  var mostly = !made.items.some(function (item) { return item.strange; }) && isMostlyThere(hits, made);
  hits.forEach(function (hit) {
    hit.full = made.items.every(function (item) { return item.asks || isSure(hit, item, made); }) && isTogether(hit, made);
    hit.unit = hasUnit(hit, made, count);
    hit.partly = mostly && hit.unit;
  });
  made.run = longestRun(hits, made);
  hits = hits.filter(function (hit) { return (hit.full || hit.partly) && hasPhrases(hit, made); });
  var only = made.items.length === 1 && made.items[0];
  // The first letters of a word that fit half of all tasks are no question yet.
  if (only && only.open && !knownAsIs(only, corpora) && only.f.length < 3 && hits.length > count / 2) return [];
  if (hits.some(function (hit) { return hit.unit; })) {
    hits = hits.filter(function (hit) { return hit.unit || (hit.full && (!made.rare.pairs.some(Boolean) || isNear(hit, places(made.items), made, BESIDE, 0))); });
  }
  var best = hits.reduce(function (most, hit) { return Math.max(most, hit.share); }, 0);
  hits = hits.filter(function (hit) { return hit.full || hit.share >= best * LEAST_SHARE; });
  return hits.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
}

function knownAsIs(item, corpora) {
  return corpora.some(function (corpus) { return corpus.words.has(item.f); });
}

/* The longest part of the query that a task has word by word; of single words the rarest. As places in `spans`. */
function longestRun(hits, made) {
  var best = null;
  hits.forEach(function (hit) {
    var first = 0;
    made.spans.forEach(function (span, at) {
      if (!(hit.q[span[2]] >= SURE)) {
        first = at + 1;
        return;
      }
      var pair = at > first && made.pairs.get(made.spans[at - 1][2] * MOST_ITEMS + span[2]);
      if (at > first && !(hit.p[pair] > CLAUSE)) first = at;
      var run = { first: first, last: at, length: at - first, rare: made.rare.items[span[2]] };
      if (!best || run.length > best.length || (run.length === best.length && run.rare > best.rare)) best = run;
    });
  });
  return best;
}

/* What to offer instead: of several words the longest part that finds something, of one the word that was nearly typed. */
function offer(made, corpora) {
  var run = made.run;
  if (made.items.length === 1) return spelling(made.items[0], corpora);
  if (!run) return null;
  var part = made.text.slice(made.spans[run.first][0], made.spans[run.last][1]);
  return part === made.text ? null : part;
}

/* The word of a card that is nearest to an item, as it is printed there. */
function spelling(item, corpora) {
  return corpora.reduce(function (printed, corpus) {
    var near = printed ? [] : meant(item.f, corpus.words, true);
    return near.length ? asPrinted(corpus, near[0][0]) : printed;
  }, null);
}

function asPrinted(corpus, key) {
  var printed = null;
  subject(corpus, Number(Object.keys(corpus.words.get(key)[0])[0])).forEach(function (field) {
    field.texts.forEach(function (text) {
      tokens(text).forEach(function (word) { if (!printed && word.f === key) printed = text.slice(word.s, word.e).toLowerCase(); });
    });
  });
  return printed;
}

/* What vks.search gives. */
function search(text, options, corpora, partial) {
  options = options || {};
  var made = query(String(text === null || text === undefined ? "" : text), options.typing !== false, corpora);
  var chosen = choice(options.facets);
  var narrowed = FACETS.some(function (facet) { return chosen[facet].length; });
  var hits = made.items.length ? answer(made, corpora) : narrowed && !/\S/.test(made.text) ? everything(corpora) : [];
  var shown = hits.filter(function (hit) { return fits(hit, chosen); });
  return {
    total: shown.length,
    results: shown.slice(0, options.limit === undefined ? 20 : options.limit).map(function (hit) { return result(hit, made); }),
    facets: counts(hits, chosen, corpora),
    nearest: made.items.length && !hits.length ? offer(made, corpora) : null,
    partial: partial,
  };
}

function everything(corpora) {
  return corpora.reduce(function (all, corpus) {
    return all.concat(corpus.docs.tasks.map(function (card, place) {
      return { corpus: corpus, place: place, score: 0, q: [], p: [], paired: [] };
    }));
  }, []);
}

function result(hit, made) {
  var shown = card(hit);
  function of(text) { return marks(hit.corpus, text, hit, made); }
  return {
    task: shown.task,
    card: shown,
    score: hit.score,
    marks: { text: of(shown.text), lead: of(shown.lead), number: of(shown.number) },
  };
}
