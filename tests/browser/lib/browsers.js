// Chromium (through Playwright) and Firefox ESR (through Puppeteer and WebDriver BiDi) behind one small shape, so that
// every test is written once: `browser.open({ javascript, dark })` gives a watched tab.
//
// Firefox knows no command for switching scripts off or for the dark scheme; both are preferences there, set when it
// starts. So a Firefox is started for each combination that is asked for, and kept until the tests of the file end.

import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { after, describe } from 'node:test';

import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

import { Tab } from './tab.js';

const PLAIN = { javascript: true, dark: false };

/** Nothing listens there: a request to another host fails at once, on any machine, and is seen to fail. */
const NO_PROXY_THERE = { host: '127.0.0.1', port: 9 };

/** Registers the tests once for each browser, and closes the browser after them. */
export function inBothBrowsers(tests) {
  for (const Browser of [Chromium, Firefox]) {
    describe(Browser.name, () => {
      const browser = new Browser();
      after(() => browser.close());
      tests(browser);
    });
  }
}

/** Real Chromium; one process, a fresh profile for each tab. */
export class Chromium {
  #process;

  async open(wanted = PLAIN) {
    this.#process ??= chromium.launch({
      executablePath: program('chromium'),
      chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses its sandbox to root, which is who runs in a container.
      proxy: { server: `http://${NO_PROXY_THERE.host}:${NO_PROXY_THERE.port}`, bypass: '127.0.0.1' },
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    const settings = { ...PLAIN, ...wanted };
    const context = await (await this.#process).newContext({
      javaScriptEnabled: settings.javascript,
      colorScheme: settings.dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    return Tab.on(page, settings, {
      addScript: (script) => page.addInitScript(script),
      resize: (width, height) => page.setViewportSize({ width, height }),
      nightfall: () => page.emulateMedia({ colorScheme: 'dark' }),
      daybreak: () => page.emulateMedia({ colorScheme: 'light' }),
      accessibilityNodes: async () => {
        const session = await context.newCDPSession(page);
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        await session.detach();
        return nodes;
      },
      close: () => context.close(),
    });
  }

  async close() {
    await (await this.#process)?.close();
  }
}

/** Real Firefox ESR; one process for each combination of settings. */
export class Firefox {
  #processes = new Map();

  async open(wanted = PLAIN) {
    const settings = { ...PLAIN, ...wanted };
    const key = JSON.stringify(settings);
    if (!this.#processes.has(key)) {
      this.#processes.set(key, puppeteer.launch({
        browser: 'firefox',
        protocol: 'webDriverBiDi',
        executablePath: program('firefox-esr'),
        headless: true,
        extraPrefsFirefox: {
          'javascript.enabled': settings.javascript,
          'layout.css.prefers-color-scheme.content-override': settings.dark ? 0 : 1,
          'network.proxy.type': 1,
          'network.proxy.http': NO_PROXY_THERE.host,
          'network.proxy.http_port': NO_PROXY_THERE.port,
          'network.proxy.ssl': NO_PROXY_THERE.host,
          'network.proxy.ssl_port': NO_PROXY_THERE.port,
        },
      }));
    }
    const page = await (await this.#processes.get(key)).newPage();
    return Tab.on(page, settings, {
      addScript: (script) => page.evaluateOnNewDocument(script),
      resize: (width, height) => page.setViewport({ width, height }),
      close: () => page.close(),
    });
  }

  async close() {
    await Promise.all([...this.#processes.values()].map(async (started) => (await started).close()));
  }
}

/** A program of this name in the PATH. */
export function program(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder of the PATH: look into the next.
    }
  }
  throw new Error(`no program named ${name} in the PATH: install Debian's package of that name`);
}
