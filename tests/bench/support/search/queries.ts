import { fold } from '#app/core/vietnamese_text'
import { makeCorpus, seeded, zipf } from './corpus.js'

export interface MadeQuery {
  kind: string
  /** Of `/api/v1/search`. */
  search: Record<string, string>
}

const common = ['luật', 'đất', 'con', 'nhà', 'tiền', 'xe', 'vợ', 'thue', 'lao']
const citations = [
  'Điều 8 Luật Hôn nhân và gia đình',
  'khoản 2 Điều 12 Luật Đất đai',
  'đ.5 blds',
  'k1 d6 nghi dinh 168/2024',
  'Điều 100 Bộ luật Hình sự',
]
const numbers = ['31/2024/QH15', '168/2024', 'nd168', '91/2015/QH13', '15/2020/ND-CP', 'luat 36/2024']
const nonsense = ['xyzzy qwrtp', 'zzkq', 'bwxyl trrr', '🙂🙂', '*** " OR']
const topics = ['dat-dai', 'dan-su', 'hinh-su', 'lao-dong', 'bao-hiem']

const { phrases, sentences } = makeCorpus(seeded(20261124))

/** What people send, a kind chosen evenly; the same for the same seed. */
export function makeQueries(seed: number): () => MadeQuery {
  const random = seeded(seed)
  const pick = zipf(random)
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const words = () => pick(phrases)
  const kinds: Record<string, () => Record<string, string>> = {
    syllable: () => ({ q: any(common) }),
    words: () => ({ q: words() }),
    plain: () => ({ q: fold(words()) }),
    citation: () => ({ q: any(citations) }),
    number: () => ({ q: any(numbers) }),
    typo: () => ({ q: mistyped(words(), random) }),
    nonsense: () => ({ q: any(nonsense) }),
    sentences: () => ({ q: `${any(sentences).text} ${any(sentences).text}`.slice(0, 400) }),
    facets: () => ({
      q: words(),
      topic: any(topics),
      length: any(['short', 'medium']),
      orientation: 'portrait',
    }),
    page: () => ({ q: any(common), page: '5' }),
  }
  return () => {
    const kind = any(Object.keys(kinds))
    return { kind, search: kinds[kind]!() }
  }
}

/** One letter doubled, left out, or changed places with the next. */
function mistyped(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (text.length - 2))
  const slip = Math.floor(random() * 3)
  if (slip === 0) return text.slice(0, at) + text.charAt(at) + text.slice(at)
  if (slip === 1) return text.slice(0, at) + text.slice(at + 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}
