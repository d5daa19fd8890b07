// franceconnect.js, for the script tag: the module is the file beside it.

import { remote } from './start.js';
import { integrity } from 'franceconnect:build';

/** This file's address: `import.meta` would be a syntax error without type="module". */
const script = document.currentScript ?? document.querySelector('script[src*="franceconnect.js"]');

remote(new URL('franceconnect.wasm', script?.src || location.href).href, integrity);
