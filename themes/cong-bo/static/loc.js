/*
 * Filters of a list of tasks. Without this script the list stands there whole, and no filter shows.
 *
 * The state is what the form's fields hold. It is read from the address (`read`), written to it (`write`) and shown
 * (`show`). Rows tell by data-… what they can be found by; names and values are those of the search page (tim-kiem.js).
 * Agency, role and place ask for the same agency: "Sơn La" with "chủ trì" leaves what an agency of Sơn La leads. On an
 * agency's page the role is its own, and tells the lists apart. A task that stands in two lists counts once.
 */
(function () {
  "use strict";

  const form = document.getElementById("loc");
  if (!form) return;
  const scope = form.parentNode;
  const words = form.dataset;
  const text = form.elements.q;
  const selects = Array.from(form.querySelectorAll("select"));
  const fields = [text, ...selects];
  const [panel, status, clear, note] = ["details", "[role=status]", "button", ".filter-note"].map((name) => form.querySelector(name));
  const labels = new Map(Array.from(form.querySelectorAll("option"), (option) => [option, option.text]));
  const places = {};
  for (const option of form.querySelectorAll("[data-place]")) places[option.value] = option.dataset.place;

  // ---- Rows ----------------------------------------------------------------------------------------------------------

  /* Words with their marks apart; "đ" is a "d" with a mark. */
  function spelt(phrase) {
    const found = phrase.toLowerCase().replace(/đ/g, "d\u0335").normalize("NFD").match(/[\p{L}\p{M}\p{N}]+(\.\p{N}+)*/gu) || [];
    return found.map((word) => ({ letters: word.replace(/\p{M}/gu, ""), marks: word.match(/\p{M}/gu) || [] }));
  }

  /* Whether a word begins as it was typed: marks that were typed are meant. */
  function begins(word, typed) {
    return word.letters.startsWith(typed.letters) && typed.marks.every((mark) => word.marks.includes(mark));
  }

  /* What is hidden with its last row: headings of the table, lists and sections; and every row. */
  const boxes = new Set();
  const rows = [];

  /* Looks at the rows when they are first asked about: most readers come to read, on a phone whose panel is closed. */
  function look() {
    // A list that is empty from the first stands only while nothing is asked.
    for (const list of scope.querySelectorAll(".involvement, .year-section")) boxes.add(list);
    let headings = [];
    for (const element of scope.querySelectorAll("[data-level], [data-chu-tri]")) {
      const { level, linhVuc, nam, chuTri, phoiHop } = element.dataset;
      if (level) headings = headings.filter((heading) => heading.dataset.level < level).concat(element);
      const own = new Set();
      for (let box of headings.concat(element)) for (; box !== scope; box = box.parentNode) own.add(box);
      own.forEach((box) => boxes.add(box));
      if (level) continue;
      const named = (role, ids) => split(ids).map((agency) => ({ "co-quan": agency, "vai-tro": role, noi: places[agency] }));
      const list = element.closest(".involvement");
      rows.push({
        own, task: element.dataset.task, element, list: list && list.id,
        "linh-vuc": split(linhVuc), nam: split(nam), mentions: named("chu-tri", chuTri).concat(named("phoi-hop", phoiHop)),
      });
    }
  }

  /* The words of a row; taken apart when they are first asked for, since most readers come to read. */
  function wordsOf(row) {
    row.words = row.words || spelt(row.element.textContent);
    return row.words;
  }

  function split(ids) {
    return ids.split(" ").filter(Boolean);
  }

  /* What a row offers to a filter, the others being as they are. */
  function offered(row, name) {
    if (row[name]) return row[name];
    if (name === "vai-tro" && row.list) return [row.list];
    const asks = (other) => other.value && other.name !== name && !row[other.name] && !(other.name === "vai-tro" && row.list);
    const asking = selects.filter(asks);
    return row.mentions.filter((one) => asking.every((other) => one[other.name] === other.value)).map((one) => one[name]);
  }

  function fits(row, select) {
    return !select.value || offered(row, select.name).includes(select.value);
  }

  // ---- Showing -------------------------------------------------------------------------------------------------------

  function fill(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, (whole, key) => values[key]);
  }

  /* What a filter is set to, in the language of the choice. */
  function chosen(field) {
    if (field === text) return "“" + text.value.trim() + "”";
    const [option] = field.selectedOptions;
    const words = document.createElement("span");
    words.textContent = labels.get(option);
    if (option.lang) words.lang = option.lang;
    return words;
  }

  /* Beside each choice, the number of tasks that it would leave. */
  function count(select, told) {
    const tasks = new Map();
    for (const row of told) {
      if (!selects.every((other) => other === select || fits(row, other))) continue;
      for (const value of ["", ...offered(row, select.name)]) tasks.set(value, (tasks.get(value) || new Set()).add(row.task));
    }
    for (const option of select.options) {
      const { size } = tasks.get(option.value) || new Set();
      option.text = labels.get(option) + " (" + size + ")";
      option.disabled = !size && !option.selected;
    }
  }

  function show() {
    const by = fields.filter((field) => field.value.trim());
    if (!rows.length && !panel.open && !by.length) {
      const total = new Set(Array.from(scope.querySelectorAll("[data-chu-tri]"), (row) => row.dataset.task)).size;
      status.textContent = fill(words.all, { count: total, total });
      return;
    }
    if (!rows.length) look();
    const typed = spelt(text.value);
    const told = rows.filter((row) => typed.every((one) => wordsOf(row).some((word) => begins(word, one))));
    const left = told.filter((row) => selects.every((select) => fits(row, select)));
    selects.forEach((select) => count(select, told));

    boxes.forEach((box) => (box.hidden = by.length > 0));
    for (const row of left) row.own.forEach((box) => (box.hidden = false));
    for (const link of scope.querySelectorAll(".jumps a")) link.parentNode.hidden = document.getElementById(link.hash.slice(1)).hidden;

    const size = (of) => new Set(of.map((row) => row.task)).size;
    const phrase = !by.length ? words.all : left.length ? words.count : words.none;
    status.textContent = fill(phrase, { count: size(left), total: size(rows) });
    const filters = by.flatMap((field, place) => [place ? "; " : "", field.labels[0].textContent + ": ", chosen(field)]);
    const [before, after] = words.by.split("{filters}");
    note.firstChild.replaceChildren(before, ...filters, after);
    note.hidden = clear.hidden = !by.length;
  }

  // ---- The address ---------------------------------------------------------------------------------------------------

  /* The value that one of the address means: also a domain without its plan, and a place as it is written. */
  function meant(select, given) {
    const slug = spelt(given).map((word) => word.letters).join("-");
    const values = Array.from(select.options, (option) => option.value).filter(Boolean);
    return values.find((value) => value === given) || values.find((value) => value === slug || value.endsWith("/" + given)) || "";
  }

  function read() {
    const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
    for (const field of fields) {
      const value = given.get(field.name) || "";
      field.value = field === text ? value : meant(field, value);
    }
    show();
  }

  function write() {
    const query = new URLSearchParams();
    for (const field of fields) if (field.value.trim()) query.set(field.name, field.value.trim());
    const place = location.hash.startsWith("#?") ? "" : location.hash;
    try {
      history.replaceState(null, "", (query.toString() ? "?" + query : location.pathname) + place);
    } catch (refused) {
      location.replace("#?" + query);
    }
  }

  function change() {
    write();
    show();
  }

  function drop() {
    for (const field of fields) field.value = "";
    change();
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    drop();
    panel.firstElementChild.focus();
  });
  addEventListener("popstate", read);
  // A link to a place that is hidden shows the list whole again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    drop();
    target.scrollIntoView();
  });

  panel.open = matchMedia("(min-width: 56rem)").matches;
  panel.addEventListener("toggle", show, { once: true });
  form.hidden = false;
  read();
})();
