import type { Translated } from '../i18n.js'
import type source from '../vi/upload.js'

export default {
  pageTitle: 'Send a video',
  intro:
    'Choose a file and it is on its way. Meanwhile, correct the title and say who appears. A lost connection does no harm: what was sent is kept.',
  choose: 'Choose video files, or drop them here',
  chooseOne: 'Choose a video file, or drop it here',
  limits: 'MP4, MOV, MKV, AVI, MTS… from a phone or a camera; 8 GB a file at most.',
  title: 'Title',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Give up',
  cancelTitle: 'Stop sending this file?',
  cancelText: 'What was sent of “{name}”, and its draft, will be removed.',
  cancelKeepsText: 'What was sent of “{name}” will be removed; the video stays.',
  cancelYes: 'Stop and remove',
  dismiss: 'Take off the list',
  continue: 'Go on: description and consent',
  openVideo: 'Open this video',
  resumed: 'This file was begun before; sending goes on from where it stopped.',
  alreadyThere: '“{name}” is already being sent.',
  leaving:
    'You may go to other pages of this site meanwhile, but keep this tab open. If it was closed, open it again and choose the same file: sending goes on.',
  lineLost: 'The server cannot be reached. What was sent is kept; press “Go on” once you are online.',
  refusedByServer: 'The server has not taken this file. Please try again in a moment.',
  progressOf: 'Progress of {name}',
  percent: '{percent}%',
  ofBytes: '{sent} of {total}',
  speed: '{bytes}/s',
  left: {
    seconds: 'about {count} seconds left',
    minutes: 'about {count} min left',
    hours: 'about {count} h left',
  },
  stage: {
    checking: 'Looking at the file',
    refused: 'This file cannot be sent',
    waiting: 'Waiting for its turn',
    sending: 'Sending',
    reconnecting: 'Connection lost, trying again',
    paused: 'Paused',
    stopped: 'Stopped',
    received: 'Sent',
  },
  refused: {
    empty:
      'This file is empty (0 bytes). Check it on your device, or copy it again from the phone or camera.',
    tooLarge: 'This file is larger than 8 GB. Cut it, or export it again at a lower quality.',
    unreadable:
      'This file cannot be read. It may have been moved, or the phone unplugged. Please choose it again.',
    document: 'This is a document (PDF, Word, Excel…), not a video. Please choose a video file.',
    picture: 'This is a picture, not a video. Please choose a video file.',
    sound: 'This is a sound file without a picture. Please choose a video file.',
    archive: 'This is an archive or an Office document. Unpack it and choose the video inside.',
    text: 'The content of this file is text, not video, whatever its name says. Please choose a video file.',
  },
  unfinished: {
    title: 'Files were left unfinished',
    text: 'Choose the same file again below; the rest of it will be sent.',
    begun: 'begun at {time}',
    forget: 'Dismiss',
  },
} satisfies Translated<typeof source>
