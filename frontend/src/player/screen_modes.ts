/** Full screen of the whole player, so that the lane and the law of the moment are there too. */
export function toggleFullscreen(root: HTMLElement | null) {
  // Browsers refuse both where the page around an embed does not allow them; nothing is to be done about it here
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
  else void root?.requestFullscreen?.().catch(() => {})
}

export function togglePip(video: HTMLVideoElement | null) {
  if (!document.pictureInPictureEnabled || !video) return
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => {})
  else void video.requestPictureInPicture().catch(() => {})
}
