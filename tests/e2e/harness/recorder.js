/*
 * The first script of every page that the harness serves. It records what a
 * developer would see in red in the console into `window.__problems`.
 *
 * A page that navigates away takes its variables along, so what it recorded is
 * left in sessionStorage for the next page of the same origin; nothing is
 * written there as long as nothing is wrong.
 */
(() => {
  'use strict';
  const KEY = '__problems';
  const problems = [];
  try {
    problems.push(...JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage is refused here: problems of earlier pages stay unknown.
  }
  Object.defineProperty(window, '__problems', { value: problems });

  const text = (value) => {
    if (value instanceof Error) return String(value);
    if (typeof value === 'string') return value;
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  const record = (kind, message) => problems.push(`${kind}: ${message}`);

  for (const level of ['error', 'warn', 'assert']) {
    const original = console[level];
    console[level] = (...parts) => {
      if (level !== 'assert') record(`console.${level}`, parts.map(text).join(' '));
      else if (!parts[0]) record('console.assert', parts.slice(1).map(text).join(' '));
      original.apply(console, parts);
    };
  }
  // Capture, because a failed load does not bubble.
  addEventListener('error', (event) => {
    const target = event.target;
    if (target instanceof Element) {
      // WebKit says so of an inline style that the policy blocks: recorded as such below.
      if (target.localName === 'style') return;
      record('load', `<${target.localName}> ${target.src ?? target.href ?? target.data ?? ''}`);
    } else {
      record('uncaught', event.error ? text(event.error) : event.message);
    }
  }, true);
  addEventListener('unhandledrejection', (event) => record('unhandled rejection', text(event.reason)));
  addEventListener('securitypolicyviolation', (event) => {
    record('policy', `${event.effectiveDirective} blocked ${event.blockedURI || '(inline)'}`);
  }, true);
  addEventListener('pagehide', () => {
    if (problems.length === 0) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(problems));
    } catch {
      // Nothing to do: the page is going.
    }
  });
  // A page that comes back from the back/forward cache still holds its own
  // list: what it had left behind would otherwise count twice.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
      problems.push(...kept.filter((problem) => !problems.includes(problem)));
      sessionStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  });
})();
