import { authorizationRequest, catalogue, eligibility, logoutUrl, ready, reply, version } from 'franceconnect-widget';
import type { FranceConnectStartError, ReplyError } from 'franceconnect-widget';

ready.catch((error: FranceConnectStartError) => {
  const kind: 'policy' | 'file' | 'mime' | 'missing' | 'integrity' | 'fetch' | 'webassembly' | 'module' = error.kind;
  console.log(kind, error.message);
});
const text: string = version;
for (const { slug, uptime, accessPage } of catalogue()) {
  // @ts-expect-error: a document may not say it
  const sure: number = uptime;
  for (const { who } of accessPage) console.log(text, sure, eligibility(slug, who[0].id, { adresse: 'non' }).question?.length);
}
const { url, state, nonce } = authorizationRequest({ clientId: 'x', redirectUri: 'https://service.example/retour', level: 'eidas2' });
// @ts-expect-error: not one of the levels
authorizationRequest({ clientId: 'x', redirectUri: 'y', level: 'eidas9' });
// @ts-expect-error: the redirect URI is missing
authorizationRequest({ clientId: 'x' });
try {
  const { code, iss } = reply(location.href);
  console.log(url, state, nonce, code, iss, logoutUrl({ idTokenHint: 'x', postLogoutRedirectUri: 'y', state }));
} catch (error) {
  if ((error as ReplyError).kind === 'expired') console.log((error as ReplyError).detail);
}
document.querySelector('franceconnect-button')?.addEventListener('franceconnect-start', ({ detail }) => console.log(detail.url?.length));
const button = document.createElement('franceconnect-button');
Object.assign(button, { href: '/connexion' });
button.clientId = 'x';
button.level = null;
button.caption = true;
const [address, isDisabled]: [string, boolean] = [button.href, button.disabled];
// @ts-expect-error: not one of the levels
button.level = 'eidas9';
// @ts-expect-error: it counts by being there
button.caption = 'x';
const explainer = document.querySelector('franceconnect-eligibility');
if (explainer) explainer.headingLevel = 3;
const heading: string | undefined = explainer?.headingLevel;
console.log(address, isDisabled, heading);
addEventListener('franceconnect-eligibility', ({ detail }) => {
  // @ts-expect-error: not one of the verdicts
  console.log(detail.verdict === 'perhaps');
});
// @ts-expect-error: the script may not have run yet
window.FranceConnect.ready.then(({ version: theirs }) => console.log(theirs));
window.FranceConnect?.ready.then(({ version: theirs }) => console.log(theirs));
