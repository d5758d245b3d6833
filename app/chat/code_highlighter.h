// The text of a code block: grows without being laid out anew, is coloured a slice at a time, can be saved. GUI thread only.
#pragma once

#include <QUrl>
#include <QVariantList>

#include "app/chat/block_highlights.h"
#include "app/chat/code_lexer.h"

namespace eddy {

/// Owns what its document says: set `code`, not the text of the item.
class CodeHighlighter : public eddy::BlockHighlights {  // qualified for the tool that writes the types down
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(QString label READ label NOTIFY languageChanged)
  Q_PROPERTY(QString extension READ extension NOTIFY languageChanged)
  Q_PROPERTY(QVariantList colors READ colors WRITE setColors NOTIFY colorsSet)
  Q_PROPERTY(int coloredLines READ coloredLines NOTIFY colored)

 public:
  explicit CodeHighlighter(QObject* parent = nullptr);
  ~CodeHighlighter() override;

  QString code() const { return m_code; }
  void setCode(const QString& code);
  QString language() const { return m_language; }
  void setLanguage(const QString& language);
  /// What to call the language: its usual name, or what was written.
  QString label() const;
  /// For a file with this code, "txt" where the language is not known.
  QString extension() const;
  QVariantList colors() const { return m_colors; }
  void setColors(const QVariantList& colors);
  int coloredLines() const { return m_sent; }

  Q_INVOKABLE void copy() const;
  /// "" when it was written, else why not.
  Q_INVOKABLE QString saveTo(const QUrl& file) const;

 signals:
  void codeChanged();
  void languageChanged();
  void colorsSet();
  void colored();

 protected:
  void paint(Painter& painter, const QString& text) override;
  void documentReady() override;

 private:
  void write();
  void ask();
  void take(const std::vector<CodeLine>& lines);

  QString m_code;
  QString m_language;
  QVariantList m_colors;
  std::vector<CodeLine> m_lines;
  qsizetype m_written = 0;   // characters of m_code that the document has
  int m_sent = 0;            // whole lines that were lexed
  int m_asked = 0;           // whole lines of the question under way
  QString m_open;            // the open line as it was lexed last
  quint64 m_id;
  bool m_anew = true;
  bool m_waiting = false;
  bool m_stale = false;      // the answer under way is to a text that is no more
};

}  // namespace eddy
