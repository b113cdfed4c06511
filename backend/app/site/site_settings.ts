import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import env from '#start/env'

/** What the department says of itself, shown in the footer; and the one editorial rule that a one-person office may switch off. */
export interface SiteSettings {
  name: string
  managingBody: string
  responsiblePerson: string
  contactPhone: string
  contactEmail: string
  address: string
  /** Whether the approver must be somebody other than the producer. */
  fourEyes: boolean
  /** Whether a signed form of each person must be there before a video is published. */
  consentForms: boolean
  /** Whether viewers may have the MP4 and the sound of a video as files. */
  downloads: boolean
  /** After how many days of waiting somebody is reminded. */
  reminderDays: number
  /** Whether published videos are made in AV1 too, for clients that decode it: less data, much more work for the machine. */
  av1: boolean
}

const defaults = (): SiteSettings => ({
  name: env.get('SITE_NAME'),
  managingBody: '',
  responsiblePerson: '',
  contactPhone: '',
  contactEmail: '',
  address: '',
  fourEyes: true,
  consentForms: false,
  downloads: true,
  reminderDays: 3,
  av1: false,
})

export async function readSiteSettings(): Promise<SiteSettings> {
  const row = await db.from('settings').where('key', 'site').first()
  const kept = row ? (typeof row.value === 'string' ? JSON.parse(row.value) : row.value) : {}
  return { ...defaults(), ...kept }
}

export async function changeSiteSettings(change: Partial<SiteSettings>): Promise<SiteSettings> {
  const settings = { ...(await readSiteSettings()), ...change }
  await db
    .insertQuery()
    .table('settings')
    .insert({ key: 'site', value: JSON.stringify(settings), updated_at: DateTime.utc().toISO() })
    .knexQuery.onConflict('key')
    .merge()
  return settings
}
