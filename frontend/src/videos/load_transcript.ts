import type { Api } from '../api/client.js'
import type { Video } from '../api/types.js'
import { readCues, type Cue } from './web_vtt.js'

/** What is said in a video, in the language it is spoken in; nothing where there are no captions. */
export async function loadTranscript(api: Api, video: Video | null | undefined): Promise<Cue[]> {
  const { captions } = video?.playback ?? { captions: [] }
  const track = captions.find(({ kind }) => kind === 'captions') ?? captions[0]
  if (!video || !track) return []
  const path = { id: video.id, lang: track.lang }
  const { data } = await api.GET('/videos/{id}/captions/{lang}', { params: { path }, parseAs: 'text' })
  return readCues(data ?? '')
}
