import { insertAt, mergeWithNext, nudge, remove, setEnd, setStart, split } from './edit_cues.js'
import type { Cues } from './use_cues.js'
import type { EditorAct } from './use_editor_keys.js'
import type { Film } from './use_film.js'

const STEP_SECONDS = 0.1

/** What a key or a button does to the cues and the film. `caret` is where somebody writes. */
export function runAct(act: EditorAct, track: Cues, film: Film, caret: number | null): void {
  const { cues, cue } = track
  const one = cue.value
  const seconds = film.seconds.value
  const showStart = () => {
    if (track.cue.value && !film.playing.value) film.seek(track.cue.value.startSeconds)
  }
  const moveEdge = (edge: 'start' | 'end', by: number) =>
    one && track.change(nudge(cues.value, one.id, edge, by), `${edge} ${one.id}`)

  const acts: Partial<Record<EditorAct, () => void>> = {
    play: film.toggle,
    back: film.back,
    undo: track.undo,
    redo: track.redo,
    previous: () => (track.step(-1), showStart()),
    next: () => (track.step(1), showStart()),
    setStart: () => one && track.change(setStart(cues.value, one.id, seconds)),
    setEnd: () => one && track.change(setEnd(cues.value, one.id, seconds)),
    startEarlier: () => moveEdge('start', -STEP_SECONDS),
    startLater: () => moveEdge('start', STEP_SECONDS),
    endEarlier: () => moveEdge('end', -STEP_SECONDS),
    endLater: () => moveEdge('end', STEP_SECONDS),
    split: () => one && track.apply(split(cues.value, one.id, caret === null ? { seconds } : { caret })),
    merge: () => one && track.apply(mergeWithNext(cues.value, one.id)),
    insert: () => track.apply(insertAt(cues.value, seconds)),
    remove: () => one && track.apply(remove(cues.value, one.id)),
    loop: () => {
      film.loop.value = film.loop.value ? null : one
      if (film.loop.value && !film.playing.value) {
        film.seek(film.loop.value.startSeconds)
        film.toggle()
      }
    },
  }
  acts[act]?.()
}
