// franceconnect.more.js: what franceconnect.js imports once something needs the module.

export { start } from './start.js';
