import { type FileHandle, open } from 'node:fs/promises'
import { readSampleTable, type SampleTable } from './boxes/sample_table.js'
import { NotCopiable } from './not_copiable.js'

/** The index of four hours takes a few megabytes. */
const largestIndexBytes = 64 * 1024 * 1024
const mostTopBoxes = 64

/**
 * Reads the list of a track's samples from an MP4 or MOV file: only its index, whatever the length, so
 * that a long source is judged as quickly as a short one.
 *
 * @throws NotCopiable
 */
export async function readSourceIndex(path: string, trackId: number): Promise<SampleTable> {
  const file = await open(path)
  try {
    const bytes = await movieBox(file)
    return readSampleTable(bytes, trackId)
  } catch (cause) {
    // A hostile table may point past its end.
    if (cause instanceof RangeError) throw new NotCopiable('index_damaged', '', { cause })
    throw cause
  } finally {
    await file.close()
  }
}

async function movieBox(file: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(16)
  let offset = 0
  for (let box = 0; box < mostTopBoxes; box++) {
    const { bytesRead } = await file.read(header, 0, 16, offset)
    if (bytesRead < 8) break
    const short = header.readUInt32BE(0)
    const size = short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short
    const type = header.toString('latin1', 4, 8)
    if (type === 'moof') throw new NotCopiable('fragmented')
    if (size < 8) break
    if (type === 'moov') {
      if (size > largestIndexBytes) throw new NotCopiable('index_damaged', 'moov')
      const bytes = Buffer.alloc(size)
      const read = await file.read(bytes, 0, size, offset)
      if (read.bytesRead < size) throw new NotCopiable('cut_short')
      return bytes
    }
    offset += size
  }
  throw new NotCopiable('container')
}
