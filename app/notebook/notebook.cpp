#include "app/notebook/notebook.h"

#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

#include "app/chat/stored_state.h"
#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr const char* kTextKey = "notebook.text";
constexpr const char* kValuesKey = "notebook.values";
constexpr const char* kCursorKey = "notebook.cursor";
constexpr int kSaveDelay = 1000;          // milliseconds
constexpr std::size_t kMostUndo = 50;
constexpr std::int64_t kWorthKeeping = 64; // tokens; fewer are read again in less time than a state takes to be written

}  // namespace

Notebook::Notebook(InferenceService& inference, StorageService& storage, Settings& settings, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage), m_settings(settings) {
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
  m_states = {};
  if (const auto states = stored.find(kNotebookStatesKey); states != stored.end()) m_states = NotebookStates::parse(states->second);
  m_saveTimer.stop();
  m_restored = true;
  dropStrangers();
  emit textChanged();
  emit cursorChanged();
}

/// States of a text that is gone are of no use, and say something of it.
void Notebook::dropStrangers() {
  const auto strangers = m_states.takeStrangers(m_text.toStdString());
  if (strangers.empty()) return;
  m_storage.submit([strangers, left = m_states.toJson()](Stores& stores) -> Result<void> {
    for (const auto& state : strangers) (void)stores.snapshots.discard(state_of(state.place), state.key.model_fingerprint);
    return stores.settings.set_all({{kNotebookStatesKey, left}});
  });
}

std::map<std::string, std::string> Notebook::news() const {
  return {{kTextKey, m_text.toStdString()},
          {kCursorKey, std::to_string(m_cursor)},
          {kValuesKey, QJsonDocument(m_values.toJson()).toJson(QJsonDocument::Compact).toStdString()}};
}

void Notebook::save() {
  if (!m_restored || (!m_saveTimer.isActive() && sender() != &m_saveTimer)) return;
  m_saveTimer.stop();
  m_storage.submit([news = news()](Stores& stores) { return stores.settings.set_all(news); });
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
  m_starting = true;
  m_stopWanted = false;
  m_saveTimer.stop();
  m_storage.submit(this, [news = news()](Stores& stores) { return stores.settings.set_all(news); }, [this](const Result<void>& saved) { begin(saved); });
  say({});
  emit activityChanged();
}

/// The model sees nothing that is not on the disk.
void Notebook::begin(const Result<void>& saved) {
  m_starting = false;
  if (!saved || m_stopWanted) {
    m_before.pop_back();
    if (!saved) say({}, inOneLine(describeStorage(saved.error().code)));
    return emit activityChanged();
  }
  m_asked = m_text.toStdString();
  m_begun = {};
  m_turn = m_inference.writeOn({.stop = {}, .text = m_asked, .params = m_values.generationParams(), .kept = m_states.of(m_asked)});
  emit activityChanged();
}

void Notebook::stop() {
  m_stopWanted = true;
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

void Notebook::on(const StateNeeded& needed) {
  const auto find = [needed](Stores& stores) -> Result<StateAnswer> { return filedState(stores, MessageId{needed.message}, needed.model_fingerprint); };
  m_storage.submit(this, find, [this, turn = *m_turn](Result<StateAnswer> found) {
    auto answer = found ? *std::move(found) : StateAnswer{.reason = RereadReason::StoreUnavailable};
    answer.turn = turn;
    m_inference.answer(std::move(answer));
  });
}

/// A text that took long to read is kept at once: the writing may be cut off.
void Notebook::on(const NotebookRead& read) {
  m_begun = read;
  const auto kept = m_states.tokensKept(m_asked, read.key.model_fingerprint);
  if (read.key.tokens - kept >= kWorthKeeping) keepBegun();
}

void Notebook::keepBegun() {
  if (!m_begun.snapshot) return;
  keep(KeptNotebookState::of(NotebookPlace::Begun, m_asked, m_begun.key), m_begun.snapshot);
  m_begun = {};
}

/// A cache: what goes wrong with it costs reading again, nothing else.
void Notebook::keep(KeptNotebookState state, std::shared_ptr<const StateSnapshot> snapshot) {
  m_states.add(state);
  auto work = [news = news(), state = std::move(state), snapshot = std::move(snapshot), states = m_states.toJson(),
               budget = m_settings.stateBudget()](Stores& stores) { return keepNotebookState(stores, news, state, *snapshot, states, budget); };
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) {
    if (used) m_settings.setStateUsedBytes(static_cast<double>(*used));
  });
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
  keepEnd(finished);
  const QLocale locale;
  const double speed = finished.seconds > 0 ? static_cast<double>(finished.tokens.size()) / finished.seconds : 0;
  auto read = finished.tokens_reread == 0 ? tr("Nothing had to be read") : tr("%n tokens read", nullptr, static_cast<int>(finished.tokens_reread));
  //: "40 tokens read, because the saved state was damaged"
  if (finished.tokens_reread > 0 && finished.reread_reason != RereadReason::None) read = tr("%1, because %2").arg(read, describe(finished.reread_reason));
  say(tr("%1 · %2 · %3 tokens/s").arg(read, tr("%n tokens written", nullptr, static_cast<int>(finished.tokens.size())), locale.toString(speed, 'f', 1)));
  emit textChanged();
  emit activityChanged();
}

/// Of all of the text; where a stop ended it, of where it began.
void Notebook::keepEnd(const TurnFinished& finished) {
  const auto text = m_text.toStdString();
  if (!finished.snapshot) keepBegun();
  else if (text == m_asked + finished.text) keep(KeptNotebookState::of(NotebookPlace::Written, text, finished.key), finished.snapshot);
  m_begun = {};
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
