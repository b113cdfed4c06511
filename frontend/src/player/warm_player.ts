/** Fetches what a player needs beforehand: whoever waits for the first picture shall not wait for the player too. */
export function warmPlayer() {
  // What fails here is fetched again, and told, when there is something to play
  void Promise.allSettled([import('./hls_library.js'), import('./media_elements.js')])
}
