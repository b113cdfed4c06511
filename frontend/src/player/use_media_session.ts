import { onBeforeUnmount, watch, type Ref } from 'vue'

interface Shown {
  playing: Ref<boolean>
  /** Asked each time playing begins. */
  describe: () => {
    title: string
    artist: string
    album: string
    artworkUrl: string | null
    chapters: SessionChapter[]
  }
  play: () => void
  pause: () => void
  /** Seconds from where it is now. */
  skip: (seconds: number) => void
  step: (direction: 1 | -1) => void
}
export interface SessionChapter {
  title: string
  startTime: number
}

const skipSeconds = 10

/** Tells the telephone what is playing, for its lock screen, and takes its buttons; where there is a MediaSession. */
export function useMediaSession({ playing, describe, play, pause, skip, step }: Shown) {
  let isOurs = false
  const actions: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', play],
    ['pause', pause],
    ['seekbackward', ({ seekOffset }) => skip(-(seekOffset ?? skipSeconds))],
    ['seekforward', ({ seekOffset }) => skip(seekOffset ?? skipSeconds)],
    ['previoustrack', () => step(-1)],
    ['nexttrack', () => step(1)],
  ]
  function setAction(action: MediaSessionAction, handler: MediaSessionActionHandler | null) {
    try {
      navigator.mediaSession.setActionHandler(action, handler)
    } catch {
      // An action that this browser does not know
    }
  }

  function begin() {
    const { title, artist, album, artworkUrl, chapters } = describe()
    const told = { title, artist, album, artwork: artworkUrl ? [{ src: artworkUrl }] : [] }
    // Not in TypeScript's library yet; browsers that do not know chapters leave them out
    navigator.mediaSession.metadata = new MediaMetadata({
      ...told,
      chapterInfo: chapters,
    } as MediaMetadataInit)
    for (const [action, handler] of actions) setAction(action, handler)
    isOurs = true
  }

  watch(playing, (isPlaying) => {
    if (!('mediaSession' in navigator)) return
    if (isPlaying) begin()
    navigator.mediaSession.playbackState = isPlaying ? 'playing' : 'paused'
  })
  onBeforeUnmount(() => {
    if (!isOurs) return
    for (const [action] of actions) setAction(action, null)
    navigator.mediaSession.metadata = null
    navigator.mediaSession.playbackState = 'none'
  })
}
