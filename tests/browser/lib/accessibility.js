// The accessibility tree that Chromium hands to a screen reader, as indented text: one line for each thing that is
// said, with its role, its name and its state. What a screen reader passes over (unnamed boxes, letters that repeat the
// name of what they stand in) is left out, so that the text reads as the page is heard.

/** Chromium wraps text in these; they say nothing of their own. */
const SILENT_ROLES = new Set(['none', 'generic', 'InlineTextBox', 'RootWebArea', 'LineBreak', 'ListMarker']);

/** States in the order in which they are written. */
const STATES = ['checked', 'pressed', 'expanded', 'selected', 'disabled', 'required', 'invalid', 'autocomplete', 'live'];

/** States that hold for nearly everything when they have these values. */
const USUAL = new Set(['false', 'none', 'off', '']);

/** The text of a tree, from the nodes of `Accessibility.getFullAXTree`. */
export function spokenText(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find((node) => node.parentId === undefined);
  return `page ${quoted(root.name)}\n${childLines(root, '', byId, 1).join('')}`;
}

function childLines(parent, spokenAbove, byId, depth) {
  return (parent.childIds ?? []).map((id) => byId.get(id)).filter(Boolean)
    .flatMap((child) => nodeLines(child, spokenAbove, byId, depth));
}

/** `spokenAbove` is the name of the nearest thing above that was said. */
function nodeLines(node, spokenAbove, byId, depth) {
  const role = node.role?.value;
  const name = tidy(node.name?.value);
  if (role === 'InlineTextBox') {
    return [];
  }
  if (node.ignored || (SILENT_ROLES.has(role) && !name)) {
    return childLines(node, spokenAbove, byId, depth);
  }
  if (role === 'StaticText') {
    return name && !spokenAbove.includes(name) ? [`${'  '.repeat(depth)}${name}\n`] : [];
  }
  const line = [role, name && quoted(node.name), ...states(node)].filter(Boolean).join(' ');
  return [`${'  '.repeat(depth)}${line}\n`, ...childLines(node, name, byId, depth + 1)];
}

function states(node) {
  const value = tidy(String(node.value?.value ?? ''));
  const description = tidy(node.description?.value);
  const properties = new Map((node.properties ?? []).map(({ name, value: held }) => [name, String(held.value ?? '')]));
  const level = node.role.value === 'heading' && `level=${properties.get('level')}`;
  return [
    level,
    ...STATES.filter((name) => properties.has(name) && !USUAL.has(properties.get(name)))
      .map((name) => (properties.get(name) === 'true' ? name : `${name}=${properties.get(name)}`)),
    value && `value=${JSON.stringify(value)}`,
    description && `description=${JSON.stringify(description)}`,
  ];
}

function quoted(name) {
  return JSON.stringify(tidy(name?.value));
}

function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
