/** Where what is missing is given: the page of the video, at the step and the field. */
export function owedPlace(videoId: string, field: string | undefined): string {
  if (field?.startsWith('people.')) return `/studio/${videoId}?buoc=dong-y#${field}`
  return field === 'consent' ? `/studio/${videoId}?buoc=dong-y` : `/studio/${videoId}`
}
