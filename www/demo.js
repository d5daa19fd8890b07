// What every page here shares: the switches of those that have them, and a button under each block of
// code. Without script neither is seen. None of it is needed by a partner.

const switches = document.querySelector('.switches');
if (switches) {
  switches.hidden = false;
  switches.addEventListener('change', ({ target }) => {
    if (target.name === 'lang') {
      for (const stage of document.querySelectorAll('.live')) stage.lang = target.value;
    } else {
      document.documentElement.dataset.frScheme = target.value;
    }
  });
}

/** How long « Copié » stands there, in ms. */
const SHOWN = 4000;

/** Puts a button that copies it under a block of code. @param {HTMLPreElement} block */
function addCopyButton(block) {
  const row = document.createElement('div');
  row.className = 'copy';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copier';
  // They are many: each says what it copies, after what is seen of it.
  button.setAttribute('aria-label', `Copier\u00a0: ${block.getAttribute('aria-label') ?? 'le code'}`);
  let timer;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent.trim());
      status.textContent = 'Copié';
    } catch {
      // No clipboard here (no https, or refused): the code is selected, one key is left to press.
      getSelection().selectAllChildren(block);
      status.textContent = 'Sélectionné\u00a0: Ctrl+C ou ⌘C';
    }
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ''), SHOWN);
  });
  row.append(status, button);
  block.after(row);
}

document.querySelectorAll('pre').forEach(addCopyButton);
