/**
 * A partner's service as a browser sees it: the example of www/examples/connexion behind a site of
 * the harness (which records what goes wrong on its pages), registered with a real provider.
 */
import path from 'node:path';
import * as button3 from '../../../www/examples/connexion/serveur.mjs';
import { ROOT } from '../../../tools/serve.mjs';
import { By, acrossEngines, until } from '../harness/suite.mjs';
import { startPartner } from './partner.mjs';
import { startProvider } from './provider.mjs';

const PATHS = ['/', '/retour', '/retour.js', '/session', '/deconnexion', '/au-revoir', '/mot-de-passe', '/connexion'];

/** Where the site finds the widget that the example asks for. */
const MOUNTS = { '/franceconnect/': path.join(ROOT, 'dist') };

/**
 * @typedef {object} Service besides the harness's context
 * @property {import('./provider.mjs').TestProvider} provider
 * @property {() => Promise<void>} signIn from the service's page to the provider's
 * @property {(id: 'continue' | 'cancel' | 'fault') => Promise<void>} choose on the provider's page
 * @property {() => Promise<void>} welcomed the name of the test identity shows
 * @property {() => Promise<URL>} request the latest authorization request that the provider got
 * @property {() => string} reply the latest address of return, with its query
 *
 * Defines a test in each engine.
 * @param {string} title a sentence
 * @param {(service: Service & import('../harness/suite.mjs').Context) => Promise<void>} body
 * @param {{button?: string, example?: {routes: (settings: any) => Record<string, any>}}} [options]
 *   attributes of the button besides the test server's; the server, serveur.mjs unless given
 */
export function signInTest(title, body, { button = '', example = button3 } = {}) {
  acrossEngines(title, { mounts: MOUNTS }, async (context) => {
    const { driver, site } = context;
    const provider = await startProvider();
    const partner = await startPartner(provider, example, 'essai', {
      publicUrl: site.origin, button: `authorize-url="${provider.authorizeUrl}" ${button}`,
    });
    site.set(Object.fromEntries(PATHS.map((each) => [each, (request) => forward(partner.origin, request)])));
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
          const name = await until(() => driver.findElement(By.id('nom')), 'the name of the user', 10_000);
          await until(async () => (await name.getText()).includes('DUBOIS'), 'the identity');
          await settled(driver);
        },
        async request() {
          const { url } = provider.requests.findLast(({ url }) => url.startsWith('/api/v2/authorize?'));
          return new URL(url, provider.issuer);
        },
        reply: () => site.requests.findLast(({ url }) => url.startsWith('/retour?'))?.url ?? '',
      });
      if ((await driver.getCurrentUrl()).startsWith(site.origin)) await settled(driver);
    } finally {
      await Promise.all([provider.close(), partner.close()]);
    }
  });
}

/** Waits for the module: to leave the page while it loads is an error on the console. */
export function settled(driver) {
  return until(
    () => driver.executeScript('return window.FranceConnect && FranceConnect.ready.then(() => true)'),
    'the module',
  );
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
    body: await answer.text(),
  };
}
