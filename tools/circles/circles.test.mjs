import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { circles } from './graph.mjs';
import { siblings } from './rust.mjs';

/** The circles of a crate whose files say this. */
function found(/** @type {Record<string, string>} */ files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'circles-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return siblings(path.join(folder, 'lib.rs')).flatMap(circles);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('two modules that use each other are a circle', () => {
  const files = { 'lib.rs': 'mod a;\npub mod b;', 'a.rs': 'use crate::b::{self, B};', 'b.rs': 'use super::a as other;' };
  assert.deepEqual(found(files), ['a → b → a']);
});

test('a path in the code counts like a use', () => {
  const files = { 'lib.rs': 'mod a; mod b;', 'a.rs': 'fn f() { crate::b::g() }', 'b.rs': "fn g<'a>(c: char) { if c == '{' { super::a::f() } }" };
  assert.deepEqual(found(files), ['a → b → a']);
});

test('three modules in a circle are found, and those that the shortest way leaves out', () => {
  const three = { 'lib.rs': 'mod a; mod b; mod c;', 'a.rs': 'use crate::b;', 'b.rs': 'use crate::c;', 'c.rs': 'use crate::a;' };
  assert.deepEqual(found(three), ['a → b → c → a']);
  assert.deepEqual(found({ ...three, 'b.rs': 'use crate::{a, c};' }), ['a → b → a (and c)']);
});

test('a circle through a child or through a name taken over is one', () => {
  const files = { 'lib.rs': 'mod a; mod b;', 'a.rs': 'mod inner;\npub use inner::A;', 'a/inner.rs': 'use crate::b::B;', 'b.rs': 'use crate::a::A;' };
  assert.deepEqual(found(files), ['a → b → a']);
  const taken = { 'lib.rs': 'mod a; mod b; use a::A; pub use b::B;', 'a.rs': 'use crate::B;', 'b.rs': 'use crate::A;' };
  assert.deepEqual(found(taken), ['a → b → a']);
});

test('parents and children, tests, comments and texts are none', () => {
  const files = {
    'lib.rs': 'mod a; mod b;\npub struct Shared;\nfn f() { a::f() }',
    'a.rs': 'use crate::Shared;\nuse crate::b::B;\nmod inner { use super::super::Shared; }',
    'b.rs': '// use crate::a;\nconst T: &str = "crate::a::A";\n#[cfg(test)]\nmod tests { use crate::a::A; }\n#[cfg(test)]\nuse crate::a;',
  };
  assert.deepEqual(found(files), []);
});
