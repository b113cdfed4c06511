import { useWakeLock } from '@vueuse/core'
import { computed, onBeforeUnmount, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Video } from '../api/types.js'
import { useHub } from '../app/hub.js'
import { chaptersOf, chapterStep, type Chapter } from './chapters.js'
import { useChapterTrack } from './use_chapter_track.js'
import { useMediaSession } from './use_media_session.js'

interface Parts {
  element: Ref<HTMLVideoElement | null>
  currentTime: Ref<number>
  playing: Ref<boolean>
  play: () => void
  seek: (seconds: number) => void
}

/** The parts of a video by its tags, told to the scrub bar and to the telephone, which stays awake while it plays. */
export function usePlayerParts(video: () => Video, { element, currentTime, playing, play, seek }: Parts) {
  const { t } = useI18n()
  const { site } = useHub()
  const chapters = computed(() => chaptersOf(video().tags, video().durationSeconds ?? 0))
  const titleOf = ({ tags }: Chapter) =>
    tags.length ? tags.map(({ citation }) => citation).join('; ') : t('player.opening')
  const addChapters = useChapterTrack(element, titleOf)

  function step(direction: 1 | -1) {
    const seconds = chapterStep(chapters.value, currentTime.value, direction)
    if (seconds !== null) seek(seconds)
  }
  useMediaSession({
    playing,
    describe: () => ({
      title: video().title,
      artist: video().agency?.name ?? site.name,
      album: site.name,
      artworkUrl: video().playback.posterUrl,
      chapters: chapters.value.map((chapter) => ({
        title: titleOf(chapter),
        startTime: chapter.startSeconds,
      })),
    }),
    play,
    pause: () => element.value?.pause(),
    skip: (seconds) => seek(currentTime.value + seconds),
    step,
  })

  const wake = useWakeLock()
  // A telephone that refuses (its battery is low) goes dark, and that is its right
  watch(playing, (isPlaying) => void (isPlaying ? wake.request('screen') : wake.release()).catch(() => {}))
  onBeforeUnmount(() => void wake.release().catch(() => {}))

  return { chapters, step, addChapters: () => addChapters(chapters.value) }
}
