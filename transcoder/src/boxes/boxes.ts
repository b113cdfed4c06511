/** ISO base media file format boxes (ISO/IEC 14496-12, 4.2): size, type, payload. */
export interface Box {
  type: string
  /** Offset of the box itself; `start` and `end` enclose its payload. */
  offset: number
  start: number
  end: number
}

/** The boxes that lie side by side in a range of a file's bytes. Ends at the first that does not fit. */
export function boxesIn(bytes: Buffer, start = 0, end = bytes.length): Box[] {
  const boxes: Box[] = []
  let offset = start
  while (offset + 8 <= end) {
    let size = bytes.readUInt32BE(offset)
    const type = bytes.toString('latin1', offset + 4, offset + 8)
    let header = 8
    if (size === 1 && offset + 16 <= end) {
      size = Number(bytes.readBigUInt64BE(offset + 8))
      header = 16
    } else if (size === 0) {
      size = end - offset
    }
    if (size < header || offset + size > end) break
    boxes.push({ type, offset, start: offset + header, end: offset + size })
    offset += size
  }
  return boxes
}

/** Walks down a path such as `moov/trak/mdia/mdhd`, taking the first box of each name. */
export function boxAt(bytes: Buffer, path: string): Box | null {
  let range: { start: number; end: number } = { start: 0, end: bytes.length }
  let found: Box | null = null
  for (const type of path.split('/')) {
    found = boxesIn(bytes, range.start, range.end).find((box) => box.type === type) ?? null
    if (!found) return null
    range = found
  }
  return found
}
