// Which words of a page stand in which language, as a screen reader takes it: the nearest `lang` above them.

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = 'ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';

/** Words of the English interface that no Vietnamese text has. */
const ENGLISH = 'the|and|tasks?|agenc(y|ies)|leads?|coordinat(es|ing)|year|quarter|section|domains?|search|cite|home|results?|basis|since';

/** What is read out of attributes. */
const SPOKEN = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'];

/** Words of the tab's page that are told to be in another language than they are, a line each. */
export function wronglyMarked(tab) {
  return tab.ask(look, { vietnamese: VIETNAMESE, english: ENGLISH, spoken: SPOKEN });
}

/** The same of a page's HTML, without its scripts, and the language of the page; the tab only serves to read HTML as a browser does. */
export function wronglyMarkedIn(tab, html) {
  return tab.ask(look, { html, vietnamese: VIETNAMESE, english: ENGLISH, spoken: SPOKEN });
}

/** Runs inside the browser. Data, scripts and templates are not read out, and records for programs are in no language. */
function look({ html, vietnamese, english, spoken }) {
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const isVietnamese = new RegExp(`[${vietnamese}]`, 'i');
  const isEnglish = new RegExp(`(^|[^\\p{L}])(${english})($|[^\\p{L}])`, 'iu');
  const wrong = [];
  function judge(element, words, where) {
    const text = words.normalize('NFC').replace(/\s+/g, ' ').trim();
    const told = element.closest('[lang]')?.lang;
    if (told === 'vi' ? isEnglish.test(text) && !element.closest('pre') : isVietnamese.test(text)) {
      wrong.push(`${where} told as ${told}: ${text.slice(0, 80)}`);
    }
  }
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.closest('script, style, template')) {
      judge(element, walker.currentNode.data, element.localName);
    }
  }
  for (const name of spoken) {
    for (const element of page.body.querySelectorAll(`[${name}]`)) {
      judge(element, element.getAttribute(name), `${element.localName}[${name}]`);
    }
  }
  return { language: page.documentElement.lang, wrong };
}
