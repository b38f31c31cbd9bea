/*
 * What fingers do to words: Telex and VNI that no program has turned into letters, and slips. Only used for words that the
 * index does not know.
 */

var TELEX_TONES = { s: 1, f: 2, r: 3, x: 4, j: 5 };
var SYLLABLE = /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu?|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?$/;

function isVowel(letter) {
  return "aeiouy".indexOf(letter) >= 0;
}

/* The last letter among some that has no quality yet. */
function lastOf(letters, among) {
  for (var at = letters.length - 1; at >= 0; at -= 1) {
    if (among.indexOf(letters[at][0]) >= 0 && !letters[at][1]) return letters[at];
  }
  return null;
}

/* A horn on o is one on a u before it, too: "truowng" and "truong7" are "trương". */
function horn(letters, letter) {
  letter[1] = letter[0] === "a" ? "8" : "7";
  var before = letters[letters.indexOf(letter) - 1];
  if (letter[0] === "o" && before && before[0] === "u" && !before[1]) before[1] = "7";
}

/* "nghieepj" → the keys of "nghiệp"; nothing when no sign was a sign. */
function telex(word) {
  var letters = [];
  var tone = "";
  var changed = false;
  Array.from(word).forEach(function (sign) {
    var last = letters[letters.length - 1];
    var open = sign === "w" && lastOf(letters, "aou");
    if (TELEX_TONES[sign] && letters.some(function (letter) { return isVowel(letter[0]); })) tone = TELEX_TONES[sign];
    else if (open) horn(letters, open);
    else if (last && "aeo".indexOf(sign) >= 0 && last[0] === sign && !last[1]) last[1] = "6";
    else if (sign === "d" && last && last[0] === "d" && !last[1]) last[1] = "9";
    else {
      letters.push([sign, ""]);
      return;
    }
    changed = true;
  });
  return changed ? keys(letters, String(tone)) : null;
}

/* "nghie65p" → the keys of "nghiệp". */
function vni(word) {
  var letters = [];
  var tone = "";
  var changed = false;
  Array.from(word).forEach(function (sign) {
    if (sign < "1" || sign > "9") {
      letters.push([sign, ""]);
      return;
    }
    changed = true;
    if (sign < "6") {
      tone = sign;
      return;
    }
    var letter = lastOf(letters, FITS[sign]);
    if (letter && sign === "7") horn(letters, letter);
    else if (letter) letter[1] = sign;
  });
  return changed && letters.length ? keys(letters, tone) : null;
}

/* How many slips lie between two words – a letter too many, too few, another, two exchanged – if at most so many. */
function slips(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  var older = [];
  var old = [];
  var row = [];
  for (var j = 0; j <= right.length; j += 1) row[j] = j;
  for (var i = 1; i <= left.length; i += 1) {
    older = old;
    old = row;
    row = [i];
    var least = i;
    for (j = 1; j <= right.length; j += 1) {
      var same = left[i - 1] === right[j - 1];
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row[right.length];
}

/* Words of the index that may have been meant, the nearest: [[word, slips]]. To offer one, more may be wrong. */
function meant(word, words, toOffer) {
  var most = word.length < 3 ? 0 : word.length < (toOffer ? 4 : 6) ? 1 : 2;
  if (words.has(word)) return [[word, 0]];
  var found = [];
  if (most && !/[0-9]/.test(word)) {
    words.forEach(function (tasks, known) {
      var count = known.length > 1 ? slips(word, known, most) : most + 1;
      if (count <= most) found.push([known, count]);
    });
  }
  var best = found.reduce(function (least, entry) { return Math.min(least, entry[1]); }, most);
  return found.filter(function (entry) { return entry[1] === best; });
}
