/** Caption files are small; what is larger is something else. */
export const MAX_CAPTION_BYTES = 2_000_000

/**
 * The text of a caption file. Subtitle programs on Windows still save as UTF-16, or in the old Vietnamese code
 * page; everything else is UTF-8.
 */
export function decodeCaptions(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}
