/*
 * The analyzer: a text as words with their keys. The same rules as src/analyzer of the program, whose table of Latin
 * letters is LETTERS; golden vectors hold both to the same answers. Offsets count UTF-16 units, as strings do here.
 */

/* What a code point is: "" apart, "." or "/" a joint, 0 nothing, a string of digits behind a blank a mark, else a letter and
 * the digits of its marks. */
var glyphs = (function () {
  var known = Object.create(null);
  LETTERS.forEach(function (range) {
    var at = range[0] - 1;
    Array.from(range[1]).forEach(function (sign) {
      if (sign >= "0" && sign <= "9") known[at] += sign;
      else known[(at += 1)] = sign === " " ? "" : sign;
    });
  });
  known[0x189] = known[0x256] = "d9";
  known[0xad] = 0;
  [[0x301, 1], [0x341, 1], [0x300, 2], [0x340, 2], [0x309, 3], [0x303, 4], [0x323, 5], [0x302, 6], [0x31b, 7], [0x306, 8]]
    .forEach(function (mark) { known[mark[0]] = " " + mark[1]; });
  return known;
})();

var MARKS = [0x300, 0x36f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff];
var NOTHING = [0x61c, 0x61c, 0x180e, 0x180e, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f, 0xfe00, 0xfe0f, 0xfeff, 0xfeff,
  0xe0000, 0xe0fff];
var APART = [0x80, 0xbf, 0x1680, 0x1680, 0x2000, 0x2bff, 0x2e00, 0x2e7f, 0x3000, 0x3004, 0x3008, 0x3020, 0xd800, 0xdfff, 0xe000,
  0xf8ff, 0xfe10, 0xfe6f, 0xff00, 0xff65, 0xffe0, 0xffff, 0x1f000, 0x1fbff];

function within(code, ranges) {
  for (var at = 0; at < ranges.length; at += 2) {
    if (code >= ranges[at] && code <= ranges[at + 1]) return true;
  }
  return false;
}

function glyph(code) {
  if (code in glyphs) return glyphs[code];
  if (code < 0x80) {
    var sign = String.fromCharCode(code).toLowerCase();
    return (glyphs[code] = /[a-z0-9./]/.test(sign) ? sign : "");
  }
  return (glyphs[code] = within(code, MARKS) ? " "
    : within(code, NOTHING) ? 0
      : code > 0xff00 && code < 0xff5f ? glyph(code - 0xfee0)
        : within(code, APART) ? ""
          : String.fromCodePoint(code));
}

/* Which letters a quality stands on. */
var FITS = { 6: "aeo", 7: "ou", 8: "a", 9: "d" };

/* The keys of letters and marks, which are pairs [letter, quality]; tones are a string. */
function keys(letters, tones) {
  var last = letters.length - 1;
  var before = last && letters[last - 1][0];
  if (before && letters[last][0] === "y" &&
    (before === "u" ? last > 1 && letters[last - 2][0] === "q" : before >= "a" && before <= "z" && "aeioy".indexOf(before) < 0)) {
    letters[last][0] = "i";
  }
  var fold = letters.map(function (letter) { return letter[0]; });
  var accent = letters.map(function (letter) { return letter[0] + letter[1]; }).join("") + tones;
  return { f: fold.join(""), a: Array.from(accent).slice(0, LONGEST_KEY).join("") };
}

/* The keys of a word as it is written, marks and ignored characters within it. Texts repeat their words: kept. */
var spelt = new Map();
var MOST_SPELT = 20000;

function spell(raw) {
  var known = spelt.get(raw);
  if (known) return known;
  var letters = [];
  var tones = "";
  function mark(digit) {
    var last = letters[letters.length - 1];
    if (digit > 5) {
      if (FITS[digit].indexOf(last[0]) >= 0) last[1] = digit;
    } else if (digit && tones.length < LONGEST_KEY) tones += digit;
  }
  for (var at = 0, size; at < raw.length; at += size) {
    var code = raw.codePointAt(at);
    size = code > 0xffff ? 2 : 1;
    var is = glyph(code);
    if (is === 0) continue;
    if (is[0] === " ") {
      mark(is[1]);
      continue;
    }
    var base = String.fromCodePoint(is.codePointAt(0));
    if (letters.length < LONGEST_KEY) letters.push([base, ""]);
    for (var m = base.length; m < is.length; m += 1) mark(is[m]);
  }
  if (spelt.size > MOST_SPELT) spelt.clear();
  known = keys(letters, tones);
  spelt.set(raw, known);
  return known;
}

/* The words of a text in order, each atom before its parts: { f: fold key, a: accent key, s: start, e: end, n: parts }. */
function tokens(text) {
  var found = [];
  var chain = [];
  var joints = [];
  var joint = "";
  var start = -1;
  var end = 0;

  function word() {
    if (start >= 0) {
      var own = spell(text.slice(start, end));
      if (chain.length) joints.push(joint);
      chain.push({ f: own.f, a: own.a, s: start, e: end, n: 0 });
      start = -1;
    }
    joint = "";
  }

  function finish() {
    word();
    if (chain.length > 1 && chain.some(function (part) { return /[0-9]/.test(part.f); })) {
      var join = function (key) {
        return chain.map(function (part, at) { return part[key] + (joints[at] || ""); }).join("");
      };
      var atom = { f: join("f"), a: join("a"), s: chain[0].s, e: chain[chain.length - 1].e, n: chain.length };
      if (Array.from(atom.f).length <= LONGEST_KEY) found.push(atom);
    }
    for (var at = 0; at < chain.length; at += 1) found.push(chain[at]);
    if (chain.length) {
      chain = [];
      joints = [];
    }
  }

  for (var at = 0, size; at < text.length; at += size) {
    var code = text.codePointAt(at);
    size = code > 0xffff ? 2 : 1;
    var is = glyph(code);
    if (is === 0) continue;
    if (is === "" || is === "." || is === "/") {
      if (is && start >= 0) {
        word();
        joint = is;
      } else finish();
    } else if (start >= 0 || is[0] !== " ") {
      if (start < 0) start = at;
      end = at + size;
    }
  }
  finish();
  return found;
}

function isWord(token) {
  return !token.n;
}

/* The pipeline function of the index. */
function foldKey(text) {
  var end = 0;
  return tokens(text).filter(isWord).map(function (token, at) {
    var between = at ? text.slice(end, token.s) : "";
    end = token.e;
    return between + token.f;
  }).join("");
}
