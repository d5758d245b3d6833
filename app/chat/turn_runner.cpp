#include "app/chat/turn_runner.h"

#include "app/chat/stored_state.h"
#include "app/errors/error_text.h"
#include "app/storage/reread_log.h"
#include "app/storage/state_upkeep.h"

namespace eddy {
namespace {

constexpr int kSaveInterval = 700;  // milliseconds; with the time a save takes it stays below a second

std::string stopName(StopReason reason) {
  switch (reason) {
    case StopReason::StopToken: return "stop-token";
    case StopReason::StopString: return "stop-string";
    case StopReason::MaxTokens: return "max-tokens";
    case StopReason::Cancelled: return "cancelled";
  }
  return {};
}

template <class T>
std::vector<T> joined(std::vector<T> first, const std::vector<T>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

TurnRunner::TurnRunner(InferenceService& inference, StorageService& storage, TurnJob job, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage), m_job(std::move(job)) {
  connect(&inference, &InferenceService::turnEvent, this, &TurnRunner::take);
  m_saveTimer.setInterval(kSaveInterval);
  connect(&m_saveTimer, &QTimer::timeout, this, &TurnRunner::savePartial);
}

TurnRunner::~TurnRunner() {
  if (!m_ended) cancel();
}

TurnRequest TurnRunner::request() const {
  return {.base = m_job.base, .segments = m_job.segments, .answer = m_job.answer, .written = m_job.priorText,
          .journal = m_job.journal, .system = m_job.system, .params = m_job.params, .thinking = m_job.thinking, .isolated = m_job.isolated};
}

void TurnRunner::start() { m_turn = m_inference.start(request()); }

void TurnRunner::cancel() { m_inference.stop(m_turn); }

void TurnRunner::abandon() {
  if (m_ended) return;
  cancel();
  if (!isPreparation()) {
    m_record = recordSoFar(MessageStatus::Interrupted);
    saveEnd(nullptr);
  }
  end();
}

QString TurnRunner::text() const { return QString::fromStdString(m_job.priorText + m_text); }

void TurnRunner::take(const TurnEvent& event) {
  if (event.turn != m_turn || m_ended) return;
  std::visit([this](const auto& what) { on(what); }, event.what);
}

void TurnRunner::on(const TurnStarted& started) {
  m_model = started;
  m_reading.start();
}

void TurnRunner::on(const StateNeeded& needed) {
  m_storage.submit(
      this, [needed](Stores& stores) { return storedState(stores, needed); },
      [this](Result<StateAnswer> state) {
        if (m_ended) return;
        if (!state) {
          m_error = state.error();
          return cancel();
        }
        state->turn = m_turn;
        m_inference.answer(*std::move(state));
      });
}

void TurnRunner::on(const TurnProgress& progress) {
  m_readDone = progress.done;
  m_readTotal = progress.total;
  m_readReason = progress.reason;
  emit reading();
}

void TurnRunner::on(const TokensKnown& known) {
  m_storage.submit([known](Stores& stores) {
    return stores.conversations.set_tokens(MessageId{known.message}, known.tokens, known.reading);
  });
}

void TurnRunner::on(const TurnText& text) {
  m_text += text.text;
  m_tokens = text.tokens;
  m_journal = text.journal;
  m_unsaved = true;
  if (!m_saveTimer.isActive()) {
    m_saveTimer.start();
    savePartial();
  }
  emit textAppended(QString::fromStdString(text.text));
}

void TurnRunner::savePartial() {
  if (!m_unsaved || m_saving || m_ended) return;
  m_unsaved = false;
  m_saving = true;
  const MessageId id{m_job.answer};
  auto work = [id, text = m_job.priorText + m_text, tokens = joined(m_job.priorTokens, m_tokens), journal = m_journal,
               reading = m_model.reading](Stores& stores) {
    return stores.conversations.save_partial_answer(id, text, tokens, journal, reading);
  };
  m_storage.submit(this, std::move(work), [this](const Result<void>& saved) {
    m_saving = false;
    if (!saved && !m_ended) emit saveFailed(saved.error());
  });
}

AnswerRecord TurnRunner::recordSoFar(MessageStatus status) const {
  AnswerRecord record{.status = status, .text = m_job.priorText + m_text, .tokens = joined(m_job.priorTokens, m_tokens),
                      .tokenizer_fingerprint = m_model.reading, .model_fingerprint = m_model.model_fingerprint,
                      .model_name = m_model.model_name};
  if (status == MessageStatus::Interrupted) record.journal = m_journal;
  record.tokens_generated = static_cast<std::int64_t>(record.tokens.size());
  if (m_job.isolated) record.tokens.clear();  // not the tokens of this place in the branch
  return record;
}

void TurnRunner::on(const TurnFinished& finished) {
  m_text = finished.text;
  m_tokens = finished.tokens;
  m_record = recordSoFar(finished.reason == StopReason::Cancelled ? MessageStatus::Cancelled : MessageStatus::Done);
  m_record.stop_reason = stopName(finished.reason);
  m_record.seconds_to_first_token = finished.seconds_to_first_token;
  m_record.seconds = finished.seconds;
  m_record.tokens_reread = finished.tokens_reread;
  m_record.reread_reason = nameOf(finished.reread_reason).toStdString();
  m_restoredTokens = finished.restored_tokens;
  if (m_error) {  // the branch could not be read from the database
    m_record.status = MessageStatus::Failed;
    m_record.error_code = nameOf(m_error->code).toStdString();
    m_record.error_text = m_error->message;
  }
  logReread(finished);
  if (isPreparation()) keepState(finished);
  else saveEnd(&finished);
  end();
}

void TurnRunner::on(const TurnFailed& failed) {
  m_text = failed.text;
  m_tokens = failed.tokens;
  m_error = failed.error;
  m_record = recordSoFar(MessageStatus::Failed);
  m_record.error_code = nameOf(failed.error.code).toStdString();
  m_record.error_text = failed.error.message;
  if (!isPreparation()) saveEnd(nullptr);
  end();
}

SnapshotInfo TurnRunner::infoOf(const TurnFinished& finished, MessageRef message) const {
  return {.message = MessageId{message}, .conversation = m_job.conversation, .model_fingerprint = finished.key.model_fingerprint,
          .token_hash = finished.key.token_hash, .tokens = finished.key.tokens};
}

void TurnRunner::saveEnd(const TurnFinished* finished) {
  const MessageId id{m_job.answer};
  auto snapshot = finished ? finished->snapshot : nullptr;
  const auto info = snapshot ? infoOf(*finished, m_job.answer) : SnapshotInfo();
  auto work = [id, record = m_record, info, snapshot, budget = m_job.stateBudget](Stores& stores) -> Result<std::int64_t> {
    if (auto saved = stores.conversations.finish_answer(id, record); !saved) return saved.error();
    if (!snapshot) return stores.snapshots.used_bytes();
    // A cache: what goes wrong with it costs reading again, nothing else.
    if (auto kept = stores.snapshots.put(info, *snapshot); !kept) return kept.error();
    return keepWithin(stores, budget);
  };
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) {
    if (used) emit stateUsed(*used);
    else if (used.error().code != ErrorCode::InvalidArgument)
      emit saveFailed(used.error());  // the message may be deleted
    emit settled();
  });
}

/// Of a branch that had to be read again when it was opened: the next start finds it.
void TurnRunner::keepState(const TurnFinished& finished) {
  if (!finished.snapshot) return;
  m_storage.submit([info = infoOf(finished, m_job.base), snapshot = finished.snapshot, budget = m_job.stateBudget](Stores& stores) -> Result<void> {
    if (auto kept = stores.snapshots.put(info, *snapshot); !kept) return kept;
    const auto used = keepWithin(stores, budget);
    return used ? Result<void>() : Result<void>(used.error());
  });
}

void TurnRunner::logReread(const TurnFinished& finished) {
  if (finished.tokens_reread <= kRereadWorthTelling || finished.reread_reason == RereadReason::None) return;
  const Reread reread{.conversation = m_job.conversation, .title = {}, .message = MessageId{isPreparation() ? m_job.base : m_job.answer},
                      .reason = nameOf(finished.reread_reason).toStdString(), .tokens = finished.tokens_reread,
                      .restored_tokens = finished.restored_tokens, .seconds = finished.reread_seconds,
                      .model_fingerprint = m_model.model_fingerprint, .model_name = m_model.model_name};
  m_storage.submit([reread](Stores& stores) { return RereadLog(*stores.database).add(reread); });
}

void TurnRunner::end() {
  m_ended = true;
  m_saveTimer.stop();
  emit ended();
  if (isPreparation()) emit settled();
}

}  // namespace eddy
