/** A browser reduced to redirects, cookies and forms: enough to walk a sign-in without a widget. */
import assert from 'node:assert/strict';

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
   * From the authorization address through the provider's page to the address of return.
   * @param {'continue' | 'cancel' | 'fault'} choice
   */
  async through(authorization, choice) {
    const interaction = await this.redirected(authorization);
    const form = await (await this.fetch(interaction)).text();
    const action = new URL(/action="([^"]+)"/.exec(form)?.[1] ?? '', interaction).href;
    const resume = await this.redirected(action, { method: 'POST', body: new URLSearchParams({ choice }) });
    return new URL(await this.redirected(resume));
  }
}
