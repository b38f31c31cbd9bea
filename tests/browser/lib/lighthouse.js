// Lighthouse's scores of a page of every kind, on a phone.

import puppeteer from 'puppeteer-core';
import lighthouse from 'lighthouse';

import { program } from './browsers.js';
import { ROOT } from './places.js';

/** Audits that cannot say anything true of these pages. */
const MEANINGLESS = [
  // It asks for the file from within the page, which the page's own policy forbids; a site without base_url has none.
  'robots-txt',
];

/** One page of each kind: its scores in percent, and the audits that took points away. */
export async function* scoresOf(site, categories) {
  const place = await ROOT.open(site.folder);
  const browser = await puppeteer.launch({
    executablePath: program('chromium'),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    for (const [kind, pages] of site.kinds) {
      const page = await browser.newPage();
      const { lhr } = await lighthouse(place.base + pages.at(-1), {
        onlyCategories: categories,
        skipAudits: MEANINGLESS,
        disableFullPageScreenshot: true,
        logLevel: 'error',
        // Where no speed is asked for, nothing needs to be slowed down.
        ...(categories.includes('performance') ? {} : { throttlingMethod: 'provided' }),
      }, undefined, page);
      await page.close();
      yield { kind, scores: scores(lhr), faults: faults(lhr) };
    }
  } finally {
    await browser.close();
    await place.close();
  }
}

function scores(report) {
  return Object.fromEntries(Object.values(report.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
}

function faults(report) {
  const counted = Object.values(report.categories).flatMap(({ auditRefs }) => auditRefs).filter(({ weight }) => weight > 0);
  return counted.map(({ id }) => report.audits[id]).filter(({ score }) => score !== null && score < 1)
    .map(({ id, title }) => `${id}: ${title}`);
}
