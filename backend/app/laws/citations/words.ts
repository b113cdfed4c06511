import { fold, type TextToken } from '#app/core/vietnamese_text'
import type { LawKind } from '../law_kinds.js'

/**
 * The words citations are made of. Each is known as it is spelled and without any diacritics, and not in between:
 * `diều 5` is a kite, `khoảng 2` is "about two".
 */
export function words(...spellings: string[]): ReadonlySet<string> {
  return new Set(spellings.flatMap((spelling) => [spelling, fold(spelling)]))
}

export const isOneOf = (token: TextToken | undefined, set: ReadonlySet<string>) =>
  token !== undefined && set.has(token.exact)

/** Whether the tokens from `at` are these words, one after the other. */
export function spells(tokens: TextToken[], at: number, phrase: readonly ReadonlySet<string>[]): boolean {
  return phrase.every((set, offset) => isOneOf(tokens[at + offset], set))
}

const phrase = (text: string) => text.split(' ').map((word) => words(word))

export const POINT = 0
export const CLAUSE = 1
export const ARTICLE = 2
export const DOCUMENT = 3
export type ProvisionLevel = typeof POINT | typeof CLAUSE | typeof ARTICLE

const LABEL_WORDS: readonly ReadonlySet<string>[] = [words('điểm'), words('khoản'), words('điều')]

export function labelOf(token: TextToken | undefined): ProvisionLevel | null {
  const level = LABEL_WORDS.findIndex((set) => isOneOf(token, set))
  return level < 0 ? null : (level as ProvisionLevel)
}

/** Words that make another word of the label after them: địa điểm, tài khoản, điều khoản. */
export const COMPOUNDS: readonly ReadonlySet<string>[] = [
  words(
    ...['địa', 'thời', 'quan', 'đặc', 'ưu', 'nhược', 'khuyết', 'trọng', 'cao', 'tâm', 'yếu', 'luận', 'tiêu'],
    ...['chấm', 'tọa', 'toạ', 'giao', 'cực']
  ),
  words('tài', 'điều', 'ngân', 'bồi', 'món', 'một'),
  words('giai', 'chủ'),
]

/** After `khoản` and a number these make it a sum: một khoản 2 triệu. */
export const MONEY = words(
  'triệu',
  'tỷ',
  'tỉ',
  'nghìn',
  'ngàn',
  'đồng',
  'trăm',
  'đô',
  'usd',
  'vnđ',
  'vnd',
  'tr'
)
/** After `điều` in small letters and a number these are things sent out: điều 5 xe cứu thương. */
export const SENT_OUT = words(
  ...[
    'xe',
    'chiếc',
    'máy',
    'tàu',
    'đội',
    'chiến',
    'cán',
    'quân',
    'lính',
    'người',
    'tổ',
    'nhóm',
    'nhân',
    'bác',
  ],
  ...['triệu', 'tỷ', 'nghìn']
)

export const THIS = words('này')
export const NUMBER_SIGN = words('số')
export const AND = words('và', 'hoặc', 'hay', 'cùng', 'với', 'lẫn', 'cũng', 'như')
export const UP_TO = words('đến', 'tới')
export const FROM = words('từ')
export const YEAR = words('năm')
/** After these a bare number still belongs to the list before them: `Điều 5, 6 quy định`. */
export const AFTER_LIST = words(
  ...['quy', 'được', 'bị', 'thì', 'là', 'có', 'nêu', 'không', 'phải', 'nếu', 'khi', 'của', 'tại', 'trong'],
  ...['thuộc', 'theo', 'này', 'trên', 'chương', 'mục', 'ban', 'về', 'do', 'mà', 'thực', 'ở']
)
/** Words of no weight between the parts of one citation. */
export const LINKS = words(
  'của',
  'tại',
  'trong',
  'thuộc',
  'theo',
  'ở',
  'các',
  'từ',
  'những',
  'cả',
  'ban',
  'hành'
)
/** Longer links, such as `được quy định tại`. */
export const LINK_PHRASES = ['được quy định', 'đã quy định', 'quy định', 'được nêu', 'nêu', 'ghi'].map(phrase)
export const AFTER_LINK_PHRASE = words('tại', 'ở', 'trong', 'của')
/** Larger parts of a document: articles run through them, so they say nothing new. */
export const LARGER_PARTS = ['tiểu mục', 'chương', 'mục', 'phần'].map(phrase)
/** What stands before a clause that is cited alone. */
export const CUES = words(
  'tại',
  'theo',
  'của',
  'định',
  'phạm',
  'cứ',
  'và',
  'hoặc',
  'xem',
  'dụng',
  'trong',
  'thuộc'
)

export interface KindWords {
  kind: LawKind
  phrase: readonly ReadonlySet<string>[]
  /** A short form only counts before a number. */
  short: boolean
}

const KIND_SPELLINGS: [LawKind, string, boolean][] = [
  ['bo_luat', 'bộ luật', false],
  ['luat', 'luật', false],
  ['hien_phap', 'hiến pháp', false],
  ['phap_lenh', 'pháp lệnh', false],
  ['nghi_quyet_lien_tich', 'nghị quyết liên tịch', false],
  ['nghi_quyet', 'nghị quyết', false],
  ['quyet_dinh', 'quyết định', false],
  ['nghi_dinh', 'nghị định', false],
  ['thong_tu_lien_tich', 'thông tư liên tịch', false],
  ['thong_tu', 'thông tư', false],
  ['chi_thi', 'chỉ thị', false],
  ['ke_hoach', 'kế hoạch', false],
  ['cong_van', 'công văn', false],
  ['van_ban_hop_nhat', 'văn bản hợp nhất', false],
  ['lenh', 'lệnh', false],
  ['nghi_dinh', 'nđ', true],
  ['quyet_dinh', 'qđ', true],
  ['nghi_quyet', 'nq', true],
  ['thong_tu', 'tt', true],
  ['thong_tu_lien_tich', 'ttlt', true],
  ['phap_lenh', 'pl', true],
  ['chi_thi', 'ct', true],
  ['ke_hoach', 'kh', true],
  ['cong_van', 'cv', true],
  ['van_ban_hop_nhat', 'vbhn', true],
]

const KINDS: KindWords[] = KIND_SPELLINGS.map(([kind, text, short]) => ({
  kind,
  phrase: phrase(text),
  short,
}))
const KINDS_BY_FIRST = new Map<string, KindWords[]>()
for (const entry of KINDS) {
  for (const first of entry.phrase[0] ?? []) {
    const list = KINDS_BY_FIRST.get(first) ?? []
    KINDS_BY_FIRST.set(first, list.includes(entry) ? list : [...list, entry])
  }
}

export const startsKind = (token: TextToken) => KINDS_BY_FIRST.has(token.exact)

/** Before `luật`, these make another word: pháp luật, kỷ luật, quy luật. */
const NOT_A_LAW = words('pháp', 'kỷ', 'kỉ', 'quy', 'hệ')

/** The kind that is named at this token, longest name first. */
export function kindAt(tokens: TextToken[], at: number): KindWords | null {
  const candidates = KINDS_BY_FIRST.get(tokens[at]?.exact ?? '')
  const found = candidates?.find((entry) => spells(tokens, at, entry.phrase))
  if (!found) return null
  return found.kind === 'luat' && isOneOf(tokens[at - 1], NOT_A_LAW) ? null : found
}
