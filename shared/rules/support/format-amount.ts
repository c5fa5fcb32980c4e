/** An amount for messages: without binary noise, at most six decimals. */
export function formatAmount(amount: number): string {
  return String(Number(amount.toFixed(6)))
}
