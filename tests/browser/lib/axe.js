// axe-core in a page: what it finds against accessibility, as short lines. Its source is run by the driver, so that no
// page has to allow it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule's findings on the page as it stands now. */
export async function axeFindings(tab) {
  await tab.ask(`${SOURCE}; undefined`);
  return tab.ask(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}
