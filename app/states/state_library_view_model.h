// The library of saved states: what is there, what fits the model that is loaded, and chats that begin with one. What is saved
// in private chats stays in memory with them; while one is on show, chats that begin with a state are private too. GUI thread
// only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/chat_view_model.h"
#include "app/states/state_fetcher.h"

namespace eddy {

class StateLibraryViewModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.library")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// The page is on the screen.
  Q_PROPERTY(bool open MEMBER m_open NOTIFY openChanged)
  Q_PROPERTY(QString usedText READ usedText NOTIFY countChanged)
  /// A state is being taken out, read or written.
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(double progress READ progress NOTIFY busyChanged)
  /// What went wrong last, "" = nothing; and the engine's own words.
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
  Q_PROPERTY(QString problemDetail READ problemDetail NOTIFY problemChanged)
  /// A quiet line about what was done last.
  Q_PROPERTY(QString done READ done NOTIFY doneChanged)
  // What the shown conversation begins with
  Q_PROPERTY(bool hasOrigin READ hasOrigin NOTIFY originChanged)
  Q_PROPERTY(QString originName READ originName NOTIFY originChanged)
  Q_PROPERTY(QString originText READ originText NOTIFY originChanged)
  Q_PROPERTY(QString originFacts READ originFacts NOTIFY originChanged)

 public:
  enum Kind { Persona, Document, Tuned, Point };
  Q_ENUM(Kind)
  /// Can a chat begin with it? Reread: not the state, but its text, read again by the model that is loaded.
  enum Fit { NoModel, Fits, Reread, Misfit };
  Q_ENUM(Fit)
  enum Role { StateIdRole = Qt::UserRole + 1, NameRole, NoteRole, KindRole, KindTextRole, FactsRole, FitRole, FitTextRole, DateRole,
              TextRole, ChatsRole };

  struct Services {
    InferenceService& inference;
    StorageService& storage;
    ChatViewModel& chat;
    std::function<Result<std::shared_ptr<const StateSnapshot>>(const SnapshotPieces&)> parse;
  };
  explicit StateLibraryViewModel(Services services, QObject* parent = nullptr);

  /// After the data folder was opened.
  void start();
  /// Private chats were opened or closed: their states go with the last of them.
  void setPrivateOpen(bool open);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_states.size()); }
  QString usedText() const;
  bool isBusy() const { return m_busy; }
  double progress() const { return m_fetcher.progress(); }
  QString problem() const { return m_problem; }
  QString problemDetail() const { return m_problemDetail; }
  QString done() const { return m_done; }
  bool hasOrigin() const { return m_origin.id != LibraryStateId{}; }
  QString originName() const { return QString::fromStdString(m_origin.name); }
  QString originText() const { return QString::fromStdString(m_origin.text); }
  QString originFacts() const;

  /// Keeps the state after an answer of the shown conversation; 0 = what the conversation begins with.
  Q_INVOKABLE void savePoint(qint64 messageId, const QString& name, const QString& note, int kind);
  Q_INVOKABLE QString suggestedName() const;
  Q_INVOKABLE void addTuned(const QUrl& file);
  Q_INVOKABLE void importState(const QUrl& file);
  Q_INVOKABLE void exportState(qint64 stateId, const QUrl& file);
  Q_INVOKABLE void rename(qint64 stateId, const QString& name, const QString& note);
  Q_INVOKABLE void remove(qint64 stateId);
  Q_INVOKABLE void startChat(qint64 stateId);
  Q_INVOKABLE void cancel() { m_fetcher.cancel(); }
  Q_INVOKABLE void dismissProblem() { setProblem({}, {}); }
  Q_INVOKABLE void dismissDone() { setDone({}); }

 signals:
  void countChanged();
  void busyChanged();
  void problemChanged();
  void doneChanged();
  void originChanged();
  void openChanged();
  /// Somebody wants to save the state after this message: ask for a name.
  void pointRequested(qint64 messageId);
  void conversationMade(qint64 id);
  void privateChatMade(qint64 id);

 private:
  void refresh();
  void list(StorageService& storage, std::vector<LibraryState>& states);
  void showLists();
  void refreshOrigin();
  void setBusy(bool busy);
  void setProblem(const QString& problem, const QString& detail);
  void setDone(const QString& done);
  void showError(const Error& error);
  void keep(LibraryState state, qint64 chat, MessageRef place, const StateFetcher::Fetched& fetched);
  void added(const Result<LibraryStateId>& id, const QString& name);
  template <class Work>
  void change(qint64 stateId, Work work);
  void startKept(LibraryStateId id);
  void startPrivate(LibraryStateId id);
  void made(const Result<ConversationId>& chat);
  int fitOf(const LibraryState& state) const;
  QString fitText(const LibraryState& state) const;
  QString factsOf(const LibraryState& state) const;
  const LibraryState* find(qint64 id) const;

  InferenceService& m_inference;
  StorageService& m_storage;
  ChatViewModel& m_chat;
  decltype(Services::parse) m_parse;
  StateFetcher m_fetcher;
  std::vector<LibraryState> m_states;             // both of the following
  std::vector<LibraryState> m_kept, m_private;
  LibraryState m_origin;
  QString m_problem, m_problemDetail, m_done;
  bool m_busy = false;
  bool m_open = false;
  bool m_hasPrivate = false;
};

}  // namespace eddy
