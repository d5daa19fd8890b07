// The gallery: what its states need besides their markup. It uses the widget as any page may: its
// elements, their events, `FranceConnect.authorizationRequest`, and the storage that README names.

/** The keys that a tab's storage is filled under begin so. */
const FILLER = 'etats-';

/** Fills this tab's storage, until what a request needs does not fit. */
function fillStorage() {
  // What the widget keeps there would leave room for itself.
  sessionStorage.removeItem('franceconnect');
  for (let size = 2 ** 23; size >= 1; size /= 2) {
    try {
      sessionStorage.setItem(FILLER + size, 'x'.repeat(size));
    } catch {
      // Half as much may fit.
    }
  }
}

function freeStorage() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(FILLER)) sessionStorage.removeItem(key);
}

/** @param {string} id @param {string} text */
const say = (id, text) => (document.getElementById(id).textContent = text);

/** A button of this page. @param {string} text @param {() => unknown} act */
function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

// A page left with a full storage, by its reload for instance, gets its storage back.
freeStorage();

// The request that a button makes is kept from leaving, by the event that README names.
document.addEventListener('franceconnect-start', (event) => {
  const { url } = event.detail;
  if (!event.detail.state) return;
  event.preventDefault();
  const names = [...new URL(url).searchParams.keys()].join(', ');
  say(`${event.target.id}-dit`, `Demande prête, retenue ici\u00a0: ${new URL(url).host}, avec ${names}.`);
});

const full = document.getElementById('plein');
full.addEventListener('franceconnect-error', () => {
  freeStorage();
  say('plein-dit', 'Le stockage de l’onglet est vidé.');
});
say('plein-dit', 'Pour le voir\u00a0: remplissez le stockage de cet onglet, puis pressez le bouton.');
document.getElementById('plein-remplir').append(button('Remplir le stockage de cet onglet', () => {
  fillStorage();
  say('plein-dit', 'Le stockage est plein\u00a0: pressez le bouton.');
}));

/** The return page's languages. */
const LANGUAGES = { fr: 'Français', en: 'English', de: 'Deutsch', es: 'Español' };

/** A state and a nonce as a partner's server would make them, but for the randomness. */
const FROM_SERVER = { state: 'EtatFaitParVotreServeur0123456789', nonce: 'NonceFaitParVotreServeur0123456789' };

/** Makes the row's request, then opens this page with the reply to it. @param {HTMLElement} row @param {string} language */
async function reply({ dataset }, language) {
  const request = { url: '', state: '' };
  if (dataset.request === 'aucune') {
    sessionStorage.removeItem('franceconnect');
  } else {
    const { authorizationRequest } = await window.FranceConnect.ready;
    const settings = { clientId: 'demonstration', redirectUri: 'https://service.example/retour', environment: 'sandbox' };
    Object.assign(request, authorizationRequest(dataset.request === 'serveur' ? { ...settings, ...FROM_SERVER } : settings));
  }
  // The issuer is the address of the request, without its last part.
  const [issuer] = request.url.split('/authorize');
  const parameters = new URLSearchParams(dataset.reply.replace('{state}', request.state).replace('{iss}', issuer));
  parameters.set('langue', language);
  if (dataset.clock) parameters.set('horloge', dataset.clock);
  if ('full' in dataset) parameters.set('plein', '');
  location.assign(`?${parameters}#retour`);
}

const table = document.getElementById('retours');
const heading = document.createElement('th');
heading.scope = 'col';
heading.textContent = 'Le voir en';
table.tHead.rows[0].append(heading);
for (const row of table.tBodies[0].rows) {
  const cell = row.insertCell();
  for (const [language, name] of Object.entries(LANGUAGES)) {
    const open = button(name, () => reply(row, language));
    open.lang = language;
    open.setAttribute('aria-describedby', (row.cells[1].id ||= `retour-${row.rowIndex}`));
    cell.append(open);
  }
}

/** Shows the element that reads the reply in this page's address. @param {URLSearchParams} address */
function showReturnPage(address) {
  // The page's own clock, as if the visitor had been away; put back once the reply has been read.
  const { now } = Date;
  const minutes = Number(address.get('horloge'));
  Date.now = () => now() + minutes * 60_000;
  const { content } = document.getElementById('retour-modele');
  const shown = document.importNode(content, true);
  const stage = shown.querySelector('.stage');
  stage.lang = address.get('langue') ?? 'fr';
  stage.addEventListener('franceconnect-reply', () => (Date.now = now));
  let isFull = false;
  stage.addEventListener('franceconnect-error', () => {
    Date.now = now;
    if (!address.has('plein')) return;
    // The second error is that of « Réessayer », which has been shown then.
    if (isFull) freeStorage();
    else fillStorage();
    isFull = !isFull;
  });
  // « Réessayer » would leave for FranceConnect with an identifier that it does not know.
  stage.addEventListener('click', (event) => {
    if (isFull || !event.composedPath().some((node) => node instanceof Element && node.part.contains('retry'))) return;
    event.stopPropagation();
    say('retour-dit', '«\u00a0Réessayer\u00a0» refait la demande et part chez FranceConnect\u00a0; cette page la retient.');
  }, true);
  document.getElementById('retour-ici').append(shown);
}

const address = new URLSearchParams(location.search);
if (['code', 'error', 'state'].some((name) => address.has(name))) showReturnPage(address);
