import { fileKind, SNIFFED_BYTES, type FileKind } from './file_kind.js'

/** As the server has it by default (`UPLOAD_MAX_BYTES`); it says no itself where the operator chose less. */
export const MAX_UPLOAD_BYTES = 8 * 1024 ** 3

/** Why a file is not worth sending: the name of a sentence under `upload.refused`. */
export type Refusal = 'empty' | 'tooLarge' | 'unreadable' | Exclude<FileKind, 'video' | 'unknown'>

/** What can be told before the first byte is sent. Null: send it (what nobody knows, the server looks at). */
export async function checkFile(file: File): Promise<Refusal | null> {
  if (file.size === 0) return 'empty'
  if (file.size > MAX_UPLOAD_BYTES) return 'tooLarge'
  try {
    const kind = fileKind(new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer()))
    return kind === 'video' || kind === 'unknown' ? null : kind
  } catch {
    // Moved, deleted or still on a telephone that was unplugged.
    return 'unreadable'
  }
}
