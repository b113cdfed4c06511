import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { vietnameseFont } from '../system_packages.mjs'
import { backdrop, titlePanel } from './backdrop.mjs'
import { captions, narrate } from './narration.mjs'

const run = promisify(execFile)
const FRAMES_PER_SECOND = 25
const PAUSE_SECONDS = 0.9
/** Of a bold letter, on average, in font sizes. */
const LETTER_WIDTH = 0.66

/** Makes a skit's film in `folder`. @returns {Promise<{file: string, webVtt: string, scenes: {startSeconds, seconds}[]}>} */
export async function makeFilm(skit, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const scenes = []
  let startSeconds = 0
  for (const [index, scene] of skit.scenes.entries()) {
    const base = join(folder, `scene-${index}`)
    const voice = await narrate(scene.says, `${base}.wav`)
    const seconds = voice.seconds + PAUSE_SECONDS
    await filmScene({ skit, scene, voice, seconds, folder, index })
    scenes.push({ says: scene.says, startSeconds, seconds: voice.seconds })
    startSeconds += Math.ceil(seconds * FRAMES_PER_SECOND) / FRAMES_PER_SECOND
  }
  const list = join(folder, 'scenes.txt')
  writeFileSync(list, scenes.map((_, index) => `file scene-${index}.mkv\n`).join(''))
  const file = join(folder, `${skit.filename}.mp4`)
  // The scenes' sound is uncompressed until here, so that no encoder's padding adds up at the joints
  const args = [
    '-f',
    'concat',
    '-i',
    list,
    '-c:v',
    'copy',
    '-c:a',
    'aac',
    '-b:a',
    '128k',
    '-movflags',
    '+faststart',
    file,
  ]
  await ffmpeg(args, folder)
  return { file, webVtt: captions(scenes), scenes }
}

async function filmScene({ skit, scene, voice, seconds, folder, index }) {
  const base = join(folder, `scene-${index}`)
  const pictures = [backdrop({ ...skit, ...scene.place }), ...scene.cast.map(({ figure }) => figure)]
  const inputs = pictures.flatMap((picture, layer) => {
    writeFileSync(`${base}-${layer}.png`, picture.toPng())
    return ['-framerate', String(FRAMES_PER_SECOND), '-i', `${base}-${layer}.png`]
  })
  const sound = voice.file ? ['-i', voice.file] : ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=mono']
  // Each picture is decoded once and then held: reading it again for every frame took most of the time
  const held = pictures.map((_, layer) => `[${layer}:v]loop=-1:1,setpts=N/${FRAMES_PER_SECOND}/TB[p${layer}]`)
  const overlays = scene.cast.map(({ x, y }, layer) => {
    const below = layer === 0 ? 'p0' : `v${layer}`
    return `[${below}][p${layer + 1}]overlay=x='${x}':y='${y}':eval=frame[v${layer + 1}]`
  })
  const titles = scene.titles
    .map((text, row) => title(text, row, skit, { folder, name: `scene-${index}-title-${row}.txt` }))
    .filter(Boolean)
  const last = `[v${scene.cast.length}]${[...titles, 'format=yuv420p'].join(',')}[picture]`
  const voiceAt = `[${pictures.length}:a]aresample=48000,adelay=300,apad[sound]`
  const frames = Math.ceil(seconds * FRAMES_PER_SECOND)
  await ffmpeg(
    [
      ...[...inputs, ...sound],
      ...[
        '-filter_complex',
        [...held, ...overlays, last, voiceAt].join(';'),
        '-map',
        '[picture]',
        '-map',
        '[sound]',
      ],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-c:a', 'pcm_s16le', '-ac', '2'],
      ...['-t', String(frames / FRAMES_PER_SECOND), '-frames:v', String(frames), `${base}.mkv`],
    ],
    folder
  )
}

/**
 * Text goes through a file, named without its folder (ffmpeg runs there): nothing in either can then be taken for
 * drawtext's own signs.
 */
function title(text, row, { width, height }, { folder, name }) {
  const font = vietnameseFont()
  if (!font) return undefined // the film does without titles; captions say it all
  writeFileSync(join(folder, name), text)
  const { top } = titlePanel(height)
  const wished = Math.min(width, height) * 0.076 * (row === 0 ? 1 : 0.78)
  const size = Math.round(Math.min(wished, (width - 130) / (text.length * LETTER_WIDTH)))
  const y = top + Math.round(height * (0.045 + row * 0.085))
  const slide = `(w-text_w)/2-max(0\\,0.5+${row * 0.3}-t)*w`
  return `drawtext=fontfile=${font}:textfile=${name}:expansion=none:fontsize=${size}:fontcolor=white:x='${slide}':y=${y}`
}

async function ffmpeg(args, cwd) {
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], { cwd })
}
