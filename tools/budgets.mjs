// What a visitor may download, in bytes (brotli 11): the one place where the budgets stand.

/** What the script tag loads. */
export const FILES = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];

/**
 * `make dist` fails above `most`. `aim` is for what costs no clarity. `loader`: a page with buttons
 * only; `together`: everything.
 */
export const BUDGETS = {
  loader: { aim: 5_000, most: 6_000 },
  together: { aim: 50_000, most: 60_000 },
};
