import { customAlphabet } from 'nanoid'

/** Opaque, unguessable (about 103 bits), safe in URLs, file names and storage keys on any file system. */
export const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 20)
