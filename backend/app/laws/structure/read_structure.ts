import { HubError } from '#app/core/hub_error'
import { fold, normalise } from '#app/core/vietnamese_text'

/** From the outermost in (law-model, "Structure"). */
export const STRUCTURE_LEVELS = ['phan', 'chuong', 'muc', 'tieu_muc', 'dieu'] as const
export type StructureLevel = (typeof STRUCTURE_LEVELS)[number]

export interface StructureElement {
  level: StructureLevel
  /** As written in the law: `8`, `256a`, `IV`, `thứ nhất`. */
  number: string
  heading: string
  /** From 2 on where real texts use one number twice. */
  occurrence: number
}

export interface StructureReading {
  elements: StructureElement[]
  problems: HubError[]
}

const LEVELS: [StructureLevel, RegExp][] = [
  ['phan', /^phần\s+(thứ\s+\p{L}+(?:\s\p{L}+)?|[ivxlc]+|\d{1,3})$/iu],
  ['chuong', /^chương\s+([ivxlc]+[a-z]?|\d{1,3}[a-z]?)$/iu],
  ['tieu_muc', /^tiểu\s+mục\s+([ivxlc]+|\d{1,3}[a-z]?)$/iu],
  ['muc', /^mục\s+([ivxlc]+|\d{1,3}[a-z]?)$/iu],
  ['dieu', /^điều\s+([1-9]\d{0,3}[a-zđ]{0,2})$/iu],
]

/** `Điều 8<TAB>Heading`, `Điều 8. Heading`, or the name alone with its heading on the next line, as in printed laws. */
const NAMED = /^((?:phần|chương|tiểu\s+mục|mục|điều)\s+[^\t.:]{1,30}?)\s*(?:[\t.:]\s*(.*))?$/iu

const mostElements = 3000
const mostProblems = 100
const longestHeading = 500

/** Reads the structure of one document, line by line; everything that is wrong is told with its line. */
export function readStructure(text: string): StructureReading {
  const reading: StructureReading = { elements: [], problems: [] }
  const seen = new Map<string, number>()
  const complain = (code: string, line: number, value: string) => {
    if (reading.problems.length >= mostProblems) return
    reading.problems.push(
      new HubError(code, 422, { params: { line, value: value.slice(0, 120) }, field: 'structure' })
    )
  }
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = normalise(content.trim())
    if (!line || (index === 0 && isHead(line))) continue
    const element = readElement(line)
    const last = reading.elements.at(-1)
    if (!element && last && !last.heading && reading.problems.length === 0) {
      last.heading = line.slice(0, longestHeading)
    } else if (!element) complain('E_STRUCTURE_LINE', index + 1, line)
    else if (reading.elements.length >= mostElements) {
      complain('E_STRUCTURE_TOO_LONG', index + 1, String(mostElements))
      break
    } else {
      const key = element.level === 'dieu' ? element.number : ''
      const occurrence = key ? (seen.get(key) ?? 0) + 1 : 1
      seen.set(key, occurrence)
      reading.elements.push({ ...element, occurrence })
    }
  }
  if (!reading.problems.length && !reading.elements.some(({ level }) => level === 'dieu'))
    complain('E_STRUCTURE_EMPTY', 1, '')
  return reading
}

const isHead = (line: string) => /^(dieu|article|cap|level)\t/.test(fold(line)) && !/\d/.test(line)

function readElement(line: string): Omit<StructureElement, 'occurrence'> | null {
  const found = NAMED.exec(line)
  if (!found) return null
  const name = found[1]!.replace(/\s+/g, ' ')
  for (const [level, shape] of LEVELS) {
    const number = shape.exec(name)?.[1]
    if (number) {
      const written =
        level === 'dieu'
          ? number.toLowerCase()
          : /^thứ/i.test(number)
            ? number.toLowerCase()
            : number.toUpperCase()
      return { level, number: written, heading: (found[2] ?? '').trim().slice(0, longestHeading) }
    }
  }
  return null
}
