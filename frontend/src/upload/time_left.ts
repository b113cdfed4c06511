/** How long it still takes, in the grain that people plan by: the name of a sentence and its number. */
export function timeLeft(seconds: number): { sentence: 'seconds' | 'minutes' | 'hours'; count: number } {
  if (seconds < 55) return { sentence: 'seconds', count: Math.max(5, Math.ceil(seconds / 5) * 5) }
  if (seconds < 55 * 60) return { sentence: 'minutes', count: Math.ceil(seconds / 60) }
  return { sentence: 'hours', count: Math.ceil(seconds / 3600) }
}
