// Files in and out: opened, dropped, downloaded. None is sent anywhere.

import { strToU8, zipSync } from 'fflate';

/**
 * A file's text. Another encoding than UTF-8 is read as Windows-1252, which old editors write.
 * @param {File} file
 * @returns {Promise<{name: string, text: string, guessed: boolean}>}
 */
async function read(file) {
  const bytes = await file.arrayBuffer();
  try {
    return { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { name: file.name, text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}

/**
 * Takes files from the button and from what is dropped on the page.
 * @param {(files: Awaited<ReturnType<typeof read>>[]) => void} take
 */
export function takeFiles(take) {
  const input = /** @type {HTMLInputElement} */ (document.getElementById('files'));
  const given = async (/** @type {FileList} */ files) => take(await Promise.all([...files].map(read)));
  document.getElementById('open').addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await given(input.files);
    // So that the same file can be chosen again.
    input.value = '';
  });
  const { classList } = document.body;
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    classList.add('dropping');
  });
  addEventListener('dragleave', (event) => event.relatedTarget ?? classList.remove('dropping'));
  addEventListener('drop', (event) => {
    classList.remove('dropping');
    if (!hasFiles(event)) return;
    event.preventDefault();
    given(event.dataTransfer.files);
  });
}

/** Hands a text over as a file. @param {string} name @param {string} text */
export function download(name, text) {
  hand(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));
}

/** Hands several over in one archive. @param {string} name @param {{name: string, text: string}[]} files */
export function downloadAll(name, files) {
  const archive = zipSync(Object.fromEntries(files.map((file) => [file.name, strToU8(file.text)])));
  hand(name, new Blob([archive], { type: 'application/zip' }));
}

/** @param {string} name @param {Blob} content */
function hand(name, content) {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
