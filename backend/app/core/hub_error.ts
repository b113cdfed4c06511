/**
 * A refusal or failure that people read: the code is for programs, the sentence comes from resources/lang/<language>/errors.json,
 * where `params` fill its placeholders.
 */
export class HubError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly options: {
      params?: Record<string, string | number>
      field?: string
      /** Facts for programs, beside the sentence: the candidates of a citation, say. */
      meta?: Record<string, unknown>
      cause?: unknown
    } = {}
  ) {
    super(code, { cause: options.cause })
  }
}

/** Several refusals at once, such as everything that is still missing before a video can be published. */
export class HubErrors extends HubError {
  constructor(
    status: number,
    readonly errors: HubError[],
    readonly meta?: Record<string, unknown>
  ) {
    super(errors[0]?.code ?? 'E_REFUSED', status)
  }
}

export const notFound = () => new HubError('E_NOT_FOUND', 404)
export const unauthorized = () => new HubError('E_UNAUTHORIZED', 401)
export const forbidden = () => new HubError('E_FORBIDDEN', 403)
export const invalid = (code: string, field: string, params?: Record<string, string | number>) =>
  new HubError(code, 422, { field, params })
