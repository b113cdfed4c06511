import { decodeTcvn3 } from './tcvn3.js'
import { vietnameseScore } from './vietnamese_score.js'

export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' | 'tcvn3' | 'gb18030'

export interface DecodedFile {
  text: string
  encoding: Encoding
}

/** A file in UTF-8 of which fewer signs than this are spoiled was cut or joined badly, and is still UTF-8. */
const spoiledShare = 0.02
/** Enough to tell one code from another. */
const sampleBytes = 64 * 1024

/**
 * The text of a caption file in whatever code its program saved it. Unicode says what it is; of the old eight-bit codes
 * the one is taken in which most words are Vietnamese (or, for other languages, the usual one).
 */
export function decodeCaptions(bytes: Uint8Array, lang: string): DecodedFile {
  const unicode = markedUnicode(bytes) ?? strictUtf8(bytes)
  if (unicode) return unicode
  const legacy = lang === 'vi' ? vietnamese : lang.startsWith('zh') ? chinese : western
  const spoiled = spoiledUtf8(bytes)
  if (spoiled) return spoiled
  const sample = bytes.subarray(0, sampleBytes)
  const scores = legacy.map((encoding) => vietnameseScore(inCode(sample, encoding).text))
  // Of equals the first, which is the likelier one
  return inCode(bytes, legacy[scores.indexOf(Math.max(...scores))]!)
}

const vietnamese: Encoding[] = ['windows-1258', 'tcvn3', 'windows-1252']
const western: Encoding[] = ['windows-1252']
const chinese: Encoding[] = ['gb18030']

function inCode(bytes: Uint8Array, encoding: Encoding): DecodedFile {
  const text = encoding === 'tcvn3' ? decodeTcvn3(bytes) : new TextDecoder(encoding).decode(bytes)
  return { text, encoding }
}

/** UTF-16 by its mark, or by the zero that every second byte of digits and line ends is. */
function markedUnicode(bytes: Uint8Array): DecodedFile | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return inCode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return inCode(bytes, 'utf-16be')
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 4096)
  sample.forEach((byte, at) => byte === 0 && zeros[at % 2]!++)
  const [even, odd] = zeros as [number, number]
  const many = sample.length / 8
  if (odd > many && odd > 8 * even) return inCode(bytes, 'utf-16le')
  if (even > many && even > 8 * odd) return inCode(bytes, 'utf-16be')
  return null
}

function strictUtf8(bytes: Uint8Array): DecodedFile | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function spoiledUtf8(bytes: Uint8Array): DecodedFile | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const spoiled = text.split('\uFFFD').length - 1
  const beyondAscii = text.match(/[^\x00-\x7F]/g)?.length ?? 0
  return spoiled <= beyondAscii * spoiledShare
    ? { text: text.replaceAll('\uFFFD', ''), encoding: 'utf-8' }
    : null
}
