// The report as text, to be copied.

import { MANUAL_RULES, RULES, filled, outcomeOf } from './rules.js';
import { addressOf } from './sources.js';
import { TEXTS } from './texts.js';

/** The order of the report. @type {import('./outcome.js').Verdict[]} */
export const VERDICTS = ['mend', 'look', 'kept'];

/** @param {import('./description.js').Finding[]} findings @param {import('./outcome.js').Verdict} verdict */
export const withVerdict = (findings, verdict) => findings.filter((finding) => outcomeOf(finding).verdict === verdict);

/** How many there are of each verdict, in words. @param {import('./description.js').Finding[]} findings @param {'fr' | 'en'} language */
export const summary = (findings, language) =>
  filled(TEXTS.summary, language, Object.fromEntries(VERDICTS.map((verdict) => [verdict, withVerdict(findings, verdict).length])));

/** The address of a page without its query, which may hold a code. @param {string} address */
const withoutQuery = (address) => new URL(address).origin + new URL(address).pathname;

/**
 * @param {import('./description.js').Finding[]} findings
 * @param {boolean[]} ticks those of MANUAL_RULES that are ticked
 * @param {{language: 'fr' | 'en', address: string, repository: string, version: string}} about
 */
export function plainReport(findings, ticks, { language, address, repository, version }) {
  const source = (/** @type {import('./sources.js').Source} */ from) => `  ${filled(TEXTS.source, language, { label: from.label[language] })}, ${addressOf(from, repository)}`;
  const told = (/** @type {import('./description.js').Finding} */ finding) => {
    const { found, mend } = outcomeOf(finding);
    const { title, source: from } = RULES.get(finding.rule);
    return [`- ${title[language]}`, `  ${filled(found, language, finding.values)}`, ...(mend ? [`  ${filled(mend, language, finding.values)}`] : []),
      ...(finding.lines ?? []).map((line) => `    ${line}`), source(from)].join('\n');
  };
  const sections = VERDICTS.map((verdict) => [TEXTS[verdict][language], ...withVerdict(findings, verdict).map(told)]);
  const manual = [TEXTS.manual[language], ...MANUAL_RULES.map(({ text, source: from }, index) => `- [${ticks[index] ? 'x' : ' '}] ${text[language]}\n${source(from)}`)];
  return [
    `${TEXTS.title[language]}, FranceConnect widget ${version}`, filled(TEXTS.page, language, { address: withoutQuery(address) }), summary(findings, language),
    ...[...sections.filter((section) => section.length > 1), manual].map((section) => `\n${section.join('\n')}`),
    `\n${TEXTS.limits[language]}`,
  ].join('\n');
}
