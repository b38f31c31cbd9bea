/*
 * What was loaded: an index and its cards, for the whole site or for each plan.
 *
 * lexicon: every key of the index with the tasks that have it. read: a string of a card as sequences of words, made when
 * first needed: the words themselves, the same with abbreviations written out, and single abbreviations for the words that
 * they stand for. A word is { f, a, s, e, g }: its keys, its place, and how far it stands from the one before, 1 beside it,
 * less across a comma, least across the end of a clause.
 */

var COMMA = 0.85;
var CLAUSE = 0.3;
var MOST_PIECES = 4;
var BETWEEN_PIECES = "&-–—‑./ ";

/* The terms of a lunr index, of all its fields. */
function lexicon(index) {
  var words = new Map();
  function walk(node, word) {
    if (node.df) {
      var tasks = words.get(word);
      if (!tasks) words.set(word, (tasks = []));
      tasks.push(node.docs);
    }
    Object.keys(node).forEach(function (key) {
      if (key !== "docs" && key !== "df") walk(node[key], word + key);
    });
  }
  index.fields.forEach(function (field) { walk(index.index[field].root, ""); });
  return words;
}

function plainKeys(text) {
  return tokens(text).filter(isWord).map(function (token) { return token.f; });
}

/* Abbreviations: short: letters → words; long: first word → [words, letters]. */
function abbreviations(pairs) {
  var known = { short: new Map(), long: new Map() };
  function add(map, key, value) {
    if (map.has(key)) map.get(key).push(value);
    else map.set(key, [value]);
  }
  pairs.forEach(function (pair) {
    add(known.short, pair[0], pair[1]);
    var words = plainKeys(pair[1]);
    add(known.long, words[0], [words, pair[0]]);
  });
  return known;
}

/* The abbreviation that begins with the word at a place, in as many pieces as may be: { key, count }, or nothing. */
function shortAt(text, words, at, known) {
  var key = "";
  var found = null;
  for (var count = 1; count <= MOST_PIECES && at + count <= words.length; count += 1) {
    var word = words[at + count - 1];
    if (count > 1) {
      var between = text.slice(words[at + count - 2].e, word.s);
      if (Array.from(between).some(function (sign) { return BETWEEN_PIECES.indexOf(sign) < 0; })) break;
    }
    key += word.f;
    if (known.has(key)) found = { key: key, count: count };
  }
  return found;
}

function distance(between) {
  return /[.;:!?…\n]/.test(between) ? CLAUSE : /[^\s]/.test(between) ? COMMA : 1;
}

/* A string as sequences of words. */
function sequences(text, known) {
  var all = tokens(text);
  var words = all.filter(isWord);
  words.forEach(function (word, at) { word.g = at ? distance(text.slice(words[at - 1].e, word.s)) : 0; });
  var found = [words];
  var whole = [];
  var changed = false;

  function single(key, first, last) {
    found.push([{ f: key, a: key, s: first.s, e: last.e, g: 0, short: true }]);
  }
  function spelled(long, first, last) {
    return tokens(long).filter(isWord).map(function (word, at) {
      return { f: word.f, a: word.a, s: first.s, e: last.e, g: at ? 1 : first.g };
    });
  }

  all.forEach(function (token) { if (token.n) found.push([token]); });
  for (var at = 0; at < words.length; at += 1) {
    (known.long.get(words[at].f) || []).forEach(function (phrase) {
      var last = words[at + phrase[0].length - 1];
      if (last && phrase[0].every(function (key, step) { return words[at + step].f === key; })) single(phrase[1], words[at], last);
    });
    var short = shortAt(text, words, at, known.short);
    if (!short) {
      whole.push(words[at]);
      continue;
    }
    var end = words[at + short.count - 1];
    var longs = known.short.get(short.key);
    if (short.count > 1) single(short.key, words[at], end);
    longs.slice(1).forEach(function (long) { found.push(spelled(long, words[at], end)); });
    whole = whole.concat(spelled(longs[0], words[at], end));
    changed = true;
    at += short.count - 1;
  }
  if (changed) found.push(whole);
  return found;
}

/* What both scripts brought. */
function corpus(index, docs) {
  var known = abbreviations(docs.abbreviations);
  var cache = new Map();
  return {
    docs: docs,
    words: lexicon(index),
    known: known,
    subjects: [],
    belongs: [],
    shared: new Map(),
    read: function (text) {
      var read = cache.get(text);
      if (!read) cache.set(text, (read = sequences(text, known)));
      return read;
    },
  };
}
