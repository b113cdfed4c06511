import { Agent, request } from 'node:http'
import { makeQueries, type MadeQuery } from './queries.js'

interface Sent {
  kind: string
  milliseconds: number
}

export interface Outcome {
  users: number
  seconds: number
  requests: number
  requestsPerSecond: number
  /** Answers other than 200, and connections that broke or took more than half a minute. */
  errors: number
  firstErrors: string[]
  cpuMillisecondsPerRequest: number
  milliseconds: Percentiles
  byKind: Record<string, Percentiles>
}

interface Percentiles {
  count: number
  p50: number
  p95: number
  p99: number
}

const timeLimitMs = 30_000

/** So many readers at once, each asking again as soon as it has its answer, on a line of its own that stays open. */
export async function measure(
  origin: string,
  users: number,
  seconds: number,
  cpuSeconds: () => number
): Promise<Outcome> {
  const sent: Sent[] = []
  const errors: string[] = []
  const startedCpu = cpuSeconds()
  const started = performance.now()
  const reader = async (user: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const next = makeQueries(1000 * users + user)
    for (let asked = 0; performance.now() - started < seconds * 1000; asked++) {
      const query = next()
      const from = performance.now()
      // A new address every few hundred requests: see TRUST_PROXY in hub.ts
      const address = `10.${users % 256}.${user % 256}.${1 + (Math.floor(asked / 300) % 250)}`
      const status = await ask(origin, query, agent, address)
      if (status === '200') sent.push({ kind: query.kind, milliseconds: performance.now() - from })
      else errors.push(`${status}: ${JSON.stringify(query.search)}`)
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: users }, (_, user) => reader(user)))
  const took = (performance.now() - started) / 1000
  const requests = sent.length + errors.length
  const kinds = [...new Set(sent.map(({ kind }) => kind))].sort()
  return {
    users,
    seconds: round(took),
    requests,
    requestsPerSecond: round(requests / took),
    errors: errors.length,
    firstErrors: errors.slice(0, 5),
    cpuMillisecondsPerRequest: round(((cpuSeconds() - startedCpu) * 1000) / requests),
    milliseconds: percentiles(sent),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, percentiles(sent.filter((one) => one.kind === kind))])
    ),
  }
}

function ask(origin: string, { search }: MadeQuery, agent: Agent, address: string): Promise<string> {
  return new Promise((done) => {
    const url = `${origin}/api/v1/search?${new URLSearchParams(search)}`
    const sent = request(
      url,
      { agent, headers: { 'X-Forwarded-For': address }, timeout: timeLimitMs },
      (answer) => {
        answer.resume()
        answer.on('end', () => done(String(answer.statusCode)))
        answer.on('error', (error) => done(error.message))
      }
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', (error) => done(error.message))
    sent.end()
  })
}

function percentiles(sent: Sent[]): Percentiles {
  const sorted = sent.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (part: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

const round = (value: number) => Math.round(value * 10) / 10
