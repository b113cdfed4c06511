import { lawNumberKey, lawSlug } from '../law_number.js'
import type { LawRecord } from '../law_record.js'
import type { RelationKind } from '../relation_kinds.js'
import {
  isSameState,
  lawState,
  relationState,
  type LawState,
  type RecordRow,
  type RelationState,
  type StructureState,
} from './states.js'

/** What stands for the id of a row that is not there yet; `apply_rows.ts` gives it a real one. */
export const isNewId = (id: string) => id.startsWith('new:')

/**
 * The record with changes that nobody has written yet. Forms and imports alike are planned here; `rows` tells what
 * differs. Nothing of the record itself is touched.
 */
export class Draft {
  readonly laws = new Map<string, LawState>()
  readonly relations = new Map<string, RelationState>()
  readonly structures = new Map<string, { before: StructureState | null; after: StructureState | null }>()
  private readonly lawsBefore = new Map<string, LawState>()
  private readonly relationsBefore = new Map<string, RelationState>()
  private readonly byNumber = new Map<string, Set<string>>()
  private readonly slugs = new Set<string>()
  private readonly ends = new Map<string, string>()
  private trail: (() => void)[] = []

  constructor(record: Pick<LawRecord, 'laws' | 'relations'>) {
    for (const law of record.laws) {
      this.lawsBefore.set(law.id, lawState(law))
      this.setLaw(law.id, lawState(law))
    }
    for (const relation of record.relations) {
      this.relationsBefore.set(relation.id, relationState(relation))
      this.setRelation(relation.id, relationState(relation))
    }
  }

  setLaw(id: string, state: LawState) {
    const former = this.laws.get(id)
    this.trail.push(() => (former ? this.setLaw(id, former) : this.forgetLaw(id)))
    if (former) this.forgetLaw(id)
    this.laws.set(id, state)
    const key = lawNumberKey(state.number)
    this.byNumber.set(key, (this.byNumber.get(key) ?? new Set()).add(id))
    this.slugs.add(state.slug)
  }

  private forgetLaw(id: string) {
    const former = this.laws.get(id)!
    this.byNumber.get(lawNumberKey(former.number))?.delete(id)
    this.slugs.delete(former.slug)
    this.laws.delete(id)
  }

  /** What `act` does is taken back where it answers false. */
  attempt(act: () => boolean) {
    const from = this.trail.length
    if (act()) return
    for (const back of this.trail.splice(from).reverse()) back()
    this.trail.length = from
  }

  /** A new document gets an address: its number; where that is taken, with its date; then numbered. */
  addLaw(state: Omit<LawState, 'slug'>): string {
    const plain = lawSlug(state.number)
    const dated = state.issuedOn ? `${plain}-${state.issuedOn}` : plain
    let slug = this.slugs.has(plain) ? dated : plain
    for (let count = 2; this.slugs.has(slug); count++) slug = `${dated}-${count}`
    const id = `new:${slug}`
    this.setLaw(id, { ...state, slug })
    return id
  }

  lawIdsNumbered(number: string): string[] {
    return [...(this.byNumber.get(lawNumberKey(number)) ?? [])]
  }

  setRelation(id: string, state: RelationState) {
    const former = this.relations.get(id)
    this.trail.push(() => (former ? this.setRelation(id, former) : this.removeRelation(id)))
    this.relations.set(id, state)
    this.ends.set(endsKey(state), id)
  }

  addRelation(state: RelationState): string {
    const id = `new:${this.relations.size}:${state.relation}`
    this.setRelation(id, state)
    return id
  }

  removeRelation(id: string) {
    const state = this.relations.get(id)
    if (!state) return
    this.relations.delete(id)
    this.ends.delete(endsKey(state))
  }

  relationBetween(
    state: Pick<RelationState, 'sourceLawId' | 'targetLawId' | 'relation'>
  ): string | undefined {
    return this.ends.get(endsKey(state))
  }

  /** What differs from the record, laws first: they are there before relations name them. */
  rows(): RecordRow[] {
    const laws: RecordRow[] = [...this.laws]
      .map(([id, after]) => ({ what: 'law' as const, id, before: this.lawsBefore.get(id) ?? null, after }))
      .filter(isChanged)
    const ids = new Set([...this.relationsBefore.keys(), ...this.relations.keys()])
    const relations: RecordRow[] = [...ids]
      .map((id) => ({
        what: 'relation' as const,
        id,
        before: this.relationsBefore.get(id) ?? null,
        after: this.relations.get(id) ?? null,
      }))
      .filter(isChanged)
    const structures = [...this.structures]
      .map(([id, states]): RecordRow => ({ what: 'structure', id, ...states }))
      .filter(isChanged)
    return [...laws, ...relations, ...structures]
  }
}

const isChanged = ({ before, after }: { before: unknown; after: unknown }) => !isSameState(before, after)

/** A law does the same to another once only. */
export const endsKey = (one: { sourceLawId: string; targetLawId: string; relation: RelationKind }) =>
  `${one.sourceLawId}|${one.targetLawId}|${one.relation}`
