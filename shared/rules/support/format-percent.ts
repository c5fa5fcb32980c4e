/** A ratio as a percentage with at most two decimals: 0.7 → `70%`. */
export function formatPercent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))}%`
}
