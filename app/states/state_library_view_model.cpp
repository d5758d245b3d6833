#include "app/states/state_library_view_model.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "app/chat/private_chat.h"
#include "app/errors/error_text.h"
#include "app/states/saved_point.h"
#include "app/storage/files.h"

namespace eddy {
namespace {

std::filesystem::path pathOf(const QUrl& url) {
  return std::filesystem::path((url.isLocalFile() ? url.toLocalFile() : url.toString()).toStdU16String());
}

QString kindText(StateKind kind) {
  switch (kind) {
    case StateKind::Persona: return StateLibraryViewModel::tr("Persona");
    case StateKind::Document: return StateLibraryViewModel::tr("Studied document");
    case StateKind::Tuned: return StateLibraryViewModel::tr("Tuned state");
    case StateKind::Point: return StateLibraryViewModel::tr("Saved point");
  }
  return {};
}

struct Usable {
  LibraryState state;
  SharedBytes bytes;  // empty when the file is gone and the tokens do
};

/// Now, not at the first message, it is said that its file is gone.
Result<Usable> usable(Stores& stores, LibraryStateId id) {
  auto state = stores.library.state(id);
  if (!state) return state.error();
  auto bytes = stores.library.bytes(id);
  if (!bytes && !state->replayable) return bytes.error();
  return Usable{*std::move(state), bytes ? *std::move(bytes) : SharedBytes()};
}

Result<ConversationId> begin(Stores& stores, const std::string& title, LibraryStateId id) {
  auto chat = stores.conversations.create_conversation(title);
  if (!chat) return chat;
  if (auto begun = stores.library.begin_with(*chat, id); !begun) return begun.error();
  return chat;
}

}  // namespace

StateLibraryViewModel::StateLibraryViewModel(Services services, QObject* parent)
    : QAbstractListModel(parent), m_inference(services.inference), m_storage(services.storage), m_chat(services.chat),
      m_parse(std::move(services.parse)), m_fetcher(services.inference, services.storage) {
  connect(&m_chat, &ChatViewModel::conversationChanged, this, &StateLibraryViewModel::refreshOrigin);
  connect(&m_inference, &InferenceService::readyChanged, this, [this] {
    if (!m_states.empty()) emit dataChanged(index(0), index(count() - 1), {FitRole, FitTextRole});
  });
  connect(&m_fetcher, &StateFetcher::progressed, this, &StateLibraryViewModel::busyChanged);
}

void StateLibraryViewModel::start() {
  m_storage.submit([](Stores& stores) { return stores.library.clean_up(); });
  refresh();
}

void StateLibraryViewModel::refresh() {
  list(m_storage, m_kept);
  if (m_hasPrivate) list(m_storage.of(kFirstPrivateId), m_private);
}

void StateLibraryViewModel::list(StorageService& storage, std::vector<LibraryState>& states) {
  storage.submit(
      this, [](Stores& stores) { return stores.library.list(); },
      [this, &states](const Result<std::vector<LibraryState>>& found) {
        if (!found) return showError(found.error());
        if (&states == &m_private && !m_hasPrivate) return;  // closed meanwhile
        states = *found;
        showLists();
      });
}

void StateLibraryViewModel::showLists() {
  beginResetModel();
  m_states = m_private;
  m_states.insert(m_states.end(), m_kept.begin(), m_kept.end());
  endResetModel();
  emit countChanged();
}

void StateLibraryViewModel::setPrivateOpen(bool open) {
  if (open || !m_hasPrivate) return;
  m_hasPrivate = false;
  m_private.clear();
  showLists();
}

void StateLibraryViewModel::refreshOrigin() {
  m_origin = {};
  emit originChanged();
  const auto id = m_chat.conversationId();
  if (id == 0) return;
  m_storage.of(id).submit(
      this,
      [conversation = ConversationId{id}](Stores& stores) -> Result<std::optional<LibraryState>> {
        const auto origin = stores.library.origin_of(conversation);
        if (!origin) return origin.error();
        if (!*origin) return std::optional<LibraryState>();
        auto state = stores.library.state(**origin);
        if (!state) return state.error();
        return std::optional(*std::move(state));
      },
      [this, id](const Result<std::optional<LibraryState>>& state) {
        if (id != m_chat.conversationId() || !state || !*state) return;
        m_origin = **state;
        emit originChanged();
      });
}

// What the screen knows

int StateLibraryViewModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QHash<int, QByteArray> StateLibraryViewModel::roleNames() const {
  return {{StateIdRole, "stateId"}, {NameRole, "name"}, {NoteRole, "note"}, {KindRole, "kind"}, {KindTextRole, "kindText"},
          {FactsRole, "facts"}, {FitRole, "fit"}, {FitTextRole, "fitText"}, {DateRole, "date"}, {TextRole, "text"},
          {ChatsRole, "chats"}};
}

QVariant StateLibraryViewModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& state = m_states[static_cast<std::size_t>(index.row())];
  switch (role) {
    case StateIdRole: return static_cast<qint64>(state.id);
    case Qt::DisplayRole:
    case NameRole: return QString::fromStdString(state.name);
    case NoteRole: return QString::fromStdString(state.note);
    case KindRole: return static_cast<int>(state.kind);
    case KindTextRole: return kindText(state.kind);
    case FactsRole: return factsOf(state);
    case FitRole: return fitOf(state);
    case FitTextRole: return fitText(state);
    case DateRole: return QDateTime::fromMSecsSinceEpoch(state.created_at);
    case TextRole: return QString::fromStdString(state.text);
    case ChatsRole: return static_cast<int>(state.conversations);
    default: return {};
  }
}

int StateLibraryViewModel::fitOf(const LibraryState& state) const {
  if (!m_inference.isReady()) return NoModel;
  if (state.model_fingerprint == m_inference.fingerprint()) return Fits;
  return state.replayable && state.reading == m_inference.reading() ? Reread : Misfit;
}

QString StateLibraryViewModel::fitText(const LibraryState& state) const {
  const auto model = QString::fromStdString(state.model_name.empty() ? state.architecture : state.model_name);
  switch (fitOf(state)) {
    case NoModel: return tr("Load %1 to start a chat with it.").arg(model);
    case Reread: return tr("Made with %1. The model that is loaded would read its %n tokens again.", nullptr,
                           static_cast<int>(state.token_count)).arg(model);
    case Misfit: return tr("Made with %1: it does not fit the model that is loaded.").arg(model);
    default: return {};
  }
}

QString StateLibraryViewModel::factsOf(const LibraryState& state) const {
  QStringList facts{kindText(state.kind)};
  if (state.token_count > 0) facts += tr("%n tokens", nullptr, static_cast<int>(state.token_count));
  facts += QLocale().formattedDataSize(state.bytes);
  facts += QLocale().toString(QDateTime::fromMSecsSinceEpoch(state.created_at).date(), QLocale::ShortFormat);
  if (!state.model_name.empty()) facts += QString::fromStdString(state.model_name);
  if (isPrivate(static_cast<std::int64_t>(state.id))) facts += tr("in memory, until the private chat is closed");
  return facts.join(QStringLiteral(" \u00B7 "));
}

QString StateLibraryViewModel::originFacts() const {
  if (!hasOrigin()) return {};
  if (m_origin.token_count == 0) return tr("A tuned state: it has read nothing, and there is no text to show.");
  if (m_origin.replayable) return tr("%n tokens have been read before the first message.", nullptr, static_cast<int>(m_origin.token_count));
  return tr("%n tokens have been read before the first message. Which they were is not known: the state cannot be made again.", nullptr,
            static_cast<int>(m_origin.token_count));
}

QString StateLibraryViewModel::usedText() const {
  std::int64_t bytes = 0;
  for (const auto& state : m_states) bytes += state.bytes;
  return tr("%n saved states, %1. They are never dropped to make room.", nullptr, count()).arg(QLocale().formattedDataSize(bytes));
}

QString StateLibraryViewModel::suggestedName() const { return m_chat.title(); }

const LibraryState* StateLibraryViewModel::find(qint64 id) const {
  const auto state = std::find_if(m_states.begin(), m_states.end(),
                                  [id](const LibraryState& s) { return static_cast<qint64>(s.id) == id; });
  return state == m_states.end() ? nullptr : &*state;
}

void StateLibraryViewModel::setBusy(bool busy) {
  m_busy = busy;
  emit busyChanged();
}

void StateLibraryViewModel::setProblem(const QString& problem, const QString& detail) {
  m_problem = problem;
  m_problemDetail = detail;
  emit problemChanged();
}

void StateLibraryViewModel::setDone(const QString& done) {
  m_done = done;
  emit doneChanged();
}

void StateLibraryViewModel::showError(const Error& error) {
  if (error.code == ErrorCode::Cancelled) return;
  const auto detail = QString::fromStdString(error.message);
  switch (error.code) {
    case ErrorCode::StateMismatch: return setProblem(tr("This state does not fit the model that is loaded."), detail);
    case ErrorCode::UnsupportedFormat: return setProblem(tr("There is no state in this file that the loaded model could begin with."), detail);
    case ErrorCode::FileCorrupt: return setProblem(tr("The file of this state is damaged or missing."), detail);
    case ErrorCode::FileTooNew: return setProblem(tr("This state was written by a newer version of Eddy."), detail);
    default: return setProblem(inOneLine(describeStorage(error.code)), detail);
  }
}

// Adding

void StateLibraryViewModel::savePoint(qint64 messageId, const QString& name, const QString& note, int kind) {
  if (m_busy) return;
  MessageRef place = messageId;
  if (place == 0 && hasOrigin()) place = place_of(m_origin.id);
  if (place == 0) return;
  setBusy(true);
  setProblem({}, {});
  LibraryState state{.kind = static_cast<StateKind>(kind), .name = name.trimmed().toStdString(), .note = note.trimmed().toStdString()};
  const auto chat = m_chat.conversationId();
  m_fetcher.fetch(chat, place, m_chat.answerSettings().system, [this, state, chat, place](const Result<StateFetcher::Fetched>& fetched) {
    if (fetched) return keep(state, chat, place, *fetched);
    setBusy(false);
    showError(fetched.error());
  });
}

/// Where the chat is kept, its states are.
void StateLibraryViewModel::keep(LibraryState state, qint64 chat, MessageRef place, const StateFetcher::Fetched& fetched) {
  state.architecture = fetched.snapshot->architecture();
  state.model_fingerprint = fetched.modelFingerprint;
  state.model_name = fetched.modelName;
  state.reading = fetched.reading;
  state.token_hash = fetched.snapshot->key().token_hash;
  state.token_count = fetched.snapshot->key().tokens;
  m_hasPrivate = m_hasPrivate || isPrivate(chat);
  m_storage.of(chat).submit(
      this,
      [state, place, snapshot = fetched.snapshot](Stores& stores) mutable -> Result<LibraryStateId> {
        if (place != 0) {
          auto point = savedPoint(stores, place, snapshot->key(), state.reading);
          if (!point) return point.error();
          state.text = std::move(point->text);
          state.tokens = std::move(point->tokens);
        }
        return stores.library.add(std::move(state), snapshot->serialise());
      },
      [this, name = QString::fromStdString(state.name)](const Result<LibraryStateId>& id) { added(id, name); });
}

void StateLibraryViewModel::added(const Result<LibraryStateId>& id, const QString& name) {
  setBusy(false);
  if (!id) return showError(id.error());
  setDone(tr("\u201C%1\u201D is in the library.").arg(name));
  refresh();
}

void StateLibraryViewModel::addTuned(const QUrl& file) {
  if (m_busy) return;
  setBusy(true);
  setProblem({}, {});
  const LibraryState state{.kind = StateKind::Tuned, .name = QFileInfo(file.path()).completeBaseName().toStdString()};
  m_fetcher.read(pathOf(file), [this, state](const Result<StateFetcher::Fetched>& fetched) {
    if (fetched) return keep(state, 0, 0, *fetched);
    setBusy(false);
    showError(fetched.error());
  });
}

void StateLibraryViewModel::importState(const QUrl& file) {
  if (m_busy) return;
  setBusy(true);
  setProblem({}, {});
  const auto name = QFileInfo(file.path()).completeBaseName();
  const auto loaded = m_inference.fingerprint() ;
  const auto loadedName = m_inference.model().name;
  m_storage.submit(
      this,
      [path = pathOf(file), parse = m_parse, name = name.toStdString(), loaded, loadedName](Stores& stores) -> Result<LibraryStateId> {
        auto bytes = read_shared(path);
        if (!bytes) return bytes.error();
        const auto snapshot = parse(SnapshotPieces{*bytes, {}});
        if (!snapshot) return snapshot.error();
        const auto& key = (*snapshot)->key();
        LibraryState state{.kind = key.tokens == 0 ? StateKind::Tuned : StateKind::Point, .token_hash = key.token_hash,
                           .token_count = key.tokens, .name = name, .architecture = (*snapshot)->architecture(),
                           .model_fingerprint = key.model_fingerprint};
        if (key.model_fingerprint == loaded) state.model_name = loadedName;
        return stores.library.add(std::move(state), *bytes);
      },
      [this, name](const Result<LibraryStateId>& id) { added(id, name); });
}

// What can be done with one

template <class Work>
void StateLibraryViewModel::change(qint64 stateId, Work work) {
  m_storage.of(stateId).submit(this, std::move(work), [this](const Result<void>& changed) {
    if (!changed) showError(changed.error());
    refresh();
    refreshOrigin();
  });
}

void StateLibraryViewModel::exportState(qint64 stateId, const QUrl& file) {
  const auto* state = find(stateId);
  if (!state) return;
  m_storage.of(stateId).submit(
      this,
      [id = state->id, path = pathOf(file)](Stores& stores) -> Result<void> {
        const auto bytes = stores.library.bytes(id);
        return bytes ? write_file_durably(path, *bytes) : bytes.error();
      },
      [this, name = QFileInfo(file.path()).fileName()](const Result<void>& written) {
        if (!written) return showError(written.error());
        setDone(tr("Written to %1.").arg(name));
      });
}

void StateLibraryViewModel::rename(qint64 stateId, const QString& name, const QString& note) {
  if (name.trimmed().isEmpty()) return;
  change(stateId, [id = LibraryStateId{stateId}, name = name.trimmed().toStdString(), note = note.trimmed().toStdString()](Stores& stores) {
    return stores.library.rename(id, name, note);
  });
}

void StateLibraryViewModel::remove(qint64 stateId) {
  change(stateId, [id = LibraryStateId{stateId}](Stores& stores) { return stores.library.remove(id); });
}

void StateLibraryViewModel::startChat(qint64 stateId) {
  const auto* state = find(stateId);
  if (!state) return;
  if (const int fit = fitOf(*state); fit != Fits && fit != Reread) return setProblem(fitText(*state), {});
  if (isPrivate(stateId) || isPrivate(m_chat.conversationId())) startPrivate(state->id);
  else startKept(state->id);
}

void StateLibraryViewModel::startKept(LibraryStateId id) {
  m_storage.submit(
      this,
      [id](Stores& stores) -> Result<ConversationId> {
        const auto state = usable(stores, id);
        return state ? begin(stores, {}, id) : state.error();
      },
      [this](const Result<ConversationId>& chat) { made(chat); });
}

/// A state of the library is copied to where private chats are.
void StateLibraryViewModel::startPrivate(LibraryStateId id) {
  const auto begun = [this, title = PrivateChat::titleText().toStdString()](const Result<Usable>& state) {
    if (!state) return made(state.error());
    m_storage.of(kFirstPrivateId).submit(
        this,
        [title, state = *state](Stores& stores) -> Result<ConversationId> {
          if (isPrivate(static_cast<std::int64_t>(state.state.id))) return begin(stores, title, state.state.id);
          auto copy = state.state;
          copy.removed = true;
          const auto added = stores.library.add(std::move(copy), state.bytes);
          return added ? begin(stores, title, *added) : added.error();
        },
        [this](const Result<ConversationId>& chat) { made(chat); });
  };
  m_storage.of(static_cast<qint64>(id)).submit(this, [id](Stores& stores) { return usable(stores, id); }, begun);
}

void StateLibraryViewModel::made(const Result<ConversationId>& chat) {
  if (!chat) return showError(chat.error());
  refresh();
  const auto id = static_cast<qint64>(*chat);
  isPrivate(id) ? emit privateChatMade(id) : emit conversationMade(id);
}

}  // namespace eddy
