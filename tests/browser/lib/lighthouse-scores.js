// Prints Lighthouse's scores of every kind of page, speed among them: `PLANPRESS_SITE=… npm run lighthouse`.

import { scoresOf } from './lighthouse.js';
import { siteFrom } from './site.js';

const site = siteFrom('PLANPRESS_SITE', 'the site');
for await (const { kind, scores, faults } of scoresOf(site, ['performance', 'accessibility', 'best-practices', 'seo'])) {
  console.log(kind, JSON.stringify(scores), faults.join('; '));
}
