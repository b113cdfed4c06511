import { createHash } from 'node:crypto'

/**
 * A number that makes SHA-256 of `token:number` begin with so many zero bits: half a second of a cheap telephone for one
 * form, and dear for a thousand. It comes without a third party, a picture puzzle or a trace of the sender.
 */
export function isProof(token: string, proof: string | undefined, difficultyBits: number): boolean {
  if (!proof || !/^\d{1,15}$/.test(proof)) return false
  return leadingZeroBits(createHash('sha256').update(`${token}:${proof}`).digest()) >= difficultyBits
}

export function leadingZeroBits(bytes: Uint8Array): number {
  let bits = 0
  for (const byte of bytes) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

/** About 65,000 tries, doubled again and again while far more forms arrive than people write. */
export function difficultyFor(formsOfLastTenMinutes: number): number {
  const steps = [20, 60, 200, 600].filter((most) => formsOfLastTenMinutes > most)
  return 16 + steps.length
}
