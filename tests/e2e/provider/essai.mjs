/**
 * The partner's example against the test provider, to try by hand:
 *
 *     make dist && node tests/e2e/provider/essai.mjs
 *
 * Stops by itself after an hour.
 */
import * as form from '../../../www/examples/connexion/formulaire.mjs';
import * as page from '../../../www/examples/connexion/serveur.mjs';
import { startPartner } from './partner.mjs';
import { startProvider } from './provider.mjs';

const HOUR = 3_600_000;
const provider = await startProvider();
const button = await startPartner(provider, page, 'bouton', {
  button: `authorize-url="${provider.authorizeUrl}"`,
});
const posted = await startPartner(provider, form, 'formulaire');
console.log(`demande faite par le bouton : ${button.origin}/`);
console.log(`demande faite par le serveur : ${posted.origin}/`);
setTimeout(() => process.exit(), HOUR);
