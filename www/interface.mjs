// What partner sites write against, in one place: tools/manifest.mjs makes of it the tables of
// README, custom-elements.json and the elements' part of franceconnect.d.ts. Edit it here, then
// `make fmt`. Texts are Markdown; `type` is TypeScript.

const scheme = {
  name: 'scheme',
  accepts: '`light`, `dark`',
  type: "'light' | 'dark'",
  without: 'the page’s',
};
const api = {
  name: 'api',
  accepts: 'a document’s name in the catalogue',
  type: 'string',
  without: '`franceconnect`',
};
const headingLevel = {
  name: 'heading-level',
  accepts: '2 to 5: the level of its first heading, the others follow',
  type: "2 | 3 | 4 | 5 | '2' | '3' | '4' | '5'",
  without: '2',
};
/** An attribute that counts by being there. */
const present = (name, what, without = 'absent') => ({ name, accepts: `present: ${what}`, type: 'Present', without });

export const elements = [
  {
    tag: 'franceconnect-button',
    about: 'The official FranceConnect button. It follows the link or submits the form inside it; else it leads to `href`; else, with `client-id` and `redirect-uri`, it makes the request itself.',
    slot: 'Your own link or form to the sign-in: what the button follows, and what stands there without JavaScript.',
    events: ['franceconnect-start', 'franceconnect-error'],
    attributes: [
      { name: 'href', accepts: 'a path or an http(s) address', type: 'string' },
      {
        name: 'level',
        accepts: '`eidas1` (FranceConnect), `eidas2`, `eidas3` (FranceConnect+: its look and its servers)',
        type: "'eidas1' | 'eidas2' | 'eidas3'",
        without: '`eidas1`',
      },
      present('caption', 'the official sentence stands above'),
      present('disabled', 'cannot be used, and says so'),
      scheme,
      { name: 'client-id', accepts: 'the identifier given by FranceConnect', type: 'string' },
      {
        name: 'redirect-uri',
        accepts: 'the registered address: https; http on loopback with FranceConnect’s sandbox',
        type: 'string',
      },
      {
        name: 'scope',
        accepts: 'words separated by spaces, `openid` among them',
        type: 'string',
        without: '`openid identite_pivot`',
      },
      {
        name: 'environment',
        accepts: '`production`, `sandbox`',
        type: "'production' | 'sandbox'",
        without: '`production`',
      },
      {
        name: 'prompt',
        accepts: '`login`, `consent`, or both',
        type: "'login' | 'consent' | 'login consent' | 'consent login'",
        without: 'none',
      },
      {
        name: 'authorize-url',
        accepts: 'a test server’s authorization address, ending in `/authorize`: https, or loopback',
        type: 'string',
        without: 'FranceConnect’s',
      },
      { name: 'claims', accepts: 'a JSON object', type: 'string', without: 'none' },
      { name: 'idp-hint', accepts: 'an identity provider’s identifier', type: 'string', without: 'none' },
    ],
  },
  {
    tag: 'franceconnect-eligibility',
    about: '« Qui êtes-vous ? », the verdict, short questions where the document’s text holds conditions, the list of what to prepare, the way to apply.',
    slot: 'What stands there without JavaScript: a link to the document, say.',
    events: ['franceconnect-eligibility', 'franceconnect-apply', 'franceconnect-error'],
    themed: true,
    title: 'explainer',
    parts: {
      root: 'all of it',
      choices: '« Qui êtes-vous ? » and its choices',
      choice: 'one choice, of « Qui êtes-vous ? » or of a question',
      answers: '« Vos réponses »: each with a button that changes it; while a question stands there, the choice alone',
      answer: 'what the document says to the chosen one',
      questions: 'the question that stands there',
      question: 'its heading, with its number',
      steps: 'the buttons that go on and back',
      reason: 'what the last answer means',
      full: 'the document’s own text, to unfold',
      unmet: 'the criteria not met, and which of them alone would change the verdict',
      checklist: 'what to prepare',
      tools: 'copy, print, forget, copy the link',
      action: 'the call to action',
      source: 'the credit',
      amendment: 'what has changed since the document was written: since when, what holds, by which source',
    },
    attributes: [
      api,
      { name: 'who', accepts: 'a choice’s id; reflects the visitor’s choice, which stays where something removes the attribute; empty: none', type: 'string', without: 'none chosen' },
      headingLevel,
      present('hash', 'the choice and the answers stand in the address, `#eligibilite=<id>/<question>=<option>/…`, restored on load, where the page scrolls to them, on back and on forward; what is no answer any more is passed over; a button copies the link'),
      present('remember', 'ticks are kept in `localStorage`, with a button that forgets them', 'absent: kept as long as the page'),
      scheme,
    ],
  },
  {
    tag: 'franceconnect-sheet',
    about: 'What the document says of the API, field by field; a field that it lacks leaves no trace.',
    slot: 'What stands there without JavaScript.',
    events: ['franceconnect-error'],
    themed: true,
    title: 'sheet',
    parts: {
      root: 'all of it',
      title: 'the title',
      tagline: 'the sentence below it',
      fields: 'the list of fields',
      notice: 'the document is over a year old',
      body: 'the document’s text',
      source: 'the credit',
      amendments: 'the list of what has changed',
      amendment: 'one thing that has changed: since when, what holds, by which source',
    },
    attributes: [api, headingLevel, scheme],
  },
  {
    tag: 'franceconnect-return',
    about: 'For the page at `redirect-uri`: reads the reply, removes it from the address bar and the history, checks it, spends the request.',
    slot: 'Your other way to sign in, shown when the reply is not good.',
    events: ['franceconnect-reply', 'franceconnect-error'],
    themed: true,
    title: 'return page',
    parts: {
      root: 'all of it',
      title: 'what happened, in a word',
      message: 'what happened',
      retry: '« Réessayer »',
    },
    members: [
      {
        name: 'reply',
        type: 'Promise<ReplyDetail>',
        what: 'the page’s reply: settled once, read late by as many as you like; rejected as `FranceConnect.reply()` throws, or with why the widget could not start',
      },
      {
        name: 'fail',
        parameters: [{ name: 'message', type: 'string', optional: true }],
        type: 'void',
        what: 'your server has refused the reply: the message, or ours, is shown with the ways on. Where the reply was not good, that stays',
      },
    ],
    attributes: [
      {
        name: 'authorize-url',
        accepts: 'that of the button, if it has one: « Réessayer » leads to no other server than FranceConnect’s and this one',
        type: 'string',
      },
      headingLevel,
      scheme,
    ],
  },
];

/** `client-id` → `clientId`: an attribute's property. @param {string} name */
export const propertyOf = (name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/** What the loader makes properties of: whether each attribute counts by being there (www/properties.js). */
export const attributesByElement = Object.fromEntries(elements.map(({ tag, attributes }) => [
  tag.slice('franceconnect-'.length), Object.fromEntries(attributes.map(({ name, type }) => [propertyOf(name), type === 'Present'])),
]));

export const events = [
  {
    name: 'franceconnect-start',
    type: 'StartDetail',
    detail: '`{}` (your own link or form), `{url}` (`href`), `{url, state, nonce}` (the button makes the request)',
    when: 'the button is used; cancelling keeps the page',
  },
  {
    name: 'franceconnect-eligibility',
    type: 'EligibilityDetail',
    detail: '`{api, who, verdict, unmet, question}`',
    when: 'the visitor has made a choice, or gone on or back to another question or to the verdict. `verdict`: `eligible`, `maybe`, `not-eligible`, or empty if the document gives none; `unmet`: the criteria not met, in French; `question`: the id of the question that now stands there, if one does',
  },
  {
    name: 'franceconnect-apply',
    type: 'ApplyDetail',
    detail: '`{api, who, url}`',
    when: 'the call to action is followed; cancelling keeps the page',
  },
  {
    name: 'franceconnect-reply',
    type: 'ReplyDetail',
    detail: '`{code, state, nonce, iss}`',
    when: 'the reply is good: hand it to your server. Dispatched again for late listeners, until one has read the code',
  },
  {
    name: 'franceconnect-error',
    type: 'ErrorDetail',
    detail: '`{element, attribute, value, accepted, message}`; or `{kind, message, detail}` from the sign-in; or `{kind: "internal", message}`',
    when: 'an attribute cannot be used; a sign-in failed; the page has replaced a function of the browser’s, so that the element shows its content',
  },
];

/** Of every element but the button, whose look is prescribed. */
export const properties = [
  { name: 'accent', what: 'links, buttons, the chosen answer', light: '#000091', dark: '#8585f6' },
  { name: 'text', what: 'text', light: '#161616', dark: '#fff' },
  { name: 'mention', what: 'the source', light: '#666', dark: '#a0a0a0' },
  { name: 'background', what: 'the ground, and the text on accent', light: '#fff', dark: '#161616' },
  { name: 'border', what: 'frames and rules', light: '#ddd', dark: '#3a3a3a' },
  { name: 'radius', what: 'the buttons’ corners (a length)', light: '0', dark: '0', syntax: '<length>' },
];

/** What scripts see; its types are written in interface.d.ts. */
export const members = [
  {
    name: 'ready',
    gives: 'a promise of this object. Reading it starts what is not there yet. Rejected with a `FranceConnectStartError`, whose `kind` says why and whose `message` says how to mend it',
  },
  { name: 'version', gives: '`"0.2.0"`' },
  {
    name: 'catalogue()',
    gives: 'the documents as plain objects: `slug, title, tagline, owner, ownerAcronym, partners, keywords, themes, uptime, visits, lastUpdate, contact, documentation, externalSite, accessPage: [{who: [{id, label}], verdict, cta: {label, url}, questions: [{id, label, options: [{id, label}]}]}], amendments: [{since, checked, says, source: {label, url}}]`, as they hold today; `null` for what a document does not say. `amendments`: what has changed since the document was written, each with the day since when, the day on which its source was last read, and what holds, in the page’s language',
  },
  {
    name: 'eligibility(api, who, answers?)',
    gives: 'what the explainer shows, as data: `{api, who, verdict, unmet, question, cta, questions, amendments}`. `answers` by question’s id: `{ adresse: \'non\', identite: \'oui\' }`; those not asked for are ignored. `RangeError` for a document or a choice that is not there',
  },
  {
    name: 'authorizationRequest({clientId, redirectUri, scope, level, environment, authorizeUrl, prompt, state, nonce, claims, idpHint})',
    gives: '`{url, state, nonce}`, remembered for this tab. An `Error` of kind `refused` names the field that FranceConnect would refuse (`detail`), of kind `storage` says that the browser keeps nothing',
  },
  {
    name: 'reply(url?)',
    gives: '`{code, state, nonce, iss}` of an address, this page’s if none is given, which is then rid of it; once, and after the element has read it too, unless a script has taken it; or an `Error` with a `message` for the user, a `detail` for the developer and a `kind`: `denied`, `technical`, `configuration`, `state-mismatch`, `no-request`, `expired`, `issuer-mismatch`, `malformed`',
  },
  {
    name: 'logoutUrl({idTokenHint, postLogoutRedirectUri, state, level, environment, authorizeUrl})',
    gives: 'the address that closes the FranceConnect session, or an `Error` of kind `refused` that names the field (`detail`)',
  },
];

/** Why `ready` is rejected. */
export const failures = [
  { kind: 'missing', when: 'the module is not beside the script (404 and the like)', mend: 'copy `franceconnect.wasm` there' },
  { kind: 'mime', when: 'a page answers in the module’s place, with status 200', mend: 'the same, or let the server answer files before it falls back on a page' },
  { kind: 'integrity', when: 'other bytes than those built with the script', mend: 'deploy both together; no rewriting proxy, no old cache' },
  { kind: 'fetch', when: 'no answer: the network or, from another origin, CORS; or `franceconnect.more.js` is missing, of another build or refused', mend: 'what the message names; `Access-Control-Allow-Origin` on both files' },
  { kind: 'policy', when: 'the content security policy refuses', mend: 'allow what the message names' },
  { kind: 'file', when: 'the page was opened from the disk', mend: '`franceconnect.single.js`, or a server' },
  { kind: 'webassembly', when: 'no WebAssembly, or no constructable style sheets', mend: 'nothing: the visitor has your fallback' },
  { kind: 'module', when: 'the module does not start', mend: 'deploy it unchanged' },
];
