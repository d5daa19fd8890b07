// What tests/e2e/long-life.test.mjs runs in the page: thousands of comings and goings, and a
// monkey. Nothing here knows how the widget is made.

/** The memory of the module's instance. @type {WebAssembly.Memory | undefined} */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const instance = new Instance(...given);
  if (memory) throw new Error('the module is there twice');
  memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
  return instance;
};

/** Listeners on what outlives every element: added less removed. */
let listeners = 0;
for (const target of [window, document, document.documentElement]) {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  target.addEventListener = function (type, listener, options) {
    listeners += 1;
    if (options?.once) add.call(target, type, () => (listeners -= 1), { once: true });
    return add.call(target, type, listener, options);
  };
  target.removeEventListener = function (...given) {
    listeners -= 1;
    return remove.apply(target, given);
  };
}

// A browser keeps every message of its console, with the calls that led to it: the return page's own,
// and the monkey's mistakes, would be all that grows.
const { error, warn } = console;
console.error = (...given) => { if (!/accepted here: /.test(given[0])) error(...given); };
console.warn = (...given) => { if (!/no-request/.test(given[0])) warn(...given); };

/** Of the elements that came, those that the collector has not taken. @type {WeakRef<Element>[]} */
let seen = [];

const KINDS = ['button', 'eligibility', 'sheet', 'return'];
const turn = () => new Promise((resolve) => setTimeout(resolve));

function make(kind, attributes) {
  const element = document.createElement('franceconnect-' + kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (kind === 'button') element.innerHTML = '<a href="/connexion">FC</a>';
  seen.push(new WeakRef(element));
  return element;
}

/** Comings and goings, twenty at a time, each painted, moved and changed before it leaves. */
async function mounts(count) {
  const [here, there] = ['ici', 'la'].map((id) => document.getElementById(id));
  for (let round = 0; round < count / 20; round++) {
    const elements = Array.from({ length: 20 }, (_, at) =>
      make(KINDS[at % 4], { scheme: at % 3 ? 'dark' : 'light', who: 'une-entreprise-de-droit-prive', remember: '' }));
    here.append(...elements);
    await turn();
    there.append(...elements.slice(10));
    for (const element of elements) element.removeAttribute('scheme');
    await turn();
    const bare = elements.filter(({ shadowRoot }) => !shadowRoot?.querySelector('div'));
    if (bare.length) throw new Error(`not painted: ${bare.map((each) => each.outerHTML)}`);
    for (const element of elements) element.remove();
  }
  await turn();
}

/** Comings and goings that only make a collector run: what came in them is not looked for. */
async function pressure(count) {
  const counted = seen;
  seen = [];
  await mounts(count);
  seen = counted;
}

/** Switches of language and scheme, each painted by one element of each kind. */
async function switches(count) {
  const root = document.documentElement;
  const elements = KINDS.map((kind) => make(kind, { who: 'un-particulier' }));
  document.getElementById('ici').append(...elements);
  for (let round = 0; round < count; round++) {
    root.lang = ['fr', 'en', 'de', 'es', 'it'][round % 5];
    root.dataset.frTheme = round % 2 ? 'dark' : 'light';
    await turn();
  }
  root.lang = 'fr';
  delete root.dataset.frTheme;
  await turn();
  for (const element of elements) element.remove();
}

/** A generator with a seed (mulberry32): the same seed, the same monkey. */
function random(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

const VALUES = {
  href: ['/connexion', 'https://service.example/', 'javascript:alert(1)', ''],
  level: ['eidas1', 'eidas2', 'eidas9'],
  scheme: ['light', 'dark', 'sombre'],
  caption: [''], disabled: [''], remember: [''], hash: [''],
  who: ['un-particulier', 'un-editeur-de-logiciel', 'une-entreprise-de-droit-prive', 'personne', ''],
  api: ['franceconnect', 'inconnue'],
  'heading-level': ['2', '5', '7'],
  lang: ['fr', 'en', 'es', 'xx'],
  'client-id': ['essai', 'deux mots'],
  // None that FranceConnect would accept: « Réessayer » would lead there.
  'redirect-uri': ['/retour'],
};

// Browsers allow a hundred changes of the address in thirty seconds; no hand makes more.
let changes = 0;
for (const name of ['pushState', 'replaceState']) {
  const real = history[name].bind(history);
  history[name] = (...given) => { if (changes++ < 90) real(...given); };
}

/** Whether nothing leads away from the page any more. */
let stay = false;

/** A visitor and a page who do anything. @param {number} seed @param {number} actions */
async function monkey(seed, actions) {
  const next = random(seed);
  const of = (list) => list[next(list.length)];
  const stage = document.getElementById('ici');
  const all = () => [...document.querySelectorAll(KINDS.map((kind) => 'franceconnect-' + kind).join())];
  window.print = () => dispatchEvent(new Event('afterprint'));
  document.onclick = (event) => { if (event.composedPath().some(({ localName }) => localName === 'a')) event.preventDefault(); };
  document.body.onsubmit = (event) => event.preventDefault();
  stay ||= !document.addEventListener('franceconnect-start', (event) => event.preventDefault());
  const done = {};
  const doings = {
    come: () => all().length < 8 && of([stage, document.getElementById('la')]).append(make(of(KINDS), { who: of(VALUES.who) })),
    go: (host) => host?.remove(),
    move: (host) => host && of([stage, document.getElementById('la')]).prepend(host),
    set(host) { const name = of(Object.keys(VALUES)); host?.setAttribute(name, of(VALUES[name])); },
    unset(host) { const names = host?.getAttributeNames() ?? []; if (names.length) host.removeAttribute(of(names)); },
    press(host) { const doers = [...(host?.shadowRoot?.querySelectorAll('[data-action], summary') ?? [])]; if (doers.length) of(doers).click(); },
    focus(host) { const stops = [...(host?.shadowRoot?.querySelectorAll('a, button, input') ?? [])]; if (stops.length) of(stops).focus(); },
    speak() { document.documentElement.lang = of(VALUES.lang); },
    dim() { document.documentElement.dataset.frTheme = of(VALUES.scheme); },
    content(host) { if (host) host.innerHTML = of(['', '<a href="/a">A</a>', '<form action="/f"><button>F</button></form>', 'texte']); },
    // Not history.back(): it may lead out of the page.
    back() {
      history.replaceState(null, '', of(['#', '#eligibilite=un-particulier', '#eligibilite=une-entreprise-de-droit-prive', '#suite']));
      dispatchEvent(new PopStateEvent('popstate'));
    },
    script() {
      try { window.FranceConnect.eligibility('franceconnect', of(VALUES.who), { adresse: 'non' }); } catch (error) { if (!(error instanceof RangeError)) throw error; }
    },
  };
  // What visitors do most weighs most.
  const names = [...Object.keys(doings), 'press', 'press', 'press', 'press', 'set', 'come'];
  for (let at = 0; at < actions; at++) {
    const name = of(names);
    doings[name](of(all().length ? all() : [undefined]));
    done[name] = (done[name] ?? 0) + 1;
    if (at % 3 === 0) await turn();
    if (at % 400 === 399) for (const host of all()) host.remove();
  }
  document.documentElement.lang = 'fr';
  delete document.documentElement.dataset.frTheme;
  for (const host of all()) host.remove();
  localStorage.clear();
  await turn();
  return done;
}

/** How many of the elements that came are still held, once the collector has had reasons to run. */
async function held() {
  // Kept for eight rounds: a heap that grows is what makes a collector look at what is old.
  let waste = [];
  for (let round = 0; round < 40; round++) {
    if (round % 8 === 0) waste = [];
    waste.push(Array.from({ length: 200_000 }, (_, at) => ({ at })));
    await new Promise((resolve) => setTimeout(resolve, 25));
    seen = seen.filter((each) => each.deref());
    if (!seen.length) break;
  }
  waste.length = 0;
  return seen.length;
}

const state = () => {
  return { module: memory?.buffer.byteLength, listeners, nodes: document.querySelectorAll('*').length };
};
Object.assign(window, { longLife: { held, monkey, mounts, pressure, state, switches } });
