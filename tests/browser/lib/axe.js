// axe-core in a page: what it finds against accessibility, as short lines. Its source is run by the driver, so that no
// page has to allow it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What hangs on the colours alone. */
export const OF_COLOURS = { runOnly: ['color-contrast'] };

/** Every rule's findings on the page as it stands now, or those of the rules that are asked for. */
export async function axeFindings(tab, rules = {}) {
  await tab.ask(`${SOURCE}; undefined`);
  return tab.ask(async (options) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...options });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, rules);
}
