// One request, and the answer as it came: nothing is followed and nothing unpacked.

import { request } from 'node:http';

/** Gives `{ status, headers, body }`; the path goes out as it is written. */
export function ask(port, path, headers = {}) {
  return new Promise((answered, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', failed);
    asked.end();
  });
}
