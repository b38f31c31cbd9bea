// The sites that the suite is about; tests/all.sh builds them and names the folder that holds them.

import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.PLANPRESS_HOSTED;
if (!folder) {
  throw new Error('PLANPRESS_HOSTED is not set: it names the folder that tests/servers/sites.sh has filled');
}

/** A site in a folder of its host knows that from its `base_url`. */
export const SITES = [
  read('at the root', 'root', '/'),
  read('at the root, compressed', 'root-compressed', '/'),
  read('in a folder', 'below', '/mot/thu-muc/'),
  read('in a folder, compressed', 'below-compressed', '/mot/thu-muc/'),
];

function read(name, sub, mount) {
  const site = path.join(folder, sub);
  const files = Object.entries(JSON.parse(readFileSync(path.join(site, 'manifest.json'), 'utf8')).files);
  const lines = readFileSync(path.join(site, '_redirects'), 'utf8').split('\n').filter((line) => line.startsWith('/'));
  const redirects = lines.map((line) => line.split(' ')).map(([from, to]) => ({ from, to }));
  // An earlier address lies there as a page, too, and servers answer with where it is now.
  const earlier = new Set(redirects.map(({ from }) => decodeURIComponent(from.slice(1))));
  const isServed = ([file, entry]) => entry.served !== false && !earlier.has(file);
  return { name, mount, folder: site, redirects, served: new Map(files.filter(isServed)), isPrecompressed: sub.endsWith('compressed') };
}
