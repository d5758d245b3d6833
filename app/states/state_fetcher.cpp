#include "app/states/state_fetcher.h"

#include <utility>

#include "app/chat/stored_state.h"

namespace eddy {

StateFetcher::StateFetcher(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {
  connect(&inference, &InferenceService::turnEvent, this, &StateFetcher::take);
}

void StateFetcher::fetch(qint64 conversation, MessageRef place, const std::string& system, Done done) {
  if (isBusy()) return;
  m_conversation = conversation;
  begin(m_inference.start({.base = place, .system = system, .hand_out = true}), std::move(done));
}

void StateFetcher::read(const std::filesystem::path& file, Done done) {
  if (isBusy()) return;
  begin(m_inference.readInitialState(file), std::move(done));
}

void StateFetcher::begin(TurnId turn, Done done) {
  m_turn = turn;
  m_done = std::move(done);
  m_progress = 0;
}

void StateFetcher::cancel() { m_inference.stop(m_turn); }

void StateFetcher::take(const TurnEvent& event) {
  if (event.turn != m_turn || !isBusy()) return;
  std::visit([this](const auto& what) { on(what); }, event.what);
}

void StateFetcher::on(const StateNeeded& needed) {
  m_storage.of(m_conversation).submit(
      this, [needed](Stores& stores) { return storedState(stores, needed); },
      [this, turn = m_turn](Result<StateAnswer> state) {
        if (turn != m_turn || !isBusy()) return;
        if (!state) {
          cancel();
          return end(state.error());
        }
        state->turn = turn;
        m_inference.answer(*std::move(state));
      });
}

void StateFetcher::on(const TurnProgress& progress) {
  m_progress = progress.total > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : 0;
  emit progressed();
}

void StateFetcher::on(const TokensKnown& known) {
  m_storage.of(m_conversation).submit([known](Stores& stores) {
    return stores.conversations.set_tokens(MessageId{known.message}, known.tokens, known.reading);
  });
}

void StateFetcher::on(const TurnFinished& finished) {
  if (finished.snapshot) return end(Fetched{finished.snapshot, m_model.reading, m_model.model_fingerprint, m_model.model_name});
  end(Error{ErrorCode::Cancelled, "[library] stopped before the state was there", {}});
}

void StateFetcher::end(const Result<Fetched>& result) { std::exchange(m_done, {})(result); }

}  // namespace eddy
