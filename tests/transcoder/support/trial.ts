import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const directory = await scratch(test)
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
