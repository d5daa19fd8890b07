// Judges the button itself: what it shows, and how the page shows it.

import { contrast, luminance, parseColour, sameColour } from './colour.js';
import { COLOURS, HELP, LEAST_HEIGHT, LOGINS } from './official.js';

/** How much two scales may differ: browsers round to pixels. */
const TOLERANCE = 0.02;
/** What text needs against its ground: the link under the button has the button's colour. WCAG 2.1, 1.4.3. */
const LEAST_CONTRAST = 4.5;

/**
 * @param {import('./description.js').Page} page
 * @returns {import('./description.js').Finding[]}
 */
export function checkButtons({ buttons, forcedColours }) {
  if (buttons.length === 0) return [{ rule: 'drawn', outcome: 'none' }];
  const number = buttons.length === 1
    ? { rule: 'one-button', outcome: 'right' }
    : { rule: 'one-button', outcome: 'several', values: { count: buttons.length } };
  const all = buttons.flatMap((button) => checkButton(button, forcedColours));
  return [number, ...withoutRepetition(all)];
}

/** A page may have many buttons: what is kept is said once, and so is the same fault. @param {import('./description.js').Finding[]} findings */
function withoutRepetition(findings) {
  const isKept = ({ outcome }) => outcome === 'right' || outcome === 'forced';
  const faulty = new Set(findings.filter((finding) => !isKept(finding)).map(({ rule }) => rule));
  const said = new Set();
  return findings.filter((finding) => {
    const key = isKept(finding) ? finding.rule : JSON.stringify(finding);
    if ((isKept(finding) && faulty.has(finding.rule)) || said.has(key)) return false;
    said.add(key);
    return true;
  });
}

/** @typedef {import('./description.js').Button} Button */

/** @param {Button} button @param {boolean} forcedColours */
function checkButton(button, forcedColours) {
  if (!button.isDrawn) return [{ rule: 'drawn', outcome: 'fallback' }];
  const drawn = drawing(button);
  if (!button.isVisible) return [drawn, { rule: 'visible', outcome: 'hidden' }];
  const visible = button.coveredBy
    ? { rule: 'visible', outcome: 'covered', values: { by: button.coveredBy } }
    : { rule: 'visible', outcome: 'right' };
  return [drawn, visible, help(button), size(button), colours(button, forcedColours), effects(button), ground(button, forcedColours)];
}

/** @param {Button} button */
function drawing({ label, hasLogo, isPlus }) {
  const name = isPlus ? 'FranceConnect+' : 'FranceConnect';
  const isRight = hasLogo && LOGINS.some((login) => label === `${login} ${name}`);
  return isRight ? { rule: 'drawn', outcome: 'right' } : { rule: 'drawn', outcome: 'changed', values: { label } };
}

/** @param {Button} button */
function help({ isPlus, help: { address, isVisible } }) {
  if (!isVisible) return { rule: 'help', outcome: 'hidden' };
  const isRight = address === (isPlus ? HELP.plus : HELP.franceconnect);
  return { rule: 'help', outcome: isRight ? 'right' : 'changed', values: { address } };
}

/** @param {Button} button */
function size({ size: { width, height, scaleX, scaleY, rootFontSize } }) {
  const rounded = { width: Math.round(width), height: Math.round(height), rootFontSize, scaleX, scaleY };
  if (Math.abs(scaleX / scaleY - 1) > TOLERANCE) return { rule: 'size', outcome: 'deformed', values: rounded };
  return { rule: 'size', outcome: height < LEAST_HEIGHT - 1 ? 'small' : 'right', values: rounded };
}

/** The scheme whose colours these are. @param {Button} button @returns {'light' | 'dark' | undefined} */
function schemeOf({ isDisabled, colours: { ground, text } }) {
  return /** @type {const} */ (['light', 'dark']).find((name) => {
    const scheme = COLOURS[name];
    const grounds = isDisabled ? [scheme.disabledGround] : scheme.grounds;
    return grounds.some((each) => sameColour(each, ground)) && sameColour(isDisabled ? scheme.disabledText : scheme.text, text);
  });
}

/** @param {Button} button @param {boolean} forcedColours */
function colours(button, forcedColours) {
  if (forcedColours) return { rule: 'colours', outcome: 'forced' };
  const { ground, text, radius } = button.colours;
  const isRight = schemeOf(button) && /^0(px|%)?$/.test(radius);
  return { rule: 'colours', outcome: isRight ? 'right' : 'changed', values: { ground, text, radius } };
}

/** @param {Button} button */
function effects({ effects: found }) {
  return found.length === 0 ? { rule: 'effects', outcome: 'right' } : { rule: 'effects', outcome: 'some', values: { effects: found.join(', ') } };
}

/** The ground that the page gives. @param {Button} button @param {boolean} forcedColours */
function ground(button, forcedColours) {
  if (forcedColours) return { rule: 'contrast', outcome: 'forced' };
  const { colour, hasImage } = button.behind;
  const [own, behind] = [parseColour(button.colours.ground), parseColour(colour)];
  if (hasImage || !own || !behind || behind[3] < 1) return { rule: 'contrast', outcome: 'unknown' };
  const ratio = contrast(own, behind);
  // A recoloured or disabled one is told of elsewhere.
  if (button.isDisabled || !schemeOf(button) || ratio >= LEAST_CONTRAST) return { rule: 'contrast', outcome: 'right', values: { ratio } };
  const isLight = luminance(behind) > luminance(own);
  const line = `<franceconnect-button caption scheme="${isLight ? 'light' : 'dark'}">`;
  return { rule: 'contrast', outcome: isLight ? 'darkOnLight' : 'lightOnDark', values: { colour }, lines: [line] };
}
