// The whole widget in one classic script, the module inside: for file: and for servers that do not
// know WebAssembly.

import { run } from './run.js';
import { begin } from './start.js';
import { module } from 'franceconnect:build';

const file = 'franceconnect.single.js';

begin(file, () => run(file, Uint8Array.from(atob(module), (character) => character.charCodeAt(0))));
