// The suite's own eyes. Pages with one known fault each are made here and opened: a check that stays silent on them
// would stay silent on the real site, too. A clean page shows that the checks do not cry without reason.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import { Chromium, inBothBrowsers } from './lib/browsers.js';
import { crawl } from './lib/crawl.js';
import { walk } from './lib/keyboard.js';
import { opened } from './lib/opened.js';
import { sticksOut } from './lib/overflow.js';
import { PLACES, ROOT } from './lib/places.js';
import { scriptsIn } from './lib/scripts.js';
import { kindOf } from './lib/site.js';

const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';

/** A page's name, its markup, and what the watcher has to say about it (nothing: the page is clean). */
const PAGES = [
  ['clean.html', `${POLICY}<h1>Du lịch</h1><script src="clean.js"></script><a href="#x">x</a>`, undefined],
  ['console.html', '<script>console.error("kêu")</script>', /^console error: kêu$/],
  ['thrown.html', '<script>throw new Error("ném")</script>', /^page error: .*ném/],
  ['late.html', '<script>Promise.reject(new Error("muộn"))</script>', /^page error: .*muộn/],
  ['outside.html', '<img src="http://example.invalid/x.png">', /^request outside the site: .*example\.invalid/],
  ['fetched.html', '<script>fetch("http://example.invalid/x.json").catch(() => {})</script>', /^request outside the site: .*example\.invalid/],
  ['inline.html', `${POLICY}<script>document.title = "x"</script>`, /^console error: policy violation: script-src-elem inline$/],
  ['style.html', `${POLICY}<p style="color: red">x</p>`, /^console error: policy violation: style-src-attr inline$/],
  ['picture.html', '<img src="missing.png">', /^console error: not loaded: .*missing\.png$/],
  ['sheet.html', '<link rel="stylesheet" href="missing.css">', /^console error: not loaded: .*missing\.css$/],
  ['script.html', '<script src="missing.js"></script>', /^console error: not loaded: .*missing\.js$/],
  ['dialog.html', '<script>alert("hỏi")</script>', /^dialog: hỏi$/],
];

/** Leaves for another page while a file is still under way: it is broken off, or even arrives, and neither is a fault. */
const LEFT = '<script src="leave.js"></script>';

const WIDE = '<div style="width: 2000px">rộng</div>';
const FRAMED = `<div style="overflow-x: auto">${WIDE}</div>`;
const HIDDEN = '<style>body { overflow-x: hidden }</style>' + WIDE;

async function brokenSite() {
  const folder = await mkdtemp(path.join(tmpdir(), 'planpress-broken-'));
  const page = (body, root = '') => `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="${root}icon.svg"><title>x</title>${body}`;
  for (const [name, body] of [...PAGES, ['left.html', LEFT], ['wide.html', WIDE], ['framed.html', FRAMED], ['hidden.html', HIDDEN]]) {
    await writeFile(path.join(folder, name), page(body));
  }
  await writeFile(path.join(folder, 'clean.js'), 'document.title = "sạch";');
  await writeFile(path.join(folder, 'leave.js'), `addEventListener('load', () => {
    const late = document.createElement('script');
    late.src = 'long.js';
    document.head.append(late);
    location.href = 'clean.html';
  });`);
  await writeFile(path.join(folder, 'long.js'), '/* dài */'.repeat(500_000));
  await writeFile(path.join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
  await writeFile(path.join(folder, 'keys.html'), page('<style>.bare:focus { outline: none }</style>'
    + '<a href="#a">thấy</a><a class="bare" href="#b">không thấy</a>'
    + '<div inert><button>không tới</button></div><button style="display: none">ẩn</button><input disabled>'));
  await writeFile(path.join(folder, 'index.html'), page('<a href="mot/hai.html#co">x</a><a href="mot/khong.html">x</a><a href="../ra.html">x</a><a href="https://example.invalid/">x</a>'));
  await mkdir(path.join(folder, 'mot'));
  await writeFile(path.join(folder, 'mot', 'hai.html'), page('<p id="co">x</p><a href="#khong">x</a><a href="../index.html">x</a>', '../'));
  return folder;
}

const folder = await brokenSite();
after(() => rm(folder, { recursive: true, force: true }));

inBothBrowsers((browser) => {
  for (const at of PLACES) {
    describe(`the watcher, ${at.name}`, () => {
      let place;
      let tab;
      opened(browser, at, folder, (open) => ({ place, tab } = open));

      for (const [name, , expected] of PAGES) {
        test(expected ? `sees ${name}` : `is silent about ${name}`, async () => {
          const faults = await tab.visit(place, name);
          if (expected) {
            assert.ok(faults.some((fault) => expected.test(fault)), `${expected} is not in ${JSON.stringify(faults)}`);
          } else {
            assert.deepEqual(faults, []);
          }
        });
      }

      test('is silent about what is broken off when a page is left', async () => {
        await tab.visit(place, 'left.html');
        await tab.until('the next page', () => location.pathname.endsWith('clean.html') && document.readyState === 'complete');
        assert.deepEqual(await tab.faults(), []);
      });
    });
  }

  describe('the other checks', () => {
    let place;
    let tab;
    opened(browser, ROOT, folder, (open) => ({ place, tab } = open));

    test('a box wider than the window is seen, cut off by the body too, but not in a frame that scrolls', async () => {
      await tab.visit(place, 'wide.html');
      assert.notDeepEqual(await tab.ask(sticksOut), []);
      await tab.visit(place, 'hidden.html');
      assert.notDeepEqual(await tab.ask(sticksOut), []);
      await tab.visit(place, 'framed.html');
      assert.deepEqual(await tab.ask(sticksOut), []);
    });

    test('what Tab cannot reach, or reaches unseen, is told apart', async () => {
      await tab.visit(place, 'keys.html');
      const { count, missed, unmarked } = await walk(tab);
      assert.equal(count, 3);
      assert.deepEqual(missed, ['<button>không tới</button>']);
      assert.deepEqual(unmarked, ['<a class="bare" href="#b">không thấy</a>']);
    });
  });
});

test('the crawl tells a missing page, a missing place in a page and a link out of the folder', async () => {
  const browser = new Chromium();
  const place = await PLACES[1].open(folder);
  const { reached, broken } = await crawl(await browser.open(), place.base);
  await Promise.all([browser.close(), place.close()]);
  assert.deepEqual(broken.sort(), [
    'index.html: ../ra.html leaves the site\'s folder',
    'index.html: mot/khong.html answers 404',
    'mot/hai.html: #khong names a place that is not there',
  ]);
  assert.deepEqual([...reached].sort(), ['icon.svg', 'index.html', 'mot/hai.html']);
});

test('scripts are found in each of their forms, and only those', () => {
  assert.equal(scriptsIn('<SCRIPT>x</SCRIPT>').length, 1);
  assert.equal(scriptsIn('<script type="module">x</script>').length, 1);
  assert.deepEqual(scriptsIn('<script type="application/ld+json">{}</script>'), []);
  assert.equal(scriptsIn('<p onclick="x()">x</p>').length, 1);
  assert.equal(scriptsIn('<a href="javascript:x()">x</a>').length, 1);
  assert.equal(scriptsIn('<link rel="modulepreload" href="x.js">').length, 1);
  assert.deepEqual(scriptsIn('<p title="one = 1, onclick=2">the &lt;script> element</p><link rel="icon" href="x">'), []);
});

test('every address has its kind, and a strange one has none', () => {
  assert.equal(kindOf('index.html'), 'home');
  assert.equal(kindOf('gioi-thieu.html'), 'prose');
  assert.equal(kindOf('co-quan/so-y-te-son-la.html'), 'agency');
  assert.equal(kindOf('nam/150-kh-ubnd-2022/2024.html'), 'year');
  assert.equal(kindOf('en/nam/150-kh-ubnd-2022/2024.html'), 'year, en');
  assert.equal(kindOf('nhiem-vu/b-1-1.html'), undefined);
});
