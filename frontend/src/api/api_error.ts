export interface Failure {
  code: string
  message: string
  field?: string
}

/** What the server refused, or that it could not be reached (`status` 0, code `E_NETWORK`). */
export class ApiError extends Error {
  override name = 'ApiError'

  constructor(
    readonly status: number,
    readonly failures: Failure[],
    readonly retryAfterSeconds: number | null = null,
    options?: ErrorOptions
  ) {
    super(failures[0]?.message ?? `HTTP ${status}`, options)
  }

  get code(): string {
    return this.failures[0]?.code ?? 'E_UNKNOWN'
  }

  /** The sentence for one field of a form, if there is one. */
  for(field: string): string | undefined {
    return this.failures.find((failure) => failure.field === field)?.message
  }

  /** Sentences that belong to no field. */
  get general(): string[] {
    return this.failures.filter((failure) => !failure.field).map((failure) => failure.message)
  }

  static async from(response: Response): Promise<ApiError> {
    const retryAfter = Number(response.headers.get('retry-after'))
    return new ApiError(response.status, await readFailures(response), retryAfter > 0 ? retryAfter : null)
  }
}

async function readFailures(response: Response): Promise<Failure[]> {
  try {
    const body = (await response.json()) as { errors?: Failure[] }
    if (Array.isArray(body.errors) && body.errors.length > 0) return body.errors
  } catch {
    // Something in between answered with a page of its own; the status is all there is to tell.
  }
  return [{ code: `E_HTTP_${response.status}`, message: `HTTP ${response.status}` }]
}
