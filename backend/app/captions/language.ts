import { invalid } from '#app/core/hub_error'

/** A BCP 47 tag, in the plain form that players match. @throws E_LANGUAGE_UNKNOWN */
export function readLanguage(given: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(given))
    throw invalid('E_LANGUAGE_UNKNOWN', 'lang', { lang: given })
  return given
}

/** What a track in this language is called, in itself (what its readers look for), and what it is. */
export function describeTrack(lang: string): { label: string; kind: 'captions' | 'subtitles' } {
  const name = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(lang) ?? lang
  const label = name.charAt(0).toUpperCase() + name.slice(1)
  return { label, kind: lang === 'vi' ? 'captions' : 'subtitles' }
}
