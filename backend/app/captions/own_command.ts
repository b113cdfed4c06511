import env from '#start/env'
import { type CaptionCommand, readCaptionCommand } from './caption_command.js'

/** The office's own program for speech recognition; null where there is none. What is wrong has been said at the start. */
export function ownCommand(): CaptionCommand | null {
  const command = readCaptionCommand(env.get('CAPTION_COMMAND'))
  return typeof command === 'string' ? null : command
}
