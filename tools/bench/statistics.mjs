/**
 * How samples lie.
 * @typedef {{median: number, low: number, high: number, samples: number[]}} Spread
 *   `low` and `high`: the first and the third quartile; `samples` as they came
 */

/**
 * @param {number[]} samples at least one
 * @returns {Spread}
 */
export function spread(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  // Between two ranks, in proportion.
  const at = (share) => {
    const rank = share * (sorted.length - 1);
    const below = sorted[Math.floor(rank)];
    return below + (sorted[Math.ceil(rank)] - below) * (rank % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), samples };
}
