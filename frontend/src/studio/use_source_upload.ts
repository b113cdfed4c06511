import { watch } from 'vue'
import { useUploadOf, useUploads } from '../upload/use_uploads.js'

/** The sending of a video's file, if one is under way in this tab; `onReceived` is called after its last byte. */
export function useSourceUpload(videoId: () => string, onReceived: () => void) {
  const uploads = useUploads()
  watch(
    () => uploads.items.find((item) => item.videoId === videoId() && item.stage === 'received')?.key,
    (key) => {
      if (key !== undefined) onReceived()
    }
  )
  return useUploadOf(videoId)
}
