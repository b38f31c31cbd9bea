// What the settings beside a site promise, asked of the real servers: nginx, Apache and Caddy, at a host's root and in a folder,
// with compressed files and without.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { ask } from './lib/ask.js';
import { SERVERS } from './lib/servers.js';
import { SITES } from './lib/sites.js';

const TYPES = {
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ndjson: 'application/x-ndjson',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
};

/** Pages of the site's own are in UTF-8, and Caddy says so of those that were not asked for by name. */
const PAGE = /^text\/html(; charset=utf-8)?$/;

const HIDDEN = ['nginx.conf', '.htaccess', 'Caddyfile', 'web.config', '_headers', '_redirects'];

const CODINGS = [
  { name: 'br', ending: '.br', unpack: brotliDecompressSync },
  { name: 'gzip', ending: '.gz', unpack: gunzipSync },
];

/** nginx has no module for Brotli of its own. */
const sends = (server, coding) => server.name !== 'nginx' || coding.name === 'gzip';

for (const server of SERVERS) {
  for (const site of SITES) {
    describe(`${server.name}, ${site.name}`, () => {
      let place;
      const get = (address, headers) => ask(place.port, site.mount + address, headers);
      before(async () => {
        place = await server.start(site.folder, site.mount);
      });
      after(() => place?.close());

      test('every file that readers may ask for arrives as it lies there, with its type and all headers', async () => {
        const endings = new Set();
        for (const [file, { bytes }] of site.served) {
          const { status, headers, body } = await get(link(file));
          assert.equal(status, 200, file);
          assert.equal(body.length, bytes, file);
          assert.ok(body.equals(readFileSync(path.join(site.folder, file))), file);
          const ending = path.extname(file).slice(1);
          const type = TYPES[ending];
          // What lies compressed is the type of what it stands for on one server, of an archive on another.
          if (type) {
            endings.add(ending);
            assert.equal(headers['content-type'], type, file);
          }
          assertHeaders(headers, file);
          assert.equal(headers['cache-control'], 'no-cache', file);
        }
        for (const ending of ['css', 'csv', 'html', 'ics', 'js', 'json', 'jsonld', 'ndjson', 'svg', 'xlsx']) {
          assert.ok(endings.has(ending), `the site has no .${ending}`);
        }
      });

      test('the folder itself answers with the home page, which is asked for again each time', async () => {
        const { status, headers, body } = await get('');
        assert.equal(status, 200);
        assert.ok(body.equals(readFileSync(path.join(site.folder, 'index.html'))));
        assert.match(headers['content-type'], PAGE);
        const etag = headers.etag;
        assert.ok(etag, 'there is an ETag');
        assert.equal((await get('', { 'if-none-match': etag })).status, 304);
      });

      test('what is not there answers 404 with the page 404, and is not kept', async () => {
        const page = readFileSync(path.join(site.folder, '404.html'));
        for (const address of ['khong-co.html', 'khong-co/gi.csv', 'giao-dien/khong-co.css?v=1', 'nhiem-vu/', 'van-ban/', ...HIDDEN]) {
          const { status, headers, body } = await get(address);
          assert.equal(status, 404, address);
          assert.ok(body.equals(page), `${address} shows the page 404`);
          assert.match(headers['content-type'], PAGE, address);
          assert.ok(!/max-age=[1-9]/.test(headers['cache-control'] ?? ''), `${address}: ${headers['cache-control']}`);
          assertHeaders(headers, address);
        }
      });

      test('no folder is listed', async () => {
        for (const folder of new Set([...site.served.keys()].map((file) => path.dirname(file)).filter((folder) => folder !== '.'))) {
          const { status, body } = await get(`${link(folder)}/`);
          const first = `${folder}/index.html`;
          assert.equal(status, site.served.has(first) ? 200 : 404, folder);
          assert.ok(!/Index of|<title>Parent/.test(body), folder);
        }
      });

      test('only what has its hash in its address is kept', async () => {
        const kept = 'public, max-age=31536000, immutable';
        const style = [...site.served.keys()].find((file) => /^giao-dien\/.*\.css$/.test(file));
        const caching = async (address) => (await get(address)).headers['cache-control'];
        assert.equal(await caching(`${style}?v=0123abcd`), kept);
        assert.equal(await caching('tim-kiem/engine.js?v=0123abcd'), kept);
        assert.equal(await caching(`${style}?w=1`), 'no-cache');
        assert.equal(await caching('index.html?v=0123abcd'), 'no-cache');
        assert.equal(await caching('tim-kiem/index.js?v=0123abcd'), 'no-cache');
      });

      test('every earlier address leads to the page, and the browser keeps the fragment', async () => {
        assert.ok(site.redirects.length > 3, `${site.redirects.length} redirects`);
        for (const { from, to } of site.redirects) {
          const { status, headers } = await get(from.slice(1));
          assert.equal(status, 301, from);
          // Without a fragment of its own, a browser gives the new address that of the old one (RFC 9110, 10.2.2).
          const target = new URL(headers.location, new URL(from.slice(1), place.base));
          assert.equal(target.hash, '');
          assert.equal(target.href, new URL(to.slice(1), place.base).href, from);
          assert.equal((await ask(place.port, target.pathname)).status, 200, to);
        }
      });

      test('who takes compressed bytes gets them, and they are the same', async () => {
        for (const coding of CODINGS.filter((coding) => sends(server, coding))) {
          let count = 0;
          for (const file of site.served.keys()) {
            if (!site.served.has(file + coding.ending)) {
              continue;
            }
            const { status, headers, body } = await get(link(file), { 'accept-encoding': coding.name });
            assert.equal(status, 200, file);
            assert.equal(headers['content-encoding'], coding.name, file);
            assert.equal(headers['content-type'], TYPES[path.extname(file).slice(1)], file);
            assert.match(headers.vary ?? '', /accept-encoding/i, file);
            assert.equal(headers['cache-control'], 'no-cache', file);
            assertHeaders(headers, file);
            const plain = readFileSync(path.join(site.folder, file));
            assert.ok(body.length < plain.length, file);
            assert.ok(coding.unpack(body).equals(plain), file);
            count += 1;
          }
          assert.ok(site.isPrecompressed ? count > 100 : count === 0, `${count} files in ${coding.name}`);
        }
      });

      test('who refuses compressed bytes gets none', async () => {
        const { headers, body } = await get('index.html', { 'accept-encoding': 'br;q=0, gzip;q=0' });
        assert.equal(headers['content-encoding'], undefined);
        assert.ok(body.equals(readFileSync(path.join(site.folder, 'index.html'))));
      });
    });
  }
}

function link(file) {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** Each is there once: a header that came twice is joined by a comma. */
function assertHeaders(headers, file) {
  const policy = headers['content-security-policy'] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'self';.* frame-ancestors 'self'$/, file);
  assert.ok(!/unsafe|,/.test(policy), `${file}: ${policy}`);
  assert.equal(headers['x-content-type-options'], 'nosniff', file);
  assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', file);
  assert.match(headers['permissions-policy'], /^camera=\(\), .*usb=\(\)$/, file);
}
