/** The configurator's code for React and Vue, built as it stands by the partner's own tools: the elements of its HTML. */
import assert from 'node:assert/strict';
import { CODE, elementHtml } from '../../www/workbench/configurator/code.js';
import { settingsOf } from '../../www/workbench/configurator/settings.js';
import { treeOf } from '../../www/workbench/configurator/tree.js';
import { build, serveApplication } from './examples/applications.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { painted } from './helpers.mjs';

/** Each element and each mode, as they are at first and with every setting that their code can have. */
const CHOICES = [
  'mode=lien',
  'mode=lien&route=%2Fx%3Fa%3D1%26b%3D%22%3Ci%3E%7By%7D&niveau=eidas2&phrase=non&langue=de&apparence=dark',
  'mode=formulaire',
  'mode=formulaire&route=%2Fconnexion%3Fa%3D1%26b&niveau=eidas3&langue=en',
  'mode=demande',
  'mode=demande&client=essai&retour=https%3A%2F%2Fpartenaire.example%2Fretour&donnees=openid+email&autres=dgfip_rfr&niveau=eidas2&environnement=sandbox&phrase=non&langue=es&apparence=light',
  'element=parcours',
  'element=parcours&titre=4&lienpartage=oui&retenir=oui&langue=en&apparence=dark',
  'element=fiche',
  'element=fiche&titre=3&langue=en&apparence=light',
];
const TREES = CHOICES.map((choices) => treeOf(settingsOf(new URLSearchParams(choices))));
const TOKEN = 'un jeton';
/** The console tells of the identifier that is left to fill in. */
const LEFT = /VOTRE_IDENTIFIANT/;

/** By form of code: the example that it is put in, what its files end in, how one is imported, and the page that shows all. */
const FRAMEWORKS = {
  react: {
    example: 'react-router',
    ending: 'jsx',
    imported: (name) => `{ Connexion as ${name} }`,
    page: (imports, shown) => `${imports}\nexport const Connexion = () => <>${shown}</>;`,
  },
  vue: {
    example: 'vue-router',
    ending: 'vue',
    imported: (name) => name,
    page: (imports, shown) => `<script setup>\n${imports}\n</script>\n<template>${shown}</template>`,
  },
};

/** The files of an application whose first page shows each component in a section of its own. */
function filesOf(form) {
  const { ending, imported, page } = FRAMEWORKS[form];
  const components = TREES.map((tree, index) => ({ name: `Code${index}`, code: CODE[form](tree) }));
  const imports = components.map(({ name }) => `import ${imported(name)} from './${name}.${ending}';`);
  const shown = components.map(({ name, code }) => `<section><${name}${code.includes('csrf') ? ` csrf="${TOKEN}"` : ''} /></section>`);
  return {
    ...Object.fromEntries(components.map(({ name, code }) => [`${name}.${ending}`, code])),
    [`Connexion.${ending}`]: page(imports.join('\n'), shown.join('')),
  };
}

/** An element's names, attributes and texts, without the white space that lays out its code. */
const DESCRIBE = `
  const describe = (node) => node.nodeType === Node.TEXT_NODE ? node.data.trim() : {
    name: node.localName,
    attributes: node.getAttributeNames().sort().map((name) => [name, node.getAttribute(name)]),
    children: [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).map(describe).filter((child) => child !== ''),
  };`;

for (const [form, { example }] of Object.entries(FRAMEWORKS)) {
  acrossEngines(`the configurator’s code for ${form} builds as it stands, into the elements of its HTML`, {
    expected: [LEFT], timeout: 400_000,
  }, async (context) => {
    const { driver, open, problems } = context;
    const site = await serveApplication(context, await build(example, 'configurator', filesOf(form)));
    await open(`${site.origin}/`);
    await until(() => painted(driver), 'the buttons');
    // Said once the module is there.
    await until(async () => (await problems()).some((problem) => LEFT.test(problem)), 'what the console says');
    const html = TREES.map((tree) => elementHtml(tree).replace('LE_JETON_CSRF_DE_LA_SESSION', TOKEN));
    const [inApplication, inPage] = await driver.executeScript(`${DESCRIBE}
      const parsed = arguments[0].map((text) => new DOMParser().parseFromString(text, 'text/html').body.firstChild);
      return [[...document.querySelectorAll('section')].map(({ firstElementChild }) => firstElementChild), parsed].map((list) => list.map(describe));`, html);
    assert.deepEqual(inApplication, inPage);
    assert.equal(inPage.length, CHOICES.length);
  });
}
