// The ES module, for bundlers and `<script type="module">`.

import { run } from './run.js';
import { begin, fetched } from './start.js';
import { version as own } from 'franceconnect:build';

const wasm = new URL('franceconnect.wasm', import.meta.url).href;

/** Where there is no page (a server that renders), nothing starts and `ready` waits. */
const api =
  typeof document === 'object'
    ? begin(wasm, async () => run(wasm, await fetched(wasm)))
    : { version: own, ready: new Promise(() => {}) };

export const { ready, version } = api;
// Those of the widget that is on the page, which may have come before this one.
export const catalogue = () => api.catalogue();
export const eligibility = (...given) => api.eligibility(...given);
export const authorizationRequest = (settings) => api.authorizationRequest(settings);
export const reply = (url) => api.reply(url);
export const logoutUrl = (settings) => api.logoutUrl(settings);
