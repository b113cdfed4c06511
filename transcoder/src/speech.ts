import { join } from 'node:path'
import { downloadFiles } from './arguments/download.js'
import { speechCommand } from './arguments/speech.js'
import { runFfmpeg } from './ffmpeg.js'

/** The file of a tree that holds the sound with the times of the film, where the film has sound. */
export const soundName: string = downloadFiles.sound

export interface SpeechRequest {
  inputPath: string
  /** Private; the caller removes it. */
  folder: string
  sampleRate: number
  signal?: AbortSignal
}

/**
 * Decodes the sound to a WAV of one channel, 16 bits a sample.
 * @returns its path in the folder
 * @throws TranscodeError
 */
export async function decodeSpeech({
  inputPath,
  folder,
  sampleRate,
  signal,
}: SpeechRequest): Promise<string> {
  const name = 'speech.wav'
  await runFfmpeg(speechCommand(inputPath, sampleRate, name), { cwd: folder, signal, timeoutSeconds: 900 })
  return join(folder, name)
}
