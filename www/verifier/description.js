// What the checks are told of a page, and what they answer: types alone. read-*.js make the
// descriptions, check-*.js judge them; the second know nothing of a browser.

/**
 * How the widget comes into the page: franceconnect.js, franceconnect.single.js, franceconnect.mjs.
 * @typedef {'loader' | 'single' | 'module'} Kind
 *
 * @typedef {object} Tag a script of the widget's that the page has
 * @property {Kind} kind
 * @property {string} address
 * @property {string} integrity the attribute; empty without one
 * @property {boolean} crossOrigin whether it has the attribute `crossorigin`
 * @property {string} nonce
 *
 * @typedef {object} Reply what a server answered for a file
 * @property {string} name `franceconnect.wasm`
 * @property {string} address
 * @property {number} status HTTP's; 0 if it could not be asked for: the network, CORS, a policy
 * @property {string} type the content type, without parameters
 * @property {boolean | undefined} compressed undefined: the browser does not say
 * @property {string} cacheControl
 * @property {boolean} hasValidator it has an `ETag` or a `Last-Modified`
 * @property {Record<string, string>} hashes `sha256-…`, `sha384-…`, `sha512-…` by algorithm; empty where the browser makes none
 * @property {string} text what it holds, of a script
 *
 * @typedef {object} Start whether the widget works
 * @property {'running' | 'absent' | 'failed'} state
 * @property {string} version what `FranceConnect.version` says
 * @property {string} message why it failed
 *
 * @typedef {object} Files
 * @property {string} origin the page's
 * @property {Tag[]} tags
 * @property {Reply[]} replies
 * @property {Start} start
 *
 * @typedef {object} Policies
 * @property {string} origin the page's
 * @property {string | undefined} header `Content-Security-Policy`; undefined if the page could not be asked for again
 * @property {string} frameOptions `X-Frame-Options`
 * @property {string[]} metas the policies of the page's `meta` elements
 * @property {Tag[]} tags
 * @property {boolean} needsModule something here needs the module: another element than a button, a button that makes its request, an attribute to be told of
 * @property {boolean} hasForm a button has a form inside
 * @property {boolean} isPlus a button is FranceConnect+'s
 *
 * @typedef {object} Button
 * @property {boolean} isDrawn its own view stands there, not what the page has put inside
 * @property {boolean} isPlus
 * @property {boolean} isDisabled
 * @property {string} label what is read on it
 * @property {boolean} hasLogo
 * @property {string} caption the sentence that it shows itself
 * @property {boolean} isVisible
 * @property {string} coveredBy what lies over it, as a selector; empty if it can be pressed everywhere
 * @property {{width: number, height: number, scaleX: number, scaleY: number, rootFontSize: number}} size as seen, in CSS pixels; how the page scales it
 * @property {{ground: string, text: string, radius: string}} colours computed styles
 * @property {string[]} effects filters and the like around it, each with whose it is
 * @property {{text: string, address: string, isVisible: boolean}} help the link under it
 * @property {{colour: string, hasImage: boolean}} behind the ground that it stands on
 *
 * @typedef {object} Item something that is seen on the page, in its order
 * @property {'franceconnect' | 'text' | 'control' | 'field' | 'frame'} kind a button of ours; words; a link or a button; a field; a frame
 * @property {string} text what is read there
 * @property {string} address where it leads
 * @property {string} type a field's type
 *
 * @typedef {object} Page
 * @property {string} address
 * @property {boolean} isFramed
 * @property {boolean} forcedColours
 * @property {string} language of `<html>`
 * @property {string} title
 * @property {string} heading the first `h1` that is seen
 * @property {Button[]} buttons
 * @property {Item[]} items
 *
 * @typedef {object} Build the build that this script belongs to
 * @property {string} version
 * @property {Record<string, string>} integrity file → `sha384-…`
 * @property {string} repository
 *
 * @typedef {object} Finding
 * @property {string} rule its id in rules.js
 * @property {string} outcome one of the rule's outcomes
 * @property {Record<string, string | number>} [values] what stands in the braces of its sentences
 * @property {string[]} [lines] ready to paste
 */

export {};
