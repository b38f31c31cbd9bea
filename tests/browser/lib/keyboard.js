// Walks through a page with the Tab key, as a reader without a mouse does, and tells what the walk missed.

/** More presses than stops: a browser adds stops of its own (boxes that scroll, its own bars). */
const SPARE_PRESSES = 25;

/** Presses Tab through the whole page. Gives what was never reached, and what was reached without showing it. */
export async function walk(tab) {
  const stops = await tab.ask(findStops);
  const reached = new Set();
  const unmarked = [];
  for (let press = 0; press < stops.length + SPARE_PRESSES && reached.size < stops.length; press += 1) {
    await tab.press('Tab');
    const { index, marked } = await tab.ask(focusedStop);
    // Only the first arrival counts: past the end of a page Firefox goes on in its own bars, and marks nothing in the page.
    if (index >= 0 && !reached.has(index)) {
      reached.add(index);
      if (!marked) {
        unmarked.push(stops[index]);
      }
    }
  }
  return {
    count: stops.length,
    missed: stops.filter((_, index) => !reached.has(index)),
    unmarked,
  };
}

/** Keeps everything that a mouse could use on this page in `window.stops`, with its look before it has the focus. */
function findStops() {
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  window.stops = [...document.querySelectorAll(usable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== 'hidden')
    .map((element) => ({ element, shadowBefore: getComputedStyle(element).boxShadow }));
  return window.stops.map(({ element }) => element.outerHTML.slice(0, 120));
}

/** Which stop has the focus now, and whether a reader can see it there. */
function focusedStop() {
  const index = window.stops.findIndex(({ element }) => element === document.activeElement);
  if (index < 0) {
    return { index, marked: true };
  }
  const { element, shadowBefore } = window.stops[index];
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const shadowed = style.boxShadow !== 'none' && style.boxShadow !== shadowBefore;
  return { index, marked: outlined || shadowed };
}
