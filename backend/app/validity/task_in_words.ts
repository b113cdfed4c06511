import type { LawRecord } from '#app/laws/law_record'
import type ValidityTask from './validity_task.js'

/** `60/2014/QH13 → 03/2026/QH16, 01/03/2027`: for the record, in no language. */
export function taskInWords(
  { lawId, because, successorIds, since }: Pick<ValidityTask, 'lawId' | 'because' | 'successorIds' | 'since'>,
  record: LawRecord
): string {
  const numbers = (ids: string[]) =>
    [...new Set(ids)]
      .map((id) => record.byId.get(id)?.number)
      .filter(Boolean)
      .join(', ')
  const others = numbers([...because.map((one) => one.lawId), ...successorIds])
  const day = since?.split('-').reverse().join('/')
  return [[numbers([lawId]), others].filter(Boolean).join(' → '), day].filter(Boolean).join(', ')
}
