/**
 * Notes how long a step of a check took, from `start` (as of `performance.now()`) until now, where the browser's profiler and
 * `npm run bench:addin` see it. Only the last step of each name is kept.
 */
export function noteStep(
  name: 'read' | 'hand over' | 'check' | 'publish',
  start: number,
  detail?: unknown
): void {
  const label = `jixiao ${name}`
  performance.clearMeasures(label)
  performance.measure(label, {start, end: performance.now(), detail})
}
