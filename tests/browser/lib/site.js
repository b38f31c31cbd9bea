// A built site as a folder of files: which pages it has, of which kind each is, and which of them a test opens.
// The addresses are the published ones (README, "Addresses"); a page that fits none of them is of no kind and a fault.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every kind of page: its address, and whether a site can be without it. */
const KINDS = [
  { name: 'home', address: /^index\.html$/ },
  { name: 'not found', address: /^404\.html$/ },
  { name: 'search', address: /^tim-kiem\.html$/ },
  { name: 'data', address: /^du-lieu\.html$/ },
  { name: 'all agencies', address: /^co-quan\.html$/ },
  { name: 'prose', address: /^[a-z0-9-]+\.html$/ },
  { name: 'plan', address: /^ke-hoach\/[^/]+\.html$/ },
  { name: 'whole text', address: /^toan-van\/[^/]+\.html$/ },
  { name: 'domain', address: /^linh-vuc\/[^/]+\/[^/]+\.html$/ },
  { name: 'task', address: /^nhiem-vu\/[^/]+\/[^/]+\.html$/ },
  { name: 'agency', address: /^co-quan\/[^/]+\.html$/ },
  { name: 'agency in one plan', address: /^co-quan\/[^/]+\/[^/]+\.html$/, optional: true },
  { name: 'year', address: /^nam\/[^/]+\/\d{4}\.html$/ },
];

/** The names of the kinds that every site has. */
export const REQUIRED_KINDS = KINDS.filter((kind) => !kind.optional).map((kind) => kind.name);

/** Folders of the owner's own files: an .html file in them is a document, not a page of ours. */
const DOCUMENTS = /^(van-ban|tep)\//;

const ALL_PAGES = process.env.LONG === '1';

/** The kind of the page at this address, or undefined; of one in a further language, "home, en". */
export function kindOf(page) {
  const [, language, address] = page.match(/^(?:([a-z]{2})\/)?(.*)$/);
  const kind = KINDS.find((candidate) => candidate.address.test(address))?.name;
  return kind && language ? `${kind}, ${language}` : kind;
}

/** The folder that this environment variable names, read as a site. */
export function siteFrom(variable, label) {
  const folder = process.env[variable];
  if (!folder) {
    throw new Error(`${variable} is not set: it names the folder of a built site (tests/all.sh builds both and sets it)`);
  }
  return readSite(path.resolve(folder), label);
}

/** Both sites that the suite is about: the default theme and the paper theme. */
export function bothSites() {
  return [siteFrom('PLANPRESS_SITE', 'cong-bo'), siteFrom('PLANPRESS_SITE_GIAY', 'giay')];
}

/** A site: `files` and `pages` as paths with `/`, sorted; `kinds` from a kind's name to its pages. */
export function readSite(folder, label) {
  const files = filesUnder(folder, '').sort();
  const pages = files.filter((file) => file.endsWith('.html') && !DOCUMENTS.test(file));
  const kinds = new Map();
  for (const page of pages) {
    const kind = kindOf(page) ?? 'no kind';
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  return { folder, label, files, pages, kinds };
}

/** What a test opens of each kind: the first, the middle and the last page, or with LONG=1 every one. */
export function pagesToOpen(site) {
  return [...site.kinds].map(([kind, pages]) => ({ kind, pages: ALL_PAGES ? pages : ends(pages) }));
}

/** The data of every plan of the site, as other programs read it. */
export function plansOf(site) {
  return site.files
    .filter((file) => /^du-lieu\/[^/]+\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(path.join(site.folder, file), 'utf8')))
    .filter((data) => data.plan && Array.isArray(data.tasks));
}

function ends(pages) {
  return [...new Set([pages[0], pages[pages.length >> 1], pages[pages.length - 1]])];
}

function filesUnder(folder, below) {
  return readdirSync(path.join(folder, below)).flatMap((name) => {
    const file = below ? `${below}/${name}` : name;
    return statSync(path.join(folder, file)).isDirectory() ? filesUnder(folder, file) : [file];
  });
}
