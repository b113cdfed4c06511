import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { StorageError } from '@hub/storage'
import { storage } from '#app/core/media_storage'
import { notFound } from '#app/core/hub_error'
import { readSiteSettings } from '#app/site/site_settings'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import VideoPolicy from '#app/videos/video_policy'
import { parseRange } from './byte_range.js'

const week = 7 * 24 * 3600

export default class MediaController {
  /**
   * Published trees: anybody's. The row decides, not the file: what was taken down is gone before the last of its files is.
   * Viewers may keep what they have seen; caches on the way ask again after a minute, for the same reason.
   */
  async showPublic({ params, request, response }: HttpContext) {
    const revision = await Revision.query()
      .where({ id: params.revision, videoId: params.id, isPublic: true })
      .first()
    if (!revision) throw notFound()
    const name: string = params['*'].join('/')
    if (isDownload(revision, name) && !(await readSiteSettings()).downloads) throw notFound()
    const maxAge = name.endsWith('.m3u8') ? 60 : week
    await send(revision.publicPrefix + name, request, response)
    response.header('Cache-Control', `public, max-age=${maxAge}, s-maxage=60`)
  }

  /** What is not published yet: the same cookie or token on every request, never an address that is itself the permission. */
  async showPrivate(ctx: HttpContext) {
    const { params, request, response } = ctx
    const video = await Video.find(params.id)
    if (!video || !(await ctx.bouncer.with(VideoPolicy).allows('viewUnpublished', video))) throw notFound()
    const revision = await Revision.query().where({ id: params.revision, videoId: video.id }).first()
    if (!revision) throw notFound()
    response.header('Cache-Control', 'private, no-store')
    return send(revision.privatePrefix + params['*'].join('/'), request, response)
  }
}

/** The files that are made to be kept, as opposed to those that are played. */
function isDownload({ files }: Revision, name: string): boolean {
  return name === files?.download || name === files?.audio
}

/** Streams one object, or the part of it that was asked for (RFC 9110, 14). */
async function send(key: string, request: HttpContext['request'], response: HttpContext['response']) {
  try {
    const range = parseRange(request.header('range'))
    const body = await storage.get(key, range ? { range } : {})
    const { info } = body
    response.header('Content-Type', info.contentType)
    response.header('Accept-Ranges', 'bytes')
    if (info.etag) response.header('ETag', info.etag)
    if (body.range) {
      response.status(206)
      response.header('Content-Range', `bytes ${body.range.start}-${body.range.end}/${info.sizeBytes}`)
      response.header('Content-Length', String(body.range.end - body.range.start + 1))
    } else {
      response.header('Content-Length', String(info.sizeBytes))
    }
    if (request.method() !== 'HEAD') return response.stream(body.stream)
    body.stream.destroy()
    // A stream, even an empty one, leaves the length that was said
    return response.status(body.range ? 206 : 200).stream(Readable.from([]))
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    if (error.code === 'E_RANGE_NOT_SATISFIABLE') {
      return response
        .status(416)
        .header('Content-Range', `bytes */${error.sizeBytes ?? '*'}`)
        .send('')
    }
    if (error.code === 'E_OBJECT_NOT_FOUND' || error.code === 'E_INVALID_KEY') throw notFound()
    throw error
  }
}
