import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { onPath } from '../system_packages.mjs'

const run = promisify(execFile)

/** Where nobody speaks, the captions still want their time: about the pace of a calm voice. */
const SECONDS_PER_SYLLABLE = 0.3

/**
 * Speaks the text into a WAV file where a Vietnamese voice can be had.
 * @returns {Promise<{file?: string, seconds: number}>} without a voice: no file, and the time that reading takes
 */
export async function narrate(text, file) {
  if (!onPath('espeak-ng')) return { seconds: text.split(/\s+/).length * SECONDS_PER_SYLLABLE }
  await run('espeak-ng', ['-v', 'vi', '-s', '150', '-g', '4', '-w', file, text.normalize('NFC')])
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    file,
  ])
  return { file, seconds: Number(stdout) }
}

/** WebVTT cues, a sentence each, sharing a scene's time by their length. */
export function captions(scenes) {
  const cues = scenes.flatMap(({ says, startSeconds, seconds }) => {
    const sentences = says.match(/[^.!?]+[.!?]+/g).map((sentence) => sentence.trim())
    const letters = sentences.join('').length
    let at = startSeconds
    return sentences.map((sentence) => {
      const from = at
      at += (seconds * sentence.length) / letters
      return `${clock(from)} --> ${clock(at)}\n${sentence}`
    })
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

function clock(seconds) {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}
