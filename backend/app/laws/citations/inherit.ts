import { APART } from './chain.js'
import { lowest, type Unit } from './group.js'
import { THIS_VALUE } from './read_provision.js'
import { ARTICLE, CLAUSE, POINT } from './words.js'

const hasProvisions = (unit: Unit) => unit.values.some((values) => values !== null)
const isDocument = (unit: Unit) => unit.document !== null && !hasProvisions(unit)
/** A document named before its provisions, alone or with the first of them. */
const opensDocument = (unit: Unit) => isDocument(unit) || unit.documentFirst

function needsArticle(unit: Unit): boolean {
  return hasProvisions(unit) && unit.values[ARTICLE] === null
}

/** Clause and article that stand to the right, unit by unit: `khoản 1 và khoản 2 Điều 5`. */
function rightContexts(units: Unit[]): { clause: string[] | null; article: string[] | null }[] {
  const contexts: { clause: string[] | null; article: string[] | null }[] = []
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    const beyond = contexts[at + 1]
    if (!unit || !hasProvisions(unit)) contexts[at] = { clause: null, article: null }
    else {
      const article = unit.values[ARTICLE]
      const clause = unit.values[CLAUSE] ?? (article ? null : (beyond?.clause ?? null))
      contexts[at] = { clause, article: article ?? beyond?.article ?? null }
    }
  }
  return contexts
}

/** Gives clauses and points the article (and points the clause) they share with a neighbour. */
function inheritArticles(units: Unit[]): void {
  const right = rightContexts(units)
  for (const [at, unit] of units.entries()) {
    if (!needsArticle(unit)) continue
    const [before, after] = [units[at - 1], units[at + 1]]
    const context = right[at + 1]
    const fromRight = after && context?.article && !after.documentFirst
    const fromLeft = before && before.values[ARTICLE] !== null
    const leftOpens = fromLeft && (before.descending || before.documentFirst || lowest(before) === ARTICLE)
    const alike = after !== undefined && lowest(after) === lowest(unit)
    if (fromRight && (alike || !leftOpens) && (lowest(after) >= lowest(unit) || !fromLeft)) {
      unit.values[ARTICLE] = context.article
      if (unit.values[POINT] && !unit.values[CLAUSE]) unit.values[CLAUSE] = context.clause
    } else if (fromLeft) {
      unit.values[ARTICLE] = before.values[ARTICLE]
      if (unit.values[POINT] && !unit.values[CLAUSE]) unit.values[CLAUSE] = before.values[CLAUSE]
      unit.descending ||= before.descending
      if (!unit.document && (before.documentFirst || before.document)) unit.document = before.document
    }
  }
}

/** Gives every provision the document it is of; answers the document units that were used up. */
function inheritDocuments(units: Unit[]): Set<Unit> {
  const used = new Set<Unit>()
  const toTheRight: (Unit | null)[] = []
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]
    if (unit)
      toTheRight[at] = unit.document
        ? unit.documentFirst && hasProvisions(unit)
          ? null
          : unit
        : (toTheRight[at + 1] ?? null)
  }
  let opened: Unit | null = null
  let closed: Unit | null = null
  for (const [at, unit] of units.entries()) {
    if (unit.document) {
      if (opensDocument(unit)) [opened, closed] = [unit, null]
      else [opened, closed] = [null, unit]
      continue
    }
    if (unit.values[ARTICLE]?.includes(THIS_VALUE)) continue
    const right = toTheRight[at + 1] ?? null
    // "Luật A và Điều 5 Luật B": with `và` between, the first law stands for itself.
    if (opened && isDocument(opened) && units[at - 1] === opened && unit.separation === APART) opened = null
    const source: Unit | null = opened ?? right ?? closed
    if (!source) continue
    unit.document = source.document
    if (!isDocument(source)) continue
    if (source === units[at - 1] && !used.has(source)) unit.from = source.from
    if (source === units[at + 1]) unit.next = source.next
    used.add(source)
  }
  return used
}

/** Completes the units of one chain; the documents that are left stand for themselves. */
export function inherit(units: Unit[]): Unit[] {
  inheritArticles(units)
  const used = inheritDocuments(units)
  return units.filter((unit) => !used.has(unit))
}
