// What www/interface.mjs says, for each who asks: README's tables, the Custom Elements Manifest,
// TypeScript and the templates of four frameworks, the npm package. Editors have editors.mjs.
//
//   node tools/manifest.mjs --check    fails if README is not up to date
//   node tools/manifest.mjs --write    brings it up to date

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { elements, events, failures, members, properties, propertyOf } from '../www/interface.mjs';
import { withRecipes } from './recipes.mjs';

const root = (name) => fileURLToPath(new URL('../' + name, import.meta.url));

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows.map((cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |'))].join('\n');
const code = (text) => '`' + text + '`';

/** `reply`, or `fail(message?)`: a property or a method of an element. */
const signature = ({ name, parameters }) =>
  name + (parameters ? `(${parameters.map((each) => each.name + (each.optional ? '?' : '')).join(', ')})` : '');

/** README's tables, by the name in their marker. @returns {Record<string, string>} */
export function tables() {
  const attributes = elements.map(({ tag, attributes }) => [
    tag,
    table(['attribute', 'accepts', 'default'], attributes.map(({ name, accepts, without = '' }) => [code(name), accepts, without])),
  ]);
  const offered = elements.filter(({ members: own }) => own).map(({ tag, members: own }) => [
    `${tag}-members`,
    table(['member', 'type', 'what'], own.map((member) => [code(signature(member)), code(member.type), member.what])),
  ]);
  return {
    ...Object.fromEntries([...attributes, ...offered]),
    events: table(['event', '`detail`', 'when; what cancelling does'], events.map(({ name, detail, when }) => [code(name), detail, when])),
    members: table(['member', 'gives'], members.map(({ name, gives }) => [code(name), gives])),
    failures: table(['`kind`', 'when', 'what mends it'], failures.map(({ kind, when, mend }) => [code(kind), when, mend])),
    properties: table(
      ['property', 'what it colours', 'light', 'dark'],
      properties.map(({ name, what, light, dark }) => [code('--franceconnect-' + name), what, code(light), code(dark)]),
    ),
    parts: table(
      ['element', 'parts, for `::part()`'],
      elements.filter(({ parts }) => parts).map(({ title, parts }) => [title, Object.keys(parts).map(code).join(', ')]),
    ),
  };
}

const MARKED = /(<!-- table:([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g;

/** A text with its tables as they are now. @param {string} text */
export function withTables(text) {
  const made = tables();
  const left = new Set(Object.keys(made));
  const done = text.replace(MARKED, (_, open, name, close) => {
    if (!made[name]) throw new Error(`README.md: no table ${name} in tools/manifest.mjs`);
    left.delete(name);
    return `${open}${made[name]}\n${close}`;
  });
  if (left.size) throw new Error(`README.md has no place for the table ${[...left].join(', ')}`);
  return done;
}

const plain = (markdown) => markdown.replaceAll('`', '');
/** `franceconnect-button` → `FranceConnectButton`. */
const className = (tag) => 'FranceConnect' + tag[14].toUpperCase() + tag.slice(15);
const typeOf = ({ type }) => (type === 'Present' ? 'boolean' : type);
/** What an attribute's property gives: a text, whatever stands there. */
export const propertyType = ({ type }) => (type === 'Present' ? 'boolean' : 'string');

/** Custom Elements Manifest, for editors and documentation. @param {string} version */
export function customElements(version) {
  const event = Object.fromEntries(events.map((each) => [each.name, each]));
  const declarations = elements.map(({ tag, about, slot, attributes, parts = {}, themed, members: own = [], ...element }) => ({
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: className(tag),
    description: about,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: plain(attribute.accepts),
      type: { text: typeOf(attribute) },
      fieldName: propertyOf(attribute.name),
      ...(attribute.without?.startsWith('`') ? { default: plain(attribute.without) } : {}),
    })),
    members: [
      ...attributes.map((attribute) => ({
        kind: 'field',
        name: propertyOf(attribute.name),
        type: { text: propertyType(attribute) },
        description: plain(attribute.accepts),
      })),
      ...own.map(({ name, type, parameters, what }) => (parameters
        ? { kind: 'method', name, parameters: parameters.map((each) => ({ ...each, type: { text: each.type } })), return: { type: { text: type } }, description: plain(what) }
        : { kind: 'field', name, type: { text: type }, readonly: true, description: plain(what) })),
    ],
    slots: [{ name: '', description: slot }],
    events: element.events.map((name) => ({
      name,
      description: plain(event[name].when),
      type: { text: `CustomEvent<${event[name].type}>` },
    })),
    cssParts: Object.entries(parts).map(([name, description]) => ({ name, description })),
    cssProperties: themed
      ? properties.map(({ name, what, light, syntax = '<color>' }) => ({
          name: '--franceconnect-' + name,
          description: what,
          syntax,
          default: light,
        }))
      : [],
  }));
  const scripts = members.map(({ name, gives }) => ({
    kind: name.includes('(') ? 'function' : 'variable',
    name: name.replace(/\(.*/, ''),
    description: plain(gives),
  }));
  return {
    schemaVersion: '2.1.0',
    readme: `FranceConnect widget ${version}`,
    modules: [
      {
        kind: 'javascript-module',
        path: 'franceconnect.mjs',
        declarations: [...declarations, ...scripts],
        exports: [
          ...declarations.map(({ tagName, name }) => ({ kind: 'custom-element-definition', name: tagName, declaration: { name } })),
          ...scripts.map(({ name }) => ({ kind: 'js', name, declaration: { name } })),
        ],
      },
    ],
  };
}

/** What stands for « it is there », which the frameworks write each in its way; if any attribute does. */
const generic = (attributes, present) => (attributes.some(({ type }) => type === 'Present') ? `<${present}>` : '');

/** `franceconnect-start` → `onFranceconnectStart`, as Vue spells it. */
const vueEvent = (name) => 'on' + name.replace(/(^|-)(.)/g, (_, _dash, letter) => letter.toUpperCase());

/** Each framework's own list of elements. A project has one of them: what it has not is no error. */
const FRAMEWORKS = [
  {
    module: 'react',
    present: 'boolean',
    entry: (name, attributes) => `import('react').HTMLAttributes<HTMLElement> & import('react').RefAttributes<HTMLElement> & ${attributes} & ${name}Listeners`,
    around: ['namespace JSX {\n    interface IntrinsicElements {', '  }\n  }'],
  },
  {
    module: 'preact',
    present: 'boolean',
    // What preact exports, it does not declare: its names are not in scope here.
    entry: (name, attributes) => `import('preact').HTMLAttributes<HTMLElement> & ${attributes} & ${name}Listeners`,
    around: ['namespace JSX {\n    interface IntrinsicElements {', '  }\n  }'],
  },
  {
    module: 'vue',
    // On a server, or before the element is defined, `:caption="false"` writes caption="false", which is
    // there: null takes it away.
    present: "true | ''",
    entry: (name, attributes) => `new () => { $props: Camel<Nullable<${attributes}>> & ${name}VueListeners }`,
    around: ['interface GlobalComponents {', '  }'],
  },
  {
    module: 'svelte/elements',
    // As Vue; and caption="" sets the property, which an empty text takes away.
    present: 'true',
    entry: (name, attributes) => `Omit<import('svelte/elements').HTMLAttributes<HTMLElement>, keyof ${name}Attributes> & Nullable<${attributes}> & ${name}Listeners`,
    around: ['interface SvelteHTMLElements {', '  }'],
  },
];

/** franceconnect.d.ts: what is written by hand, and the elements. */
export function types() {
  const type = Object.fromEntries(events.map((event) => [event.name, event.type]));
  const lines = ['// Made by tools/manifest.mjs of www/interface.d.ts and www/interface.mjs.', '', readFileSync(root('www/interface.d.ts'), 'utf8')];
  for (const { tag, about, attributes, events: own, members: offered = [] } of elements) {
    const name = className(tag);
    lines.push(`/** ${plain(about)} */`, `export interface ${name} extends HTMLElement {`);
    for (const attribute of attributes) {
      const property = propertyOf(attribute.name);
      lines.push(`  /** ${plain(attribute.accepts)}. */`, `  get ${property}(): ${propertyType(attribute)};`, `  set ${property}(value: ${typeOf(attribute)} | null | undefined);`);
    }
    for (const { name: member, type: gives, parameters, what } of offered) {
      const given = parameters?.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type}`).join(', ');
      lines.push(`  /** ${plain(what)}. */`, parameters ? `  ${member}(${given}): ${gives};` : `  readonly ${member}: ${gives};`);
    }
    lines.push('}');
    lines.push(`/** ${plain(about)} */`, `export interface ${name}Attributes${generic(attributes, "Present = boolean | ''")} {`);
    for (const attribute of attributes) {
      lines.push(`  /** ${plain(attribute.accepts)}. */`, `  '${attribute.name}'?: ${attribute.type};`);
    }
    lines.push('}', `export interface ${name}Listeners {`);
    for (const event of own) lines.push(`  'on${event}'?: (event: CustomEvent<${type[event]}>) => void;`);
    lines.push('}', `export interface ${name}VueListeners {`);
    for (const event of own) lines.push(`  ${vueEvent(event)}?: (event: CustomEvent<${type[event]}>) => void;`);
    lines.push('}', '');
  }
  lines.push(
    'export type Nullable<T> = { [K in keyof T]?: T[K] | null };',
    '/** `heading-level` as `headingLevel`, as Vue spells it. */',
    'export type Camel<T> = { [K in keyof T as CamelCase<K & string>]: T[K] };',
    'type CamelCase<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;', '', 'declare global {', '  interface Window {',
    '    /** There as soon as the script has run. */', '    FranceConnect?: FranceConnect;', '  }', '  interface HTMLElementTagNameMap {');
  for (const { tag } of elements) lines.push(`    '${tag}': ${className(tag)};`);
  lines.push('  }', '  interface GlobalEventHandlersEventMap {');
  for (const event of events) lines.push(`    '${event.name}': CustomEvent<${event.type}>;`);
  lines.push('  }', '}', '');
  for (const { module, present, entry, around } of FRAMEWORKS) {
    lines.push('// @ts-ignore: not in every project', `declare module '${module}' {`, `  ${around[0]}`);
    for (const { tag, attributes } of elements) {
      const name = className(tag);
      lines.push('    // @ts-ignore', `    '${tag}': ${entry(name, `${name}Attributes${generic(attributes, present)}`)};`);
    }
    lines.push(around[1], '}', '');
  }
  return lines.join('\n');
}

/**
 * The npm package's own description.
 * @param {string} version
 * @param {string} repository the address that Cargo.toml gives
 */
export const packageJson = (version, repository) => ({
  name: 'franceconnect-widget',
  version,
  description: 'The official FranceConnect button, the eligibility explainer, the API’s sheet and the sign-in, as web components',
  license: 'MIT',
  repository: { type: 'git', url: `git+${repository}.git` },
  homepage: `${repository}#readme`,
  bugs: `${repository}/issues`,
  type: 'module',
  exports: {
    '.': { types: './franceconnect.d.ts', default: './franceconnect.mjs' },
    './franceconnect.js': './franceconnect.js',
    './franceconnect.more.js': './franceconnect.more.js',
    './franceconnect.single.js': './franceconnect.single.js',
    './franceconnect.wasm': './franceconnect.wasm',
    './franceconnect.check.js': './franceconnect.check.js',
    './custom-elements.json': './custom-elements.json',
    './web-types.json': './web-types.json',
    './vscode.html-custom-data.json': './vscode.html-custom-data.json',
    './integrity.json': './integrity.json',
    './prerendered/*': './prerendered/*',
    './package.json': './package.json',
  },
  types: './franceconnect.d.ts',
  customElements: 'custom-elements.json',
  'web-types': './web-types.json',
  // To import it is to define the elements.
  sideEffects: ['./franceconnect.mjs', './franceconnect.js', './franceconnect.single.js'],
  files: ['franceconnect.*', 'custom-elements.json', 'web-types.json', 'vscode.html-custom-data.json', 'integrity.json', 'prerendered'],
  keywords: ['franceconnect', 'web-components', 'custom-elements', 'webassembly'],
});

const [mode] = process.argv[1] === fileURLToPath(import.meta.url) ? process.argv.slice(2) : [];
if (mode) {
  const now = readFileSync(root('README.md'), 'utf8');
  const then = withRecipes(withTables(now));
  if (mode === '--write') writeFileSync(root('README.md'), then);
  else if (now !== then) {
    console.error('README.md: its tables are not those of www/interface.mjs, or its recipes not their files: run `make fmt`');
    process.exitCode = 1;
  }
}
