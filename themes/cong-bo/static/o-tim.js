/*
 * The search box in every page's head: results under it while somebody types. Without this script it is a plain form
 * that leads to the search page.
 *
 * The engine and its index are asked for when the box gets the focus, never before. Every text reaches the page as a text
 * node: nothing here makes markup out of a string. What the search page (tim-kiem.js) does alike stands here, too, and is
 * handed to it as `timKiem`.
 *
 * The list is a list of links, not an ARIA combobox: Tab, Enter and a screen reader's own keys work as on any list.
 */
(function () {
  "use strict";

  // Milliseconds without a key: until the search, and until the count is announced.
  const PAUSE = 120;
  const REST = 700;
  const SUGGESTED = 6;
  // How much of a text stands before its first match where the text is cut.
  const BEFORE = 80;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  }

  /* A phrase with its places in braces filled. */
  function fill(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
  }

  /* A text with its marks, [start, end] each, cut around the first of them where it is longer than `longest`. */
  function marked(text, marks, longest) {
    const made = document.createDocumentFragment();
    let at = 0;
    let end = text.length;
    if (longest && end > longest) {
      const first = marks.length ? marks[0][0] : 0;
      if (first > BEFORE) at = Math.min(first, text.indexOf(" ", first - BEFORE) + 1);
      if (at + longest < end) end = Math.max(text.lastIndexOf(" ", at + longest), at + longest / 2);
    }
    if (at) made.append("… ");
    for (const mark of marks) {
      if (mark[0] < at || mark[1] > end) continue;
      made.append(text.slice(at, mark[0]), element("mark", {}, text.slice(mark[0], mark[1])));
      at = mark[1];
    }
    made.append(text.slice(at, end));
    if (end < text.length) made.append("\u00a0…");
    return made;
  }

  let engine = null;

  /*
   * The engine with its index, loaded once; after a failure the next call tries again. Where each plan has an index, the form
   * says which are searched.
   */
  function load(form) {
    engine = engine || new Promise((ready, failed) => {
      const start = () => window.vks.load(form.dataset.root, (error) => (error ? failed(error) : ready(window.vks)), new FormData(form).getAll("ke-hoach"));
      if (window.vks) start();
      else document.head.append(Object.assign(element("script", { src: form.dataset.engine }), { onload: start, onerror: failed }));
    }).catch((error) => {
      engine = null;
      throw error;
    });
    return engine;
  }

  /* Up and down between the field and `items()`, Escape as `away` says; every other key is left to the browser. */
  function arrows(root, field, items, away) {
    root.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const list = items();
      const at = list.indexOf(document.activeElement);
      if (at < 0 && document.activeElement !== field) return;
      let target = null;
      if (event.key === "ArrowDown") target = list[at + 1];
      else if (event.key === "ArrowUp" && at >= 0) target = at ? list[at - 1] : field;
      else if (event.key === "Escape" && away(at)) target = field;
      if (!target) return;
      event.preventDefault();
      target.focus();
    });
  }

  /* "?q=…" for a link to the search page, with all else that the form says. */
  function address(query) {
    const asked = new URLSearchParams(new FormData(form));
    asked.set("q", query);
    return "?" + asked;
  }

  function suggest(form, field) {
    const words = form.dataset;
    const panel = element("div", { class: "search-found", hidden: "" });
    const status = element("p", { class: "vh", role: "status" });
    form.append(panel, status);
    let timer = 0;
    let rest = 0;

    function close() {
      clearTimeout(timer);
      clearTimeout(rest);
      panel.hidden = true;
      status.textContent = "";
    }

    function open(text, ...children) {
      panel.replaceChildren(...children);
      panel.hidden = false;
      rest = setTimeout(() => (status.textContent = text), REST);
    }

    function item(result) {
      const number = element("span", { class: "search-number" }, marked(result.card.number, result.marks.number));
      const text = element("span", { class: "published", lang: "vi" }, marked(result.card.text, result.marks.text, 110));
      return element("li", { "data-task": result.task }, element("a", { href: words.root + result.card.href }, number, " ", text));
    }

    function show(vks) {
      const query = field.value;
      // Who has gone on to the list must not lose it.
      if (!query.trim() || document.activeElement !== field) return;
      const found = vks.search(query, { limit: SUGGESTED });
      const count = { count: found.total };
      const to = (wanted, ...text) => element("a", { class: "search-all", href: form.getAttribute("action") + address(wanted) }, ...text);
      if (found.total) {
        open(fill(words.count, count), element("ol", {}, ...found.results.map(item)), to(query, fill(words.all, count)));
      } else {
        const offer = found.nearest ? [to(found.nearest, words.nearest + " ", element("span", { lang: "vi" }, found.nearest))] : [];
        open(words.none, element("p", {}, words.none), ...offer);
      }
    }

    function ask() {
      clearTimeout(rest);
      load(form).then(show, () => open(words.failed, element("p", {}, words.failed)));
    }

    field.addEventListener("focus", () => load(form).catch(() => {}));
    field.addEventListener("input", () => {
      clearTimeout(timer);
      clearTimeout(rest);
      status.textContent = "";
      if (field.value.trim()) timer = setTimeout(ask, PAUSE);
      else close();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && panel.hidden && !event.isComposing) ask();
    });
    arrows(form, field, () => (panel.hidden ? [] : [...panel.querySelectorAll("a")]), () => {
      const used = !panel.hidden || field.value !== "";
      if (panel.hidden) field.value = "";
      close();
      return used;
    });
    // A press on a link must not take the focus from the field first, or the list would be gone before the click.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", () => setTimeout(() => form.contains(document.activeElement) || close()));
    addEventListener("pagehide", close);
  }

  const form = document.querySelector("form[role=search]");
  if (!form) return;
  const field = form.elements.namedItem("q");

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  window.timKiem = { PAUSE, REST, element, fill, marked, load, arrows, address, form, field };
  if (!document.getElementById("ket-qua")) suggest(form, field);
})();
