// « Nouveau » : a dialog that starts files from their models.

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('new-dialog'));
const name = /** @type {HTMLInputElement} */ (document.getElementById('new-name'));

/**
 * @param {import('./kinds.js').Kind[]} kinds
 * @param {(stem: string, kinds: string[]) => void} start what was asked for: the files’ common name, the kinds
 */
export function offerModels(kinds, start) {
  const boxes = kinds.map(({ id, about }) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', checked: true, value: id });
    label.append(box, ' ', about);
    document.getElementById('new-kinds').append(label);
    return box;
  });
  document.getElementById('new').addEventListener('click', () => {
    dialog.returnValue = '';
    dialog.showModal();
  });
  document.getElementById('new-cancel').addEventListener('click', () => dialog.close());
  // Once it has given the focus back.
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'start') return;
    start(name.value, boxes.filter(({ checked }) => checked).map(({ value }) => value));
  });
}
