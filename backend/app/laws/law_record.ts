import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import type { LegalDay } from '#app/core/legal_day'
import { buildLawIndex, type LawIndex } from './citations/law_index.js'
import Law from './law.js'
import LawRelation from './law_relation.js'
import { lawNumberKey } from './law_number.js'
import { statusOn, type LawRelation as ActingRelation, type StatusOnDay } from './validity.js'

/**
 * All documents and relations, in memory: status on a day, citations and the list of laws are decided on them without
 * further queries. What it holds is shared between requests and is not to be changed.
 */
export class LawRecord {
  readonly byId: ReadonlyMap<string, Law>
  private bySlug: Map<string, Law>
  private byNumberKey = new Map<string, Law[]>()
  private incoming = new Map<string, LawRelation[]>()
  private outgoing = new Map<string, LawRelation[]>()
  private titles = new Map<string, number>()
  private index: LawIndex | undefined

  constructor(
    readonly version: string,
    readonly laws: Law[],
    readonly relations: LawRelation[]
  ) {
    this.byId = new Map(laws.map((law) => [law.id, law]))
    this.bySlug = new Map(laws.map((law) => [law.slug, law]))
    for (const law of laws) {
      push(this.byNumberKey, law.numberKey, law)
      this.titles.set(law.title, (this.titles.get(law.title) ?? 0) + 1)
    }
    for (const relation of relations) {
      push(this.incoming, relation.targetLawId, relation)
      push(this.outgoing, relation.sourceLawId, relation)
    }
  }

  /** By id, slug, or a number that only one document has. */
  find(key: string): Law | undefined {
    const numbered = this.byNumberKey.get(lawNumberKey(key)) ?? []
    return this.byId.get(key) ?? this.bySlug.get(key) ?? (numbered.length === 1 ? numbered[0] : undefined)
  }

  /** What citations are read against. */
  get citationIndex(): LawIndex {
    return (this.index ??= buildLawIndex(this.laws))
  }

  /** Whether another document is called the same, as an old and a new version are. */
  sharesTitle(law: Law): boolean {
    return (this.titles.get(law.title) ?? 0) > 1
  }

  incomingOf(law: Law): LawRelation[] {
    return this.incoming.get(law.id) ?? []
  }

  outgoingOf(law: Law): LawRelation[] {
    return this.outgoing.get(law.id) ?? []
  }

  /** The relations that point at the document, as validity and banners want them. */
  actingOn(law: Law): ActingRelation[] {
    return this.incomingOf(law).map((relation) => ({
      kind: relation.relation,
      sourceId: relation.sourceLawId,
      targetId: relation.targetLawId,
      scope: relation.scope,
      provisions: relation.provisions ?? [],
      fromOn: relation.fromOn,
      sourceEffectiveOn: this.byId.get(relation.sourceLawId)?.effectiveOn ?? null,
    }))
  }

  statusOn(law: Law, day: LegalDay): StatusOnDay {
    return statusOn(law, this.actingOn(law), day)
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

let cached: LawRecord | undefined

/**
 * The record as it now is. One cheap query tells whether it has changed, in this process or another; give the client of
 * an open transaction, if there is one.
 */
export async function lawRecord(client: QueryClientContract = db.connection()): Promise<LawRecord> {
  const version = await readVersion(client)
  if (cached?.version !== version) {
    const laws = await Law.query({ client }).orderBy('number_key').orderBy('id')
    cached = new LawRecord(version, laws, await LawRelation.query({ client }).orderBy('id'))
  }
  return cached
}

async function readVersion(client: QueryClientContract): Promise<string> {
  const relations = client.from('law_relations')
  const row = await client
    .from('laws')
    .select(client.raw('max(updated_at) as changed'), client.raw('count(*) as laws'))
    .select(relations.count('*').as('relations'))
    .first()
  const changed = row.changed instanceof Date ? row.changed.toISOString() : row.changed
  return [changed, row.laws, row.relations].join('|')
}
