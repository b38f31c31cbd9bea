// Follows every link, picture, style, script and form of a served site, starting at its home page and at the pages `also`.

/**
 * `reached`: the paths of everything that was found, below the base; `broken`: one line for each link that leads
 * nowhere. Links to other hosts are not followed. The tab only serves to read HTML as a browser does.
 */
export async function crawl(tab, base, also = []) {
  const reached = new Map();
  const links = [];
  const waiting = ['index.html', ...also];
  while (waiting.length) {
    const path = waiting.pop();
    if (reached.has(path)) {
      continue;
    }
    const response = await fetch(base + path);
    // What stands in place of a missing page is not read: its relative links would lead deeper and deeper into nothing.
    const isPage = response.status === 200 && response.headers.get('content-type').startsWith('text/html');
    const { targets, ids } = isPage ? await tab.ask(readPage, await response.text()) : { targets: [], ids: [] };
    reached.set(path, { status: response.status, isPage, ids: new Set(ids) });
    if (!isPage) {
      await response.body?.cancel();
    }
    for (const target of targets) {
      const url = new URL(target, base + path);
      if (url.origin !== new URL(base).origin) {
        continue;
      }
      const inside = url.href.startsWith(base) ? url.pathname.slice(new URL(base).pathname.length) || 'index.html' : undefined;
      links.push({ from: path, target, inside, fragment: decodeURIComponent(url.hash.slice(1)) });
      if (inside) {
        waiting.push(inside);
      }
    }
  }
  const broken = links.map((link) => whyBroken(link, reached)).filter(Boolean);
  const found = [...reached].filter(([, page]) => page.status === 200).map(([path]) => decodeURIComponent(path));
  return { reached: new Set(found), broken: [...new Set(broken)] };
}

function whyBroken({ from, target, inside, fragment }, reached) {
  if (!inside) {
    return `${from}: ${target} leaves the site's folder`;
  }
  const page = reached.get(inside);
  if (page.status !== 200) {
    return `${from}: ${target} answers ${page.status}`;
  }
  if (fragment && page.isPage && !page.ids.has(fragment)) {
    return `${from}: ${target} names a place that is not there`;
  }
  return undefined;
}

/** Runs inside the browser: what a page points to, and the places in it that can be pointed to. */
function readPage(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const targets = ['href', 'src', 'action', 'data', 'poster'].flatMap((name) => [...page.querySelectorAll(`[${name}]`)]
    .map((element) => element.getAttribute(name)));
  const pictures = [...page.querySelectorAll('[srcset]')]
    .flatMap((element) => element.getAttribute('srcset').split(',').map((candidate) => candidate.trim().split(/\s+/)[0]));
  return {
    targets: [...targets, ...pictures].filter((target) => !/^(mailto|tel|data):/.test(target)),
    ids: [...page.querySelectorAll('[id], a[name]')].flatMap((element) => [element.id, element.getAttribute('name')]).filter(Boolean),
  };
}
