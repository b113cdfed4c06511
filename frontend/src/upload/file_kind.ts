/** How many bytes from the beginning of a file `fileKind` wants to see. */
export const SNIFFED_BYTES = 512

export type FileKind = 'video' | 'document' | 'picture' | 'sound' | 'archive' | 'text' | 'unknown'

type Signature = [kind: FileKind, offset: number, bytes: string]

/** Bytes as Latin-1 text, which keeps the table readable: one character is one byte. */
const SIGNATURES: Signature[] = [
  ['video', 0, '\x1aE\xdf\xa3'], // Matroska, WebM
  ['video', 0, 'FLV'],
  ['video', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'], // Windows Media
  ['video', 0, '\x00\x00\x01\xba'], // MPEG program stream
  ['video', 0, '\x00\x00\x01\xb3'], // MPEG video
  ['video', 0, '\x06\x0e\x2b\x34'], // MXF
  ['video', 0, 'OggS'],
  ['document', 0, '%PDF'],
  ['document', 0, '\xd0\xcf\x11\xe0'], // the older Word, Excel and PowerPoint
  ['document', 0, '{\\rtf'],
  ['picture', 0, '\xff\xd8\xff'],
  ['picture', 0, '\x89PNG'],
  ['picture', 0, 'GIF8'],
  ['picture', 8, 'WEBP'],
  ['sound', 0, 'ID3'],
  ['sound', 0, '\xff\xfb'],
  ['sound', 0, 'fLaC'],
  ['sound', 0, '#!AMR'],
  ['sound', 8, 'WAVE'],
  ['archive', 0, 'PK\x03\x04'], // also the newer Word, Excel and PowerPoint
  ['archive', 0, 'Rar!'],
  ['archive', 0, '7z\xbc\xaf'],
  ['archive', 0, '\x1f\x8b'],
]

/** The atoms that MP4, MOV and 3GP files begin with (ISO/IEC 14496-12, and QuickTime before it). */
const ATOMS = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'styp']
const PICTURE_BRANDS = ['heic', 'heix', 'mif1', 'avif', 'msf1']

/** What a file is by its content; its name is never asked. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, SNIFFED_BYTES))
  if (head.startsWith('RIFF') && head.startsWith('AVI ', 8)) return 'video'
  if (ATOMS.includes(head.slice(4, 8))) return isoKind(head)
  const known = SIGNATURES.find(([, offset, mark]) => head.startsWith(mark, offset))
  if (known) return known[0]
  if (isTransportStream(bytes)) return 'video'
  return isText(bytes) ? 'text' : 'unknown'
}

function isoKind(head: string): FileKind {
  const brand = head.slice(4, 8) === 'ftyp' ? head.slice(8, 12) : ''
  if (PICTURE_BRANDS.includes(brand)) return 'picture'
  return brand === 'M4A ' ? 'sound' : 'video'
}

/** Packets of 188 bytes, or of 192 in camcorder files, each with 0x47 at its head (ISO/IEC 13818-1). */
function isTransportStream(bytes: Uint8Array): boolean {
  const repeats = (first: number, step: number) => bytes[first] === 0x47 && bytes[first + step] === 0x47
  return repeats(0, 188) || repeats(4, 192)
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED_BYTES)
  const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32)
  return head.length > 0 && !head.some(isControl)
}
