// Served pages only: waits for news from `planpress serve`, loads the page again when the site was made anew, and lays
// faults over the page. Styles are set one by one, since the page's policy allows no style elements.
(function () {
  "use strict";
  var version = document.currentScript.getAttribute("data-version");
  var overlay = null;

  function show(faults) {
    if (overlay) overlay.remove();
    overlay = null;
    if (!faults) return;
    overlay = document.createElement("pre");
    overlay.id = "planpress-faults";
    overlay.setAttribute("role", "alert");
    overlay.tabIndex = 0;
    overlay.textContent = faults;
    var style = {
      position: "fixed", inset: "0", margin: "0", padding: "1.5rem", overflow: "auto", zIndex: "2147483647",
      background: "#1b1b1b", color: "#f4f4f4", font: "14px/1.5 ui-monospace, Consolas, monospace", whiteSpace: "pre-wrap",
    };
    Object.keys(style).forEach(function (name) { overlay.style[name] = style[name]; });
    document.body.appendChild(overlay);
  }

  function ask(seen) {
    fetch("/__planpress/news?seen=" + seen)
      .then(function (response) { return response.json(); })
      .then(function (news) {
        if (!news.faults && String(news.version) !== String(version)) return location.reload();
        show(news.faults);
        ask(news.version);
      })
      .catch(function () { setTimeout(function () { ask(seen); }, 1000); });
  }

  // A page that was served while the site was broken asks at once, to show why.
  ask(0);
})();
