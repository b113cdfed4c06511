/** `?t=83` or `?t=1:23` in seconds; 0 for anything else. */
export function secondsFrom(value: unknown): number {
  if (typeof value !== 'string' || !/^\d+(?::[0-5]?\d){0,2}(?:\.\d+)?s?$/.test(value)) return 0
  return value
    .replace('s', '')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)
}
