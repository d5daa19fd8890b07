/**
 * A partner's service as a browser sees it: a program of www/examples/connexion behind a site of
 * the harness (which records what goes wrong on its pages), registered with a real provider.
 * Everything that the browser gets comes from the program, the widget's files too.
 */
import assert from 'node:assert/strict';
import { By, acrossEngines, until } from '../harness/suite.mjs';
import { policyFor } from '../policy.mjs';
import { WIDGET, startPartner } from './programs.mjs';
import { startProvider } from './provider.mjs';

const PATHS = ['/', '/retour', '/retour.js', '/session', '/deconnexion', '/au-revoir', '/mot-de-passe', '/connexion',
  ...WIDGET.map((name) => `/franceconnect/${name}`)];

const POLICY = 'content-security-policy';

/**
 * @typedef {object} Service besides the harness's context
 * @property {import('./provider.mjs').TestProvider} provider
 * @property {() => Promise<void>} signIn from the service's page to the provider's
 * @property {(id: 'continue' | 'cancel' | 'fault') => Promise<void>} choose on the provider's page
 * @property {() => Promise<void>} welcomed the name of the test identity shows
 * @property {() => Promise<URL>} request the latest authorization request that the provider got
 * @property {() => string} reply the latest address of return, with its query
 * @property {() => Promise<void>} signOut from the service's page to the one of after the logout
 * @property {(change: (sent: any) => any) => void} tamper changes what the page sends to the server
 *
 * Defines a test in each engine.
 * @param {string} title a sentence
 * @param {(service: Service & import('../harness/suite.mjs').Context) => Promise<void>} body
 * @param {object} [options] besides those of `acrossEngines`
 * @param {string} [options.button] attributes of the button besides the program's own, which they replace
 * @param {import('./programs.mjs').Program} [options.program]
 * @param {(policy: string) => string} [options.policy] another than the program's
 */
export function signInTest(title, body, { button = '', program = 'node', policy, ...more } = {}) {
  acrossEngines(title, { mounts: {}, ...more }, async (context) => {
    const { driver, site } = context;
    const provider = await startProvider();
    const partner = await startPartner(provider, program, { publicUrl: site.origin });
    const changed = (path, reply) => {
      if (path.startsWith('/franceconnect/') || path === '/retour.js') return reply;
      // What every page of the trip is held to, in each test of it.
      assert.equal(reply.headers[POLICY], policyFor(new URL(provider.issuer).origin), path);
      if (policy) reply.headers[POLICY] = policy(reply.headers[POLICY]);
      // Of an attribute that is there twice the first counts.
      if (button && path === '/') reply.body = String(reply.body).replace('<franceconnect-button', `<franceconnect-button ${button}`);
      return reply;
    };
    site.set(Object.fromEntries(PATHS.map((each) => [each, async (request) => changed(each, await forward(partner.origin, request))])));
    const onPage = (part) => until(async () => (await driver.getCurrentUrl()).includes(part), `an address with ${part}`);
    try {
      await body({
        ...context,
        provider,
        async signIn() {
          await context.open('/');
          await pressButton(driver);
          await onPage('/interaction/');
        },
        async choose(id) {
          await onPage('/interaction/');
          await (await until(() => driver.findElement(By.id(id)), `the choice ${id}`)).click();
        },
        async welcomed() {
          const name = await until(() => driver.findElement(By.id('nom')), 'the name of the user');
          await until(async () => (await name.getText()).includes('DUBOIS'), 'the identity');
          await settled(driver);
        },
        async request() {
          const { url } = provider.requests.findLast(({ url }) => url.startsWith('/api/v2/authorize?'));
          return new URL(url, provider.issuer);
        },
        async signOut() {
          await driver.findElement(By.id('deconnexion')).click();
          await (await until(() => driver.findElement(By.id('logout')), 'the provider’s page')).click();
          await until(async () => (await driver.getCurrentUrl()).startsWith(`${site.origin}/au-revoir`), 'the page of return');
        },
        tamper(change) {
          site.set({ '/session': async (request) => forward(partner.origin, {
            ...request, body: JSON.stringify(change(JSON.parse(request.body))),
          }) });
        },
        reply: () => site.requests.findLast(({ url }) => url.startsWith('/retour?'))?.url ?? '',
      });
      if ((await driver.getCurrentUrl()).startsWith(site.origin)) await settled(driver);
    } finally {
      await Promise.all([provider.close(), partner.close()]);
    }
  });
}

/** Waits for the module, on a page that has the widget: to leave while it loads is an error on the console. */
export function settled(driver) {
  return until(() => driver.executeScript(`
    if (!document.querySelector('script[src$="/franceconnect.js"]')) return document.readyState === 'complete';
    return window.FranceConnect && FranceConnect.ready.then(() => true);`), 'the module');
}

/** Waits for the official button and presses it. */
export async function pressButton(driver) {
  const button = await officialButton(driver);
  await button.click();
}

/** The button inside the widget, once it is there. */
export function officialButton(driver) {
  return until(async () => {
    const host = await driver.findElement(By.css('franceconnect-button'));
    return (await host.getShadowRoot()).findElement(By.css('.button'));
  }, 'the button');
}

/** What <franceconnect-return> shows, once it says something. */
export function message(driver) {
  return until(async () => {
    const host = await driver.findElement(By.css('franceconnect-return'));
    const root = await host.getShadowRoot();
    const heading = await root.findElement(By.css('h1, h2, h3, h4, [part~=title]'));
    const title = await heading.getText();
    return title && { title, root };
  }, 'the message of the return page');
}

/** Hands a request to the partner's server, and its answer back. */
async function forward(origin, { method, url, headers, body }) {
  const passed = ['cookie', 'origin', 'content-type'].filter((name) => headers[name] !== undefined);
  const answer = await fetch(origin + url, {
    method,
    redirect: 'manual',
    headers: Object.fromEntries(passed.map((name) => [name, headers[name]])),
    body: method === 'POST' ? body : undefined,
  });
  const sent = Object.fromEntries([...answer.headers].filter(([name]) => !/^(connection|keep-alive|content-length|transfer-encoding|date|set-cookie)$/.test(name)));
  // The harness looks for this one by its usual spelling.
  sent['Content-Type'] = sent['content-type'] ?? 'text/plain';
  delete sent['content-type'];
  const cookies = answer.headers.getSetCookie();
  return {
    status: answer.status,
    headers: cookies.length > 0 ? { ...sent, 'Set-Cookie': cookies } : sent,
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
