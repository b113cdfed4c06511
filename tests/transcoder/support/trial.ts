import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ordinary } from './fixtures.js'
import { transcode, type TranscodedFile, type TranscodeRequest, type TranscodeResult } from '@hub/transcoder'

export interface Trial {
  directory: string
  result: TranscodeResult
  files: TranscodedFile[]
}

/** Scratch folders of a test, removed when the test is over. */
export async function scratch(test: { cleanup(handler: () => Promise<void>): void }): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'transcoder-trial-'))
  test.cleanup(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** Transcodes one source into a scratch folder of its own and keeps what was handed over. */
export async function transcoded(
  test: { cleanup(handler: () => Promise<void>): void },
  sourcePath: string,
  more: Partial<TranscodeRequest> = {}
): Promise<Trial> {
  return attempt(await scratch(test), sourcePath, more)
}

/** The delivered files by their names, which is what a player gets: a head start lies elsewhere in the scratch folder. */
export function delivered({ files }: Pick<Trial, 'files'>): (name: string) => Promise<Buffer> {
  const paths = new Map(files.map(({ name, path }) => [name, path]))
  return (name) => {
    const path = paths.get(name)
    return path ? readFile(path) : Promise.reject(new Error(`no file ${name} was delivered`))
  }
}

const kept = new Map<string, Promise<Trial & { progress: number[] }>>()

/** A source transcoded once for all tests that only look at what was made. */
export function transcodedOnce(name: string, source: () => Promise<string>) {
  const known = kept.get(name)
  if (known) return known
  const making = (async () => {
    const directory = await mkdtemp(join(tmpdir(), `transcoder-${name}-`))
    process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
    const progress: number[] = []
    const trial = await attempt(directory, await source(), {
      onProgress: (value) => void progress.push(value),
    })
    return { ...trial, progress }
  })()
  kept.set(name, making)
  return making
}

export const ordinaryTranscoded = () => transcodedOnce('ordinary', ordinary)

async function attempt(
  directory: string,
  sourcePath: string,
  more: Partial<TranscodeRequest>
): Promise<Trial> {
  const files: TranscodedFile[] = []
  const result = await transcode({
    sourcePath,
    outputDirectory: directory,
    ...more,
    async onFile(file) {
      files.push(file)
      await more.onFile?.(file)
    },
  })
  return { directory, result, files }
}
