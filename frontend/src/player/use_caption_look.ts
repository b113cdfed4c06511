import { onMounted, reactive } from 'vue'
import { readStored, store } from './browser_store.js'

export const CAPTION_SIZES = ['small', 'medium', 'large', 'huge'] as const
export const CAPTION_GROUNDS = ['dark', 'light', 'none'] as const

export interface CaptionLook {
  size: (typeof CAPTION_SIZES)[number]
  ground: (typeof CAPTION_GROUNDS)[number]
}

const KEY = 'hub:caption-look'

/** `size/ground` as it was kept; what is not known falls back to the usual look. */
export function readCaptionLook(text: string | null): CaptionLook {
  const [size, ground] = (text ?? '').split('/')
  return {
    size: CAPTION_SIZES.find((each) => each === size) ?? 'medium',
    ground: CAPTION_GROUNDS.find((each) => each === ground) ?? 'dark',
  }
}

/** How captions look to this viewer, kept in the browser. */
export function useCaptionLook() {
  const look = reactive<CaptionLook>(readCaptionLook(null))
  onMounted(() => Object.assign(look, readCaptionLook(readStored(KEY))))
  function setLook(change: Partial<CaptionLook>) {
    Object.assign(look, change)
    store(KEY, `${look.size}/${look.ground}`)
  }
  return { look, setLook }
}
