// Help for the keys of a text's YAML, from its JSON Schema: what the key under the cursor means, and
// which keys and values may stand there. Reads what our schemas use: `properties`,
// `patternProperties`, `items`, `anyOf`, `$ref`, `enum`, `required`.

import { withCode } from './code.js';
import { ITEM, indentation, isEntry, placeAt, siblings } from './yaml-place.js';

/** @typedef {{schema: any, isYaml: boolean}} Kind a text's schema, and whether it is YAML as a whole */

/** The schemas that a value may have, behind references and alternatives. */
function alternatives(root, schema) {
  if (schema.$ref) return alternatives(root, root.$defs[schema.$ref.replace('#/$defs/', '')]);
  if (schema.anyOf) return schema.anyOf.flatMap((each) => alternatives(root, each));
  return [schema];
}

/** The schema of a key of a mapping, or of a list's items. */
function child(root, schema, step) {
  for (const { items, properties = {}, patternProperties = {} } of alternatives(root, schema)) {
    const pattern = Object.keys(patternProperties).find((each) => new RegExp(each).test(step));
    const found = step === ITEM ? items : Object.hasOwn(properties, step) ? properties[step] : patternProperties[pattern];
    if (found) return found;
  }
  return undefined;
}

const schemaAt = (root, path) => path.reduce((schema, step) => schema && child(root, schema, step), root);

/** Whether a mapping must have this key. */
const isRequired = (root, schema, key) => alternatives(root, schema).some(({ required }) => required?.includes(key));

/**
 * What the key under the cursor means: the nearest one that the schema knows, and whether it must be
 * there; null outside of the YAML.
 * @param {import('@codemirror/state').EditorState} state
 * @param {Kind} kind
 * @returns {{key: string, description: string, required: boolean} | null}
 */
export function keyHelp(state, { schema, isYaml }) {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  // Anywhere on a key's line, that key is meant; on another, what it is indented under.
  const column = isEntry(line.text) ? line.length : indentation(line.text);
  const place = placeAt(state.doc, line.number, column, isYaml);
  for (const path = place?.path ?? []; path.length > 0; path.pop()) {
    const key = path.at(-1);
    const description = key !== ITEM && schemaAt(schema, path)?.description;
    if (description) {
      return { key, description, required: isRequired(schema, schemaAt(schema, path.slice(0, -1)), key) };
    }
  }
  return null;
}

/**
 * Completes keys, and values that are one of a few.
 * @param {Kind} kind
 * @returns {import('@codemirror/autocomplete').CompletionSource}
 */
export const completeKeys = ({ schema, isYaml }) => (context) => {
  const word = context.matchBefore(/[\w-]*/);
  if (!word.text && !context.explicit) return null;
  const { doc } = context.state;
  const line = doc.lineAt(word.from);
  const column = word.from - line.from;
  const place = placeAt(doc, line.number, column, isYaml);
  if (!place || place.isText) return null;
  const before = line.text.slice(0, column);
  const options = /^\s*(- +)*$/.test(before) ? keys(schema, place.path, column, siblings(doc, line.number, column))
    : /: +$/.test(before) ? values(schema, place.path)
      : [];
  return { from: word.from, options, validFor: /^[\w-]*$/ };
};

/** The keys that may still be written in the mapping at a path. @param {string[]} written those that are */
function keys(root, path, column, written) {
  const schema = schemaAt(root, path);
  if (!schema) return [];
  return alternatives(root, schema).flatMap(({ properties = {} }) => Object.entries(properties))
    // Of which nothing is known but that it is accepted, nobody should add.
    .filter(([key, { description: _, ...known }]) => Object.keys(known).length > 0 && !written.includes(key))
    .map(([key, property]) => ({
      label: key,
      apply: key + opening(alternatives(root, property), column),
      type: 'property',
      detail: isRequired(root, schema, key) ? 'obligatoire' : undefined,
      info: () => info(property.description),
    }));
}

/** What follows a key: the start of a list or of a mapping on the next line, else a space. */
function opening(schemas, column) {
  const next = `:\n${' '.repeat(column + 2)}`;
  const types = schemas.flatMap(({ type }) => type);
  if (types.includes('array')) return `${next}- `;
  return types.includes('object') && !types.includes('string') ? next : ': ';
}

/** The values that a key may have, if they are a few. */
function values(root, path) {
  const schema = schemaAt(root, path);
  const known = schema ? alternatives(root, schema).flatMap((each) => each.enum ?? []) : [];
  return known.filter((value) => value !== null).map((value) => ({ label: String(value), type: 'enum', info: () => info(schema.description) }));
}

function info(description) {
  const text = document.createElement('p');
  text.append(withCode(description));
  return text;
}
