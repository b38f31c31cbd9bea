// Does a page fit the width of its window? Asked inside the page.

/**
 * What sticks out to the right, as short descriptions; empty when the page fits.
 * Parts inside a box that scrolls or cuts off by itself (a wide table in its frame) do not count; `html` and `body` do
 * not count as such boxes, since cutting off there would only hide the fault.
 */
export function sticksOut() {
  const width = document.documentElement.clientWidth;
  const framed = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') {
        return true;
      }
    }
    return false;
  };
  const found = [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1 && !framed(element))
    .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ends at ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
  const wide = document.documentElement.scrollWidth;
  return wide > width ? [`the document is ${wide} wide in a window of ${width}`, ...found.slice(0, 3)] : found.slice(0, 3);
}
