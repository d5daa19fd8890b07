// The demo page's own controls. None of it is needed by a partner.

const switches = document.querySelector('.switches');
switches.hidden = false;
switches.addEventListener('change', ({ target }) => {
  if (target.name === 'lang') {
    for (const stage of document.querySelectorAll('.live')) stage.lang = target.value;
  } else {
    document.documentElement.dataset.frScheme = target.value;
  }
});

const copy = document.getElementById('copy');
const copied = document.getElementById('copied');
copy.hidden = false;
copy.addEventListener('click', async () => {
  const code = document.getElementById('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    copied.textContent = 'Copié';
  } catch {
    // No clipboard here (no https, or refused): the code is selected, one key is left to press.
    getSelection().selectAllChildren(code);
    copied.textContent = 'Sélectionné : Ctrl+C';
  }
  setTimeout(() => (copied.textContent = ''), 4000);
});
