/**
 * The longest run of what both lists hold that stands in the same order in both: what stays when one becomes the other, so
 * that the fewest things move. Each key stands once in a list. A longest increasing subsequence by patience sorting, O(n log n).
 */
export function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, place) => [key, place]));
  const shared = after.filter((key) => places.has(key));
  const placeOf = (at: number) => places.get(shared[at] ?? '') ?? -1;
  /** For each length, the end of the run of that length that ends earliest in `before`. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (let at = 0; at < shared.length; at += 1) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle] ?? 0) < placeOf(at)) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const kept = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(shared[at] ?? '');
  return kept;
}
