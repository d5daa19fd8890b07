/** What the recipes' pages meet: a real provider, and the partner's route that gets the code. */
import { franceConnect } from '../../www/examples/connexion/franceconnect.mjs';
import { By, deep, until } from './harness/suite.mjs';
import { ready } from './helpers.mjs';
import { startProvider } from './provider/provider.mjs';

const CLIENT_ID = 'mairie-essai';

/** An example's page with an identifier of one's own, without which the button refuses. @param {string} page */
export const identified = (page) => page.replace('VOTRE_IDENTIFIANT', CLIENT_ID);

/**
 * Runs a walk with a provider beside the site, and the route that gets the code: what stays the partner's.
 * @param {import('./harness/suite.mjs').Context} context
 * @param {string} returnPath
 * @param {(partner: {provider: import('./provider/provider.mjs').TestProvider, users: any[], choose: (id: string) => Promise<void>}) => Promise<void>} walk
 */
export async function withPartner({ driver, site }, returnPath, walk) {
  const provider = await startProvider();
  const client = { clientId: CLIENT_ID, clientSecret: 'un-secret-de-test', redirectUri: site.origin + returnPath };
  provider.register({ id: client.clientId, secret: client.clientSecret, redirectUris: [client.redirectUri] });
  const users = [];
  site.set({
    '/session': async ({ body }) => {
      const { code, nonce } = JSON.parse(body);
      users.push((await franceConnect({ issuer: provider.issuer, ...client }).identity(code, nonce)).user);
      return { status: 204 };
    },
  });
  const choose = async (id) => {
    await until(async () => (await driver.getCurrentUrl()).includes('/interaction/'), 'the provider’s page');
    await (await until(() => driver.findElement(By.id(id)), id)).click();
  };
  try {
    await walk({ provider, users, choose });
  } finally {
    await provider.close();
  }
}

/** The page's button, told of the provider, and pressed. */
export async function signIn(driver, { authorizeUrl }) {
  await ready(driver);
  await driver.executeScript('document.querySelector("franceconnect-button").setAttribute("authorize-url", arguments[0])', authorizeUrl);
  await (await until(() => deep(driver, '.button'), 'the button')).click();
}
