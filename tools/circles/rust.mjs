/**
 * Which Rust modules of a crate use which.
 *
 * A parent that declares a child, and a child that uses what its parent holds, is how Rust is
 * written: only modules count neither of which holds the other. What a module deep inside uses
 * counts for those of its parents that stand beside the used one: `compile::fields` using
 * `markdown::piece` is `compile` using `markdown`. Through a name that a module takes over
 * (`pub use piece::Node`), the module counts that the name comes from. Tests may use anything.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * For each module with children: which of these children use which others.
 *
 * @param {string} root the crate's lib.rs
 * @returns {Map<string, Set<string>>[]}
 */
export function siblings(root) {
  const modules = new Map();
  load(root, [], path.dirname(root), modules);
  const families = new Map();
  for (const { scope, uses } of modules.values()) {
    for (const used of uses) {
      const target = resolve(modules, scope, used);
      if (target === undefined) continue;
      let fork = 0;
      while (fork < scope.length && scope[fork] === target[fork]) fork += 1;
      // One holds the other.
      if (fork === scope.length || fork === target.length) continue;
      const parent = scope.slice(0, fork).join('::');
      if (!families.has(parent)) families.set(parent, new Map());
      const family = families.get(parent);
      for (const it of [scope, target]) {
        const child = it.slice(0, fork + 1).join('::');
        if (!family.has(child)) family.set(child, new Set());
      }
      family.get(scope.slice(0, fork + 1).join('::')).add(target.slice(0, fork + 1).join('::'));
    }
  }
  return [...families.values()];
}

/** Reads the module of `file`, and those that it declares, into `modules`. */
function load(file, scope, folder, modules) {
  const tokens = readFileSync(file, 'utf8').match(TOKEN)?.filter((token) => !SKIPPED.test(token)) ?? [];
  read(tokens, scope, folder, modules);
}

// Comments, raw strings, strings, characters (not lifetimes), names, `::`, single characters.
const TOKEN = new RegExp([
  /\/\/.*|\/\*[^]*?\*\//,
  /\bb?r(#*)"[^]*?"\1/,
  /b?"(?:[^"\\]|\\[^])*"/,
  /b?'(?:[^'\\\n]|\\(?:u\{\w+\}|x\w\w|.))'/,
  /'?\w+/,
  /::/,
  /\S/,
].map((it) => it.source).join('|'), 'g');
const SKIPPED = /^(?:\/\/|\/\*|b?r#*"|b?"|b?'[^]*'$)/;

/** Reads the tokens of one file: modules written in it are read on the way. */
function read(tokens, scope, folder, modules) {
  // The modules around the present token, and how many braces each stands in.
  const open = [{ scope, depth: -1, skipped: false }];
  let depth = 0;
  let forTests = false;
  const module = () => {
    const name = open.at(-1).scope.join('::');
    if (!modules.has(name)) modules.set(name, { scope: open.at(-1).scope, uses: [], names: new Map() });
    return modules.get(name);
  };
  module();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const { skipped } = open.at(-1);
    if (token === '#' && tokens[at + 1] === '[') {
      const attribute = tokens.slice(at + 2, tokens.indexOf(']', at)).join('');
      if (/^cfg\((?:all\()?test\b/.test(attribute)) forTests = true;
    } else if (token === '{') {
      depth += 1;
    } else if (token === '}') {
      depth -= 1;
      if (open.at(-1).depth === depth) open.pop();
    } else if (token === 'mod' && /^\w+$/.test(tokens[at + 1] ?? '') && /^[;{]$/.test(tokens[at + 2] ?? '')) {
      const inner = [...open.at(-1).scope, tokens[at + 1]];
      const apart = skipped || forTests;
      if (tokens[at + 2] === '{') open.push({ scope: inner, depth, skipped: apart });
      else if (!apart) loadChild(inner, folder, scope, modules);
      if (!apart) module();
      at += 1;
      forTests = false;
    } else if (token === 'use' && tokens[at + 1] !== '<') {
      const end = tokens.indexOf(';', at);
      if (!skipped && !forTests) {
        for (const { used, name } of tree(tokens.slice(at + 1, end))) {
          module().uses.push(used);
          module().names.set(name, used);
        }
      }
      at = end;
      forTests = false;
    } else if (/^(?:crate|super|self)$/.test(token) && tokens[at + 1] === '::' && tokens[at - 1] !== '::') {
      const used = [token];
      while (tokens[at + 1] === '::' && /^\w+$/.test(tokens[at + 2] ?? '')) {
        used.push(tokens[at + 2]);
        at += 2;
      }
      if (!skipped) module().uses.push(used);
    } else if (/^(?:fn|struct|enum|const|static|impl|trait|type)$/.test(token)) {
      forTests = false;
    }
  }
}

/** `mod name;` in the file of the module `parent`, whose children's files stand in `folder`. */
function loadChild(inner, folder, parent, modules) {
  const name = path.join(folder, ...inner.slice(parent.length));
  const file = [`${name}.rs`, path.join(name, 'mod.rs')].find(existsSync);
  if (file === undefined) throw new Error(`no file for the module ${inner.join('::')}: expected ${name}.rs`);
  load(file, inner, name, modules);
}

/** The paths of a `use`, and the name that each brings. */
function tree(tokens, prefix = []) {
  const used = [...prefix];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === '{') {
      const parts = [[]];
      let depth = 0;
      for (const inner of tokens.slice(at + 1, tokens.lastIndexOf('}'))) {
        depth += { '{': 1, '}': -1 }[inner] ?? 0;
        if (inner === ',' && depth === 0) parts.push([]);
        else parts.at(-1).push(inner);
      }
      return parts.filter((part) => part.length > 0).flatMap((part) => tree(part, used));
    }
    if (token === 'as') return [{ used, name: tokens[at + 1] }];
    // `{self, …}` is the module before it.
    if (token === 'self' && used.length > 0) continue;
    if (/^\w+$/.test(token)) used.push(token);
  }
  return [{ used, name: used.at(-1) }];
}

/** The module that `used` leads to, written in `scope`; `undefined` outside of the crate. */
function resolve(modules, scope, used, hops = 0) {
  const [first] = used;
  let rest = used.slice(1);
  let at;
  if (first === 'crate') at = [];
  else if (first === 'self') at = scope;
  else if (first === 'super') at = scope.slice(0, -1);
  else {
    at = scope;
    rest = used;
    const { names } = modules.get(scope.join('::'));
    const known = modules.has([...scope, first].join('::')) || (names.has(first) && names.get(first) !== used);
    if (!known) return undefined;
  }
  for (const [index, name] of rest.entries()) {
    if (name === 'super') {
      at = at.slice(0, -1);
      continue;
    }
    const inner = [...at, name];
    if (modules.has(inner.join('::'))) {
      at = inner;
      continue;
    }
    const taken = modules.get(at.join('::')).names.get(name);
    if (taken === undefined || taken === used || hops > 9) return at;
    return resolve(modules, at, [...taken, ...rest.slice(index + 1)], hops + 1) ?? at;
  }
  return at;
}
