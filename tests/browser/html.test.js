// The pages are HTML as the standard has it: html-validate finds nothing against any kind of page of either theme, nor in English.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import { HtmlValidate } from 'html-validate';

import { CONFIG, EXCEPTIONS } from './lib/html-rules.js';
import { bothSites, pagesToOpen, siteFrom } from './lib/site.js';

const validator = new HtmlValidate(CONFIG);
const usedExceptions = new Set();

for (const site of [...bothSites(), siteFrom('PLANPRESS_SITE_LANGUAGES', 'two languages')]) {
  describe(site.label, () => {
    for (const { kind, pages } of pagesToOpen(site)) {
      test(`${kind} is valid HTML`, async () => {
        for (const page of pages) {
          assert.deepEqual(await findings(readFileSync(path.join(site.folder, page), 'utf8')), [], page);
        }
      });
    }
  });
}

test('the validator sees a fault', async () => {
  const broken = '<!doctype html><html lang="vi"><head><title>Thử</title></head><body><p id="a"><p id="a"><img src="b"></body></html>';
  assert.match((await findings(broken)).join(), /no-dup-id.*wcag\/h37/);
});

after(() => {
  assert.deepEqual(EXCEPTIONS.filter((exception) => !usedExceptions.has(exception)), [], 'exceptions that nothing needs any more');
});

/** What is wrong with a page, a line each, without what is meant to be there. */
async function findings(html) {
  const report = await validator.validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .filter((found) => !excepted(found))
    .map((found) => `${found.line}:${found.column} ${found.ruleId}: ${found.message}`);
}

function excepted({ ruleId, message }) {
  const exception = EXCEPTIONS.find((candidate) => candidate.rule === ruleId && candidate.message.test(message));
  if (exception) {
    usedExceptions.add(exception);
  }
  return exception !== undefined;
}
