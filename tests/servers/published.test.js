// What was published before a plan, a domain, a task and an agency were renamed, asked of the real servers: every address of the
// earlier manifest arrives, at once or by one redirect, at a page that has every place within it that was promised.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { ask } from './lib/ask.js';
import { SERVERS } from './lib/servers.js';
import { SITES } from './lib/sites.js';

const folder = process.env.PLANPRESS_SITE;
if (!folder) {
  throw new Error('PLANPRESS_SITE is not set: it names the folder of the site before it was renamed (tests/all.sh builds both)');
}
const promised = Object.entries(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).addresses);

for (const server of SERVERS) {
  for (const site of SITES) {
    describe(`${server.name}, ${site.name}`, () => {
      let place;
      before(async () => {
        place = await server.start(site.folder, site.mount);
      });
      after(() => place?.close());

      test('every address that was published arrives, with every place within it', async () => {
        let [moved, places] = [0, 0];
        for (const [address, fragments] of promised) {
          const link = site.mount + address.split('/').map(encodeURIComponent).join('/');
          let answer = await ask(place.port, link);
          if (answer.status === 301) {
            moved += 1;
            const { pathname } = new URL(answer.headers.location, new URL(link, place.base));
            assert.notEqual(pathname, link);
            answer = await ask(place.port, pathname);
          }
          assert.equal(answer.status, 200, address);
          const text = fragments.length > 0 ? answer.body.toString('utf8') : '';
          const gone = fragments.filter((fragment) => !text.includes(` id="${fragment}"`));
          assert.deepEqual(gone, [], address);
          places += fragments.length;
        }
        assert.ok(moved > 50 && places > 500, `${moved} addresses moved, ${places} places`);
      });
    });
  }
}
