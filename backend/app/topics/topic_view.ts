import type Subtopic from './subtopic.js'
import type Topic from './topic.js'

/** A topic where it is only named, in the caller's language. */
export const topicMention = (topic: Topic, language: string) => ({
  slug: topic.slug,
  name: language === 'en' ? topic.nameEn : topic.name,
})

const subtopicView = (subtopic: Subtopic, language: string) => ({
  name: language === 'en' ? subtopic.nameEn : subtopic.name,
  themes: subtopic.skitThemes.split(/,\s+/).filter(Boolean),
})

export interface TopicCounts {
  /** Published videos. */
  videoCount: number
  lawCount: number
}

/** A topic with its sub-topics (which must be loaded). */
export const topicView = (topic: Topic, counts: TopicCounts, language: string) => ({
  ...topicMention(topic, language),
  number: topic.id,
  ...counts,
  subTopics: topic.subtopics.map((subtopic) => subtopicView(subtopic, language)),
})
