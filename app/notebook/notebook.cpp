#include "app/notebook/notebook.h"

#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr const char* kTextKey = "notebook.text";
constexpr const char* kValuesKey = "notebook.values";
constexpr const char* kCursorKey = "notebook.cursor";
constexpr int kSaveDelay = 1000;          // milliseconds
constexpr std::size_t kMostUndo = 50;

}  // namespace

Notebook::Notebook(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {
  m_values.take({{QStringLiteral("maxTokens"), 256}});
  m_saveTimer.setSingleShot(true);
  m_saveTimer.setInterval(kSaveDelay);
  connect(&m_saveTimer, &QTimer::timeout, this, &Notebook::save);
  connect(&m_values, &AnswerValues::generationChanged, this, &Notebook::saveSoon);
  connect(&inference, &InferenceService::turnEvent, this, &Notebook::take);
  connect(&inference, &InferenceService::readyChanged, this, &Notebook::activityChanged);
}

void Notebook::restore(const std::map<std::string, std::string>& stored) {
  if (const auto values = stored.find(kValuesKey); values != stored.end())
    m_values.take(QJsonDocument::fromJson(QByteArray::fromStdString(values->second)).object());
  if (const auto text = stored.find(kTextKey); text != stored.end()) m_text = QString::fromStdString(text->second);
  m_cursor = static_cast<int>(m_text.size());
  if (const auto cursor = stored.find(kCursorKey); cursor != stored.end())
    m_cursor = std::clamp(QString::fromStdString(cursor->second).toInt(), 0, static_cast<int>(m_text.size()));
  m_saveTimer.stop();
  m_restored = true;
  emit textChanged();
  emit cursorChanged();
}

void Notebook::save() {
  if (!m_restored || (!m_saveTimer.isActive() && sender() != &m_saveTimer)) return;
  m_saveTimer.stop();
  const std::map<std::string, std::string> news{
      {kTextKey, m_text.toStdString()}, {kCursorKey, std::to_string(m_cursor)}, {kValuesKey, QJsonDocument(m_values.toJson()).toJson(QJsonDocument::Compact).toStdString()}};
  m_storage.submit([news](Stores& stores) { return stores.settings.set_all(news); });
}

/// At most a second is lost when the program is killed, also while the model writes without a pause: a timer that runs is left alone.
void Notebook::saveSoon() {
  if (!m_saveTimer.isActive()) m_saveTimer.start();
}

void Notebook::setCursor(int cursor) {
  cursor = std::clamp(cursor, 0, static_cast<int>(m_text.size()));
  if (cursor == m_cursor) return;
  m_cursor = cursor;
  saveSoon();
  emit cursorChanged();
}

void Notebook::setOpen(bool open) {
  if (open == m_open) return;
  m_open = open;
  emit openChanged();
}

void Notebook::setText(const QString& text) {
  if (isRunning() || text == m_text) return;
  const bool emptiness = text.isEmpty() != m_text.isEmpty();
  m_text = text;
  saveSoon();
  emit textChanged();
  if (emptiness) emit activityChanged();
}

void Notebook::complete() {
  if (!canComplete()) return;
  m_before.push_back(m_text);
  if (m_before.size() > kMostUndo) m_before.erase(m_before.begin());
  m_turn = m_inference.writeOn({.stop = {}, .text = m_text.toStdString(), .params = m_values.generationParams()});
  say({});
  emit activityChanged();
}

void Notebook::stop() {
  if (m_turn) m_inference.stop(*m_turn);
}

void Notebook::undo() {
  if (!canUndo()) return;
  m_text = m_before.back();
  m_before.pop_back();
  saveSoon();
  say({});
  emit textChanged();
  emit activityChanged();
}

void Notebook::clear() {
  if (isRunning() || m_text.isEmpty()) return;
  m_before.push_back(m_text);
  m_text.clear();
  saveSoon();
  say({});
  emit textChanged();
  emit activityChanged();
}

void Notebook::take(const TurnEvent& event) {
  if (m_turn != event.turn) return;
  std::visit([this](const auto& what) { on(what); }, event.what);
}

void Notebook::on(const TurnProgress& progress) {
  const QLocale locale;
  say(tr("Reading: %1 of %2 tokens").arg(locale.toString(static_cast<qlonglong>(progress.done)), locale.toString(static_cast<qlonglong>(progress.total))));
}

void Notebook::on(const TurnText& text) {
  const auto piece = QString::fromStdString(text.text);
  m_text += piece;
  saveSoon();
  emit appended(piece);
}

void Notebook::on(const TurnFinished& finished) {
  m_turn.reset();
  if (finished.tokens.empty()) m_before.pop_back();
  const QLocale locale;
  const double speed = finished.seconds > 0 ? static_cast<double>(finished.tokens.size()) / finished.seconds : 0;
  const auto read = finished.tokens_reread == 0 ? tr("Nothing had to be read") : tr("%n tokens read", nullptr, static_cast<int>(finished.tokens_reread));
  say(tr("%1 · %2 · %3 tokens/s").arg(read, tr("%n tokens written", nullptr, static_cast<int>(finished.tokens.size())), locale.toString(speed, 'f', 1)));
  emit textChanged();
  emit activityChanged();
}

void Notebook::on(const TurnFailed& failed) {
  m_turn.reset();
  say({}, inOneLine({.title = describe(failed.error.code).title, .explanation = QString::fromStdString(failed.error.message)}));
  emit textChanged();
  emit activityChanged();
}

void Notebook::say(const QString& status, const QString& error) {
  m_status = status;
  m_error = error;
  emit statusChanged();
}

}  // namespace eddy
