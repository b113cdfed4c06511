import { APART, COMMA, TIGHT, type Chain, type Separation } from './chain.js'
import type { DocumentAtom } from './document_atom.js'
import { THIS_VALUE } from './read_provision.js'
import { ARTICLE, CLAUSE, DOCUMENT, POINT, type ProvisionLevel } from './words.js'

/** Provisions that belong together, with what they belong to as far as it is known. */
export interface Unit {
  /** Values by level: points, clauses, articles. */
  values: [string[] | null, string[] | null, string[] | null]
  document: DocumentAtom | null
  /** The document was named before the provisions: `Luật X, Điều 8`. */
  documentFirst: boolean
  /** From the whole to the part: `Điều 8, khoản 2`. */
  descending: boolean
  separation: Separation
  /** First token, and the one after the last. */
  from: number
  next: number
  /** Made of the editors' shorthand only. */
  short: boolean
}

const LEVELS: readonly ProvisionLevel[] = [POINT, CLAUSE, ARTICLE]
const isBare = ({ values }: Unit) =>
  values[POINT] === null && values[CLAUSE] === null && values[ARTICLE] === null
const isSingle = (unit: Unit) => unit.document === null && !isBare(unit) && lowest(unit) === highest(unit)

export function lowest({ values }: Unit): number {
  if (values[POINT]) return POINT
  if (values[CLAUSE]) return CLAUSE
  return values[ARTICLE] ? ARTICLE : DOCUMENT
}

function highest({ values }: Unit): number {
  if (values[ARTICLE]) return ARTICLE
  if (values[CLAUSE]) return CLAUSE
  return values[POINT] ? POINT : DOCUMENT
}

/** `Điều này` and `Điều 9` make no list: they may be of two documents. */
const isThis = (unit: Unit) => unit.values[lowest(unit) as ProvisionLevel]?.includes(THIS_VALUE) ?? false
const saysThis = ({ values }: Unit) => values.some((list) => list?.includes(THIS_VALUE))

function emptyUnit(separation: Separation, from: number): Unit {
  return {
    values: [null, null, null],
    document: null,
    documentFirst: false,
    descending: false,
    separation,
    from,
    next: from,
    short: true,
  }
}

/** Whether the provisions right behind a document run on, without any sign, into a document of their own. */
function closesElsewhere(chain: Chain, at: number): boolean {
  for (let next = at; next < chain.length; next++) {
    const link = chain[next]
    if (!link || link.separation !== TIGHT) return false
    if (link.document) return true
  }
  return false
}

function fits(unit: Unit, level: number, chain: Chain, at: number): boolean {
  const bare = isBare(unit)
  if (level === DOCUMENT) return unit.document === null && !bare
  if (unit.document && !unit.documentFirst && !bare) return false
  if (bare) return unit.document !== null && !closesElsewhere(chain, at)
  if (level < lowest(unit)) return unit.descending || lowest(unit) === highest(unit)
  return level > highest(unit) && !unit.descending
}

/** Parts with nothing between them: `điểm a khoản 2 Điều 8 Luật X`, `Luật X Điều 8 khoản 2`. */
function tightUnits(chain: Chain): Unit[] {
  const units: Unit[] = []
  let unit: Unit | null = null
  for (const [at, link] of chain.entries()) {
    const atom = link.provision ?? link.document
    if (!atom) continue
    const level = link.provision?.level ?? DOCUMENT
    if (!unit || link.separation !== TIGHT || !fits(unit, level, chain, at)) {
      // Two parts that stand side by side and do not fit are as far apart as a comma.
      unit = emptyUnit(unit && link.separation === TIGHT ? COMMA : link.separation, atom.from)
      units.push(unit)
    } else if (!isBare(unit) && level < lowest(unit)) unit.descending = true
    if (link.provision) unit.values[link.provision.level] = link.provision.values
    else {
      unit.documentFirst = isBare(unit)
      unit.document = link.document
    }
    if (!link.provision?.short && link.provision) unit.short = false
    unit.next = atom.next
  }
  return units
}

function absorb(into: Unit, others: Unit[]): void {
  const level = lowest(into) as ProvisionLevel
  const merged = new Set<string>()
  for (const unit of [...others, into]) for (const value of unit.values[level] ?? []) merged.add(value)
  into.values[level] = [...merged]
}

/** `Điều 5, Điều 6 và Điều 7 Luật X`, `điểm a, điểm c khoản 2`, `Điều 8 khoản 2, khoản 3`: lists with the label repeated. */
function joinLists(units: Unit[]): Unit[] {
  const joined: Unit[] = []
  let waiting: Unit[] = []
  const flush = () => {
    const last = waiting.pop()
    if (!last) return
    close(last)
  }
  const close = (last: Unit) => {
    const first = waiting[0]
    if (first) {
      absorb(last, waiting)
      last.from = first.from
      last.separation = first.separation
      last.short &&= first.short
      waiting = []
    }
    const before = joined.at(-1)
    const extendsBefore =
      before &&
      isSingle(last) &&
      lowest(before) === lowest(last) &&
      (before.descending || before.documentFirst)
    if (before && extendsBefore && !saysThis(before)) {
      const level = lowest(before) as ProvisionLevel
      before.values[level] = [...new Set([...(before.values[level] ?? []), ...(last.values[level] ?? [])])]
      before.next = last.next
    } else joined.push(last)
  }
  for (const unit of units) {
    const first = waiting[0]
    const alike =
      first && lowest(first) === lowest(unit) && first.short === unit.short && isThis(first) === isThis(unit)
    const same = alike && !unit.descending && !unit.documentFirst
    if (!same) flush()
    if (isSingle(unit)) waiting.push(unit)
    else if (waiting.length && same) close(unit)
    else joined.push(unit)
  }
  flush()
  return joined
}

/** Whether the text goes from the whole to the part: its first provision is an article standing alone, or a law was first. */
function isDescending(units: Unit[]): boolean {
  const first = units.find((unit) => !isBare(unit))
  return first !== undefined && (first.documentFirst || first.descending || lowest(first) === ARTICLE)
}

/** Whether `unit` goes on, behind its comma, with the citation that `before` began; answers in which direction. */
function direction(
  before: Unit,
  unit: Unit,
  after: Unit | undefined,
  descending: boolean
): 'up' | 'down' | null {
  if (unit.separation !== COMMA || isBare(before) || isBare(unit)) return null
  if (lowest(unit) > highest(before) && before.document === null) {
    // In `Điều 5; khoản 2, Điều 6` the clause stands nearer to the article behind it.
    return !descending || before.separation === APART ? 'up' : null
  }
  const boundBehind = after && lowest(after) === lowest(unit) && after.values[ARTICLE] !== null
  const oneDocument = unit.document === null || before.document === null
  return descending && highest(unit) < lowest(before) && !boundBehind && oneDocument ? 'down' : null
}

/** `khoản 2, Điều 8` and `Điều 8, khoản 2`: parts of one citation with commas between them. */
function joinCommas(units: Unit[]): Unit[] {
  const descending = isDescending(units)
  const joined: Unit[] = []
  for (const [at, unit] of units.entries()) {
    const before = joined.at(-1)
    const way = before ? direction(before, unit, units[at + 1], descending) : null
    if (!before || !way) {
      joined.push(unit)
      continue
    }
    for (const level of LEVELS) before.values[level] ??= unit.values[level]
    before.descending = way === 'down'
    before.next = unit.next
    before.short &&= unit.short
    before.document ??= unit.document
  }
  return joined
}

/** The units of a chain, each with its own parts; what they share is still to be handed over. */
export function unitsOf(chain: Chain): Unit[] {
  return joinCommas(joinLists(tightUnits(chain)))
}
