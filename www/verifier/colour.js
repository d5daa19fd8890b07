// Colours as style sheets compute them, compared. https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio

/**
 * @param {string} text `#000091`, `rgb(0, 0, 145)` or `rgba(0, 0, 145, 1)`
 * @returns {number[] | undefined} red, green, blue of 255, and opacity of 1; undefined for other notations
 */
export function parseColour(text) {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (hex) return [...hex.slice(1).map((part) => parseInt(part, 16)), 1];
  const found = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[, /]+([\d.]+))?\)$/.exec(text);
  return found ? [found[1], found[2], found[3], found[4] ?? 1].map(Number) : undefined;
}

/** @param {string} one @param {string} other */
export function sameColour(one, other) {
  const [first, second] = [parseColour(one), parseColour(other)];
  return Boolean(first && second) && first.every((part, index) => part === second[index]);
}

/** @param {number[]} colour */
export function luminance([red, green, blue]) {
  const linear = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** From 1 to 21. @param {number[]} one @param {number[]} other */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
