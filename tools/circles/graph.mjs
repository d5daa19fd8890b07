/** Circles in a graph of imports. */

/**
 * One line for each set of nodes that reach each other, as a shortest way round: `a → b → a`, and
 * the others of the set, if that way leaves some out.
 *
 * @param {Map<string, Set<string>>} graph for each node, those that it imports
 * @returns {string[]}
 */
export function circles(graph) {
  const reached = new Map([...graph.keys()].map((node) => [node, reach(graph, node)]));
  const seen = new Set();
  const lines = [];
  for (const node of [...graph.keys()].sort()) {
    if (seen.has(node) || !reached.get(node).has(node)) continue;
    const set = [...reached.get(node)].filter((other) => reached.get(other)?.has(node)).sort();
    set.forEach((member) => seen.add(member));
    const way = wayRound(graph, node);
    const others = set.filter((member) => !way.includes(member));
    lines.push(way.join(' → ') + (others.length > 0 ? ` (and ${others.join(', ')})` : ''));
  }
  return lines;
}

/** Every node that `from` leads to; itself only by a circle. */
function reach(graph, from) {
  const found = new Set();
  const open = [from];
  while (open.length > 0) {
    for (const next of graph.get(open.pop()) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

/** A shortest way from `from` back to it. */
function wayRound(graph, from) {
  const ways = [[from]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)) ?? []) {
      if (next === from) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}
