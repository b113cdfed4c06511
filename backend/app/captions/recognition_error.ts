export type RecognitionFailure =
  | 'E_CAPTION_COMMAND_MISSING'
  | 'E_CAPTION_COMMAND_FAILED'
  | 'E_CAPTION_COMMAND_TIMEOUT'
  | 'E_CAPTION_COMMAND_OUTPUT'
  | 'E_CAPTIONS_EXIST'
  | 'E_RECOGNITION_OFF'
  | 'E_RECOGNITION_FAILED'

/** Why no captions came of a recognition; trying the same again would not help. The message is for operators. */
export class RecognitionError extends Error {
  constructor(
    readonly code: RecognitionFailure,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}
