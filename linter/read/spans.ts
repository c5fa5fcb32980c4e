/** Adds a span of numbers behind those that are there; one that touches the last makes that longer. */
export function addSpan(spans: [number, number][], from: number, to = from): void {
  const last = spans.at(-1)
  if (last?.[1] === from - 1) last[1] = to
  else spans.push([from, to])
}
