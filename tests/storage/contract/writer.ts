/**
 * A process that writes, to be killed or measured: `writer.ts CONFIG-AS-JSON TASK KEY`.
 *   endless    one object without end; says 'N MiB taken'
 *   replacing  one object of 2 MiB over and over, each time of another byte; says 'put N'
 *   long       300 MiB in and out again; says how much memory it had before and at most, as JSON
 */
import { Readable } from 'node:stream'
import { createStorage, type StorageConfig } from '@hub/storage'

const MiB = 1024 * 1024
const [config = '', task = '', key = ''] = process.argv.slice(2)
const storage = createStorage(JSON.parse(config) as StorageConfig)

function* mebibytes(count: number) {
  for (let i = 1; i <= count; i++) {
    yield Buffer.alloc(MiB, i)
    if (task === 'endless') console.log(`${i} MiB taken`)
  }
}

if (task === 'endless') {
  await storage.put(key, Readable.from(mebibytes(Infinity), { objectMode: false }))
} else if (task === 'replacing') {
  for (let i = 1; ; i++) {
    await storage.put(key, Buffer.alloc(2 * MiB, i))
    console.log(`put ${i}`)
  }
} else {
  await storage.put(key, 'first, so that all code is loaded')
  const baseBytes = process.resourceUsage().maxRSS * 1024
  await storage.put(key, Readable.from(mebibytes(300), { objectMode: false }))
  let count = 0
  for await (const chunk of (await storage.get(key)).stream) count += (chunk as Buffer).length
  if (count !== 300 * MiB) throw new Error(`${count} bytes came back`)
  console.log(JSON.stringify({ baseBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }))
}
