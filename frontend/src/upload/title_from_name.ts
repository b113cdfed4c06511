const LONGEST = 300

/** A first title from a file's name: `Chen_ruou-cuoi-ngay.mp4` → `Chen ruou cuoi ngay`. */
export function titleFromName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
  const title = bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1)
  return title.slice(0, LONGEST) || 'Video'
}
