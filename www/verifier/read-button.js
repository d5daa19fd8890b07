// Reads a button of ours: what it shows, and how the page shows it.

import { attribute, box, childNodes, elementAt, isSeen, nameOf, seenAncestors, shadowRoot, textContent } from './dom.js';
import { documentProperty } from '../document.js';

/** How far from its edge a button is pressed for a trial, in CSS pixels. */
const INSET = 3;

/** What a property is where nothing is done. @type {Record<string, string[]>} */
const EFFECTS = {
  opacity: ['1'], filter: ['none'], mixBlendMode: ['normal'], clipPath: ['none'], maskImage: ['none'], webkitMaskImage: ['none'],
};

const words = (/** @type {Node} */ node) => textContent(node).replace(/\s+/g, ' ').trim();

/** @param {Element} host @returns {import('./description.js').Button} */
export function readButton(host) {
  const root = shadowRoot(host);
  const button = root?.querySelector('.button') ?? undefined;
  const isPlus = /^eidas[23]$/.test(attribute(host, 'level') ?? '');
  if (!button) return { ...ABSENT, isPlus };
  const help = root.querySelector('.help');
  const caption = root.querySelector('.caption');
  const style = getComputedStyle(button);
  // Where it can be looked at: what lies over it is known in the window alone.
  const place = [scrollX, scrollY];
  Element.prototype.scrollIntoView.call(button, { block: 'center', behavior: 'instant' });
  const found = {
    isDrawn: true,
    isPlus,
    isDisabled: button.matches(':disabled, [aria-disabled]'),
    label: words(button),
    hasLogo: [...childNodes(button)].some((node) => node instanceof SVGSVGElement && node.querySelector('path')),
    caption: caption && isSeen(caption) ? words(caption) : '',
    isVisible: isSeen(button),
    coveredBy: whatCovers(button),
    size: measure(button),
    colours: { ground: style.backgroundColor, text: style.color, radius: style.borderTopLeftRadius },
    effects: effectsAround(button),
    help: { text: help ? words(help) : '', address: help?.href ?? '', isVisible: Boolean(help) && isSeen(help) && !whatCovers(help) },
    behind: behind(host),
  };
  scrollTo({ left: place[0], top: place[1], behavior: 'instant' });
  return found;
}

/** @type {import('./description.js').Button} */
const ABSENT = {
  isDrawn: false, isPlus: false, isDisabled: false, label: '', hasLogo: false, caption: '', isVisible: false, coveredBy: '',
  size: { width: 0, height: 0, scaleX: 1, scaleY: 1, rootFontSize: 16 }, colours: { ground: '', text: '', radius: '' }, effects: [],
  help: { text: '', address: '', isVisible: false }, behind: { colour: '', hasImage: false },
};

/** What lies over an element, at the middle or near a corner of its box, or of its boxes if it is on several lines. @param {Element} element */
function whatCovers(element) {
  const points = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) => [
    [(left + right) / 2, (top + bottom) / 2],
    [left + INSET, top + INSET], [right - INSET, top + INSET], [left + INSET, bottom - INSET], [right - INSET, bottom - INSET],
  ]);
  for (const [x, y] of points) {
    // A narrow window may cut it: that is for the visitor's fingers to scroll.
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const found = elementAt(x, y);
    if (!found) return '?';
    if (found !== element && !element.contains(found)) return nameOf(found);
  }
  return '';
}

/** @param {HTMLElement} button */
function measure(button) {
  const { width, height } = box(button);
  const scale = (/** @type {number} */ seen, /** @type {number} */ own) => (own > 0 ? seen / own : 1);
  const rootFontSize = parseFloat(getComputedStyle(documentProperty('documentElement')).fontSize);
  return { width, height, scaleX: scale(width, button.offsetWidth), scaleY: scale(height, button.offsetHeight), rootFontSize };
}

/** @param {Element} button */
function effectsAround(button) {
  return [button, ...seenAncestors(button)].flatMap((element) => {
    const style = /** @type {any} */ (getComputedStyle(element));
    const changed = Object.keys(EFFECTS).filter((name) => style[name] !== undefined && style[name] !== '' && !EFFECTS[name].includes(style[name]));
    // The same under its old name.
    return changed.filter((name) => name !== 'webkitMaskImage' || !changed.includes('maskImage')).map((name) => `${name} ${style[name]} (${nameOf(element)})`);
  });
}

const isClear = (/** @type {string} */ colour) => /^(transparent|rgba\(.*[, /]+0\))$/.test(colour);

/** The ground that an element stands on. @param {Element} host */
function behind(host) {
  for (const element of [host, ...seenAncestors(host)]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (backgroundImage !== 'none') return { colour: backgroundColor, hasImage: true };
    if (!isClear(backgroundColor)) return { colour: backgroundColor, hasImage: false };
  }
  // The browser's own: white, or what it draws in a dark scheme.
  const { colorScheme } = getComputedStyle(documentProperty('documentElement'));
  const mayBeDark = /dark/.test(`${colorScheme} ${metaScheme()}`);
  const isDark = mayBeDark && (!/light/.test(`${colorScheme} ${metaScheme()}`) || matchMedia('(prefers-color-scheme: dark)').matches);
  return { colour: isDark ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)', hasImage: false };
}

/** What the page says of its schemes in its head. */
const metaScheme = () => Document.prototype.querySelector.call(document, 'meta[name="color-scheme"]')?.content ?? '';
