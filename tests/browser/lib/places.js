// The three ways in which readers reach a site: a server's root, a subfolder of a server, and a folder on a disk or
// a shared drive, opened without any server, whose name has spaces and diacritics as an office would give it.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { serve } from './server.js';

const OFFICE_FOLDER = 'Kế hoạch 150 bản thử';

/** Each opens a folder and gives `{ base, close }`; every address of the site is `base` and the page's path. */
export const PLACES = [
  { name: 'http, root', open: (folder) => serve(folder, '/') },
  { name: 'http, subfolder', open: (folder) => serve(folder, '/mot/thu-muc/') },
  { name: 'file', open: copyToDisk },
];

/** The place for tests to which the place does not matter. */
export const ROOT = PLACES[0];

async function copyToDisk(folder) {
  const parent = await mkdtemp(path.join(tmpdir(), 'planpress-'));
  const copy = path.join(parent, OFFICE_FOLDER);
  await cp(folder, copy, { recursive: true });
  return {
    base: `${pathToFileURL(copy).href}/`,
    close: () => rm(parent, { recursive: true, force: true }),
  };
}
