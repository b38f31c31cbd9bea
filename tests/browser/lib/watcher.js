// Watches one tab and writes down everything that a page must not do: errors, requests that fail or leave the site,
// violations of its own Content-Security-Policy, dialogs. Works on Playwright's page and on Puppeteer's alike.
//
// Firefox reports no request for a file: address, so a script inside the page listens too, and tells what it hears
// through the console, which both browsers report at once and which outlives a change of page.

const QUIET_MS = 25;
const LOADING_LIMIT_MS = 15_000;

/** What the browsers say of a request, often for the icon, that was still under way when the tab went to another page. */
const LEFT_THE_PAGE = /^(net::ERR_ABORTED|NS_BINDING_ABORTED)$/;

export class Watcher {
  #site = '';
  #faults = [];
  #loading = new Set();

  /** Starts to watch. The tab must not have opened a page yet. */
  static async on(page, addScript) {
    const watcher = new Watcher();
    page.on('console', (message) => message.type() === 'error' && watcher.#note('console error', wordsOf(message)));
    page.on('pageerror', (error) => watcher.#note('page error', error.message));
    page.on('request', (request) => watcher.#started(request));
    page.on('requestfinished', (request) => watcher.#loading.delete(request));
    page.on('requestfailed', (request) => {
      watcher.#loading.delete(request);
      const reason = request.failure()?.errorText;
      if (!LEFT_THE_PAGE.test(reason)) {
        watcher.#note('failed request', `${request.url()} (${reason})`);
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400) {
        watcher.#note('failed request', `${response.url()} (status ${response.status()})`);
      }
    });
    page.on('dialog', (dialog) => {
      watcher.#note('dialog', dialog.message());
      dialog.dismiss().catch(() => {});
    });
    await addScript(listenInside);
    return watcher;
  }

  /** From now on a request to an address that does not begin so is a fault; earlier faults are forgotten. */
  expect(site) {
    this.#site = site;
    this.#faults = [];
  }

  /** Waits until nothing is being loaded any more. */
  async quiet() {
    const limit = Date.now() + LOADING_LIMIT_MS;
    for (let quietTurns = 0; quietTurns < 2; quietTurns = this.#loading.size ? 0 : quietTurns + 1) {
      if (Date.now() > limit) {
        return this.#note('never finished', [...this.#loading].map((request) => request.url()).join(', '));
      }
      await new Promise((turn) => setTimeout(turn, QUIET_MS));
    }
  }

  /** What was seen since the last `expect`, each fault once. */
  get faults() {
    return [...new Set(this.#faults)];
  }

  #started(request) {
    this.#loading.add(request);
    const url = request.url();
    if (!url.startsWith(this.#site) && !/^(data|blob|about):/.test(url)) {
      this.#note('request outside the site', url);
    }
  }

  #note(kind, text) {
    this.#faults.push(`${kind}: ${text}`);
  }
}

/** Chromium leaves out of the text which file could not be loaded. */
function wordsOf(message) {
  const text = message.text();
  return text.startsWith('Failed to load resource') ? `${text} ${message.location().url}` : text;
}

/** Runs inside every page before its own scripts. What a page that is being left still loads is broken off, no fault. */
function listenInside() {
  let leaving = false;
  addEventListener('beforeunload', () => {
    leaving = true;
  });
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI}`);
  }, true);
  addEventListener('error', (event) => {
    if (event.target instanceof Element && !leaving) {
      console.error(`not loaded: ${event.target.src ?? event.target.href}`);
    }
  }, true);
}
