/**
 * The partner's programs in Node against the test provider, to try by hand:
 *
 *     make dist && node tests/e2e/provider/essai.mjs
 *
 * Stops by itself after an hour. For a program of your own: `make sandbox`.
 */
import { startPartner } from './programs.mjs';
import { startProvider } from './provider.mjs';

const HOUR = 3_600_000;
const provider = await startProvider();
const button = await startPartner(provider, 'node', { id: 'bouton' });
const posted = await startPartner(provider, 'formulaire', { id: 'formulaire' });
console.log(`demande faite par le bouton : ${button.origin}/`);
console.log(`demande faite par le serveur : ${posted.origin}/`);
setTimeout(() => process.exit(), HOUR);
