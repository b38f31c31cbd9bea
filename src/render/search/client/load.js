/*
 * The one global, `vks`, and the loading of what it needs. The scripts of index and cards call vks.i and vks.d, in any
 * order; scripts are put into the page, since a page read by file:// can load nothing else.
 */

var parts = {};
var loaded = [];
var waiting = [];
var SLICE = 50;

function arrived(kind, value, key) {
  key = key || "";
  var part = parts[key] || (parts[key] = {});
  part[kind] = value;
  if (part.i && part.d && !part.ready) {
    part.ready = true;
    var made = corpus(part.i, part.d);
    loaded.push(made);
    part.i = part.d = null;
    prepare(made, 0, function () { settle(key, null); });
  }
}

/* Reads the cards a few at a time, so that the page stays awake, and the first search finds them read. */
function prepare(made, place, done) {
  var until = Math.min(place + SLICE, made.docs.tasks.length);
  for (; place < until; place += 1) {
    subject(made, place).forEach(function (field) { field.texts.forEach(made.read); });
    belongs({ corpus: made, place: place });
  }
  if (place < made.docs.tasks.length && window.setTimeout) setTimeout(function () { prepare(made, place, done); }, 0);
  else done();
}

function settle(key, error) {
  waiting = waiting.filter(function (one) {
    if (one.error) return false;
    if (error && one.open.indexOf(key) >= 0) one.error = error;
    one.open = one.open.filter(function (name) { return name !== key; });
    if (!one.error && one.open.length) return true;
    one.done(one.error || null);
    return false;
  });
}

function inject(address, key) {
  var script = document.createElement("script");
  script.src = address;
  script.onerror = function () {
    script.remove();
    if (parts[key]) parts[key].asked = false;
    settle(key, new Error(address));
  };
  document.head.appendChild(script);
}

window.vks = {
  i: function (index, key) { arrived("i", index, key); },
  d: function (docs, key) { arrived("d", docs, key); },

  /* Loads index and cards once; `done` gets an error or null. `plans` chooses among plans that have an index each. */
  load: function (base, done, plans) {
    var files = FILES.filter(function (file) { return !file.plan || !plans || !plans.length || plans.indexOf(file.plan) >= 0; });
    var open = files.filter(function (file) { return !(parts[file.plan] || {}).ready; });
    if (!open.length) {
      done(null);
      return;
    }
    waiting.push({ open: open.map(function (file) { return file.plan; }), done: done, error: null });
    open.forEach(function (file) {
      var part = parts[file.plan] || (parts[file.plan] = {});
      if (part.asked) return;
      part.asked = true;
      inject(base + file.index, file.plan);
      inject(base + file.cards, file.plan);
    });
  },

  search: function (text, options) {
    return search(text, options, loaded, loaded.length < FILES.length);
  },

  /* For other clients of the index, and for tests: the pipeline function, and the analyzer. */
  fold: foldKey,
  tokens: tokens,
};
