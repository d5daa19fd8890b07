// franceconnect.single.js: the module inside, for a page opened as a file, or a server that sends
// one script and no more. Nothing is fetched.

import { functions, start } from './start.js';
import { createWidget } from './widget.js';
import base64 from 'franceconnect:wasm';

const decode = () => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

createWidget(async () => start('the module', decode()), functions);
