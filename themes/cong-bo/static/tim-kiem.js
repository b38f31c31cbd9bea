/*
 * The search page's client.
 *
 * It must also work from a folder opened by file://, where a page may neither fetch nor load modules. The index and the
 * cards therefore come as classic scripts that call vks.i(index) and vks.d(cards). Both are asked for only when somebody
 * begins to search. Every text reaches the page as a text node: nothing here makes markup out of a string.
 *
 * Steps: fold the query as the index was folded → look each word up in the index (and, for the last word, what begins with
 * it) → score tf·idf → look at the cards' own words for marks and for words that stand together → show.
 */
(function () {
  "use strict";

  const list = document.getElementById("ket-qua");
  const status = document.getElementById("trang-thai");
  const form = document.querySelector("main form[role=search]");
  if (!list || !status || !form) return;
  const field = form.elements.namedItem("q");

  const SHOWN = 100;
  // A pasted page is not a question: the first words decide, and the rest would only cost time.
  const MOST_CHARACTERS = 2000;
  const MOST_WORDS = 24;
  const FIELD_WEIGHTS = { t: 3, a: 1.5, c: 1 };
  const PREFIX_WEIGHT = 0.4;
  const ADJACENT_WEIGHT = 0.6;
  const PAUSE = 120;

  let index = null;
  let cards = null;
  let asked = false;
  let failed = false;
  let timer = 0;

  // ---- Words ---------------------------------------------------------------------------------------------------------

  const NOT_A_WORD = /[^\p{Alphabetic}\p{M}\p{N}]+/u;
  const PIECES = /([\p{Alphabetic}\p{M}\p{N}]+)/u;
  // The index holds no more of a word.
  const LONGEST_WORD = 64;

  /* The same folding as the program's: no marks, small letters, đ and its look-alikes (Ð, Ɖ) as d. */
  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[\u0111\u00f0\u0256]/g, "d");
  }

  /* A word with its marks, wherever the tone was put: "hoà" and "hòa" are one word. */
  function marked(word) {
    let tones = "";
    const bare = word.toLowerCase().normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (tone) => {
      tones += tone;
      return "";
    });
    return bare.normalize("NFC") + tones;
  }

  function words(text) {
    return text.split(NOT_A_WORD).filter(Boolean);
  }

  /* " a b c ": a form in which neighbours are found as a substring. */
  function line(text, key) {
    return " " + words(text.normalize("NFC")).map(key).join(" ") + " ";
  }

  /* The words of a query, each once: as the index knows it, as it was typed, and whether marks were typed. */
  function parse(query) {
    const typed = words(query.slice(0, MOST_CHARACTERS).normalize("NFC"));
    const seen = new Set();
    const found = [];
    for (const word of typed) {
      const folded = words(fold(word));
      for (const whole of folded) {
        const term = Array.from(whole).slice(0, LONGEST_WORD).join("");
        if (seen.has(term) || found.length === MOST_WORDS) continue;
        seen.add(term);
        const marks = folded.length === 1 && whole !== word.toLowerCase();
        found.push({ term: term, typed: marks ? marked(word) : term, marks: marks, last: false });
      }
    }
    // Somebody who has typed a space or a full stop is done with the word before it.
    if (found.length && !NOT_A_WORD.test(query.slice(-1))) found[found.length - 1].last = true;
    return found;
  }

  // ---- The index -----------------------------------------------------------------------------------------------------

  /* The place in a field's trie where a word ends. Keys are single characters, beside "docs" and "df". */
  function descend(root, term) {
    let node = root;
    for (const character of term) {
      node = node[character];
      if (!node) return null;
    }
    return node;
  }

  /* Adds what one node says about its documents; of several readings of a word the best counts, not their sum. */
  function collect(node, name, factor, into) {
    if (!node.df) return;
    const store = index.documentStore;
    const idf = 1 + Math.log(store.length / (node.df + 1));
    for (const ref of Object.keys(node.docs)) {
      const sizes = store.docInfo[ref];
      const size = (sizes && sizes[name]) || 1;
      const score = (FIELD_WEIGHTS[name] || 1) * factor * node.docs[ref].tf * Math.max(idf, 0.1) / Math.sqrt(size);
      if (!(into.get(ref) >= score)) into.set(ref, score);
    }
  }

  /* What begins with a word, the nearer the longer the part that was typed. */
  function expand(node, name, typed, longer, into) {
    for (const key of Object.keys(node)) {
      if (key === "docs" || key === "df") continue;
      const child = node[key];
      collect(child, name, (PREFIX_WEIGHT * typed) / (typed + longer), into);
      expand(child, name, typed, longer + 1, into);
    }
  }

  /* One word's documents with their scores, over all fields. */
  function lookUp(word) {
    const total = new Map();
    for (const name of index.fields) {
      const node = descend(index.index[name].root, word.term);
      if (!node) continue;
      const scores = new Map();
      collect(node, name, 1, scores);
      if (word.last) expand(node, name, Array.from(word.term).length, 1, scores);
      scores.forEach((score, ref) => total.set(ref, (total.get(ref) || 0) + score));
    }
    return total;
  }

  // ---- Ranking -------------------------------------------------------------------------------------------------------

  /* A card's words, folded and with marks; made when first looked at and kept. */
  function lines(card) {
    if (!card.lines) {
      const text = [card.n, card.t, card.l, card.p, card.d].filter(Boolean).join(" . ");
      card.lines = { folded: line(text, fold), marked: line(text, marked) };
    }
    return card.lines;
  }

  function holds(text, word, open) {
    return text.includes(" " + word + (open ? "" : " "));
  }

  /* The share of neighbouring words of the query that are neighbours in the card too. */
  function together(query, card) {
    const pairs = query.filter((word, at) => at && holds(lines(card).folded, query[at - 1].term + " " + word.term, word.last));
    return pairs.length / Math.max(1, query.length - 1);
  }

  /* How many words, and how many pairs of neighbours, stand in the card with the very marks that were typed. */
  function asTyped(query, card) {
    let count = 0;
    query.forEach((word, at) => {
      const before = query[at - 1];
      if (word.marks && holds(lines(card).marked, word.typed, word.last)) count += 1;
      if (before && (before.marks || word.marks) && holds(lines(card).marked, before.typed + " " + word.typed, word.last)) count += 1;
    });
    return count;
  }

  /* Results, best first: { all, partial }. Every word must be there; where no document has them all, some will do. */
  function search(query) {
    const hits = new Map();
    for (const word of query) {
      lookUp(word).forEach((score, ref) => {
        const hit = hits.get(ref) || { ref: ref, score: 0, words: 0 };
        hit.score += score;
        hit.words += 1;
        hits.set(ref, hit);
      });
    }
    let all = Array.from(hits.values()).filter((hit) => cards[hit.ref]);
    const whole = all.filter((hit) => hit.words === query.length);
    const partial = whole.length === 0 && all.length > 0;
    if (!partial) all = whole;
    for (const hit of all) {
      hit.card = cards[hit.ref];
      hit.score *= 1 + ADJACENT_WEIGHT * together(query, hit.card);
      hit.marks = asTyped(query, hit.card);
    }
    all.sort((a, b) => b.words - a.words || b.marks - a.marks || b.score - a.score || a.ref - b.ref);
    return { all: all, partial: partial };
  }

  // ---- The page ------------------------------------------------------------------------------------------------------

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* A text with the words of the query marked; đ and combining marks stay with their word. */
  function highlighted(name, className, text, query) {
    const made = element(name, className);
    text.split(PIECES).forEach((piece, at) => {
      const folded = at % 2 ? fold(piece) : "";
      const hit = folded && query.some((word) => (word.last ? folded.startsWith(word.term) : folded === word.term));
      made.appendChild(hit ? element("mark", "", piece) : document.createTextNode(piece));
    });
    return made;
  }

  function fact(facts, label, text, query) {
    if (!text) return;
    const pair = element("div");
    pair.appendChild(element("dt", "", label));
    pair.appendChild(highlighted("dd", "", text, query));
    facts.appendChild(pair);
  }

  function item(card, query) {
    const made = element("li");
    made.setAttribute("data-task", card.k);
    const head = element("p", "task-head");
    const link = highlighted("a", "", card.n, query);
    link.setAttribute("href", list.dataset.root + card.h);
    head.appendChild(link);
    made.appendChild(head);
    made.appendChild(highlighted("p", "published", card.t, query));
    const facts = element("dl", "task-facts");
    fact(facts, list.dataset.lead, card.l, query);
    fact(facts, list.dataset.period, card.p, query);
    fact(facts, list.dataset.domain, card.d, query);
    made.appendChild(facts);
    return made;
  }

  function say(text, numbers) {
    status.textContent = text.replace(/\{(count|shown)\}/g, (whole, name) => String(numbers[name]));
  }

  function finish(items) {
    list.replaceChildren(...items);
    list.dataset.state = "done";
  }

  function show() {
    const query = parse(field.value);
    if (!query.length) {
      say("");
      finish([]);
    } else if (failed) {
      say(status.dataset.failed);
      finish([]);
    } else if (index && cards) {
      const found = search(query);
      const shown = found.all.slice(0, SHOWN);
      const numbers = { count: found.all.length, shown: shown.length };
      if (!shown.length) say(status.dataset.none);
      else if (found.partial) say(status.dataset.partial, numbers);
      else say(shown.length < found.all.length ? status.dataset.shown : status.dataset.count, numbers);
      finish(shown.map((hit) => item(hit.card, query)));
    } else {
      load();
    }
  }

  /* Keeps the query in the address, so that a search can be sent to somebody. Some browsers refuse this on file://. */
  function remember() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value);
    const text = query.toString();
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
    } catch (refused) {
      // The search works without it.
    }
  }

  function start() {
    clearTimeout(timer);
    list.dataset.state = "searching";
    if (!index || !cards) say(status.dataset.searching);
  }

  function now() {
    start();
    remember();
    show();
  }

  // ---- Loading -------------------------------------------------------------------------------------------------------

  /* Called by the two scripts, which may come in any order. */
  window.vks = {
    i(value) {
      index = value;
      if (cards) show();
    },
    d(value) {
      cards = value.cards;
      if (index) show();
    },
  };

  function load() {
    if (asked) return;
    asked = true;
    for (const address of [list.dataset.index, list.dataset.cards]) {
      const script = document.createElement("script");
      script.src = address;
      script.onerror = () => {
        failed = true;
        show();
      };
      document.head.appendChild(script);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  field.addEventListener("input", () => {
    start();
    timer = setTimeout(now, PAUSE);
  });
  field.addEventListener("focus", load);

  const given = new URLSearchParams(location.search).get("q");
  if (given) field.value = given;
  if (field.value.trim()) now();
})();
