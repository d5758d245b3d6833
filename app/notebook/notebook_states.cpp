#include "app/notebook/notebook_states.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "app/storage/state_upkeep.h"

namespace eddy {
namespace {

constexpr std::size_t kMost = 8;  // of all models

QByteArray hashOf(std::string_view text) {
  return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256).toHex();
}

/// 64 bits do not fit into JSON's numbers.
QJsonObject jsonOf(const KeptNotebookState& state) {
  return {{"place", static_cast<int>(state.place)},
          {"bytes", static_cast<qint64>(state.bytes)},
          {"hash", QString::fromLatin1(state.hash)},
          {"model", QString::fromStdString(state.key.model_fingerprint)},
          {"tokenHash", QString::number(state.key.token_hash, 16)},
          {"tokens", static_cast<qint64>(state.key.tokens)}};
}

KeptNotebookState stateOf(const QJsonObject& json) {
  return {.place = json["place"].toInt() == static_cast<int>(NotebookPlace::Begun) ? NotebookPlace::Begun : NotebookPlace::Written,
          .bytes = static_cast<std::size_t>(std::max<qint64>(0, json["bytes"].toInteger())),
          .hash = json["hash"].toString().toLatin1(),
          .key = {.model_fingerprint = json["model"].toString().toStdString(),
                  .token_hash = json["tokenHash"].toString().toULongLong(nullptr, 16),
                  .tokens = json["tokens"].toInteger()}};
}

}  // namespace

KeptNotebookState KeptNotebookState::of(NotebookPlace place, std::string_view text, SnapshotKey key) {
  return {.place = place, .bytes = text.size(), .hash = hashOf(text), .key = std::move(key)};
}

bool KeptNotebookState::isOf(std::string_view text) const { return bytes > 0 && bytes <= text.size() && hashOf(text.substr(0, bytes)) == hash; }

NotebookStates NotebookStates::parse(const std::string& json) {
  NotebookStates states;
  for (const auto& value : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array()) states.m_states.push_back(stateOf(value.toObject()));
  return states;
}

std::string NotebookStates::toJson() const {
  QJsonArray list;
  for (const auto& state : m_states) list.append(jsonOf(state));
  return QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString();
}

void NotebookStates::add(KeptNotebookState state) {
  std::erase_if(m_states, [&](const auto& other) { return other.place == state.place && other.key.model_fingerprint == state.key.model_fingerprint; });
  m_states.insert(m_states.begin(), std::move(state));
  if (m_states.size() > kMost) m_states.pop_back();
}

std::vector<KeptNotebookState> NotebookStates::takeStrangers(std::string_view text) {
  const auto first = std::stable_partition(m_states.begin(), m_states.end(), [text](const auto& state) { return state.isOf(text); });
  std::vector<KeptNotebookState> strangers(first, m_states.end());
  m_states.erase(first, m_states.end());
  return strangers;
}

std::vector<KeptText> NotebookStates::of(std::string_view text) const {
  std::vector<KeptText> kept;
  for (const auto& state : m_states) {
    if (state.isOf(text)) kept.push_back({static_cast<MessageRef>(state_of(state.place)), state.bytes, state.key});
  }
  return kept;
}

std::int64_t NotebookStates::tokensKept(std::string_view text, const std::string& model) const {
  std::int64_t tokens = 0;
  for (const auto& state : m_states) {
    if (state.key.model_fingerprint == model && state.isOf(text)) tokens = std::max(tokens, state.key.tokens);
  }
  return tokens;
}

Result<std::int64_t> keepNotebookState(Stores& stores, const std::map<std::string, std::string>& text, const KeptNotebookState& state,
                                       const StateSnapshot& snapshot, const std::string& states, std::int64_t budget) {
  if (auto written = stores.settings.set_all(text); !written) return written.error();
  const SnapshotInfo info{.message = state_of(state.place), .conversation = kNotebookOwner, .model_fingerprint = state.key.model_fingerprint,
                          .token_hash = state.key.token_hash, .tokens = state.key.tokens};
  if (auto kept = stores.snapshots.put(info, snapshot); !kept) return kept.error();
  if (auto listed = stores.settings.set_all({{kNotebookStatesKey, states}}); !listed) return listed.error();
  return keepWithin(stores, budget);
}

}  // namespace eddy
