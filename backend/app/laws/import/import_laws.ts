import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { LegalDay } from '#app/core/legal_day'
import Law from '../law.js'
import { lawNumberKey, lawSlug } from '../law_number.js'
import { lawKey, type LawRow } from './read_laws.js'
import type { LawStub } from './read_relations.js'
import { newTally, type Tally } from './tally.js'

/** Where the imported labels come from, and when they were looked up. */
export interface ImportSource {
  name: string
  checkedOn: LegalDay
}

interface Import {
  rows: LawRow[]
  stubs: LawStub[]
  topicIds: ReadonlyMap<string, number>
  source: ImportSource
}

/** Documents by their natural key; documents known from relations alone become stubs, and stubs become documents. */
export async function importLaws(from: Import, trx: TransactionClientContract): Promise<Tally> {
  const tally = newTally()
  const laws = new StoredLaws(await Law.query({ client: trx }))
  const save = async (law: Law) => {
    if (law.$isPersisted && law.correctedAt) return void tally.kept++
    if (law.$isPersisted && !law.$isDirty) return void tally.same++
    if (law.$isPersisted) tally.changed++
    else tally.added++
    await law.useTransaction(trx).save()
  }
  for (const row of from.rows) {
    const law = laws.find(row) ?? laws.add(new Law(), row)
    if (!law.correctedAt) law.merge({ ...fields(row, from), isStub: false })
    await save(law)
  }
  for (const stub of from.stubs) {
    if (laws.hasNumber(stub.number)) continue
    const law = laws.add(new Law(), { ...stub, issuedOn: null })
    await save(law.merge({ ...stub, numberKey: lawNumberKey(stub.number), confidence: 'low', isStub: true }))
  }
  return tally
}

function fields(row: LawRow, { topicIds, source }: Import): Partial<Law> {
  const { line: _line, topicSlug, ...values } = row
  return {
    ...values,
    numberKey: lawNumberKey(row.number),
    topicId: topicSlug ? (topicIds.get(topicSlug) ?? null) : null,
    statedSource: source.name,
    checkedOn: source.checkedOn,
  }
}

const storedKey = ({ kind, issuer, number, issuedOn }: Law) =>
  lawKey({ kind, issuer: issuer ?? '', number, issuedOn })

class StoredLaws {
  private slugs: Set<string>
  private claimed = new Set<Law>()

  constructor(private laws: Law[]) {
    this.slugs = new Set(laws.map(({ slug }) => slug))
  }

  hasNumber(number: string) {
    const key = lawNumberKey(number)
    return this.laws.some((law) => law.numberKey === key)
  }

  /** The same document: by its whole natural key; else the one stub, or the one whose day of issue differs, with its number. */
  find(row: LawRow): Law | undefined {
    const free = this.laws.filter(
      (law) => !this.claimed.has(law) && law.numberKey === lawNumberKey(row.number)
    )
    const exact = free.find((law) => storedKey(law) === lawKey(row))
    const near = free.filter(
      (law) => law.isStub || (law.kind === row.kind && (!law.issuedOn || !row.issuedOn || law.correctedAt))
    )
    const found = exact ?? (near.length === 1 ? near[0] : undefined)
    if (found) this.claimed.add(found)
    return found
  }

  /** Gives a new document its address: its number; where that is taken, with its date; then numbered. */
  add(law: Law, { number, issuedOn }: { number: string; issuedOn: string | null }): Law {
    const plain = lawSlug(number)
    const dated = issuedOn ? `${plain}-${issuedOn}` : plain
    let slug = this.slugs.has(plain) ? dated : plain
    for (let count = 2; this.slugs.has(slug); count++) slug = `${dated}-${count}`
    law.slug = slug
    law.numberKey = lawNumberKey(number)
    this.slugs.add(slug)
    this.laws.push(law)
    this.claimed.add(law)
    return law
  }
}
