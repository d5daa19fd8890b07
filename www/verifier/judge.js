// All findings of a page, without those that only follow from another.

import { checkButtons } from './check-button.js';
import { checkFiles } from './check-files.js';
import { checkPage, checkSurroundings } from './check-page.js';
import { checkPolicy } from './check-policy.js';
import { outcomeOf } from './rules.js';

/** What a wrong file or policy brings about, and so is said once. */
const CONSEQUENCES = new Set(['start absent', 'start failed', 'drawn fallback']);

/**
 * @param {object} read
 * @param {import('./description.js').Files} read.files
 * @param {import('./description.js').Policies} read.policies
 * @param {import('./description.js').Page} read.page
 * @param {import('./description.js').Build} build
 * @returns {import('./description.js').Finding[]} in the order of the rules
 */
export function judge({ files, policies, page }, build) {
  const causes = [...checkFiles(files, build), ...checkPolicy(policies)];
  const isConsequence = (/** @type {import('./description.js').Finding} */ { rule, outcome }) => CONSEQUENCES.has(`${rule} ${outcome}`);
  const isBroken = causes.some((finding) => outcomeOf(finding).verdict === 'mend' && !isConsequence(finding));
  const isWorking = files.start.state === 'running';
  return [...causes, ...checkButtons(page), ...checkSurroundings(page), ...checkPage(page)].filter((finding) => {
    if (!isConsequence(finding)) return true;
    return !isBroken && (isWorking || finding.rule !== 'drawn');
  });
}
