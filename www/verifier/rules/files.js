// The files: there, of one build, sent as they should be.

import { kept, toLookAt, toMend } from '../outcome.js';
import { SOURCES } from '../sources.js';

/** @type {import('../outcome.js').Rule[]} */
export const FILE_RULES = [
  {
    id: 'tag',
    source: SOURCES.guideButton,
    title: { fr: 'La page charge le composant, une seule fois', en: 'The page loads the widget, once' },
    outcomes: {
      one: kept('{file}, à {address}.', '{file}, at {address}.'),
      several: toLookAt(
        ['{count} balises le chargent : {address}.', '{count} tags load it: {address}.'],
        ['Une suffit : gardez celle des trois fichiers, ou franceconnect.single.js seul.', 'One is enough: keep that of the three files, or franceconnect.single.js alone.'],
      ),
      bundled: toLookAt(
        ['Le composant est là, mais aucune balise ne le nomme : un outil de construction l’a réuni à votre code.', 'The widget is there, but no tag names it: a bundler has put it into your code.'],
        ['Ses fichiers ont d’autres noms : leurs réponses, leur intégrité et leur version sont à vérifier à la main.', 'Its files have other names: check their replies, integrity and version by hand.'],
      ),
      none: toMend(
        ['Aucune balise ne charge franceconnect.js, franceconnect.single.js ou franceconnect.mjs.', 'No tag loads franceconnect.js, franceconnect.single.js or franceconnect.mjs.'],
        ['Collez la balise dans le <head> :', 'Paste the tag into <head>:'],
      ),
    },
  },
  {
    id: 'answer',
    source: SOURCES.guideFaults,
    title: { fr: 'Chaque fichier est là', en: 'Each file is there' },
    outcomes: {
      right: kept('{files} répondent 200.', '{files} answer 200.'),
      missing: toMend(
        ['{file} répond {status}, à {address}.', '{file} answers {status}, at {address}.'],
        ['Copiez {file} à cette adresse, à côté des autres, sans le modifier.', 'Copy {file} there, beside the others, unchanged.'],
      ),
      page: toMend(
        ['Une page HTML répond à la place de {file}, à {address}.', 'An HTML page answers in the place of {file}, at {address}.'],
        ['Déposez le fichier, ou réglez le serveur pour qu’il envoie les fichiers avant de se rabattre sur une page.', 'Put the file there, or let the server answer files before it falls back on a page.'],
      ),
      unreadable: toLookAt(
        ['Illisibles d’ici : {files}. Réseau, CORS, ou politique de la page.', 'Not to be read from here: {files}. Network, CORS or the page’s policy.'],
        ['Ouvrez ces fichiers dans un onglet. D’une autre origine, il faut l’en-tête Access-Control-Allow-Origin.', 'Open these files in a tab. From another origin, Access-Control-Allow-Origin is needed.'],
      ),
    },
  },
  {
    id: 'content-type',
    source: SOURCES.wasm,
    title: { fr: 'Chaque fichier a son type de contenu', en: 'Each file has its content type' },
    outcomes: {
      right: kept('{types}.', '{types}.'),
      wrong: toMend(
        ['{file} est envoyé comme {type}.', '{file} is sent as {type}.'],
        ['Réglez le serveur : {file} est {wanted}.', 'Tell the server: {file} is {wanted}.'],
      ),
    },
  },
  {
    id: 'same-build',
    source: SOURCES.guideIntegrity,
    title: { fr: 'Les fichiers sont d’une même fabrication', en: 'The files are of one build' },
    outcomes: {
      right: kept('Les empreintes inscrites dans {loader} sont celles des autres fichiers.', 'The hashes written in {loader} are those of the other files.'),
      other: toMend(
        ['{file} n’est pas celui que {loader} attend : il ne sera pas exécuté.', '{file} is not the one that {loader} expects: it will not be run.'],
        ['Déposez ensemble les fichiers d’une même archive, sans les modifier ; videz les caches.', 'Deploy the files of one archive together, unchanged; empty the caches.'],
      ),
      unknown: toLookAt(
        ['Les empreintes n’ont pas pu être calculées : le navigateur ne le fait qu’en https ou en local.', 'The hashes could not be computed: browsers do so over https or locally only.'],
        ['Relancez ce script en https.', 'Run this script again over https.'],
      ),
    },
  },
  {
    id: 'version',
    source: SOURCES.guideIntegrity,
    title: { fr: 'Les fichiers sont ceux que cette vérification connaît', en: 'The files are those that this check knows' },
    outcomes: {
      right: kept('{file} est, octet pour octet, celui de la version {version}.', '{file} is, byte for byte, that of version {version}.'),
      changed: toMend(
        ['{file} se dit de la version {version} mais n’en a pas les octets : il a été modifié, ou est d’une autre fabrication.', '{file} says version {version} but has not its bytes: it was changed, or is of another build.'],
        ['Déposez-le tel qu’il est dans l’archive : ni minification, ni bandeau, ni réécriture par un mandataire.', 'Deploy it as it is in the archive: no minifier, no banner, no rewriting proxy.'],
      ),
      other: toLookAt(
        ['La page charge la version {version} ; ce script est celui de la {known}.', 'The page loads version {version}; this script is that of {known}.'],
        ['Prenez la vérification dans la même archive que les fichiers.', 'Take the check from the same archive as the files.'],
      ),
    },
  },
  {
    id: 'integrity',
    source: SOURCES.sri,
    title: { fr: 'L’attribut integrity, s’il est là, est juste', en: 'The integrity attribute, if there, is right' },
    outcomes: {
      right: kept('Il est celui de {file}.', 'It is that of {file}.'),
      absent: kept('Absent : il est facultatif. La ligne ci-dessous le donne.', 'Absent: it is optional. The line below has it.'),
      wrong: toMend(
        ['Il n’est pas celui de {file} : le navigateur refuse le script.', 'It is not that of {file}: the browser refuses the script.'],
        ['Remplacez-le par celui-ci, ou déposez le fichier auquel il correspond :', 'Replace it by this one, or deploy the file that it belongs to:'],
      ),
      crossorigin: toMend(
        ['{file} vient d’une autre origine et sa balise a integrity sans crossorigin.', '{file} comes from another origin and its tag has integrity without crossorigin.'],
        ['Ajoutez crossorigin à la balise.', 'Add crossorigin to the tag.'],
      ),
    },
  },
  {
    id: 'compression',
    source: SOURCES.http,
    title: { fr: 'Les fichiers voyagent compressés', en: 'The files travel compressed' },
    outcomes: {
      right: kept('{files} sont compressés.', '{files} are compressed.'),
      plain: toMend(
        ['{file} est envoyé sans compression.', '{file} is sent uncompressed.'],
        ['Activez brotli ou gzip pour {wanted}.', 'Turn brotli or gzip on for {wanted}.'],
      ),
      unknown: toLookAt(
        ['Le navigateur ne dit pas si {file} est compressé.', 'The browser does not say whether {file} is compressed.'],
        ['Regardez Content-Encoding dans son panneau Réseau.', 'Look at Content-Encoding in its network panel.'],
      ),
    },
  },
  {
    id: 'cache',
    source: SOURCES.caching,
    title: { fr: 'Les fichiers peuvent être gardés par le navigateur', en: 'The browser may keep the files' },
    outcomes: {
      right: kept('{caches}.', '{caches}.'),
      none: toMend(
        ['{file} est envoyé avec Cache-Control: {cacheControl} : il est redemandé à chaque page.', '{file} is sent with Cache-Control: {cacheControl}: it is asked for again on every page.'],
        ['Envoyez par exemple Cache-Control: no-cache avec un ETag, ou max-age et une adresse par version.', 'Send for instance Cache-Control: no-cache with an ETag, or max-age and an address a version.'],
      ),
      unsaid: toLookAt(
        ['{file} n’a ni Cache-Control, ni ETag, ni Last-Modified.', '{file} has neither Cache-Control, nor ETag, nor Last-Modified.'],
        ['Envoyez par exemple Cache-Control: no-cache avec un ETag, ou max-age et une adresse par version.', 'Send for instance Cache-Control: no-cache with an ETag, or max-age and an address a version.'],
      ),
    },
  },
  {
    id: 'start',
    source: SOURCES.guideFaults,
    title: { fr: 'Le composant fonctionne', en: 'The widget works' },
    outcomes: {
      right: kept('window.FranceConnect est là, version {version}.', 'window.FranceConnect is there, version {version}.'),
      absent: toMend(
        ['La balise est là, mais le script ne s’est pas exécuté.', 'The tag is there, but the script has not run.'],
        ['La console du navigateur dit pourquoi.', 'The browser’s console says why.'],
      ),
      failed: toMend(
        ['Le module n’a pas démarré : {message}', 'The module has not started: {message}'],
        ['Voyez la ligne de ce message dans les pannes fréquentes.', 'See this message among the frequent faults.'],
      ),
    },
  },
];
