import { type CommandLine, quietGlobals } from './command_line.js'

/** Small grey picture on which candidates are judged. */
export const judgedSize = { width: 160, height: 160 }
export const posterName = 'poster.jpg'
const posterLongSide = 1280

/** The first frames of files of ours (init and one segment each), small and grey, one after the other. */
export function judgeCommand(inputs: string[], target: string): CommandLine {
  const { width, height } = judgedSize
  const small = inputs.map(
    (_, index) => `[${index}:v]trim=end_frame=1,setpts=0,scale=${width}:${height}:flags=area[c${index}]`
  )
  const labels = inputs.map((_, index) => `[c${index}]`).join('')
  return {
    inputs: inputs.map(onePicture),
    globals: quietGlobals,
    filterGraph: `${small.join(';')};${labels}concat=n=${inputs.length},format=gray[judged]`,
    outputs: [{ options: ['-map', '[judged]', '-vsync', 'passthrough', '-f', 'rawvideo'], target }],
  }
}

/** The first frame of such a file, or the first from a moment on, as JPEG of at most 1280 on its long side. */
export function posterCommand(input: string, fromSeconds = 0): CommandLine {
  const fit = `scale='min(${posterLongSide},iw)':'min(${posterLongSide},ih)':force_original_aspect_ratio=decrease`
  const from = fromSeconds > 0 ? `setpts=PTS-STARTPTS,trim=start=${fromSeconds.toFixed(6)},` : ''
  const filter = `${from}${fit}:out_range=full,format=yuvj420p`
  return {
    inputs: [fromSeconds > 0 ? ownFile(input) : onePicture(input)],
    globals: quietGlobals,
    filterGraph: null,
    outputs: [
      {
        options: ['-frames:v', '1', '-vf', filter, '-q:v', '4', '-f', 'image2', '-update', '1'],
        target: posterName,
      },
    ],
  }
}

/** A skit of sound only gets a picture of its sound: a calm line on the site's dark blue. */
export function soundPosterCommand(input: string): CommandLine {
  return {
    inputs: [{ options: ['-protocol_whitelist', 'file'], url: `file:${input}` }],
    globals: quietGlobals,
    filterGraph: [
      'color=0x12304d:size=1280x720,trim=end_frame=1[ground]',
      '[0:a]aformat=channel_layouts=mono,showwavespic=size=1120x320:scale=sqrt:colors=0xf2c14e[wave]',
      '[ground][wave]overlay=80:200:format=auto,scale=out_range=full,format=yuvj420p[poster]',
    ].join(';'),
    outputs: [
      {
        options: ['-map', '[poster]', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1'],
        target: posterName,
      },
    ],
  }
}

/** More threads than one for a single picture are only started in vain. */
function onePicture(path: string) {
  const { options, url } = ownFile(path)
  return { options: [...options, '-threads', '1'], url }
}

function ownFile(path: string) {
  return { options: ['-protocol_whitelist', 'file', '-f', 'mov'], url: `file:${path}` }
}
