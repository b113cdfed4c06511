import type { Ref } from 'vue'
import type { Chapter } from './chapters.js'

/**
 * Gives a video element its chapters as a text track, from which the scrub bar takes its marks and its preview the title.
 * To be called before the controls are there: they read it once.
 */
export function useChapterTrack(
  element: Ref<HTMLVideoElement | null>,
  titleOf: (chapter: Chapter) => string
) {
  return function addChapters(chapters: Chapter[]) {
    if (!element.value || chapters.length === 0) return
    const track = element.value.addTextTrack('chapters')
    // Neither shown nor forgotten: its cues are to be read
    track.mode = 'hidden'
    for (const chapter of chapters)
      track.addCue(new VTTCue(chapter.startSeconds, chapter.endSeconds, titleOf(chapter)))
  }
}
