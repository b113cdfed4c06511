/**
 * Run as a process of its own: `our_job.ts SOURCE FOLDER REPORT`. Transcodes as a worker does, and writes down how much
 * processor time this process itself took before and while it did, and what came out.
 */
import { writeFile } from 'node:fs/promises'
import { transcode } from '@hub/transcoder'

const [sourcePath, outputDirectory, report] = process.argv.slice(2) as [string, string, string]

const loading = seconds()
const files: { name: string; sizeBytes: number }[] = []
const result = await transcode({
  sourcePath,
  outputDirectory,
  onFile: async ({ name, sizeBytes }) => void files.push({ name, sizeBytes }),
})
await writeFile(
  report,
  JSON.stringify({ loadingCpuSeconds: loading, ownCpuSeconds: seconds() - loading, result, files })
)

function seconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
