// Takes from the NL Design System packages only what the pages use: the rules whose class names occur in a .razor or .cs file of Meent.Interaction,
// and the design tokens that those rules (and our own style sheets) reach. All sources are EUPL-1.2, the font is OFL-1.1; proprietary tokens of
// municipalities are never taken: a municipality adds its own theme. See README.md for how to refresh.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '../Meent.Interaction');
const wwwroot = join(project, 'wwwroot');
const modules = join(here, 'node_modules');
const components = [
  '@nl-design-system-candidate/button-css/dist/button.css',
  '@nl-design-system-candidate/data-badge-css/dist/data-badge.css',
  '@nl-design-system-candidate/heading-css/dist/heading.css',
  '@nl-design-system-candidate/link-css/dist/link.css',
  '@nl-design-system-candidate/paragraph-css/dist/paragraph.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
  '@gemeente-denhaag/process-steps/dist/index.css',
  '@gemeente-denhaag/side-navigation/dist/index.css',
  '@utrecht/component-library-css/dist/index.css',
];

const pages = readdirSync(project, { recursive: true })
  .filter(f => /\.(razor|cs)$/.test(f))
  .map(f => readFileSync(join(project, f), 'utf8'))
  .join('\n');
const used = new Set(pages.match(/\b(?:nl|utrecht|denhaag)-[a-z0-9_-]+/g));
const own = ['thema.css', 'meent.css'].map(f => readFileSync(join(wwwroot, f), 'utf8')).join('\n');

const isUsed = selector => {
  // An empty required field is not wrong before it was sent.
  if (/:invalid/.test(selector)) return false;
  const names = [...selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(m => m[1]);
  return names.length > 0 && names.every(n => used.has(n));
};

const shaken = postcss.root();
const keyframes = new Map();
for (const file of components) {
  const css = postcss.parse(readFileSync(join(modules, file), 'utf8'));
  css.walkComments(c => c.remove());
  css.walkAtRules('keyframes', r => { keyframes.set(r.params, r.clone()); });
  css.walkRules(r => {
    if (r.parent.type === 'atrule' && r.parent.name === 'keyframes') return;
    r.selectors = r.selectors.filter(isUsed);
    if (r.selectors.length === 0 || r.selector === '') r.remove();
  });
  css.walkAtRules(r => { if (['charset', 'keyframes', 'font-face'].includes(r.name) || (r.nodes && r.nodes.length === 0)) r.remove(); });
  shaken.append(css.nodes);
}

const text = shaken.toString();
for (const [name, rule] of keyframes) if (text.includes(name)) shaken.append(rule);

const tokens = new Map();
postcss.parse(readFileSync(join(modules, '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8'))
  .walkDecls(d => { tokens.set(d.prop, d.value); });
const reached = new Set();
const reach = css => {
  for (const [, name] of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (reached.has(name) || !tokens.has(name)) continue;
    reached.add(name);
    reach(tokens.get(name));
  }
};
reach(shaken.toString());
reach(own);

const minify = css => css.replace(/\s*\n\s*/g, '\n').replace(/\n+/g, '\n').replace(/: +/g, ':').replace(/ *\{\n/g, '{').replace(/;\n/g, ';').replace(/;?\}\n/g, '}\n');
const theme = `.voorbeeld-theme {\n${[...reached].sort().map(n => `${n}: ${tokens.get(n)};`).join('\n')}\n}\n`;
const notice = `/*! NL Design System, tree-shaken by src/5-interaction/nlds/build.mjs. EUPL-1.2.
 * Copyright (c) Gemeente Utrecht, Frameless B.V., Gemeente Den Haag, The NL Design System contributors. */\n`;
writeFileSync(join(wwwroot, 'nlds.css'), `${notice}@layer nlds;\n@layer nlds {\n${minify(theme)}${minify(shaken.toString())}}\n`);

mkdirSync(join(wwwroot, 'lettertype'), { recursive: true });
for (const set of ['latin', 'latin-ext'])
  copyFileSync(join(modules, `@fontsource-variable/source-sans-3/files/source-sans-3-${set}-wght-normal.woff2`), join(wwwroot, `lettertype/source-sans-3-${set}.woff2`));

// Icons: the insides of the SVGs, by the names that the pages mention.
const icons = {};
for (const name of [...new Set([...pages.matchAll(/"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"/g)].map(m => m[1]))].sort()) {
  let svg;
  try { svg = readFileSync(join(modules, `@tabler/icons/icons/outline/${name}.svg`), 'utf8'); } catch { continue; }
  icons[name] = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
}
writeFileSync(join(wwwroot, 'iconen.json'), JSON.stringify(icons, null, 1) + '\n');
console.log(`${used.size} class names, ${reached.size} of ${tokens.size} tokens, ${readFileSync(join(wwwroot, 'nlds.css')).length} bytes`);
