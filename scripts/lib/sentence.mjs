/** A failure that its reader can mend: shown as the sentence alone, without a trace. */
export class Sentence extends Error {}

/** Ends the process with what went wrong. */
export function failWith(error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exit(1)
}
