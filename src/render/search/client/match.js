/*
 * How well a string answers a query: for each item how well its best word does, and for each two neighbours of the query
 * whether they are neighbours there.
 */

var NO_MARKS = 0.6;
/* No Vietnamese syllable is like that without marks: who typed it left them out. */
var UNFINISHED = /[cpt]$|ch$|[iy]e|uo/;
var LEFT_OUT = 0.85;
var OTHER_TONE = 0.5;
var OTHER_LETTER = 0.35;
var SURE = 0.9;
var SUPPORT = 0.8;

function withoutTone(accent) {
  return accent.replace(/[1-5]$/, "");
}

/* How well a word answers an entry of `wanted`: marks that were typed must be there. */
function quality(word, entry) {
  if (!entry.a || word.a === entry.a || word.short) return entry.k;
  var typed = withoutTone(entry.a);
  var tone = entry.a.slice(typed.length);
  if (entry.open && !/[1-9]/.test(entry.a)) return entry.k;
  if (entry.open) {
    // Of a word that is being typed, the marks that are there so far must be right.
    var fits = word.a.indexOf(typed) === 0 || withoutTone(word.a).indexOf(typed.replace(/i$/, "y")) === 0;
    return fits && (!tone || word.a.slice(-1) === tone) ? entry.k : entry.k * OTHER_LETTER;
  }
  if (entry.a === word.f) return entry.k * (UNFINISHED.test(word.f) ? LEFT_OUT : NO_MARKS);
  return entry.k * (withoutTone(word.a) === typed ? OTHER_TONE : OTHER_LETTER);
}

/* { q: by item, p: by pair }, or nothing where no word answers; kept with the query, since many tasks share strings. */
function matchText(corpus, text, made) {
  var cache = made.matched;
  var match = cache.get(text);
  if (match !== undefined) return match;
  match = null;
  corpus.read(text).forEach(function (words) {
    var before = null;
    words.forEach(function (word) {
      var entries = made.wanted.get(word.f);
      var here = entries ? entries.map(function (entry) { return [entry.i, quality(word, entry)]; }) : null;
      if (here) {
        if (!match) match = { q: [], p: [] };
        here.forEach(function (hit) { match.q[hit[0]] = Math.max(match.q[hit[0]] || 0, hit[1]); });
      }
      if (here && before) beside(match, before, here, word.g, made);
      before = here;
    });
  });
  cache.set(text, match);
  return match;
}

/* Two words side by side support each other when one of them is sure. */
function beside(match, before, here, gap, made) {
  before.forEach(function (left) {
    here.forEach(function (right) {
      var pair = made.pairs.get(left[0] * MOST_ITEMS + right[0]);
      if (pair === undefined || Math.max(left[1], right[1]) < SUPPORT) return;
      match.p[pair] = Math.max(match.p[pair] || 0, Math.sqrt(left[1] * right[1]) * gap);
    });
  });
}

/* Whether the items stand in the string one behind the other. */
function holdsPhrase(corpus, text, phrase, made) {
  return corpus.read(text).some(function (words) {
    return words.some(function (first, at) {
      return phrase.every(function (item, step) { return words[at + step] && answers(words[at + step], item, made); });
    });
  });
}

function answers(word, item, made) {
  return (made.wanted.get(word.f) || []).some(function (entry) {
    return entry.i === item && quality(word, entry) >= SURE;
  });
}

/* The shortest stretch of a string, in words, that has the items at some places; signs that part more than `gap` end it. */
function narrowest(corpus, text, places, made, gap) {
  var least = Infinity;
  corpus.read(text).forEach(function (words) {
    var last = [];
    words.forEach(function (word, at) {
      if (!at || word.g < gap) last = places.map(function () { return -Infinity; });
      (made.wanted.get(word.f) || []).forEach(function (entry) {
        var place = places.indexOf(entry.i);
        if (place < 0 || quality(word, entry) < SURE) return;
        last[place] = at;
        least = Math.min(least, at - Math.min.apply(null, last));
      });
    });
  });
  return least;
}

/* The places of a string that answer, as [[start, end]]: of words that go with a neighbour in this task, only those that
 * have it here. */
function marks(corpus, text, hit, made) {
  var spans = [];
  corpus.read(text).forEach(function (words) {
    words.forEach(function (word, at) {
      var ok = (made.wanted.get(word.f) || []).some(function (entry) {
        var k = quality(word, entry);
        return (k >= SURE && !hit.paired[entry.i]) || isBeside(words, at, entry.i, hit, made);
      });
      if (ok) spans.push([word.s, word.e]);
    });
  });
  spans.sort(function (a, b) { return a[0] - b[0]; });
  return spans.reduce(function (joined, span) {
    var last = joined[joined.length - 1];
    if (last && (span[0] <= last[1] || !/\S/.test(text.slice(last[1], span[0])))) last[1] = Math.max(last[1], span[1]);
    else joined.push(span.slice());
    return joined;
  }, []);
}

function isBeside(words, at, item, hit, made) {
  return [-1, 1].some(function (step) {
    var other = words[at + step];
    return other && (made.wanted.get(other.f) || []).some(function (entry) {
      var pair = made.pairs.get(step < 0 ? entry.i * MOST_ITEMS + item : item * MOST_ITEMS + entry.i);
      return pair !== undefined && hit.p[pair] > 0;
    });
  });
}
