// One watched tab of either browser: opens pages, presses keys, asks the page questions, and hands over the faults.

import { Watcher } from './watcher.js';

const OPENING_LIMIT_MS = 30_000;
const ANSWER_LIMIT_MS = 10_000;
const POLL_MS = 20;

export class Tab {
  #page;
  #driver;
  #settings;
  #watcher;

  /** `driver` holds the acts that the two libraries name differently (addScript, resize, close), and those that only Chromium knows. */
  static async on(page, settings, driver) {
    const tab = new Tab();
    tab.#page = page;
    tab.#driver = driver;
    tab.#settings = settings;
    tab.#watcher = await Watcher.on(page, driver.addScript);
    await tab.resize(1280);
    return tab;
  }

  /** Opens a page of a place, waits until it has loaded and gone quiet, and returns the faults seen. */
  async visit(place, page) {
    this.#watcher.expect(place.base);
    await this.#page.goto(place.base + page, { waitUntil: 'load', timeout: OPENING_LIMIT_MS });
    return this.faults();
  }

  /** Waits until the tab is quiet and returns the faults since the last visit. */
  async faults() {
    await this.#watcher.quiet();
    if (this.#settings.javascript) {
      await this.ask(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted()))));
    }
    return this.#watcher.faults;
  }

  /** The answer of a function that runs inside the page; works with scripts switched off, too. */
  ask(question, argument) {
    return this.#page.evaluate(question, argument);
  }

  /** Asks again and again until the answer is true or something; a question that falls into a change of page is repeated. */
  async until(what, question, argument) {
    const limit = Date.now() + ANSWER_LIMIT_MS;
    let last;
    while (Date.now() < limit) {
      try {
        last = await this.ask(question, argument);
        if (last) {
          return last;
        }
      } catch (error) {
        last = error.message;
      }
      await new Promise((turn) => setTimeout(turn, POLL_MS));
    }
    throw new Error(`waited ${ANSWER_LIMIT_MS / 1000} s for ${what}; at ${this.url()}; last answer: ${last}`);
  }

  /** The address now shown. */
  url() {
    return this.#page.url();
  }

  /** Presses one key, named as in KeyboardEvent.key. */
  press(key) {
    return this.#page.keyboard.press(key);
  }

  /** Types a text into what has the focus. */
  type(text) {
    return this.#page.keyboard.type(text);
  }

  /** Clicks the first visible element that matches, with the mouse, as soon as it stands in the window. */
  async click(selector) {
    const point = await this.ask(middleOf, selector);
    if (!point) {
      throw new Error(`nothing to click at ${selector} on ${this.url()}`);
    }
    await this.#page.mouse.click(point.x, point.y);
  }

  /**
   * Does what opens another page, and waits until that page stands whole in the tab's history: Firefox enters it there a
   * moment after showing it, and a step back before that moment goes one page too far. For tabs that have not gone back.
   */
  async follow(link, act) {
    const before = await this.ask(() => history.length);
    await act();
    await this.until(`the page ${link} in the history`, ({ href, length }) => location.href === href && document.readyState === 'complete' && history.length > length,
      { href: link, length: before });
  }

  /** Goes back in the tab's history; ask for what should be seen then. (Firefox tells no driver when it has arrived.) */
  back() {
    return this.ask(() => history.back());
  }

  /** Makes the window this wide. */
  resize(width, height = 800) {
    return this.#driver.resize(width, height);
  }

  /** Turns the page that is shown to dark colours, and back; Firefox can only start so. */
  nightfall() {
    return this.#driver.nightfall();
  }

  daybreak() {
    return this.#driver.daybreak();
  }

  /** What the page hands to a screen reader, as Chromium's protocol has it; Firefox's has no such question. */
  accessibilityNodes() {
    return this.#driver.accessibilityNodes();
  }

  close() {
    return this.#driver.close();
  }
}

/**
 * Brings an element into the window and gives a point on it; the first line's, since a link may be broken over two.
 * (The libraries' own clicks wait for an observer of the page, which never answers with scripts switched off.)
 */
function middleOf(selector) {
  const element = [...document.querySelectorAll(selector)].find((candidate) => candidate.checkVisibility());
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element?.getClientRects()[0];
  return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
