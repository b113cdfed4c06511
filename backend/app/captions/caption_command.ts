/** The program that recognises speech, and its arguments with {lang}, {audio} and {output} to be filled in. */
export type CaptionCommand = [program: string, ...args: string[]]

export interface CommandValues {
  lang: string
  /** Path of a WAV: 16 kHz, one channel, 16 bits. */
  audio: string
  /** Path of the WebVTT or SRT file to write; `.vtt` or `.srt` may be added to it. */
  output: string
}

const ARGUMENT = /(?:[^\s"']+|"[^"]*"|'[^']*')+/g
const PLACEHOLDER = /\{([^{}]*)\}/g

/**
 * Parts a template into arguments at its spaces, quotes kept together. No shell ever sees it: `;`, `|` and `$` are letters.
 * @returns null where there is no command, or a sentence about what is wrong with it
 */
export function readCaptionCommand(template: string | undefined): CaptionCommand | string | null {
  if (!template?.trim()) return null
  if (template.replace(ARGUMENT, '').trim()) return 'a quotation mark is not closed'
  const [program, ...args] = template
    .match(ARGUMENT)!
    .map((part) => part.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name)
  const unknown = names.find((name) => !['lang', 'audio', 'output'].includes(name!))
  if (unknown !== undefined) return `{${unknown}} is not known; there are {lang}, {audio} and {output}`
  const missing = ['audio', 'output'].find((name) => !names.includes(name))
  if (missing) return `{${missing}} is missing`
  if (!program || program.includes('{')) return 'must begin with a program'
  return [program, ...args]
}

/** Whatever a value holds, it stays inside its argument. */
export function fillCommand([program, ...args]: CaptionCommand, values: CommandValues): CaptionCommand {
  const fill = (text: string) => text.replace(PLACEHOLDER, (_, name: keyof CommandValues) => values[name])
  return [program, ...args.map(fill)]
}
