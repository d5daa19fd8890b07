// The form: from its fields to settings, and back.

import { FIELDS, settingsOf } from './settings.js';

/** What is chosen. @param {HTMLFormElement} form */
export function readForm(form) {
  const data = new FormData(form);
  const address = new URLSearchParams();
  for (const name of Object.keys(FIELDS)) {
    const field = form.elements.namedItem(name);
    const isBox = field instanceof HTMLInputElement && field.type === 'checkbox';
    address.set(name, isBox ? (field.checked ? 'oui' : 'non') : data.getAll(name).join(' '));
  }
  return settingsOf(address);
}

/** Shows settings in the form. @param {HTMLFormElement} form @param {import('./settings.js').Settings} settings */
export function fillForm(form, settings) {
  for (const [name, [key, { write }]] of Object.entries(FIELDS)) {
    const field = form.elements.namedItem(name);
    const value = write(settings[key]);
    if (field instanceof RadioNodeList && field[0].type === 'checkbox') {
      for (const box of field) box.checked = value.split(' ').includes(box.value);
    } else if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = value === 'oui';
    } else {
      field.value = value;
    }
  }
}

/** Shows the parts that are about what is chosen: `data-for` has `element` or `element mode…`. @param {HTMLElement} root @param {import('./settings.js').Settings} settings */
export function showParts(root, { element, mode }) {
  for (const part of root.querySelectorAll('[data-for]')) {
    const [wanted, ...modes] = part.dataset.for.split(' ');
    const isChosen = wanted.split('|').includes(element) && (modes.length === 0 || modes.includes(mode));
    part.hidden = !isChosen;
  }
}
