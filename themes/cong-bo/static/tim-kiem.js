/*
 * The search page: results while somebody types, facets, and the address that says both.
 *
 * The state is what the field and `chosen` hold. It is read from the address (`read`), written to it (`write`) and shown
 * (`show`). A history entry is made for each search that somebody has settled on: the first key after a search that was
 * sent or followed begins a new entry, and the keys behind it only change that one. Where a browser refuses to change the
 * address (Safari with a folder opened without a server) the state stands behind "#?" instead.
 *
 * Needs o-tim.js before it. Programs read `#ket-qua`, see docs/search.md of the program.
 */
(function () {
  "use strict";

  if (!window.timKiem || !document.getElementById("ket-qua")) return;
  const { PAUSE, REST, element, fill, marked, load, arrows, address, form, field } = window.timKiem;
  const PAGE = 20;
  const FEW = 8;
  const LONGEST_TEXT = 300;

  const at = (id) => document.getElementById(id);
  const list = at("ket-qua");
  const filters = at("bo-loc");
  const chips = at("dang-loc");
  const more = at("hien-them");
  const words = { ...form.dataset, ...list.dataset };
  const facets = [...filters.querySelectorAll("fieldset")].map((box) => ({
    key: box.dataset.facet, name: box.dataset.name, box, list: box.querySelector("ul"), more: box.querySelector("button"), all: false,
  }));

  const chosen = {};
  let limit = PAGE;
  let written = "";
  let settled = false;
  let timer = 0;
  let rest = 0;

  // ---- The address ---------------------------------------------------------------------------------------------------

  function inAddress() {
    return new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
  }

  function read() {
    const given = inAddress();
    field.value = given.get("q") || "";
    for (const facet of facets) chosen[facet.key] = [...new Set(given.getAll(facet.name))];
    limit = history.state?.limit || PAGE;
    written = given.toString();
    settled = written !== "";
  }

  function write(isNew) {
    const query = new URLSearchParams(address(field.value));
    if (!field.value.trim()) query.delete("q");
    for (const facet of facets) chosen[facet.key].forEach((id) => query.append(facet.name, id));
    written = query.toString();
    try {
      history[isNew ? "pushState" : "replaceState"]({ limit }, "", written ? "?" + written : location.pathname);
    } catch (refused) {
      location[isNew ? "assign" : "replace"]("#?" + written);
    }
  }

  // ---- Results -------------------------------------------------------------------------------------------------------

  function item(result) {
    const made = at("mau-ket-qua").content.cloneNode(true).firstElementChild;
    made.setAttribute("data-task", result.task);
    made.querySelector("a").href = words.root + result.card.href;
    for (const place of made.querySelectorAll("[data-of]")) {
      const text = result.card[place.dataset.of];
      if (text) place.append(marked(text, result.marks[place.dataset.of] || [], place.dataset.of === "text" && LONGEST_TEXT));
      else place.parentNode.remove();
    }
    return made;
  }

  /* Says how many there are: to the eye at once, to the ear when typing rests. */
  function say(text, pause) {
    at("trang-thai").textContent = text;
    clearTimeout(rest);
    rest = setTimeout(() => (at("doc-ket-qua").textContent = text), pause);
  }

  function links() {
    return [...list.querySelectorAll(".task-head a")];
  }

  function finish(found) {
    const focused = links().indexOf(document.activeElement);
    list.replaceChildren(...found.results.map(item));
    // Who has gone on to the results while they were made anew stays there.
    if (focused >= 0) (links()[focused] || field).focus();
    more.hidden = found.results.length >= found.total;
    const offer = at("gan-dung");
    offer.hidden = !found.nearest;
    offer.lastElementChild.textContent = found.nearest || "";
    offer.lastElementChild.href = address(found.nearest || "");
    showFacets(found.facets);
    list.dataset.state = "done";
  }

  const NOTHING = { total: 0, results: [], facets: {}, nearest: null };

  function show(pause) {
    clearTimeout(timer);
    timer = 0;
    const narrowed = facets.some((facet) => chosen[facet.key].length);
    const asked = narrowed || field.value.trim() !== "";
    for (const empty of document.querySelectorAll("[data-when=empty]")) empty.hidden = asked;
    if (!asked) {
      say("", 0);
      finish(NOTHING);
      return;
    }
    if (!window.vks) at("trang-thai").textContent = words.searching;
    list.dataset.state = "searching";
    load(form).then((vks) => {
      // Somebody who has typed on since is answered when they pause.
      if (timer) return;
      const found = vks.search(field.value, { facets: chosen, limit });
      finish(found);
      say(found.total ? fill(words.count, { count: found.total }) : narrowed ? words.filtered : words.none, pause);
    }, () => {
      finish(NOTHING);
      say(words.failed, 0);
    });
  }

  // ---- Facets --------------------------------------------------------------------------------------------------------

  /* Adds or takes away, as a search of its own. */
  function toggle(facet, id) {
    const ids = chosen[facet.key];
    chosen[facet.key] = ids.includes(id) ? ids.filter((other) => other !== id) : ids.concat(id);
    limit = PAGE;
    write(true);
    settled = true;
    show(0);
  }

  function option(facet, one) {
    const box = element("input", { type: "checkbox", id: facet.name + ":" + one.id });
    box.checked = chosen[facet.key].includes(one.id);
    box.addEventListener("change", () => toggle(facet, one.id));
    const seen = element("span", { class: "count", "aria-hidden": "true" }, one.count);
    const heard = element("span", { class: "vh" }, ": " + fill(words.count, { count: one.count }));
    return element("li", {}, element("label", {}, box, element("span", { lang: "vi" }, one.label), " ", seen, heard));
  }

  function chip({ label }) {
    const [before, after] = words.remove.split("{label}").map((part) => element("span", { class: "vh" }, part));
    const cross = element("span", { "aria-hidden": "true" }, " ×");
    return element("button", { type: "button" }, before, element("span", { lang: "vi" }, label), after, cross);
  }

  function showFacets(counts) {
    const focused = filters.contains(document.activeElement) && document.activeElement.id;
    const active = [];
    for (const facet of facets) {
      const ids = chosen[facet.key];
      const known = (counts[facet.key] || []).filter((one) => one.count || ids.includes(one.id));
      const shown = known.filter((one, place) => facet.all || place < FEW || ids.includes(one.id));
      facet.list.replaceChildren(...shown.map((one) => option(facet, one)));
      facet.more.hidden = shown.length === known.length;
      facet.box.hidden = !known.length;
      ids.forEach((id) => {
        const button = chip(known.find((one) => one.id === id) || { label: id });
        button.addEventListener("click", () => drop(facet, id, button));
        active.push(element("li", {}, button));
      });
    }
    chips.replaceChildren(...active);
    filters.hidden = facets.every((facet) => facet.box.hidden);
    // What had the focus was made anew.
    if (focused) (at(focused) || filters.firstElementChild).focus({ preventScroll: true });
  }

  /* Takes a chip away; the focus goes to its neighbour. */
  function drop(facet, id, button) {
    const place = [...chips.querySelectorAll("button")].indexOf(button);
    toggle(facet, id);
    load(form).then(() => {
      const left = chips.querySelectorAll("button");
      (left[place] || left[left.length - 1] || field).focus();
    }, () => field.focus());
  }

  for (const facet of facets) {
    facet.more.addEventListener("click", () => {
      const before = facet.list.children.length;
      facet.all = true;
      show(0);
      load(form).then(() => facet.list.children[before]?.querySelector("input").focus());
    });
  }

  // ---- What people do ------------------------------------------------------------------------------------------------

  function typed() {
    clearTimeout(timer);
    clearTimeout(rest);
    at("doc-ket-qua").textContent = "";
    list.dataset.state = "searching";
    timer = setTimeout(() => {
      limit = PAGE;
      write(settled);
      settled = false;
      show(REST);
    }, PAUSE);
  }

  field.addEventListener("focus", () => load(form).catch(() => {}));
  field.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    limit = PAGE;
    if (timer) write(settled);
    settled = true;
    at("doc-ket-qua").textContent = "";
    show(0);
  });
  more.addEventListener("click", () => {
    const before = list.children.length;
    limit += PAGE;
    write(false);
    show(0);
    load(form).then(() => links()[before]?.focus());
  });
  arrows(document.querySelector("main"), field, () => (more.hidden ? links() : links().concat(more)), (place) => {
    if (place < 0 && !field.value) return false;
    if (place < 0) {
      field.value = "";
      typed();
    }
    return true;
  });
  addEventListener("popstate", () => {
    const elsewhere = location.hash && !location.hash.startsWith("#?");
    if (elsewhere || inAddress().toString() === written) return;
    read();
    show(0);
  });

  filters.open = matchMedia("(min-width: 56rem)").matches;
  const early = field.value;
  read();
  if (early && !field.value) {
    field.value = early;
    typed();
  } else {
    show(0);
  }
})();
