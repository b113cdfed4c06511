/**
 * What a page that embeds the player says to it and hears from it: the messages of player.js (its protocol, version
 * 0.0.11), which several players speak, and one event of our own, `provision`. docs/embedding.md tells it to others.
 */
export interface PlayerActions {
  play(): void
  pause(): void
  mute(): void
  unmute(): void
  setVolume(percent: number): void
  setCurrentTime(seconds: number): void
  setLoop(loop: boolean): void
}

export interface PlayerFacts {
  getPaused(): boolean
  getMuted(): boolean
  /** 0 to 100. */
  getVolume(): number
  getDuration(): number
  getCurrentTime(): number
  getLoop(): boolean
  getProvision(): unknown
}

export const playerEvents = [
  'ready',
  'play',
  'pause',
  'timeupdate',
  'progress',
  'seeked',
  'ended',
  'error',
  'provision',
] as const
export type PlayerEvent = (typeof playerEvents)[number]

const context = 'player.js'
const version = '0.0.11'

interface Request {
  method: string
  value?: unknown
  listener?: string
}

/** The request in a message, if it is one to us; whatever else arrives in a window is none of our business. */
export function readRequest(data: unknown): Request | null {
  const message = typeof data === 'string' ? parse(data) : data
  if (typeof message !== 'object' || message === null) return null
  const { context: spoken, method, value, listener } = message as Record<string, unknown>
  if (spoken !== context || typeof method !== 'string') return null
  return { method, value, listener: typeof listener === 'string' ? listener : undefined }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isBoolean = (value: unknown) => typeof value === 'boolean'
const isAnything = () => true

/** What each action takes; a value that is none is not passed on. */
const takes: Record<keyof PlayerActions, (value: unknown) => boolean> = {
  play: isAnything,
  pause: isAnything,
  mute: isAnything,
  unmute: isAnything,
  setVolume: isNumber,
  setCurrentTime: isNumber,
  setLoop: isBoolean,
}

/** @param send posts one message, as JSON text, to the page that embeds us */
export function playerProtocol(send: (text: string) => void, actions: PlayerActions, facts: PlayerFacts) {
  const listeners = new Map<PlayerEvent, Set<string | undefined>>()
  let ready: unknown = null

  const say = (event: string, value?: unknown, listener?: string) =>
    send(JSON.stringify({ context, version, event, value, listener }))

  function emit(event: PlayerEvent, value?: unknown) {
    for (const listener of listeners.get(event) ?? []) say(event, value, listener)
  }

  /** To be called once the player can be told what to do. */
  function becomeReady(src: string) {
    const methods = [...Object.keys(takes), ...Object.keys(facts), 'addEventListener', 'removeEventListener']
    ready = { src, events: playerEvents, methods }
    say('ready', ready)
  }

  function receive(data: unknown) {
    const request = readRequest(data)
    if (!request) return
    const { method, value, listener } = request
    if (method === 'addEventListener') listen(value as PlayerEvent, listener)
    else if (method === 'removeEventListener') listeners.get(value as PlayerEvent)?.delete(listener)
    else if (Object.hasOwn(facts, method)) say(method, facts[method as keyof PlayerFacts](), listener)
    else if (Object.hasOwn(takes, method)) act(method as keyof PlayerActions, value)
  }

  function listen(event: PlayerEvent, listener: string | undefined) {
    if (!playerEvents.includes(event)) return
    // Who comes late is told that the player is ready
    if (event === 'ready' && ready) say('ready', ready, listener)
    listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
  }

  function act(method: keyof PlayerActions, value: unknown) {
    if (takes[method](value)) (actions[method] as (value: unknown) => void)(value)
  }

  return { receive, emit, becomeReady }
}
