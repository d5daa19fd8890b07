/**
 * Tabs, by the WAI-ARIA pattern, of what the page shows one after another without a script: in an
 * element with the attribute `data-tabs`, each child is a panel, named by the heading it begins with.
 */
const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

for (const group of document.querySelectorAll('[data-tabs]')) {
  const panels = [...group.children];
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', group.dataset.tabs);
  const tabs = panels.map((panel) => {
    const heading = panel.firstElementChild;
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `${panel.id}-onglet`;
    tab.textContent = heading.textContent;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    // The tab says it now; on paper the heading comes back.
    heading.classList.add('named-by-tab');
    return tab;
  });

  /** Shows one panel. */
  const select = (chosen) => panels.forEach((panel, at) => {
    panel.hidden = panel !== chosen;
    tabs[at].setAttribute('aria-selected', String(panel === chosen));
    // One stop of the tab key for the whole list; arrows move inside it.
    tabs[at].tabIndex = panel === chosen ? 0 : -1;
  });

  list.addEventListener('click', ({ target }) => {
    const at = tabs.indexOf(target);
    if (at >= 0) select(panels[at]);
  });
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = tabs.indexOf(document.activeElement);
    const last = tabs.length - 1;
    const next = { Home: 0, End: last }[event.key] ?? (at + (KEYS[event.key] ?? NaN) + tabs.length) % tabs.length;
    if (Number.isNaN(next)) return;
    event.preventDefault();
    select(panels[next]);
    tabs[next].focus();
  });

  /** An address that leads into a panel shows it. */
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    const panel = target && panels.find((each) => each.contains(target));
    if (!panel) return;
    select(panel);
    target.scrollIntoView();
  };

  list.append(...tabs);
  group.prepend(list);
  select(panels[0]);
  follow();
  addEventListener('hashchange', follow);
}
