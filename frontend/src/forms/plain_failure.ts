const KNOWN = ['E_VALIDATION', 'E_FORM_TOKEN', 'E_TOO_MANY_REQUESTS', 'E_VIDEO_NOT_PUBLISHED']

/** The name of the sentence for the code that a plain form was refused with (`?loi=`); null without one. */
export function plainFailure(code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null
  return `forms.refused.${KNOWN.includes(code) ? code : 'other'}`
}
