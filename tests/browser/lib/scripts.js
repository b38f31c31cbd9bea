// Finds scripts in the text of a page, in each of the forms in which HTML can carry one.

/** Files that a browser would run. */
export const SCRIPT_FILE = /\.(m?js|wasm)$/i;

/** A block of data, which a browser never runs. */
const DATA = /^<script type="application\/ld\+json">$/;

/** Every script in a page's source, shortened. */
export function scriptsIn(html) {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  return tags
    .filter((tag) => (/^<script\b/i.test(tag) && !DATA.test(tag))
      || /\son[a-z]+\s*=/i.test(tag.replace(/"[^"]*"|'[^']*'/g, '""'))
      || /=\s*["']?\s*javascript:/i.test(tag)
      || /^<link\b[^>]*\b(modulepreload|as="?script)/i.test(tag))
    .map((tag) => tag.slice(0, 120));
}
