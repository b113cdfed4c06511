import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TranscodeResult } from '@hub/transcoder'
import { type Cost, measured, readTimes, shellCommand } from './measured.js'

export interface OurCost extends Cost {
  /** Processor seconds by what they went into; `head start` is apart from the limit. */
  parts: Record<string, number>
  result: TranscodeResult
  files: { name: string; sizeBytes: number }[]
}

/** What tells our commands apart: the first that occurs among the arguments. */
const marks: [mark: string, part: string][] = [
  ['head/muxer.m3u8', 'head start'],
  ['ebur128', 'loudness'],
  ['audio/muxer.m3u8', 'sound'],
  ['[judged]', 'poster candidates'],
  ['poster.jpg', 'poster'],
  ['download.mp4', 'downloads'],
  ['libx264', 'ladder'],
  ['-show_streams', 'probe'],
]

/** A stand-in for ffmpeg and ffprobe in the path, which writes down what each run of the real one took. */
const standIn = (tool: string, real: string, log: string) => `#!/bin/sh
'${real}' "$@"
code=$?
{ echo "run ${tool} $(printf '%s ' "$@" | tr '\\n' ' ')"; times; } >> '${log}'
exit $code
`

/** Our whole job in a Node of its own, and where its processor time went. */
export async function ourCost(source: string, folder: string): Promise<OurCost> {
  const [tools, output, log, report] = ['tools', 'output', 'runs.txt', 'report.json'].map((name) =>
    join(folder, name)
  ) as [string, string, string, string]
  await mkdir(tools)
  await mkdir(output)
  for (const tool of ['ffmpeg', 'ffprobe']) {
    await writeFile(join(tools, tool), standIn(tool, realPath(tool), log))
    await chmod(join(tools, tool), 0o755)
  }
  const job = fileURLToPath(new URL('our_job.ts', import.meta.url))
  const command = shellCommand(
    ...[process.execPath, '--import', '@poppinss/ts-exec', job, source, output, report]
  )
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const cost = await measured(`cd ${shellCommand(root)}\n${command}\ncd ${shellCommand(folder)}`, folder, {
    PATH: `${tools}:${process.env.PATH}`,
  })
  const { loadingCpuSeconds, ownCpuSeconds, result, files } = JSON.parse(await readFile(report, 'utf8'))
  const parts: Record<string, number> = { node: ownCpuSeconds }
  for (const run of (await readFile(log, 'utf8')).split(/^run /m).slice(1)) {
    const [command = '', ...times] = run.split('\n')
    const part = marks.find(([mark]) => command.includes(mark))?.[1] ?? 'other'
    parts[part] = (parts[part] ?? 0) + readTimes(times.join('\n'))
  }
  // A worker has loaded its modules long before; a job does not pay for them.
  return { ...cost, cpuSeconds: cost.cpuSeconds - loadingCpuSeconds, parts, result, files }
}

function realPath(tool: string): string {
  const folders = (process.env.PATH ?? '').split(':')
  const found = folders.map((folder) => join(folder, tool)).find((path) => existsSync(path))
  if (!found) throw new Error(`${tool} is not in the path`)
  return found
}
