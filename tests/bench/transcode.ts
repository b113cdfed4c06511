/**
 * What a transcode costs, against what the same files cost by hand, and the bytes of its rungs, against a ladder of
 * fixed bitrates.
 *
 *   npm run bench -- transcode [--seconds 20] [--runs 3] [--file PATH …] [--corpus FOLDER [--only NAME,NAME …]]
 *                              [--parts cost,bytes]
 *
 * **Cost**, of the made source or of the files given by path: processor seconds (user and system, of every process) and
 * wall seconds of
 *   a) our whole job, with its parts. Node and the probe stay in it; the head start is told apart, as the issue does;
 *   b) `byHand`: the best command for the same files, one process that decodes once (support/reference_commands.ts);
 *   c) `onePerRung`: one process per rung at the same settings, as PeerTube does.
 * They run in turn, `--runs` times; figures are medians, ratios those of the least processor time of each.
 *
 * **Bytes**, of the files of a corpus (all, or those named), of the files given by path, else of the made source: how
 * they are compared says support/bytes.ts.
 *
 * Prints one JSON object on its last line.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareRungs, type Row, summary } from './support/bytes.js'
import { compareCosts, inScratch } from './support/compare_costs.js'
import { makeSource } from './support/natural_source.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    runs: { type: 'string', default: '3' },
    file: { type: 'string', multiple: true },
    corpus: { type: 'string' },
    only: { type: 'string' },
    parts: { type: 'string', default: 'cost,bytes' },
  },
})
const parts = values.parts.split(',')
const sources = values.file ?? [await makeSource(Number(values.seconds))]

const costs = []
if (parts.includes('cost')) {
  for (const source of sources) {
    const cost = await compareCosts(source, Number(values.runs))
    console.log(`${source}: ours ${JSON.stringify(cost.ours)}, ratios ${JSON.stringify(cost.ratios)}`)
    costs.push(cost)
  }
}

const rows: Row[] = []
const failed: Record<string, string> = {}
for (const video of parts.includes('bytes') ? videosForBytes() : []) {
  try {
    const made = await inScratch((folder) => compareRungs(video, folder))
    rows.push(...made)
    console.log(`${video}: ${made.map(({ height }) => height).join(', ')}`)
  } catch (error) {
    // Of a corpus of odd files some cannot be made into anything: that is said, and the others count.
    failed[video] = String(error).split('\n')[0]!
    console.log(`${video}: ${failed[video]}`)
  }
}

const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  ffmpeg: execFileSync('ffmpeg', ['-version']).toString().split(' ')[2],
}
const bytes = rows.length > 0 ? summary(rows) : null
console.log(JSON.stringify({ bench: 'transcode', machine, costs, bytes, failed }))

function videosForBytes(): string[] {
  const { corpus, only, file } = values
  if (!corpus) return sources
  const names = only ? only.split(',') : readdirSync(corpus).sort()
  return [...names.map((name) => join(corpus, name)), ...(file ?? [])]
}
