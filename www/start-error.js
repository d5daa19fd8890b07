/**
 * Why the widget cannot start, and how to mend it. Its kinds: `failures` in www/interface.mjs.
 * @param {string} kind @param {string} file @param {string} why @param {unknown} [cause]
 */
export const startError = (kind, file, why, cause) =>
  Object.assign(new Error(`FranceConnect: ${file} ${why}`, { cause }), { name: 'FranceConnectStartError', kind });
