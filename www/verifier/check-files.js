// Judges the widget's files, by what the server answered.

/** The files that each kind of script needs. @type {Record<import('./description.js').Kind, string[]>} */
export const FILES_OF = {
  loader: ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'],
  single: ['franceconnect.single.js'],
  module: ['franceconnect.mjs', 'franceconnect.wasm'],
};

/** What a server must call a file. @param {string} name */
const typeOf = (name) => (name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
/** Every name that a browser takes for JavaScript: https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma)script$/;
const isType = (/** @type {string} */ name, /** @type {string} */ type) => (name.endsWith('.wasm') ? type === 'application/wasm' : JAVASCRIPT.test(type));

/**
 * @param {import('./description.js').Files} files
 * @param {import('./description.js').Build} build
 * @returns {import('./description.js').Finding[]}
 */
export function checkFiles(files, build) {
  const { tags, replies } = files;
  if (tags.length === 0) return withoutTag(files);
  const there = replies.filter(isThere);
  return [
    tag(tags), ...answers(replies), ...types(there), ...builds(there), ...versions(there, files, build), ...integrity(files, there, build),
    ...compression(there), ...caches(there), ...start(files),
  ];
}

/** @typedef {import('./description.js').Reply} Reply */

const isPage = (/** @type {Reply} */ { type }) => /html/.test(type);
const isThere = (/** @type {Reply} */ reply) => reply.status === 200 && !isPage(reply);
const list = (/** @type {Reply[]} */ replies) => replies.map(({ name }) => name).join(', ');

/** One finding for each file that is not right; or one that says that all are. */
const each = (/** @type {import('./description.js').Finding[]} */ wrong, /** @type {import('./description.js').Finding} */ right) => (wrong.length > 0 ? wrong : [right]);

/** @param {import('./description.js').Files} files */
function withoutTag({ start: { state, version } }) {
  if (state === 'absent') return [{ rule: 'tag', outcome: 'none', lines: ['<script async src="/franceconnect/franceconnect.js"></script>'] }];
  return [{ rule: 'tag', outcome: 'bundled' }, { rule: 'start', outcome: 'right', values: { version } }];
}

/** @param {import('./description.js').Tag[]} tags */
function tag(tags) {
  const address = tags.map((each) => each.address).join(', ');
  if (tags.length > 1) return { rule: 'tag', outcome: 'several', values: { count: tags.length, address } };
  return { rule: 'tag', outcome: 'one', values: { file: FILES_OF[tags[0].kind][0], address } };
}

/** @param {Reply[]} replies */
function answers(replies) {
  const unreadable = replies.filter(({ status }) => status === 0);
  const wrong = replies.filter((reply) => reply.status !== 0 && !isThere(reply))
    .map(({ name: file, status, address }) => ({ rule: 'answer', outcome: status === 200 ? 'page' : 'missing', values: { file, status: String(status), address } }));
  if (unreadable.length > 0) wrong.push({ rule: 'answer', outcome: 'unreadable', values: { files: list(unreadable) } });
  return each(wrong, { rule: 'answer', outcome: 'right', values: { files: list(replies) } });
}

/** @param {Reply[]} there */
function types(there) {
  if (there.length === 0) return [];
  const wrong = there.filter(({ name, type }) => !isType(name, type))
    .map(({ name: file, type }) => ({ rule: 'content-type', outcome: 'wrong', values: { file, type: type || '(?)', wanted: typeOf(file) } }));
  const right = there.map(({ name, type }) => `${name} (${type})`).join(', ');
  return each(wrong, { rule: 'content-type', outcome: 'right', values: { types: right } });
}

/** The first file has the others' hashes in it. @param {Reply[]} there */
function builds(there) {
  return there.filter(({ name }) => ['franceconnect.js', 'franceconnect.mjs'].includes(name)).flatMap((loader) => {
    const others = there.filter(({ name }) => name !== loader.name && FILES_OF[loader.name === 'franceconnect.js' ? 'loader' : 'module'].includes(name));
    if (others.length === 0) return [];
    if (others.some(({ hashes }) => !hashes.sha256)) return [{ rule: 'same-build', outcome: 'unknown' }];
    const wrong = others.filter(({ hashes }) => !loader.text.includes(hashes.sha256))
      .map(({ name: file }) => ({ rule: 'same-build', outcome: 'other', values: { file, loader: loader.name } }));
    return each(wrong, { rule: 'same-build', outcome: 'right', values: { loader: loader.name } });
  });
}

/** What the tag loads is what this build made. @param {Reply[]} there @param {import('./description.js').Files} files @param {import('./description.js').Build} build */
function versions(there, { tags, start: { version } }, build) {
  const firsts = there.filter(({ name, hashes }) => hashes.sha384 && tags.some(({ kind }) => FILES_OF[kind][0] === name));
  return firsts.map(({ name: file, hashes, text }) => {
    if (hashes.sha384 === build.integrity[file]) return { rule: 'version', outcome: 'right', values: { file, version: build.version } };
    const own = version || /"(\d+\.\d+\.\d+)"/.exec(text)?.[1] || '?';
    if (own === build.version) return { rule: 'version', outcome: 'changed', values: { file, version: own } };
    return { rule: 'version', outcome: 'other', values: { version: own, known: build.version } };
  });
}

/** @param {import('./description.js').Files} files @param {Reply[]} there @param {import('./description.js').Build} build */
function integrity({ origin, tags }, there, build) {
  return tags.flatMap(({ kind, address, integrity: given, crossOrigin }) => {
    const file = FILES_OF[kind][0];
    const own = there.find((reply) => reply.address === address)?.hashes ?? {};
    const lines = [`integrity="${own.sha384 ?? build.integrity[file]}" crossorigin`];
    if (!given) return [{ rule: 'integrity', outcome: 'absent', values: { file }, lines }];
    if (new URL(address).origin !== origin && !crossOrigin) return [{ rule: 'integrity', outcome: 'crossorigin', values: { file } }];
    if (!own.sha384) return [];
    // Of several hashes, one of the strongest must be right.
    const hashes = given.split(/\s+/).filter(Boolean);
    const strongest = ['sha512', 'sha384', 'sha256'].find((algorithm) => hashes.some((hash) => hash.startsWith(`${algorithm}-`)));
    const isRight = strongest && hashes.some((hash) => hash.split('?')[0] === own[strongest]);
    return [isRight ? { rule: 'integrity', outcome: 'right', values: { file } } : { rule: 'integrity', outcome: 'wrong', values: { file }, lines }];
  });
}

/** @param {Reply[]} there */
function compression(there) {
  if (there.length === 0) return [];
  const wrong = there.filter(({ compressed }) => !compressed)
    .map(({ name: file, compressed }) => ({ rule: 'compression', outcome: compressed === undefined ? 'unknown' : 'plain', values: { file, wanted: typeOf(file) } }));
  return each(wrong, { rule: 'compression', outcome: 'right', values: { files: list(there) } });
}

/** @param {Reply[]} there */
function caches(there) {
  if (there.length === 0) return [];
  const wrong = there.flatMap(({ name: file, cacheControl, hasValidator }) => {
    const isFresh = /max-age=0*[1-9]|immutable/.test(cacheControl);
    if (/no-store/.test(cacheControl) || (cacheControl !== '' && !isFresh && !hasValidator)) return [{ rule: 'cache', outcome: 'none', values: { file, cacheControl } }];
    return cacheControl === '' && !hasValidator ? [{ rule: 'cache', outcome: 'unsaid', values: { file } }] : [];
  });
  const caches = there.map(({ name, cacheControl }) => `${name} (${cacheControl || 'ETag, Last-Modified'})`).join(', ');
  return each(wrong, { rule: 'cache', outcome: 'right', values: { caches } });
}

/** @param {import('./description.js').Files} files */
function start({ start: { state, version, message } }) {
  if (state === 'absent') return [{ rule: 'start', outcome: 'absent' }];
  if (state === 'failed') return [{ rule: 'start', outcome: 'failed', values: { message } }];
  return [{ rule: 'start', outcome: 'right', values: { version } }];
}
