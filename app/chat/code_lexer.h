// Finds the keywords, strings and comments of code, on a thread of its own. The rules are CodeMirror's (third_party/codemirror-modes).
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>
#include <vector>

namespace eddy {

/// What a piece of code is. The order is that of the colours in ui/style.
enum class CodeKind : quint8 { Plain, Keyword, String, Comment, Number, Type, Function, Property, Meta, Inserted, Deleted };

struct CodeRun {
  int begin = 0;
  int length = 0;
  CodeKind kind = CodeKind::Plain;

  friend bool operator==(const CodeRun&, const CodeRun&) = default;
};
using CodeLine = std::vector<CodeRun>;

/// One of the languages there are rules for.
struct CodeLanguage {
  QString label;      ///< "C++"
  QString extension;  ///< "cpp"
  QString module;
  QString name;       ///< of the rules in the module
};
/// By a name people or models write after ```: "cpp", "C++", "py". Null for what is not known.
const CodeLanguage* codeLanguage(const QString& name);

class CodeLexerWorker;

/// The door to the thread; one for the whole program. GUI thread.
class CodeLexer : public QObject {
  Q_OBJECT

 public:
  static CodeLexer& instance();
  ~CodeLexer() override;

  /// `lines` follow on what this text (`id`) was asked for before; with `anew` they are its first. The last line of a text may
  /// still grow: it comes as `open` and is forgotten after it was lexed. Answered by lexed(), at most 2,000 characters a line.
  void lex(quint64 id, const QString& language, bool anew, const QStringList& lines, const QString& open);
  void forget(quint64 id);

 signals:
  /// A CodeLine for each line, and one for the open line.
  void lexed(quint64 id, const std::vector<eddy::CodeLine>& lines);

 private:
  explicit CodeLexer(QObject* parent);
  QThread m_thread;
  CodeLexerWorker* m_worker;
};

}  // namespace eddy
