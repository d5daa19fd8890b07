/** A browser reduced to redirects, cookies and forms: enough to walk a sign-in without a widget. */
import assert from 'node:assert/strict';

export const STATE = 'etat0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabc';
export const NONCE = 'nonce0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab';

/**
 * The parameters of a right request.
 * @param {{id: string, redirectUri: string}} partner
 * @param {Record<string, string>} [more] others, or other values
 */
export const parameters = ({ id, redirectUri }, more = {}) => new URLSearchParams({
  response_type: 'code', client_id: id, redirect_uri: redirectUri,
  scope: 'openid identite_pivot', acr_values: 'eidas1', state: STATE, nonce: NONCE, ...more,
});

/** The address of a request. */
export const authorization = (provider, partner, more) => `${provider.authorizeUrl}?${parameters(partner, more)}`;

export class Walker {
  /** @type {Map<string, string>} cookies, by origin and name; one path is as good as another here */
  cookies = new Map();

  /** Fetches without following, keeping cookies. */
  async fetch(url, options = {}) {
    const { origin } = new URL(url);
    const mine = [...this.cookies].filter(([key]) => key.startsWith(`${origin} `));
    const cookie = mine.map(([key, value]) => `${key.slice(origin.length + 1)}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', ...options, headers: { ...options.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      if (/max-age=0|1970/i.test(line)) this.cookies.delete(`${origin} ${name}`);
      else this.cookies.set(`${origin} ${name}`, value);
    }
    return response;
  }

  /** Where a redirect leads. */
  async redirected(url, options) {
    const response = await this.fetch(url, options);
    assert.equal(response.status, 303, `${url.split('?')[0]} redirects`);
    return new URL(response.headers.get('location') ?? '', url).href;
  }

  /**
   * From the authorization address to what the provider answers to a choice on its page.
   * @param {string} choice
   */
  async choose(authorization, choice) {
    const interaction = await this.redirected(authorization);
    const form = await (await this.fetch(interaction)).text();
    assert(form.includes(`value="${choice}"`), `the page offers ${choice}`);
    const action = new URL(/action="([^"]+)"/.exec(form)?.[1] ?? '', interaction).href;
    return this.fetch(action, { method: 'POST', body: new URLSearchParams({ choice }) });
  }

  /**
   * From the authorization address through the provider's page to the address of return.
   * @param {'continue' | 'cancel' | 'fault'} choice
   */
  async through(authorization, choice) {
    const answer = await this.choose(authorization, choice);
    assert.equal(answer.status, 303, 'the provider goes on');
    return new URL(await this.redirected(new URL(answer.headers.get('location') ?? '', authorization).href));
  }
}
