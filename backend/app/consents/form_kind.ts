export interface FormKind {
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png'
  extension: 'pdf' | 'jpg' | 'png'
}

const starts: [bytes: number[], kind: FormKind][] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { mediaType: 'application/pdf', extension: 'pdf' }],
  [[0xff, 0xd8, 0xff], { mediaType: 'image/jpeg', extension: 'jpg' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { mediaType: 'image/png', extension: 'png' }],
]

/** What a scan or photo is, by its first bytes: neither its name nor what the sender says of it counts. */
export function formKind(bytes: Uint8Array): FormKind | null {
  return starts.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1] ?? null
}

/** The name as it may be kept and given back: no folders, no control signs, the extension of what it really is. */
export function formFilename(given: string, { extension }: FormKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).pop() ?? ''
  const plain = last.replace(
    /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069"<>|:*?]/g,
    ''
  )
  const stem = plain
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
    .replace(/^\.+/, '')
  return `${[...stem].slice(0, 120).join('') || 'ban-ky'}.${extension}`
}
