// By which rules the pages' HTML is judged: all that html-validate recommends and all of its rules for accessibility.
// This is the one place for exceptions, each with its reason; what no longer occurs may not stay here (html.test.js).

/** Where the HTML standard leaves a choice, ours. */
export const CONFIG = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // Files of the site itself need no hash: whoever could change them could change the page, too.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A limit of search engines' result lists, not of HTML: a task's title is in the words of the plan, which are never cut.
    'long-title': 'off',
  },
};

/** Findings that are meant to be there. */
export const EXCEPTIONS = [
  {
    rule: 'no-redundant-role',
    message: /^Redundant role "(table|rowgroup|row|cell|columnheader|rowheader)" on/,
    why: 'On a phone tables become cards by `display`, which in Safari takes their meaning away unless it is written.',
  },
  {
    rule: 'wcag/h32',
    message: /./,
    why: 'The filters of a list narrow it as they are set; nothing is sent, so that a button would do nothing.',
  },
];
