/*
 * Buttons that copy a citation.
 *
 * Each [data-copy-of] of a cite box gets one behind it; without this script the words stand there to be marked. Where the
 * browser gives no clipboard (a page that came by http), the words are marked and copied in the old way.
 */
(function () {
  "use strict";

  const RESTING = 4000;

  document.querySelectorAll(".cite").forEach(function (box) {
    const words = { copy: box.dataset.copy, copied: box.dataset.copied };
    const status = document.createElement("p");
    status.className = "vh";
    status.setAttribute("role", "status");
    box.append(status);
    box.querySelectorAll("[data-copy-of]").forEach(function (source) {
      source.after(button(source, words, status));
    });
  });

  function button(source, words, status) {
    const button = document.createElement("button");
    const name = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    name.className = "vh";
    name.textContent = " " + source.dataset.copyOf;
    button.append(words.copy, name);
    button.addEventListener("click", function () {
      copy(source).then(function () {
        button.firstChild.data = words.copied;
        status.textContent = words.copied + name.textContent;
        setTimeout(function () {
          button.firstChild.data = words.copy;
          status.textContent = "";
        }, RESTING);
      }, function () { mark(source); });
    });
    return button;
  }

  function copy(source) {
    if (navigator.clipboard) return navigator.clipboard.writeText(source.textContent);
    mark(source);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function mark(source) {
    getSelection().selectAllChildren(source);
  }
})();
