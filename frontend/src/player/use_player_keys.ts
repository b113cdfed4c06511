import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2]

export interface KeyTargets {
  video: Ref<HTMLVideoElement | null>
  /** Where keys count although something inside has the focus. */
  root: Ref<HTMLElement | null>
  play: () => void
  toggleFullscreen: () => void
  toggleCaptions: () => void
  togglePip: () => void
  /** To the chapter after or before. */
  step: (direction: 1 | -1) => void
  showKeys: () => void
  seek: (seconds: number) => void
}

const TEXT_ENTRY = 'input, textarea, select, [contenteditable="true"], [role="textbox"]'
const PRESSABLE = 'button, a, summary, [role="button"], [role="tab"], [role="menuitem"], label'

/**
 * The keys of the player: space or k, j and l (ten seconds), arrows (five; up and down for the volume), n and p
 * (chapters), m, f, c, i, < and >, 0 to 9, and ? for the list of them. They count on the whole page, but never where somebody writes or presses a button.
 */
export function usePlayerKeys({ video, root, play, seek, ...targets }: KeyTargets) {
  function act(key: string, media: HTMLVideoElement): boolean {
    if (/^\d$/.test(key)) {
      if (Number.isFinite(media.duration)) seek((media.duration * Number(key)) / 10)
      return true
    }
    const action = actions[key]
    action?.(media)
    return action !== undefined
  }

  const toggle = (media: HTMLVideoElement) => (media.paused ? play() : media.pause())
  const actions: Record<string, (media: HTMLVideoElement) => void> = {
    ' ': toggle,
    k: toggle,
    j: (media) => seek(media.currentTime - 10),
    l: (media) => seek(media.currentTime + 10),
    arrowleft: (media) => seek(media.currentTime - 5),
    arrowright: (media) => seek(media.currentTime + 5),
    arrowup: (media) => (media.volume = Math.min(1, media.volume + 0.1)),
    arrowdown: (media) => (media.volume = Math.max(0, media.volume - 0.1)),
    m: (media) => (media.muted = !media.muted),
    n: () => targets.step(1),
    p: () => targets.step(-1),
    f: targets.toggleFullscreen,
    c: targets.toggleCaptions,
    i: targets.togglePip,
    '?': targets.showKeys,
    '<': (media) => (media.playbackRate = nextSpeed(media.playbackRate, -1)),
    '>': (media) => (media.playbackRate = nextSpeed(media.playbackRate, 1)),
  }

  useEventListener('keydown', (event: KeyboardEvent) => {
    const media = video.value
    const target = event.target instanceof Element ? event.target : null
    if (!media || !target || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const inside = root.value?.contains(target) ?? false
    // Of several players on a page, a key means the one that has the focus
    if (!inside && document.querySelectorAll('video').length > 1) return
    const key = event.key.toLowerCase()
    if (target.closest(TEXT_ENTRY)) return
    if (key === ' ' && (target.closest(PRESSABLE) || /^media-.*-button$/.test(target.localName))) return
    if (key.startsWith('arrow') && (!inside || target.localName.endsWith('-range'))) return
    if (act(key, media)) event.preventDefault()
  })
}

export function nextSpeed(speed: number, direction: 1 | -1): number {
  const nearest = SPEEDS.reduce((best, each) =>
    Math.abs(each - speed) < Math.abs(best - speed) ? each : best
  )
  const index = SPEEDS.indexOf(nearest) + direction
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index))] ?? 1
}
