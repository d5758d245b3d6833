#include "app/chat/code_lexer.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJSEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>

namespace eddy {
namespace {

Q_LOGGING_CATEGORY(log, "eddy.code")

constexpr qsizetype kLongestLine = 2000;  // longer ones are data, and rules may be slow with them
constexpr QChar kLineEnd(0xFFFF);

QHash<QString, CodeLanguage> readLanguages() {
  QHash<QString, CodeLanguage> languages;
  QFile file(QStringLiteral(":/eddy/code/languages.json"));
  if (!file.open(QIODevice::ReadOnly)) return languages;
  for (const auto entry : QJsonDocument::fromJson(file.readAll()).array()) {
    const auto object = entry.toObject();
    const CodeLanguage language{object[u"label"].toString(), object[u"extension"].toString(), object[u"module"].toString(),
                                object[u"name"].toString()};
    for (const auto name : object[u"names"].toArray()) languages.insert(name.toString(), language);
  }
  return languages;
}

/// Three characters for each run (begin, length, kind), kLineEnd after each line.
std::vector<CodeLine> decode(const QString& text) {
  std::vector<CodeLine> lines(1);
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == kLineEnd) {
      lines.emplace_back();
    } else if (i + 2 < text.size()) {
      lines.back().push_back({text[i].unicode(), text[i + 1].unicode(), static_cast<CodeKind>(text[i + 2].unicode())});
      i += 2;
    }
  }
  lines.pop_back();
  return lines;
}

}  // namespace

const CodeLanguage* codeLanguage(const QString& name) {
  static const auto languages = readLanguages();
  const auto found = languages.constFind(name.trimmed().toLower());
  return found == languages.cend() ? nullptr : &*found;
}

/// Lives on the thread. The interpreter runs nothing but the rules that come with the program; code is only ever their data.
class CodeLexerWorker : public QObject {
 public:
  std::vector<CodeLine> lex(quint64 id, const QString& language, bool anew, QStringList lines, QString open) {
    const auto count = static_cast<std::size_t>(lines.size()) + 1;
    if (anew || !m_texts.contains(id)) m_texts.insert(id, begin(language));
    const auto text = m_texts.value(id);
    if (!text.isObject()) return std::vector<CodeLine>(count);
    for (auto& line : lines) line.truncate(line.size() > kLongestLine ? 0 : line.size());
    if (open.size() > kLongestLine) open.clear();
    const auto result = m_read.call({text, m_engine->toScriptValue(lines), open});
    if (result.isError()) {
      qCWarning(log).noquote() << "[code]" << language << result.toString();
      m_texts.insert(id, QJSValue());
      return std::vector<CodeLine>(count);
    }
    auto decoded = decode(result.toString());
    decoded.resize(count);
    return decoded;
  }

  void forget(quint64 id) { m_texts.remove(id); }

 private:
  QJSValue begin(const QString& language) {
    const auto* known = codeLanguage(language);
    if (!known) return {};
    if (!m_engine) {
      m_engine = new QJSEngine(this);
      const auto reader = m_engine->importModule(QStringLiteral(":/eddy/code/reader.mjs"));
      if (reader.isError()) qCWarning(log).noquote() << "[code]" << reader.toString();
      m_begin = reader.property(QStringLiteral("begin"));
      m_read = reader.property(QStringLiteral("read"));
    }
    const auto module = m_engine->importModule(QStringLiteral(":/eddy/code/%1.js").arg(known->module));
    if (module.isError()) qCWarning(log).noquote() << "[code]" << module.toString();
    return m_begin.call({module.property(known->name)});
  }

  QPointer<QJSEngine> m_engine;
  QJSValue m_begin;
  QJSValue m_read;
  QHash<quint64, QJSValue> m_texts;
};

CodeLexer::CodeLexer(QObject* parent) : QObject(parent), m_worker(new CodeLexerWorker) {
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("code"));
  m_thread.start(QThread::LowPriority);
}

CodeLexer::~CodeLexer() {
  m_thread.quit();
  m_thread.wait();
}

CodeLexer& CodeLexer::instance() {
  static QPointer<CodeLexer> lexer;
  if (!lexer) lexer = new CodeLexer(QCoreApplication::instance());
  return *lexer;
}

void CodeLexer::lex(quint64 id, const QString& language, bool anew, const QStringList& lines, const QString& open) {
  QMetaObject::invokeMethod(m_worker, [this, id, language, anew, lines, open] {
    auto result = m_worker->lex(id, language, anew, lines, open);
    QMetaObject::invokeMethod(this, [this, id, result = std::move(result)] { emit lexed(id, result); }, Qt::QueuedConnection);
  }, Qt::QueuedConnection);
}

void CodeLexer::forget(quint64 id) {
  QMetaObject::invokeMethod(m_worker, [this, id] { m_worker->forget(id); }, Qt::QueuedConnection);
}

}  // namespace eddy
