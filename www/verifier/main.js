// franceconnect.check.js: a partner runs it on a page of its own, and reads what FranceConnect would say
// of it. Not part of the widget: no visitor loads it.

import { documentProperty } from '../document.js';
import { language } from '../page.js';
import { judge } from './judge.js';
import { plainReport } from './plain.js';
import { readHeaders, readReplies, readStart, readTags } from './read-files.js';
import { readMetaPolicies, readPage, readWidget } from './read-page.js';
import { showReport } from './report.js';
import { TEXTS } from './texts.js';
import style from './report.css';
import { integrity, repository, version } from 'franceconnect:build';

/** Until the page has loaded. */
const loaded = () =>
  new Promise((resolve) => {
    if (documentProperty('readyState') === 'complete') resolve(undefined);
    else addEventListener('load', resolve, { once: true });
  });

async function check() {
  await loaded();
  const widget = readWidget();
  const start = await readStart(widget.needsModule);
  const tags = readTags();
  const { origin } = location;
  const [replies, headers] = await Promise.all([readReplies(tags), readHeaders()]);
  const files = { origin, tags, replies, start };
  const policies = { ...widget, ...headers, origin, tags, metas: readMetaPolicies() };
  return judge({ files, policies, page: readPage() }, { integrity, repository, version });
}

async function run() {
  const findings = await check();
  const about = {
    language: /** @type {'fr' | 'en'} */ (language(documentProperty('documentElement')) === 'en' ? 'en' : 'fr'),
    address: location.href, repository, version,
  };
  try {
    showReport(findings, about, style);
  } catch (error) {
    console.error(`${TEXTS.failed[about.language]}\n${plainReport(findings, [], about)}`, error);
  }
}

run().catch((error) => console.error('FranceConnect: franceconnect.check.js', error));
