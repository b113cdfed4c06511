import { useHub } from './hub.js'

/** Sets the HTTP status of the page; without effect in the browser. */
export function useAnswer(status: number) {
  if (import.meta.env.SSR) useHub().answer.status = status
}
