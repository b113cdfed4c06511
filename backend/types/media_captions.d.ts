/** The package's own declarations cannot be resolved under NodeNext; this is what we use of it. */
declare module 'media-captions' {
  export interface VTTCue {
    startTime: number
    endTime: number
    text: string
  }
  export function parseText(text: string, options: { type: 'vtt' | 'srt' }): Promise<{ cues: VTTCue[] }>
}
