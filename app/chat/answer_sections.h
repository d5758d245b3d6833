// What a model says between tags, or as bare JSON, told apart from its words. Any thread.
#pragma once

#include <QByteArrayView>

namespace eddy {

enum class SectionKind { Text, Thinking, ToolCall, ToolResult, Json };

/// A part of an answer in UTF-8.
struct AnswerSection {
  SectionKind kind = SectionKind::Text;
  QByteArrayView text;   ///< without the tags
  bool closed = false;   ///< its end is there: later text belongs to another one
  qsizetype length = 0;  ///< of the source, tags included
};

/// What the answer's beginning says of itself.
enum class AnswerBegin {
  Middle,    ///< it is elsewhere
  Unknown,   ///< the beginning of the answer; a lone </think> shows that it was thinking all along
  Thinking,  ///< the chat format has opened the thinking already
};

/// The first section of `answer`, which is the rest of one from the beginning of a section on. Tags count at the beginning of a line,
/// outside of code blocks.
AnswerSection firstSection(QByteArrayView answer, AnswerBegin begin);

/// Whether thinking ends somewhere here, in words that were not known to be thinking.
bool endsThinking(QByteArrayView text);

}  // namespace eddy
