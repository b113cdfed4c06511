import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { newCode, hashCode } from '#app/forms/private_code'
import { useToken, type Stamp } from '#app/forms/receive_form'
import { suspicionsOf, textKey } from '#app/forms/suspicions'
import type Video from '#app/videos/video'
import Question from './question.js'
import QuestionRecord from './question_record.js'

export interface AskedQuestion {
  text: string
  name?: string
  atSeconds?: number
  website?: string
}

/** The same words within so many days are the same sender's, or a machine's. */
const repetitionDays = 7

/** Keeps a question, as spam where it looks like it. Answers the code by which the asker looks later. */
export async function askQuestion(video: Video, asked: AskedQuestion, stamp: Stamp): Promise<string> {
  const code = newCode()
  await db.transaction(async (trx) => {
    await useToken(trx, stamp.token)
    const key = textKey(asked.text)
    const before = await Question.query({ client: trx })
      .where('textKey', key)
      .where('createdAt', '>', DateTime.utc().minus({ days: repetitionDays }).toISO()!)
      .first()
    const suspicions = suspicionsOf({
      text: [asked.name, asked.text].filter(Boolean).join('\n'),
      honeypot: asked.website,
      ageSeconds: stamp.ageSeconds,
      isRepeated: before !== null,
    })
    const state = suspicions.length ? 'spam' : 'new'
    const question = await Question.create(
      {
        videoId: video.id,
        codeHash: hashCode(code),
        text: asked.text,
        textKey: key,
        askerName: asked.name || null,
        atSeconds: asked.atSeconds ?? null,
        state,
        isLow: stamp.isLow,
        suspicions,
      },
      { client: trx }
    )
    await QuestionRecord.create(
      { questionId: question.id, videoId: video.id, step: 'ask', toState: state, at: DateTime.utc() },
      { client: trx }
    )
  })
  return code
}
