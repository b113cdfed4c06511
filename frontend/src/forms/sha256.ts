/**
 * The first 32 bits of SHA-256 (FIPS 180-4) of `prefix` and many suffixes, ASCII. By hand, because the browser's own is
 * asynchronous for each call and missing on sites without TLS; what all texts share is digested once.
 */
export function prefixedSha256(prefix: string): (suffix: string) => number {
  const whole = prefix.length - (prefix.length % 64)
  const start = Int32Array.from(INITIAL)
  for (let at = 0; at < whole; at += 64) compress(start, bytesOf(prefix.slice(at, at + 64)), 0)
  const rest = bytesOf(prefix.slice(whole))
  const state = new Int32Array(8)
  const tail = new Uint8Array(192)
  const view = new DataView(tail.buffer)
  return (suffix) => {
    const length = rest.length + suffix.length
    const end = Math.ceil((length + 9) / 64) * 64
    tail.fill(0)
    tail.set(rest)
    for (let at = 0; at < suffix.length; at++) tail[rest.length + at] = suffix.charCodeAt(at)
    tail[length] = 0x80
    view.setUint32(end - 4, (whole + length) * 8)
    state.set(start)
    for (let at = 0; at < end; at += 64) compress(state, tail, at)
    return state[0]! >>> 0
  }
}

const PRIMES = firstPrimes(64)
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))
const words = new Int32Array(64)

/** Digests the 64 bytes from there on into the state. Without anything that would have to be collected: it runs often. */
function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
  for (let at = 0, byte = from; at < 16; at++, byte += 4) {
    words[at] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!
  }
  for (let at = 16; at < 64; at++) {
    const x = words[at - 15]!
    const y = words[at - 2]!
    const small = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const large = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    words[at] = (words[at - 16]! + small + words[at - 7]! + large) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let at = 0; at < 64; at++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[at]! + words[at]!) | 0
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

const rotate = (value: number, by: number) => (value >>> by) | (value << (32 - by))
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let one = 2; found.length < count; one++) if (found.every((prime) => one % prime)) found.push(one)
  return found
}
