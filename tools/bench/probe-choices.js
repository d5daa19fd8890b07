/* global document, window */
// Looks for the choices of « Qui êtes-vous ? », in the document and in every open shadow root: radio
// buttons in their labels or, before the script of a prerendered page, disclosures. All of them: a
// page that is still being parsed may be painted with the first alone.
if (window.bench) {
  const CHOICE = 'fieldset > label:has(> input[type=radio]), fieldset > details > summary';
  const choices = (root) => {
    const found = [...root.querySelectorAll(CHOICE)];
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(...choices(shadowRoot));
    return found;
  };
  const isShown = (choice) =>
    choice.closest('fieldset').querySelector('legend')?.textContent.startsWith('Qui êtes-vous')
    && choice.getBoundingClientRect().width > 100
    && choice.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  window.bench.watch(() => {
    const shown = choices(document).filter(isShown);
    const labels = shown.map((choice) => choice.textContent.trim());
    return shown.length > 0 && JSON.stringify(labels) === JSON.stringify(window.bench.expected) && shown;
  });
}
