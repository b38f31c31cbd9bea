// Loading: once, in any order, plan by plan where a site has an index a plan; a script that is missing is told, and can be
// asked for again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';

import { readSite, siteFolder } from './lib/site.js';

const folder = siteFolder();

/** The client of a site of two plans, in a page that only notes which scripts it was asked for. */
function page() {
  const scripts = [];
  const context = vm.createContext({
    document: { createElement: () => ({ remove() {} }), head: { appendChild: (script) => scripts.push(script) } },
  });
  context.window = context;
  const files = ['a', 'b'].map((plan) => ({ plan, index: `${plan}/index.js`, cards: `${plan}/docs.js` }));
  const source = readSite(folder, 'engine.js').replace(/var FILES = .*;/, `var FILES = ${JSON.stringify(files)};`);
  vm.runInContext(source, context);
  const bring = (src) => {
    const [, plan, name] = /(\w)\/(\w+\.js)$/.exec(src);
    vm.runInContext(readSite(folder, name).replace(/\);\s*$/, `,'${plan}');`), context);
  };
  return { vks: context.vks, scripts, bring };
}

test('each script is asked for once, and both waiters are told', () => {
  const { vks, scripts, bring } = page();
  const told = [];
  vks.load('../', (error) => told.push(error));
  vks.load('../', (error) => told.push(error));
  assert.deepEqual(scripts.map(({ src }) => src), ['../a/index.js', '../a/docs.js', '../b/index.js', '../b/docs.js']);
  assert.deepEqual([vks.search('du lịch').total, vks.search('du lịch').partial], [0, true]);
  [...scripts].reverse().forEach(({ src }) => bring(src));
  assert.deepEqual(told, [null, null]);
  vks.load('../', (error) => told.push(error));
  assert.equal(told.length, 3);
  assert.equal(scripts.length, 4);
});

test('results of one plan say that they are not all, and both together have all', () => {
  const { vks, scripts, bring } = page();
  vks.load('', () => {}, ['a']);
  scripts.forEach(({ src }) => bring(src));
  const one = vks.search('du lịch');
  assert.ok(one.partial && one.total > 0);
  vks.load('', () => {});
  scripts.slice(2).forEach(({ src }) => bring(src));
  const both = vks.search('du lịch');
  assert.deepEqual([both.partial, both.total], [false, 2 * one.total]);
});

test('a script that is missing is told, and asked for again next time', () => {
  const { vks, scripts } = page();
  const told = [];
  vks.load('', (error) => told.push(error), ['a']);
  scripts[0].onerror();
  assert.match(told[0].message, /a\/index\.js/);
  vks.load('', (error) => told.push(error), ['a']);
  assert.equal(scripts.length, 4);
});
