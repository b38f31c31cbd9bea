/*
 * The plans that the search page searches, on a site on which each has an index of its own. The boxes stand in the search form, so
 * that the address names those that are ticked. An index that was loaded stays; other plans are searched by a page that begins anew:
 * the form is sent.
 */
(function () {
  "use strict";

  const form = document.querySelector("main form[role=search]");
  const boxes = form ? Array.from(form.querySelectorAll("[name=ke-hoach]")) : [];
  const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
  const asked = given.getAll("ke-hoach").filter((plan) => boxes.some((box) => box.value === plan));
  for (const box of boxes) {
    if (asked.length) box.defaultChecked = asked.includes(box.value);
    box.checked = box.defaultChecked;
  }

  const isChanged = () => boxes.some((box) => box.checked !== box.defaultChecked);

  // Before the page's own listener, which keeps the form from being sent.
  document.addEventListener("submit", (event) => {
    if (event.target === form && isChanged()) event.stopImmediatePropagation();
  }, true);
})();
