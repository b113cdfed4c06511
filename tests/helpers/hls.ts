import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Parser } from 'm3u8-parser'
import type { Api } from './api.js'

export interface ProbedRendition {
  uri: string
  codecs: string[]
  durationSeconds: number
  width?: number
  height?: number
  pixelFormat?: string
}

function parse(text: string) {
  const parser = new Parser()
  parser.push(text)
  parser.end()
  return parser.manifest
}

/** Fetches a whole HLS tree as a player would, file by file, and probes each rendition by itself. */
export async function fetchAndProbe(api: Api, playlistUrl: string): Promise<ProbedRendition[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-hls-'))
  try {
    const text = async (url: string) => {
      const answer = await api.fetch(url)
      if (!answer.ok) throw new Error(`${answer.status} ${url}`)
      return Buffer.from(await answer.arrayBuffer())
    }
    const multivariant = parse(String(await text(playlistUrl)))
    const groups = Object.values(multivariant.mediaGroups?.AUDIO ?? {}).flatMap((group) =>
      Object.values(group)
    )
    const uris = [...(multivariant.playlists ?? []).map((one) => one.uri), ...groups.map((one) => one.uri!)]
    return await Promise.all(
      uris.map(async (uri) => {
        const url = new URL(uri, playlistUrl).href
        const playlist = parse(String(await text(url)))
        const files = [playlist.segments[0]!.map!.uri, ...playlist.segments.map((segment) => segment.uri)]
        const bytes = await Promise.all(files.map((file) => text(new URL(file, url).href)))
        const path = join(folder, uri.replaceAll('/', '_') + '.mp4')
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, Buffer.concat(bytes))
        return probe(path, uri)
      })
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function probe(path: string, uri: string): ProbedRendition {
  // Every packet is decoded: a tree that only looks whole fails here
  execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-'])
  const { streams, format } = JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', path], {
      encoding: 'utf8',
    })
  ) as {
    streams: { codec_name: string; width?: number; height?: number; pix_fmt?: string }[]
    format: { duration: string }
  }
  return {
    uri,
    codecs: streams.map((stream) => stream.codec_name),
    durationSeconds: Number(format.duration),
    width: streams[0]?.width,
    height: streams[0]?.height,
    pixelFormat: streams[0]?.pix_fmt,
  }
}
