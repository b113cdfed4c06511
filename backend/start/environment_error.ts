/** A setting that cannot be used: shown to the operator as its sentence alone. */
export class EnvironmentError extends Error {
  readonly code = 'E_ENVIRONMENT'
}
