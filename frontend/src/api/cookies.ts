/** A cookie of this page, decoded; null where there is none, or where the page may have none (a sandboxed frame). */
export function readCookie(name: string): string | null {
  let all: string
  try {
    all = document.cookie
  } catch {
    return null
  }
  for (const pair of all.split('; ')) {
    if (pair.startsWith(`${name}=`)) return decodeURIComponent(pair.slice(name.length + 1))
  }
  return null
}
