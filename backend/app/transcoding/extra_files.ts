import type { TranscodedFile } from '@hub/transcoder'
import type { RevisionFiles } from '#app/videos/revision'

/** What a file is to people: the track that places the storyboard's pictures, the film or the sound to take away. */
export function extraFile({ kind, name }: Pick<TranscodedFile, 'kind' | 'name'>): Partial<RevisionFiles> {
  if (kind === 'storyboard' && name.endsWith('.vtt')) return { storyboard: name }
  if (kind === 'download' && name.endsWith('.mp4')) return { download: name }
  // MP3 is what a commune's loudspeakers play
  if (kind === 'download' && name.endsWith('.mp3')) return { audio: name }
  return {}
}
