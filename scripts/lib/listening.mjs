import { createServer } from 'node:net'
import { Sentence } from './sentence.mjs'

/** Fails with a sentence where another program already listens there. */
export async function ensurePortIsFree(port, host) {
  const server = createServer()
  try {
    await new Promise((done, failed) => server.once('error', failed).listen({ port, host }, done))
  } catch (cause) {
    throw new Sentence(explain(cause, port, host), { cause })
  } finally {
    server.close()
  }
}

function explain({ code, message }, port, host) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use. Stop what uses it, or choose another one: PORT=${port + 1} npm start`
  }
  if (code === 'EACCES')
    return `PORT: this user may not use port ${port}; ports from 1024 on are free to all.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: ${host} is not an address of this machine.`
  return `Port ${port} cannot be used (${message}).`
}

/** A port of the loopback that nobody uses now. */
export async function freePort() {
  const server = createServer()
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

/** Asks until the address answers 200; gives up when the signal is aborted. */
export async function waitUntilReady(url, signal) {
  while (!signal.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw signal.reason
}
