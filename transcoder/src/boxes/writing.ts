/** Writing ISO base media boxes (ISO/IEC 14496-12, 4.2): a payload's parts behind size and type. */
export function box(type: string, ...parts: Buffer[]): Buffer {
  const size = parts.reduce((total, part) => total + part.length, 8)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(size)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, ...parts], size)
}

/** A box that begins with a version and 24 bits of flags. */
export function fullBox(type: string, version: number, flags: number, ...parts: Buffer[]): Buffer {
  return box(type, words((version << 24) | flags), ...parts)
}

/** 32-bit numbers; negative ones as two's complement. */
export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeInt32BE(value | 0, index * 4))
  return bytes
}

export function halves(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2))
  return bytes
}

export function long(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

export function text(value: string): Buffer {
  return Buffer.from(value, 'latin1')
}
