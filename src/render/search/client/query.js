/*
 * A query: items, each with the words of the index that it may be, and which of them stand side by side.
 *
 * An item is { i: its place, f and a: its keys, number, year, alone: whether it can stand for itself, asks, slip: whether only
 * words near to it are known, strange: a number that no task has }; `wanted` leads from a word of the index to the items that
 * it answers, each with how well. An item that the index knows is itself; else it is read as an abbreviation in pieces, as Telex or VNI,
 * as the beginning of a word while it is typed, and at last with slips.
 */

var MOST_CHARACTERS = 2000;
var MOST_ITEMS = 48;
var TYPO = [1, 0.6, 0.3];
var DECODED = 0.95;
var PREFIX = 0.9;
var PREFIX_OF_KNOWN = 0.45;

/* Words that ask, and labels of numbers: they are searched for like all others, but no task needs to have them. */
var ASKING = new Set();
tokens("ai gì nào đâu sao thế khi bao giờ mấy cơ quan đơn vị làm về cho ở do với có những là của được lo chịu xong không hỏi xin muốn biết tôi mục số điểm")
  .forEach(function (word) { ASKING.add(word.f).add(word.a); });

/* Markup that was pasted along is no word. */
var MARKUP = /<\/?[a-z][^<>]*>/gi;

function query(text, typing, corpora) {
  text = text.slice(0, MOST_CHARACTERS).replace(MARKUP, " ");
  var all = tokens(text);
  var words = all.filter(isWord);
  // Who types marks means them: a word without any is then less than sure of a word that has some.
  var isMarked = words.some(function (word) { return word.a !== word.f; });
  var made = { text: text, items: [], pairs: new Map(), wanted: new Map(), phrases: [], spans: [] };
  var seen = new Map();

  function knows(key) {
    return corpora.some(function (corpus) { return corpus.words.has(key); });
  }
  function want(key, item, quality, accent, open) {
    var entry = { i: item.i, k: quality, a: accent, open: open };
    if (made.wanted.has(key)) made.wanted.get(key).push(entry);
    else made.wanted.set(key, [entry]);
  }

  /* The item of a word, the same for the same word. */
  function item(token, isOpen) {
    var name = token.a + (isOpen ? "*" : "");
    if (seen.has(name)) return seen.get(name);
    if (made.items.length === MOST_ITEMS) return null;
    var fresh = {
      i: made.items.length, f: token.f, a: token.a, number: /^[0-9./]+$/.test(token.f), year: /^(19|20)[0-9][0-9]$/.test(token.f),
      alone: !SYLLABLE.test(token.f), asks: ASKING.has(token.a),
    };
    seen.set(name, fresh);
    made.items.push(fresh);
    readings(fresh, token, isOpen);
    return fresh;
  }

  function readings(own, token, isOpen) {
    var known = knows(token.f);
    if (known) want(token.f, own, 1, isMarked && own.a, false);
    if (isOpen && !(own.number && known)) beginnings(own, known);
    if (known || own.open) return;
    var decoded = token.a !== token.f ? null : /[0-9]/.test(token.f) ? vni(token.f) : telex(token.f);
    if (decoded && SYLLABLE.test(decoded.f) && knows(decoded.f)) {
      want(decoded.f, own, DECODED, decoded.a, false);
      own.alone = false;
      return;
    }
    var near = [];
    corpora.forEach(function (corpus) { near = near.concat(meant(token.f, corpus.words)); });
    near.forEach(function (entry) { want(entry[0], own, TYPO[entry[1]], null, false); });
    own.slip = near.length > 0;
    own.strange = own.number && !own.slip;
  }

  /* What begins with the word, as far as its marks allow; of a complete word only beside the word before it. */
  function beginnings(own, known) {
    var starts = [own.f];
    if (/i$/.test(own.f)) starts.push(own.f.slice(0, -1) + "y");
    corpora.forEach(function (corpus) {
      corpus.words.forEach(function (tasks, word) {
        if (starts.some(function (start) { return word.length > start.length && word.indexOf(start) === 0; })) {
          want(word, own, known ? PREFIX_OF_KNOWN : PREFIX, isMarked && own.a, true);
          own.open = true;
        }
      });
    });
  }

  /* Pieces of an abbreviation that the index knows as one word. */
  function joined(at) {
    var found = null;
    corpora.forEach(function (corpus) { found = found || shortAt(text, words, at, corpus.known.short); });
    return found && (found.count > 1 || !knows(words[at].f)) && knows(found.key) ? found : null;
  }

  var atoms = new Map();
  all.forEach(function (token, at) { if (token.n) atoms.set(all[at + 1], token); });
  var before = null;
  for (var at = 0; at < words.length; at += 1) {
    var atom = atoms.get(words[at]);
    var short = atom ? null : joined(at);
    var token = words[at];
    // A number with full stops is one thing, known or not; one with slashes may be a part of a longer one.
    if (atom && (knows(atom.f) || /^[0-9.]+$/.test(atom.f))) {
      token = atom;
      at += atom.n - 1;
    } else if (short) {
      token = { f: short.key, a: short.key, s: token.s, e: words[at + short.count - 1].e };
      at += short.count - 1;
    }
    var isLast = at === words.length - 1 && typing && !text.slice(words[at].e);
    var own = item(token, isLast);
    if (own) made.spans.push([token.s, token.e, own.i]);
    if (own && before && before !== own) {
      var key = before.i * MOST_ITEMS + own.i;
      if (!made.pairs.has(key)) made.pairs.set(key, made.pairs.size);
    }
    before = own;
  }
  if (made.items.every(function (item) { return item.asks; })) made.items.forEach(function (item) { item.asks = false; });
  made.phrases = phrases(made);
  return made;
}

/* What stands between quotation marks, as lists of items. */
function phrases(made) {
  var found = [];
  var quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;
  for (var match = quoted.exec(made.text); match; match = quoted.exec(made.text)) {
    var start = match.index;
    var end = start + match[0].length;
    var inside = made.spans.filter(function (span) { return span[0] > start && span[1] < end; });
    if (inside.length > 1) found.push(inside.map(function (span) { return span[2]; }));
  }
  return found;
}
