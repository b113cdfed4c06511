import type { IncomingMessage } from 'node:http'

const inProcess = new WeakSet<IncomingMessage>()

/** Marks a request that a page made to the API within this process while it was being rendered. */
export const markInProcess = (request: IncomingMessage) => void inProcess.add(request)

/** Such a request was counted once, as the page that it serves. */
export const isInProcess = (request: IncomingMessage) => inProcess.has(request)
