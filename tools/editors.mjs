// What www/interface.mjs says, for editors: they offer the elements, their attributes and the values
// while a page is typed. web-types.json is read by JetBrains' editors from the installed package,
// vscode.html-custom-data.json by VS Code once its setting `html.customData` names it.

import { propertyType } from './manifest.mjs';
import { elements, events, properties, propertyOf } from '../www/interface.mjs';

/** The values of a closed set, from its TypeScript type: `'light' | 'dark'`. @param {string} type */
const values = (type) => [...new Set([...type.matchAll(/'([^']*)'/g)].map(([, value]) => value))];

const sentence = ({ accepts, without }) => `Accepts ${accepts}.${without ? ` Without it: ${without}.` : ''}`;

const EVENTS = Object.fromEntries(events.map((event) => [event.name, event]));

/** JetBrains' web-types. @param {string} version */
export function webTypes(version) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'franceconnect-widget',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(webType) } },
  };
}

function webType({ tag, about, slot, attributes, events: own, parts = {}, themed }) {
  return {
    name: tag,
    description: about,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: sentence(attribute),
      required: false,
      value: { type: attribute.type === 'Present' ? 'boolean' : attribute.type },
    })),
    slots: [{ name: '', description: slot }],
    js: {
      events: own.map((name) => ({ name, description: EVENTS[name].when })),
      properties: attributes.map((attribute) => ({ name: propertyOf(attribute.name), type: propertyType(attribute), description: sentence(attribute) })),
    },
    css: {
      properties: themed ? properties.map(({ name, what }) => ({ name: '--franceconnect-' + name, description: what })) : [],
      parts: Object.entries(parts).map(([name, description]) => ({ name, description })),
    },
  };
}

/** VS Code's custom data for HTML, version 1.1. */
export function customData() {
  return {
    version: 1.1,
    tags: elements.map(({ tag, about, attributes }) => ({
      name: tag,
      description: { kind: 'markdown', value: about },
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: { kind: 'markdown', value: sentence(attribute) },
        // « v » is VS Code's own name for the attributes that stand without a value.
        ...(attribute.type === 'Present' ? { valueSet: 'v' } : {}),
        ...(values(attribute.type).length ? { values: values(attribute.type).map((name) => ({ name })) } : {}),
      })),
    })),
  };
}
