import { readTable, type ImportReading } from './tsv.js'

export interface TopicRow {
  /** The place in the official order, from 1. */
  no: number
  slug: string
  nameVi: string
  nameEn: string
  phapdienUuid: string | null
}

export interface SubtopicRow {
  topicSlug: string
  nameVi: string
  nameEn: string
  /** Everyday situations, as the table lists them between commas. */
  themes: string[]
}

const TOPIC_COLUMNS = ['no', 'slug', 'name_vi', 'name_en', 'phapdien_uuid'] as const

export function readTopics(text: string, file = 'topics.tsv'): ImportReading<TopicRow> {
  const seen = new Set<string>()
  return readTable(file, text, TOPIC_COLUMNS, (line) => {
    const no = line.required('no')
    const slug = line.required('slug')
    const nameVi = line.required('name_vi')
    const nameEn = line.required('name_en')
    if (!no || !slug || !nameVi || !nameEn) return null
    if (!/^[1-9]\d*$/.test(no)) return line.complain('E_IMPORT_VALUE', 'no', no)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return line.complain('E_IMPORT_VALUE', 'slug', slug)
    if (seen.has(slug)) return line.complain('E_IMPORT_DUPLICATE', 'slug', slug)
    seen.add(slug)
    return { no: Number(no), slug, nameVi, nameEn, phapdienUuid: line.optional('phapdien_uuid') }
  })
}

const SUBTOPIC_COLUMNS = ['topic_slug', 'demuc_vi', 'demuc_en', 'skit_themes_vi'] as const

/** `topicSlugs`: the topics there are; others are refused. */
export function readSubtopics(
  text: string,
  topicSlugs: ReadonlySet<string>,
  file = 'subtopics.tsv'
): ImportReading<SubtopicRow> {
  return readTable(file, text, SUBTOPIC_COLUMNS, (line) => {
    const isTopic = (value: string): value is string => topicSlugs.has(value)
    const topicSlug = line.oneOf('topic_slug', isTopic)
    const nameVi = line.required('demuc_vi')
    const nameEn = line.required('demuc_en')
    if (!topicSlug || !nameVi || !nameEn) return null
    const themes = (line.optional('skit_themes_vi') ?? '').split(/,\s+/).filter((theme) => theme !== '')
    return { topicSlug, nameVi, nameEn, themes }
  })
}
