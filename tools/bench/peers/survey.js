/* global document */
// The explainer as one would write it with survey-core: « Qui êtes-vous ? » as a group of radio
// buttons, each answer as an HTML panel that its choice makes visible. Its texts are made into HTML
// when the page is built, which is to the peer's advantage; its questions are left out.
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.css';

/* global ANSWERS */
/** @type {{who: string[], html: string}[]} */
const answers = ANSWERS;
const model = new Model({
  showNavigationButtons: false,
  elements: [
    { type: 'radiogroup', name: 'who', title: 'Qui êtes-vous ?', choices: answers.flatMap(({ who }) => who) },
    ...answers.map(({ who, html }, at) => ({
      type: 'html',
      name: `answer${at}`,
      html,
      visibleIf: who.map((label) => `{who} = '${label.replaceAll("'", "\\'")}'`).join(' or '),
    })),
  ],
});
renderSurvey(model, document.getElementById('explainer'));
