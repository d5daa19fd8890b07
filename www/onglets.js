/**
 * Tabs, by the WAI-ARIA pattern, of what the page shows one after another without a script: in an
 * element with the attribute `data-tabs`, each child is a panel, named by the heading it begins with.
 * No module: a browser loads none for a page opened from the disk.
 */
const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

/** @type {{names: string, panels: Element[], select: (at: number) => void}[]} in the page's order */
const groups = [...document.querySelectorAll('[data-tabs]')].map(tabbed);

/** @param {HTMLElement} group */
function tabbed(group) {
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

  const select = (chosen) => panels.forEach((panel, at) => {
    panel.hidden = at !== chosen;
    tabs[at].setAttribute('aria-selected', String(at === chosen));
    // One stop of the tab key for the whole list; arrows move inside it.
    tabs[at].tabIndex = at === chosen ? 0 : -1;
  });
  const self = { names: tabs.map(({ textContent }) => textContent).join(), panels, select };

  list.addEventListener('click', ({ target }) => {
    const at = tabs.indexOf(target);
    if (at >= 0) choose(self, at);
  });
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = tabs.indexOf(document.activeElement);
    const last = tabs.length - 1;
    const next = { Home: 0, End: last }[event.key] ?? (at + (KEYS[event.key] ?? NaN) + tabs.length) % tabs.length;
    if (Number.isNaN(next)) return;
    event.preventDefault();
    choose(self, next);
    tabs[next].focus();
  });

  list.append(...tabs);
  group.prepend(list);
  select(0);
  return self;
}

/**
 * Shows a panel, and the one of the same name in each group further down that has the same names: a
 * language is chosen once. Not further up, where the page would jump.
 */
function choose(group, at) {
  for (const each of groups.slice(groups.indexOf(group))) if (each.names === group.names) each.select(at);
}

/** An address that leads into a panel shows it. */
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  for (const group of groups) {
    const at = group.panels.findIndex((panel) => panel.contains(target));
    if (!target || at < 0) continue;
    choose(group, at);
    target.scrollIntoView();
  }
}

follow();
addEventListener('hashchange', follow);
