// What of an answer is read aloud, sentence by sentence, as it arrives. No Qt objects; translated texts are the GUI thread's.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace eddy {

/// Takes Markdown piece by piece and gives plain sentences, each once, whole and in order. Code blocks and thinking are summed up;
/// rows of a table are read cell by cell, formulas as they are set. A sentence counts as whole when the next one has begun, its
/// line has ended, or the answer has.
class SpokenText {
  Q_DECLARE_TR_FUNCTIONS(eddy::SpokenText)

 public:
  QStringList feed(const QString& markdown);
  /// The chat format has opened the model's thinking already: no tag says so.
  QStringList beginThinking();
  /// What is left of the answer; the next one may follow.
  QStringList end();

 private:
  enum class Part { Text, Code, Thinking, Formula };

  bool takeLine(bool whole);
  bool takeThinking();
  void beginCode(const QString& fence, const QString& language);
  void endCode();
  void takeCode(const QString& line);
  void takeFormula(const QString& line);
  void takeRow(const QString& line);
  void takeSentences(const QString& line, bool whole);
  void say(const QString& text);

  QString m_pending;      // not yet taken
  bool m_inside = false;  // the line that it belongs to has begun before it
  Part m_part = Part::Text;
  QString m_fence, m_language, m_formula;
  int m_count = 0;        // lines of the code, or words of the thinking
  QStringList m_out;
};

}  // namespace eddy
