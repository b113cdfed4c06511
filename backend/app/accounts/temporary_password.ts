import { customAlphabet } from 'nanoid'

// Without the letters and digits that are mistaken for each other when read out over the telephone
const letters = customAlphabet('abcdefghjkmnpqrstuvwxyz23456789', 16)

/** About 79 bits, in four groups that can be read out. */
export const temporaryPassword = () => letters().replace(/(.{4})(?=.)/g, '$1-')
