import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'
import { todayInVietnam } from '#app/core/legal_day'
import { newCode, hashCode } from '#app/forms/private_code'
import { useToken, type Stamp } from '#app/forms/receive_form'
import { suspicionsOf, textKey } from '#app/forms/suspicions'
import { parseCitations } from '#app/laws/citations/parse_citations'
import { lawRecord } from '#app/laws/law_record'
import type Video from '#app/videos/video'
import Report from './report.js'
import { clockOf, dueAt, type Relation, type ReportReason } from './report_clocks.js'
import ReportRecord from './report_record.js'

export interface GivenReport {
  reason: ReportReason
  text: string
  contact?: string
  relation?: Relation
  atSeconds?: number
  citation?: string
  website?: string
}

/** Keeps a report with the time by which it must be answered. Answers the code by which the reporter looks later. */
export async function receiveReport(video: Video, given: GivenReport, stamp: Stamp): Promise<string> {
  const code = newCode()
  const isRemoval = given.reason === 'removal_request'
  const relation = isRemoval ? (given.relation ?? null) : null
  const receivedAt = hubNow()
  const lawId = await citedLaw(given.citation)
  const key = textKey(given.text)
  await db.transaction(async (trx) => {
    await useToken(trx, stamp.token)
    const before = await Report.query({ client: trx }).where({ textKey: key, videoId: video.id }).first()
    const report = await Report.create(
      {
        videoId: video.id,
        videoTitle: video.title,
        codeHash: hashCode(code),
        reason: given.reason,
        text: given.text,
        textKey: key,
        contact: given.contact || null,
        relation,
        atSeconds: given.atSeconds ?? null,
        citation: given.citation || null,
        lawId,
        state: 'new',
        isLow: stamp.isLow,
        suspicions: suspicionsOf({
          text: given.text,
          honeypot: given.website,
          ageSeconds: stamp.ageSeconds,
          isRepeated: before !== null,
        }),
        dueAt: DateTime.fromJSDate(dueAt(clockOf(given.reason, relation), receivedAt)),
        createdAt: DateTime.fromJSDate(receivedAt),
      },
      { client: trx }
    )
    await ReportRecord.create(
      { reportId: report.id, step: 'receive', toState: 'new', at: DateTime.fromJSDate(receivedAt) },
      { client: trx }
    )
  })
  return code
}

/** What cannot be read is kept as it was typed, and read by people. */
async function citedLaw(citation: string | undefined): Promise<string | null> {
  if (!citation) return null
  const found = parseCitations(citation, (await lawRecord()).citationIndex, { asOf: todayInVietnam() })
  return found.find(({ law }) => law)?.law?.id ?? null
}
