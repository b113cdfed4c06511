import { BaseEvent } from '@adonisjs/core/events'

/** What others hear of videos, after the change has been committed. */
export class VideoPublished extends BaseEvent {
  constructor(readonly videoId: string) {
    super()
  }
}

export class VideoUnpublished extends BaseEvent {
  constructor(readonly videoId: string) {
    super()
  }
}

/** What is said about it (title, topics, tags, captions) or shown of it has changed. */
export class VideoChanged extends BaseEvent {
  constructor(
    readonly videoId: string,
    /** Laws that it was tied to before, where a tie was changed or removed. */
    readonly formerLawIds: string[] = []
  ) {
    super()
  }
}

export class VideoDeleted extends BaseEvent {
  constructor(readonly videoId: string) {
    super()
  }
}

/** A line has been added to a video's record. */
export class StepRecorded extends BaseEvent {
  constructor(readonly recordId: string) {
    super()
  }
}
