// The code of one block as rows of a few dozen lines: what grows is the last of them, however long the code, and a view lays out no more than that.
// GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/code_lexer.h"
#include "app/chat/followed_block.h"

namespace eddy {

/// Lines are coloured by the lexer's thread, a slice at a time. Very long lines are broken, and marks that hide what code does or turn its direction
/// are spelt out; copying and saving give the code as it is.
class CodePieces : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::MessageBlocksModel* blocks READ blocks WRITE setBlocks NOTIFY blocksChanged)
  Q_PROPERTY(int row READ row WRITE setRow NOTIFY rowChanged)
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)
  Q_PROPERTY(int lines READ lines NOTIFY linesChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(QString label READ label NOTIFY languageChanged)
  Q_PROPERTY(QString extension READ extension NOTIFY languageChanged)
  Q_PROPERTY(bool coloring READ isColoring WRITE setColoring NOTIFY coloringChanged)
  Q_PROPERTY(int coloredLines READ coloredLines NOTIFY colored)

 public:
  explicit CodePieces(QObject* parent = nullptr);
  ~CodePieces() override;

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_firstLines.size()); }
  QVariant data(const QModelIndex&, int) const override { return {}; }

  /// Follows the text of a row of these; without them the code is what it is set to.
  MessageBlocksModel* blocks() const { return m_block.blocks(); }
  void setBlocks(MessageBlocksModel* blocks);
  int row() const { return m_block.row(); }
  void setRow(int row);
  QString code() const { return m_code; }
  void setCode(const QString& code);
  int lines() const { return m_lineEnds + 1; }
  QString language() const { return m_language; }
  void setLanguage(const QString& language);
  /// What to call the language: its usual name, or what was written.
  QString label() const;
  /// For a file with this code, "txt" where the language is not known.
  QString extension() const;
  bool isColoring() const { return m_coloring; }
  void setColoring(bool coloring);
  int coloredLines() const { return m_sent; }

  /// Lines as they are shown, counted from 0.
  int firstLine(int piece) const { return m_firstLines[static_cast<std::size_t>(piece)]; }
  int endLine(int piece) const;
  QString textOf(int piece) const;
  /// Of the colours of ui/style; nothing for a line that is not coloured (yet).
  const CodeLine* runs(int line) const;
  /// Times that `words` stand in the lines before this one.
  int countBefore(int line, const QString& words) const;

  Q_INVOKABLE void copy() const;
  /// "" when it was written, else why not.
  Q_INVOKABLE QString saveTo(const QUrl& file) const;

  static constexpr int kLines = 48;               ///< of a piece
  static constexpr qsizetype kCharacters = 6000;  ///< of a piece, after which no line begins any more
  static constexpr int kLongestLine = 4000;       ///< characters; one without an end would be laid out anew with each letter

 signals:
  void blocksChanged();
  void rowChanged();
  void codeChanged();
  void linesChanged();
  void languageChanged();
  void coloringChanged();
  void pieceChanged(int piece);
  void colored(int firstLine, int endLine);

 private:
  void show(const QString& code);
  void cutOff(int line);
  void add(QStringView code);
  void lexAnew();
  void ask();
  void take(const std::vector<CodeLine>& runs);

  eddy::FollowedBlock m_block;
  QString m_code;
  int m_lineEnds = 0;
  QString m_language;
  bool m_coloring = true;
  QStringList m_shown;                   // lines
  std::vector<qsizetype> m_places;       // where each begins in m_code
  std::vector<int> m_firstLines;         // of each piece
  qsizetype m_pieceLength = 0;           // characters of the last piece
  std::vector<CodeLine> m_runs;
  int m_sent = 0;                        // whole lines that were lexed
  int m_asked = 0;                       // whole lines of the question under way
  QString m_open;                        // the open line as it was lexed last
  quint64 m_id;
  bool m_anew = true;
  bool m_waiting = false;
  bool m_stale = false;                  // the answer under way is to a text that is no more
};

}  // namespace eddy
