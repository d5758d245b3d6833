#include "app/settings/states_view_model.h"

#include <QDesktopServices>
#include <QLocale>

#include "app/storage/notebook_places.h"
#include "app/storage/state_wishes.h"

namespace eddy {
namespace {

constexpr double kMostBudget = 32.0 * (1LL << 30);  // what the slider goes to

QString sizeText(double bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

/// Of a conversation, or of what was read of documents or of the notebook.
QString titleOf(Stores& stores, ConversationId id) {
  if (id == kNotebookOwner) return StatesViewModel::tr("Notebook");
  if (static_cast<std::int64_t>(id) < 0) {
    const auto reading = stores.documents.reading(ReadingId{-static_cast<std::int64_t>(id)});
    if (reading && !reading->documents.empty()) {
      if (const auto document = stores.documents.document(reading->documents.front()))
        return StatesViewModel::tr("Read: %1").arg(QString::fromStdString(document->name));
    }
    return StatesViewModel::tr("Documents");
  }
  const auto conversation = stores.conversations.conversation(id);
  if (!conversation) return StatesViewModel::tr("A chat that is gone");
  return conversation->title.empty() ? StatesViewModel::tr("New chat") : QString::fromStdString(conversation->title);
}

std::vector<RereadListModel::Row> rowsOf(std::vector<Reread> list, const StateWishes& wishes) {
  std::vector<RereadListModel::Row> rows;
  for (auto& reread : list) {
    const auto remedy = RereadListModel::remedyOf(reread);
    const bool done = (remedy == RereadListModel::KeepChat && wishes.conversations.contains(reread.conversation)) ||
                      (remedy == RereadListModel::KeepModel && wishes.models.contains(reread.model_fingerprint));
    rows.push_back({std::move(reread), done});
  }
  return rows;
}

}  // namespace

StatesViewModel::StatesViewModel(StorageService& storage, Settings& settings, QObject* parent)
    : QObject(parent), m_storage(storage), m_settings(settings) {
  connect(&settings, &Settings::stateUsedChanged, this, &StatesViewModel::changed);
  connect(&settings, &Settings::stateBudgetChanged, this, &StatesViewModel::changed);
}

QString StatesViewModel::summary() const {
  const auto used = sizeText(m_settings.stateUsedBytes()), room = sizeText(static_cast<double>(m_settings.stateBudget()));
  return tr("%1 of %2 in use.").arg(used, room);
}

Result<StatesViewModel::View> StatesViewModel::read(Stores& stores, qint64 message) {
  View view;
  const auto wishes = read_state_wishes(*stores.database);
  if (!wishes) return wishes.error();
  const auto usage = stores.snapshots.usage();
  if (!usage) return usage.error();
  for (const auto& states : *usage) {
    view.usedBytes += states.bytes;
    view.chats.push_back({static_cast<qint64>(states.conversation), titleOf(stores, states.conversation),
                          static_cast<double>(states.bytes), static_cast<int>(states.snapshots),
                          wishes->conversations.contains(states.conversation)});
  }
  const RereadLog log(*stores.database);
  auto all = log.recent();
  if (!all) return all.error();
  view.log = rowsOf(*std::move(all), *wishes);
  if (message == 0) return view;
  auto mine = log.of_message(MessageId{message});
  if (!mine) return mine.error();
  view.details = rowsOf(*std::move(mine), *wishes);
  return view;
}

void StatesViewModel::refresh() {
  m_storage.submit(
      this, [message = m_message](Stores& stores) { return read(stores, message); },
      [this](Result<View> view) {
        if (!view) return emit failed(view.error());
        m_chats.show(std::move(view->chats));
        m_log.show(std::move(view->log));
        m_details.show(std::move(view->details));
        m_settings.setStateUsedBytes(static_cast<double>(view->usedBytes));
        emit changed();
      });
}

void StatesViewModel::showMessage(qint64 messageId) {
  m_message = messageId;
  m_details.show({});
  refresh();
}

template <class Work>
void StatesViewModel::change(Work work) {
  m_storage.submit(this, std::move(work), [this](const Result<void>& done) {
    if (!done) emit failed(done.error());
    refresh();
  });
}

void StatesViewModel::freeChat(qint64 conversationId) {
  change([conversationId](Stores& stores) { return stores.snapshots.free_conversation(ConversationId{conversationId}); });
}

void StatesViewModel::freeAll() {
  change([](Stores& stores) { return stores.snapshots.free_all(); });
}

void StatesViewModel::keepChat(qint64 conversationId, bool kept) {
  change([conversationId, kept](Stores& stores) { return keep_states_of(*stores.database, ConversationId{conversationId}, kept); });
}

void StatesViewModel::clearLog() {
  change([](Stores& stores) { return RereadLog(*stores.database).clear(); });
}

void StatesViewModel::prevent(RereadListModel* list, int row) {
  if (!list || row < 0 || row >= list->count()) return;
  const auto reread = list->at(row);
  switch (RereadListModel::remedyOf(reread)) {
    case RereadListModel::NoRemedy: return;
    case RereadListModel::RaiseBudget:
      m_settings.setProperty("stateBudgetBytes", std::min(kMostBudget, 2.0 * static_cast<double>(m_settings.stateBudget())));
      return;
    case RereadListModel::KeepChat: return keepChat(static_cast<qint64>(reread.conversation), true);
    case RereadListModel::KeepModel:
      return change([reread](Stores& stores) { return keep_states_of(*stores.database, reread.model_fingerprint, true); });
    case RereadListModel::OpenDataFolder: QDesktopServices::openUrl(m_settings.dataFolderUrl()); return;
  }
}

}  // namespace eddy
