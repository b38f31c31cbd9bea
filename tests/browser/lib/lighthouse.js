// Lighthouse as it measures a phone: its scores of a page in percent, and the audits that took points away.

import puppeteer from 'puppeteer-core';
import lighthouse from 'lighthouse';

import { program } from './browsers.js';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** How many times slower than this machine the phone is taken to be: Lighthouse's preset, meant for a fast desktop. */
export const PRESET = 4;

/** A fast desktop's power by Lighthouse's own benchmark (its docs/throttling.md gives it 1,500 to 2,000). */
const FAST_DESKTOP = 1600;

const FLAGS = {
  onlyCategories: CATEGORIES,
  logLevel: 'silent',
  // A picture of the page in the report, which nobody looks at.
  disableFullPageScreenshot: true,
  // A static page is done when it is loaded; the defaults wait seconds for what never comes.
  pauseAfterFcpMs: 100,
  pauseAfterLoadMs: 100,
  networkQuietThresholdMs: 300,
  cpuQuietThresholdMs: 300,
};

/** One Chromium for many pages. */
export class Lighthouse {
  #process;

  /**
   * The page at this address on a phone so many times slower than this machine: its scores by category, what took points
   * away, and how many times slower the preset's phone really is than a machine of this power.
   */
  async measure(address, slower = PRESET) {
    this.#process ??= puppeteer.launch({
      executablePath: program('chromium'),
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const page = await (await this.#process).newPage();
    try {
      const flags = { ...FLAGS, throttling: { cpuSlowdownMultiplier: slower } };
      const { lhr } = await lighthouse(address, flags, undefined, page);
      return { scores: scoresOf(lhr), faults: faultsOf(lhr), slower, calibrated: calibrated(lhr.environment.benchmarkIndex) };
    } finally {
      await page.close();
    }
  }

  async close() {
    await (await this.#process)?.close();
  }
}

function scoresOf(report) {
  return Object.fromEntries(Object.values(report.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
}

function faultsOf(report) {
  const counted = Object.values(report.categories).flatMap(({ auditRefs }) => auditRefs).filter(({ weight }) => weight > 0);
  return counted.map(({ id }) => report.audits[id]).filter(({ score }) => score !== null && score < 1)
    .map(({ id, displayValue, explanation }) => [id, displayValue, explanation].filter(Boolean).join(' '));
}

function calibrated(power) {
  return Math.min(PRESET, Math.max(1, (PRESET * power) / FAST_DESKTOP));
}
