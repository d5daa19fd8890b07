/** What tests do on the authoring page: write in its fields as an author does, read them, read the preview. */
import { Key, chord, until } from './harness/suite.mjs';
import { settled } from './helpers.mjs';

export const PAGE = '/www/atelier/';

/** What the page says of the findings: « 1 erreur ». */
export const state = (driver) => driver.executeScript('return document.getElementById("state").textContent');

export const says = (driver, wanted) => until(async () => (await state(driver)) === wanted, `the state « ${wanted} »`, 20_000);

/** Opens the page, without the draft of an earlier visit. */
export async function start({ open, driver }, view) {
  await driver.executeScript('localStorage.clear()');
  await open(PAGE, view);
  await says(driver, 'Aucune remarque');
}

/** The editor’s field, where keys go. @param {string} panel `document` or `questions` */
const CONTENT = 'document.querySelector("#panel-" + args[0]).shadowRoot.querySelector(".cm-content")';

/** Copies or pastes, in the field: the engines make no such event with data of a test’s choosing. */
const CLIPBOARD = `
  const clipboard = (content, name, text = '') => {
    const clipboardData = new DataTransfer();
    if (text) clipboardData.setData('text/plain', text);
    const event = new Event(name, { bubbles: true, cancelable: true });
    content.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value: clipboardData }));
    return clipboardData.getData('text/plain');
  };`;

/** Shows a text and puts the cursor in it. */
export const enter = (driver, panel = 'document') => settled(driver, `
  document.querySelector('#tab-' + args[0]).click();
  ${CONTENT}.focus();`, panel);

/** The whole text, as it is copied: the component only draws the lines in view. */
export async function written(driver, panel = 'document') {
  await enter(driver, panel);
  await chord(driver, [Key.CONTROL], 'a');
  return selected(driver, panel);
}

/** Pastes over the whole text. */
export async function write(driver, text, panel = 'document') {
  await enter(driver, panel);
  await chord(driver, [Key.CONTROL], 'a');
  await settled(driver, `${CLIPBOARD} clipboard(${CONTENT}, 'paste', args[1]);`, panel, text);
}

/** Replaces a piece of a text. */
export async function replace(driver, from, to, panel = 'document') {
  const text = await written(driver, panel);
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
  await write(driver, text.replace(from, () => to), panel);
}

/** What is selected in a field, as it is copied. */
export const selected = (driver, panel = 'document') =>
  settled(driver, `${CLIPBOARD} return clipboard(${CONTENT}, 'copy');`, panel);

/** What the component draws of a selector in a field, as text. */
export const inText = (driver, selector, panel = 'document') => settled(driver, `
  const found = document.querySelector('#panel-' + args[1]).shadowRoot.querySelectorAll(args[0]);
  return [...found].map((element) => element.textContent);`, selector, panel);

/** The panel that has the focus: `panel-document`. */
export const focusedPanel = (driver) => driver.executeScript('return document.activeElement.closest("[role=tabpanel]")?.id');

/** What the preview’s element holds of a selector, as text. */
export const shown = (driver, element, selector) => settled(driver, `
  const root = document.querySelector('franceconnect-' + args[0]).shadowRoot;
  return [...root.querySelectorAll(args[1])].map((found) => found.textContent);`, element, selector);

/** Drops a file on the page. @param {Record<string, string>} files name → text */
export const drop = (driver, files) => settled(driver, `
  const data = new DataTransfer();
  for (const [name, text] of Object.entries(args[0])) data.items.add(new File([text], name));
  dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));`, files);

/** What a button’s click downloads: the name, and the bytes as text, each a character. */
export const downloaded = (driver, button) => driver.executeAsyncScript(`
  const [button, done] = arguments;
  const make = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  // Where a download goes depends on the browser; what goes is this.
  let content;
  URL.createObjectURL = (blob) => { content = blob; return make.call(URL, blob); };
  HTMLAnchorElement.prototype.click = async function () {
    const bytes = new Uint8Array(await content.arrayBuffer());
    done({ name: this.download, bytes: [...bytes] });
  };
  document.getElementById(button).click();
  URL.createObjectURL = make;
  HTMLAnchorElement.prototype.click = click;`, button).then(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
