// Somebody who comes to the home page with a question, and finds the way by the names of links alone.

import { kindOf } from './site.js';

/** After so many clicks the answer must stand there. */
const PATIENCE = 3;

export class Reader {
  #tab;
  #place;
  #clicks = 0;

  static async atHome(tab, place) {
    const reader = new Reader();
    reader.#tab = tab;
    reader.#place = place;
    await tab.visit(place, 'index.html');
    return reader;
  }

  /** Clicks the first link in sight of this name and waits until what it leads to is shown. */
  async click(name) {
    const address = await this.#find(name);
    await this.#tab.click('[data-clicked-next]');
    await this.#tab.until(`what "${name}" leads to`, (wanted) => location.href === wanted && document.readyState === 'complete', address);
  }

  /** The file behind the first link in sight of this name. */
  async download(name) {
    const response = await fetch(await this.#find(name));
    if (!response.ok) {
      throw new Error(`"${name}" answers ${response.status}`);
    }
    return Buffer.from(await response.arrayBuffer());
  }

  /** Types into the box of the home page and sends it; this uses up all patience. */
  async search(words) {
    this.#clicks = PATIENCE;
    await this.#tab.click('input[type=search]');
    await this.#tab.type(words);
    await this.#tab.press('Enter');
    await this.#tab.until('the search page', () => location.pathname.endsWith('/tim-kiem.html') && document.readyState === 'complete');
  }

  /** The names that are linked behind a term in a list of facts. */
  factNames(term) {
    return this.#tab.ask((wanted) => {
      const found = [...document.querySelectorAll('main dt')].find((dt) => dt.innerText.trim() === wanted);
      return [...(found?.nextElementSibling.querySelectorAll('a') ?? [])].map((link) => link.innerText.trim());
    }, term);
  }

  /** The words in sight of the section with this heading. */
  textUnder(heading) {
    return this.#tab.ask((wanted) => {
      const found = [...document.querySelectorAll('main h2, main h3')].find((h) => h.textContent.trim() === wanted);
      return found?.closest('section').innerText ?? '';
    }, heading);
  }

  /** The ids of all tasks that links in sight lead to, each once, sorted. */
  async tasksShown(within = 'main') {
    const links = await this.#tab.ask((box) => [...document.querySelectorAll(`${box} a[href]`)]
      .filter((link) => link.checkVisibility()).map((link) => link.href.split('#', 1)[0]), within);
    const pages = links.map((link) => decodeURI(link.slice(this.#place.base.length))).filter((page) => kindOf(page) === 'task');
    return [...new Set(pages.map((page) => page.match(/([^/]+)\.html$/)[1]))].sort();
  }

  /** Marks the link for the mouse and gives its address; each find is a click that a reader makes. */
  async #find(name) {
    this.#clicks += 1;
    if (this.#clicks > PATIENCE) {
      throw new Error(`"${name}" would be click ${this.#clicks}; a reader gives up after ${PATIENCE}`);
    }
    const address = await this.#tab.ask(markLink, name);
    if (!address) {
      throw new Error(`no link in sight is named "${name}" on ${this.#tab.url()}`);
    }
    return address;
  }
}

/** Runs inside the page. A count of tasks behind the name belongs to the link, not to its name. */
function markLink(name) {
  const nameOf = (link) => {
    const copy = link.cloneNode(true);
    copy.querySelectorAll('[data-tasks], [aria-hidden=true]').forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim().replace(/:$/, '');
  };
  const link = [...document.querySelectorAll('a[href]')].find((candidate) => candidate.checkVisibility() && nameOf(candidate) === name);
  document.querySelector('[data-clicked-next]')?.removeAttribute('data-clicked-next');
  link?.setAttribute('data-clicked-next', '');
  return link?.href;
}
