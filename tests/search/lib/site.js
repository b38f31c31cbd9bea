// The built site's search outside a browser: its client in a context of its own, with a window and nothing else, and its
// index and cards as the site publishes them.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** The folder of the built site, from the environment. */
export function siteFolder() {
  const folder = process.env.PLANPRESS_SITE;
  if (!folder) throw new Error('PLANPRESS_SITE must name a built site, theme cong-bo');
  return folder;
}

export function readSite(folder, name) {
  return readFileSync(path.join(folder, 'tim-kiem', name), 'utf8');
}

/** The client alone, or with the site's index and cards: what pages know as `vks`. */
export function client(folder, { loaded = true } = {}) {
  const context = vm.createContext({});
  context.window = context;
  const run = (name) => vm.runInContext(readSite(folder, name), context, { filename: name });
  run('engine.js');
  if (loaded) {
    run('index.js');
    run('docs.js');
  }
  return context.vks;
}

/** The data that the client's cards are made of, and the index. */
export function published(folder) {
  let cards;
  vm.runInNewContext(readSite(folder, 'docs.js'), { vks: { d: (value) => { cards = value; } }, JSON });
  return { cards, index: JSON.parse(readSite(folder, 'index.json')) };
}
