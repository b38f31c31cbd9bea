// A static file server that does as little as the plainest host: GET and HEAD, a type for each ending, index.html for
// a folder, 404.html for what is not there. No redirects, no rewriting, no compression unless it is asked for: what works
// here works anywhere.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A search for 10,000 letters must reach the page, not this server's limit on the length of a request. */
const MAX_HEADER_BYTES = 256 * 1024;

/** What a host does that sends everything compressed, as most public ones do with text. */
export const COMPRESSED = { headers: { 'content-encoding': 'gzip' }, encode: (body) => gzipSync(body) };

const PLAIN = { headers: {}, encode: (body) => body };

/** Serves a folder under a path such as `/` or `/mot/thu-muc/`; everything outside that path is not found. */
export async function serve(folder, mount, { headers, encode } = PLAIN) {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, async (request, response) => {
    const { status, type, body } = await answer(folder, mount, request);
    const sent = encode(body);
    response.writeHead(status, { 'content-type': type, 'content-length': sent.length, 'cache-control': 'no-store', ...headers });
    response.end(request.method === 'HEAD' ? undefined : sent);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${server.address().port}${mount}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(folder, mount, request) {
  const file = fileFor(folder, mount, request.url);
  const body = file && (await readFile(file).catch(() => undefined));
  if (body) {
    return { status: 200, type: TYPES[path.extname(file)] ?? 'application/octet-stream', body };
  }
  const notFound = await readFile(path.join(folder, '404.html')).catch(() => Buffer.from('not found'));
  return { status: 404, type: TYPES['.html'], body: notFound };
}

function fileFor(folder, mount, url) {
  let address;
  try {
    address = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!address.startsWith(mount)) {
    return undefined;
  }
  const below = address.slice(mount.length) + (address.endsWith('/') ? 'index.html' : '');
  const file = path.join(folder, below);
  return file.startsWith(folder + path.sep) ? file : undefined;
}
