import { readFileSync } from 'node:fs'
import { exactText, foldedText, searchUnits } from '#app/search/search_units'

/** A text with its syllables in both forms, cut once: videos are put together from such parts. */
export interface Part {
  text: string
  folded: string
  exact: string
}

export interface Corpus {
  titles: Part[]
  sentences: Part[]
  /** Everyday words and themes as people would look for them. */
  phrases: string[]
}

const folder = new URL('../../../../backend/database/data/', import.meta.url)
const rows = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

const people =
  'bà Tư,ông Bảy,chú Ba,dì Sáu,thím Năm,cô giáo Hạnh,anh Lực,chị Mận,bé Na,o Thảo,mệ Gái,anh tổ trưởng'
const places =
  'xóm Đình,chợ Đông Ba,bến đò Ca Cút,phường Vỹ Dạ,thôn Kim Long,khu công nghiệp,trường làng,bãi biển Thuận An,quán cà phê'
const titlePatterns = [
  '{person} và chuyện {theme}',
  '{Theme}: chuyện ở {place}',
  'Tiểu phẩm {theme}',
  '{person} hỏi về {theme}',
  'Một ngày ở {place}, {theme} và {other}',
  '{Theme} thì phải làm sao',
]
const sentencePatterns = [
  'Trời ơi, {theme} mà {person} không biết luật à?',
  '{person} ơi, {law} quy định rõ rồi đó.',
  'Hôm qua ở {place} có người bị phạt vì {theme}.',
  'Muốn {theme} thì ra phường hỏi cán bộ tư pháp cho chắc.',
  'Theo {law}, việc này phải làm bằng văn bản, có người làm chứng.',
  'Cứ nhắm mắt làm liều, rồi {theme}, rồi {other}, ai cứu được!',
  '{person} cười, nói chuyện {theme} xưa nay ở {place} ai cũng vậy.',
  'Con có quyền, cha mẹ cũng có nghĩa vụ, đừng lẫn lộn {theme} với {other}.',
]

/** Natural Vietnamese from the project's own tables; the same for the same random numbers. */
export function makeCorpus(random: () => number): Corpus {
  const themes = rows('subtopics.tsv').flatMap(([, , name = '', , skits = '']) => [
    name,
    ...skits.split(/,\s+/),
  ])
  const everyday = rows('synonyms.tsv').flatMap(([forms = '', term = '']) => [...forms.split('|'), term])
  const phrases = [...themes, ...everyday].map((one) => one.trim()).filter((one) => one.length > 3)
  const laws = rows('laws.tsv').map(([, , title = '']) => title)
  const pick = zipf(random)
  const fill = (pattern: string) => {
    const theme = pick(phrases)
    const values: Record<string, string> = {
      theme: theme.toLowerCase(),
      Theme: theme,
      other: pick(phrases).toLowerCase(),
      law: pick(laws),
      person: pick(people.split(',')),
      place: pick(places.split(',')),
    }
    const text = pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)
    return part(text.charAt(0).toUpperCase() + text.slice(1))
  }
  const many = (patterns: string[], count: number) =>
    Array.from({ length: count }, (_, at) => fill(patterns[at % patterns.length]!))
  return { titles: many(titlePatterns, 12_000), sentences: many(sentencePatterns, 8_000), phrases }
}

export function part(text: string): Part {
  const units = searchUnits(text)
  return { text, folded: foldedText(units), exact: exactText(units) }
}

/** The n-th of a list is n times as rare as the first. */
export function zipf(random: () => number) {
  return <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] ?? list[0]!
}

/** mulberry32: small, quick and the same everywhere. */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
