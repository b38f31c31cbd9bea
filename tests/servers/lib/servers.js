// nginx, Apache and Caddy as an owner would set them up: a few lines of configuration that name the folder of a site, and beside
// them only what the site brings along. Each runs on a free port of the loopback, writes into a temporary folder of its own, and
// is ended by its process alone.

import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ask } from './ask.js';

const STARTING_LIMIT_MS = 10_000;
const POLL_MS = 50;
const AS_ROOT = process.getuid?.() === 0;
/** Whom Debian's servers run as; only root can choose. */
const SERVICE = 'www-data';

export const SERVERS = [
  { name: 'nginx', start: (site, mount) => running(site, mount, nginx) },
  { name: 'Apache', start: (site, mount) => running(site, mount, apache) },
  { name: 'Caddy', start: (site, mount) => running(site, mount, caddy) },
];

/** Below a folder the server's own root is another, empty one. */
function nginx({ work, site, empty, mount, port }) {
  const inside = mount === '/'
    ? `root ${site};\n include ${site}/nginx.conf;`
    : `root ${empty};\n location ${mount} { alias ${site}/; include ${site}/nginx.conf; }`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${work}/${kind};`);
  const text = `${AS_ROOT ? `user ${SERVICE};` : ''}
daemon off; pid ${work}/nginx.pid; error_log stderr;
events {}
http {
 include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
 server { listen 127.0.0.1:${port};
 ${inside}
 }
}
`;
  return { text, command: ['nginx', '-p', work, '-e', 'stderr', '-c'] };
}

/** The least that an owner may allow, with listings of folders switched on, so that the site must say no. */
function apache({ work, site, empty, mount, port }) {
  const modules = ['mpm_event', 'authz_core', 'mime', 'headers', 'rewrite', 'dir', 'alias', 'env', 'autoindex', 'filter', 'deflate'];
  const text = `ServerRoot ${work}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${work}/apache.pid
Mutex file:${work}
ErrorLog ${work}/error.log
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${AS_ROOT ? `User ${SERVICE}\nGroup ${SERVICE}` : ''}
TypesConfig /etc/mime.types
DocumentRoot ${mount === '/' ? site : empty}
${mount === '/' ? '' : `Alias ${mount} ${site}/`}
AddOutputFilterByType DEFLATE text/html text/css
<Directory ${site}>
 Options Indexes FollowSymLinks
 AllowOverride FileInfo
 Require all granted
</Directory>
`;
  return { text, command: ['apache2', '-DFOREGROUND', '-f'] };
}

function caddy({ site, mount, port }) {
  const inside = `root * ${site}\n import ${site}/Caddyfile`;
  const text = `{
 admin off
 auto_https off
}
http://127.0.0.1:${port} {
 ${mount === '/' ? inside : `handle_path ${mount}* {\n ${inside}\n }`}
}
`;
  return { text, command: ['caddy', 'run', '--adapter', 'caddyfile', '--config'] };
}

/** Starts a server on a copy of a built site; gives `{ port, base, close }`. */
async function running(folder, mount, configure) {
  const work = await mkdtemp(path.join(tmpdir(), 'planpress-server-'));
  await chmod(work, 0o755); // The server may run as somebody else.
  const [site, empty] = [path.join(work, 'site'), path.join(work, 'empty')];
  await cp(folder, site, { recursive: true });
  await mkdir(empty);
  const port = await freePort();
  const { text, command } = configure({ work, site, empty, mount, port });
  const configuration = path.join(work, 'server.conf');
  await writeFile(configuration, text);
  const [program, ...words] = command;
  const environment = { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work, PATH: `${process.env.PATH}:/usr/sbin` };
  const server = spawn(program, [...words, configuration], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stdout.on('data', (words) => { said += words; });
  server.stderr.on('data', (words) => { said += words; });
  const ended = new Promise((end) => server.on('close', end));
  server.on('error', (error) => { said += error.message; });
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(work, { recursive: true, force: true });
  };
  try {
    await listening(port, server, async () => said + await readFile(path.join(work, 'error.log'), 'utf8').catch(() => ''));
  } catch (error) {
    await close();
    throw error;
  }
  return { port, base: `http://127.0.0.1:${port}${mount}`, close };
}

async function listening(port, server, said) {
  const limit = Date.now() + STARTING_LIMIT_MS;
  while (Date.now() < limit && server.exitCode === null) {
    if (await ask(port, '/').catch(() => undefined)) {
      return;
    }
    await new Promise((turn) => setTimeout(turn, POLL_MS));
  }
  throw new Error(`${server.spawnfile} does not answer:\n${await said()}`);
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
