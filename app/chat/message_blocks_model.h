// The blocks of one message (paragraphs, code, lists, thinking …), parsed as it arrives. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

#include "app/chat/answer_sections.h"
#include "app/chat/markdown_blocks.h"

namespace eddy {

/// Appending text parses only what can still change: everything before the last safe boundary keeps its rows, so a view repaints the
/// last block alone. A message that nobody looks at is not parsed: a chat of thousands opens at once.
class MessageBlocksModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by MessageListModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Type { Paragraph, Heading, Code, List, Quote, Rule, Table, Math, Thinking, Picture };
  Q_ENUM(Type)
  /// LevelRole of Code.
  enum Origin { Fenced, ToolCall, ToolResult, BareJson };
  Q_ENUM(Origin)
  enum Role { TypeRole = Qt::UserRole + 1, TextRole, LanguageRole, LevelRole, LengthRole };  // LengthRole: characters of the text

  explicit MessageBlocksModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(blocks().size()); }
  const std::vector<MarkdownBlock>& blocks() const;
  /// Of a whole message; any thread.
  static std::vector<MarkdownBlock> blocksOf(const QString& text);
  bool isParsed() const { return !m_waiting; }

  /// Shows `text` from scratch; blocks that stay the same keep their rows.
  void setText(const QString& text);
  void append(const QString& text);
  /// The chat format has opened the model's thinking: text is that until its end. Before there is text.
  void setBeginsThinking(bool begins) { m_begin = begins ? AnswerBegin::Thinking : AnswerBegin::Unknown; }

 signals:
  void countChanged();

 private:
  /// Blocks made from the unsettled end of the source; the first `settled` of them are made from `length` bytes that cannot change.
  struct Parsed {
    std::vector<MarkdownBlock> blocks;
    int settled = 0;
    qsizetype length = 0;
    qsizetype code = -1;  // where the code block without its end begins that is the last of them; -1: none is
    bool thought = false;
  };
  static Parsed parse(QByteArrayView tail, AnswerBegin begin);
  static void parseText(QByteArrayView text, bool closed, qsizetype offset, Parsed& parsed);
  bool growCode(qsizetype from, const QString& text);
  void take(Parsed parsed);
  void reparse();
  void replaceTail(int firstRow, std::vector<MarkdownBlock> blocks);

  AnswerBegin m_begin = AnswerBegin::Unknown;
  mutable std::optional<QString> m_waiting;  // a text that nobody has looked at
  bool m_seen = false;
  QByteArray m_source;       // UTF-8 of the whole message
  qsizetype m_settled = 0;   // bytes of m_source whose blocks cannot change any more
  int m_settledRows = 0;     // rows made from those bytes
  qsizetype m_openCode = -1; // where the last block begins in m_source, while that is code without its end
  bool m_thought = false;    // there was a section of thinking
  std::vector<MarkdownBlock> m_blocks;
};

}  // namespace eddy
