import type { Tag } from './lines.js'
import { unquoted } from './lines.js'

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** The rules for groups of renditions (RFC 8216bis, 4.4.6.1 and 4.4.6.1.1; Apple's authoring specification, 2 and 5). */
export function groupProblems(tags: Tag[]): string[] {
  const problems: string[] = []
  const media = tags.filter(({ name }) => name === 'EXT-X-MEDIA')
  const groups = new Map<string, Tag[]>()
  for (const tag of media) {
    problems.push(...mediaProblems(tag))
    const key = `${tag.attributes.get('TYPE')} ${tag.attributes.get('GROUP-ID')}`
    groups.set(key, [...(groups.get(key) ?? []), tag])
  }
  for (const [key, members] of groups) {
    const values = (name: string) => members.map(({ attributes }) => attributes.get(name))
    const repeated = (list: unknown[]) => new Set(list).size !== list.length
    if (repeated(values('NAME'))) problems.push(`${key}: two of one NAME`)
    if (values('DEFAULT').filter((value) => value === 'YES').length > 1)
      problems.push(`${key}: two by DEFAULT`)
    if (key.startsWith('AUDIO') && values('DEFAULT')[0] !== 'YES')
      problems.push(`${key}: the first is not DEFAULT`)
    if (members.length > 1 && values('LANGUAGE').filter((value) => !value).length > 1)
      problems.push(`${key}: several without a LANGUAGE`)
    const chosenBy = members.map(({ attributes }) =>
      ['LANGUAGE', 'FORCED', 'CHARACTERISTICS'].map((name) => attributes.get(name)).join()
    )
    if (repeated(chosenBy)) problems.push(`${key}: two that a player cannot tell apart`)
  }
  return problems
}

function mediaProblems({ attributes }: Tag): string[] {
  const problems: string[] = []
  const type = attributes.get('TYPE')
  const name = attributes.get('NAME')
  const label = `EXT-X-MEDIA ${name}`
  if (type !== 'AUDIO' && type !== 'SUBTITLES') problems.push(`${label}: TYPE ${type}`)
  for (const quoted of ['GROUP-ID', 'NAME', 'URI']) {
    if (!unquoted(attributes.get(quoted))?.trim())
      problems.push(`${label}: ${quoted} is missing or not quoted`)
  }
  if (attributes.get('DEFAULT') === 'YES' && attributes.get('AUTOSELECT') !== 'YES')
    problems.push(`${label}: DEFAULT without AUTOSELECT`)
  for (const flag of ['DEFAULT', 'AUTOSELECT', 'FORCED']) {
    const value = attributes.get(flag)
    if (value !== undefined && value !== 'YES' && value !== 'NO') problems.push(`${label}: ${flag}=${value}`)
  }
  if (attributes.has('FORCED') && type !== 'SUBTITLES') problems.push(`${label}: FORCED sound`)
  const language = unquoted(attributes.get('LANGUAGE'))
  if (attributes.has('LANGUAGE') && !languageTag.test(language ?? ''))
    problems.push(`${label}: LANGUAGE ${language}`)
  if (type === 'SUBTITLES' && !language) problems.push(`${label}: no LANGUAGE`)
  if (type === 'AUDIO' && !/^[12]$/.test(unquoted(attributes.get('CHANNELS')) ?? ''))
    problems.push(`${label}: CHANNELS ${attributes.get('CHANNELS')}`)
  return problems
}
