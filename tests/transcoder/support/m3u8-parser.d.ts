/** The package brings no types; this is the part of its manifest that the tests read. */
declare module 'm3u8-parser' {
  export interface Manifest {
    endList?: boolean
    playlistType?: string
    targetDuration?: number
    mediaSequence?: number
    independentSegments?: boolean
    discontinuityStarts: number[]
    segments: {
      duration: number
      uri: string
      map?: { uri: string }
      byterange?: { length: number; offset: number }
    }[]
    playlists?: {
      uri: string
      attributes: {
        BANDWIDTH: number
        /** The parser leaves this one as text. */
        'AVERAGE-BANDWIDTH': string
        CODECS: string
        RESOLUTION?: { width: number; height: number }
        'FRAME-RATE'?: number
        AUDIO?: string
        SUBTITLES?: string
      }
    }[]
    iFramesOnly?: boolean
    iFramePlaylists?: { uri: string; attributes: { BANDWIDTH: number; CODECS: string } }[]
    mediaGroups?: {
      AUDIO: Record<string, Record<string, { uri: string; default: boolean; language?: string }>>
      SUBTITLES: Record<
        string,
        Record<
          string,
          { uri: string; default: boolean; autoselect: boolean; forced: boolean; language?: string }
        >
      >
    }
  }
  export class Parser {
    manifest: Manifest
    push(text: string): void
    end(): void
  }
}
