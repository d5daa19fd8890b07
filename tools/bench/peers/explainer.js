/* global document */
// The explainer as one would write it with libraries: the document fetched, its front matter read
// by js-yaml, the answer's Markdown rendered by marked and made safe by DOMPurify at each choice.
// It asks no question and judges nothing: it only shows the answer.
import DOMPurify from 'dompurify';
import { load } from 'js-yaml';
import { marked } from 'marked';

const text = await (await fetch('franceconnect.md')).text();
const { access_page: pages } = load(text.split(/^---$/m)[1]);
const host = document.getElementById('explainer');
const answer = document.createElement('div');
const fieldset = document.createElement('fieldset');
const legend = document.createElement('legend');
legend.textContent = 'Qui êtes-vous ?';
fieldset.append(legend);
for (const { who, description, cta } of pages) {
  for (const label of who) {
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'who', value: label });
    input.addEventListener('change', () => {
      const action = cta ? `\n\n[${cta.label}](${cta.path})` : '';
      answer.innerHTML = DOMPurify.sanitize(marked.parse(description + action));
    });
    const line = document.createElement('label');
    line.append(input, label);
    fieldset.append(line);
  }
}
host.append(fieldset, answer);
