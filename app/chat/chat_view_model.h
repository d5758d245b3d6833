// The chat that is shown and what can be done in it. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <map>

#include "app/chat/chat_branch.h"
#include "app/chat/chat_turns.h"
#include "app/chat/message_list_model.h"
#include "app/models/models_view_model.h"
#include "app/settings/settings.h"

namespace eddy {

/// Turns go on when another conversation is shown; their rows are brought up to date when one comes back to them.
class ChatViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.chat")
  Q_PROPERTY(qint64 conversationId READ conversationId NOTIFY conversationChanged)
  Q_PROPERTY(QString title READ title NOTIFY titleChanged)
  Q_PROPERTY(eddy::MessageListModel* messages READ messages CONSTANT)
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY isEmptyChanged)
  Q_PROPERTY(bool isGenerating READ isGenerating NOTIFY activityChanged)
  Q_PROPERTY(bool isPreparing READ isPreparing NOTIFY prepareChanged)
  Q_PROPERTY(QString prepareText READ prepareText NOTIFY prepareChanged)
  Q_PROPERTY(double prepareProgress READ prepareProgress NOTIFY prepareChanged)
  Q_PROPERTY(QString prepareReason READ prepareReason NOTIFY prepareChanged)
  Q_PROPERTY(bool canSend READ canSend NOTIFY activityChanged)
  Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
  Q_PROPERTY(bool modelReady READ modelReady NOTIFY modelChanged)
  Q_PROPERTY(QString modelName READ modelName NOTIFY modelChanged)
  Q_PROPERTY(QString modelStatusText READ modelStatusText NOTIFY modelChanged)
  Q_PROPERTY(QStringList suggestions READ suggestions NOTIFY suggestionsChanged)
  Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeChanged)
  Q_PROPERTY(qint64 lastUserMessageId READ lastUserMessageId NOTIFY lastUserMessageIdChanged)

 public:
  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
    ModelsViewModel& models;
  };
  explicit ChatViewModel(Services services, QObject* parent = nullptr);

  qint64 conversationId() const { return m_conversationId; }
  QString title() const { return m_title; }
  MessageListModel* messages() { return &m_messages; }
  bool isEmpty() const { return m_messages.count() == 0; }
  bool isGenerating() const { return runner() != nullptr; }
  bool isPreparing() const { return readingRunner() != nullptr; }
  QString prepareText() const;
  double prepareProgress() const;
  QString prepareReason() const;
  bool canSend() const;
  QString draft() const { return m_draft; }
  void setDraft(const QString& draft);
  bool modelReady() const { return m_inference.isReady(); }
  QString modelName() const;
  QString modelStatusText() const;
  QStringList suggestions() const;
  QString noticeText() const { return m_notice; }
  qint64 lastUserMessageId() const;

  Q_INVOKABLE void send(const QString& text);
  /// After an earlier answer of the branch: a branch beside what followed it.
  void askAfter(qint64 answerId, const QString& text);
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void regenerate(qint64 messageId);
  Q_INVOKABLE void retry(qint64 messageId);
  Q_INVOKABLE void editMessage(qint64 messageId, const QString& newText);
  Q_INVOKABLE void continueAnswer(qint64 messageId);
  Q_INVOKABLE void previousBranch(qint64 messageId);
  Q_INVOKABLE void nextBranch(qint64 messageId);
  Q_INVOKABLE void copyText(qint64 messageId);
  Q_INVOKABLE QString textOf(qint64 messageId) const;
  /// The branch on show in Markdown, for who drags it elsewhere.
  Q_INVOKABLE QString asText() const;
  Q_INVOKABLE void copyToClipboard(const QString& text);
  Q_INVOKABLE void dismissNotice();

  /// The documents of the shown conversation have been read, or it has some now.
  void documentsChanged() { prepare(); }
  /// 0 shows nothing.
  void showConversation(qint64 id);
  void setTitle(const QString& title);
  /// The conversation is being removed: what runs in it stops.
  void forget(qint64 id);
  void showError(const Error& error);
  /// Writes a draft that was not yet saved.
  void saveDraft();
  ChatTurns& turns() { return m_turns; }
  /// Who answers, and how.
  AskingModel asking() const;
  AnswerSettings answerSettings() const;
  /// Shows a branch of the shown conversation whose answers have just been started.
  void showBranch(const ChatBranch& view);
  /// Shows what the database has now: somebody else changed the branch or started its answers.
  void reload();
  /// The conversation as one that cannot send before it is reload()ed: something is being written for it.
  void setBeginning(bool beginning);

 signals:
  void conversationChanged();
  void titleChanged();
  void isEmptyChanged();
  void activityChanged();
  void prepareChanged();
  void draftChanged();
  void modelChanged();
  void noticeChanged();
  void lastUserMessageIdChanged();
  /// Messages were added or finished: titles, previews and the order of conversations may have changed.
  void conversationTouched();
  void generatingChanged(qint64 conversation, bool generating);
  void suggestionsChanged();  ///< with the language

 private:
  using View = ChatBranch;
  template <class Work>
  void beginTurn(Work work, QString textToKeep, bool continues);
  void stepBranch(qint64 messageId, int by);
  void apply(const View& view);
  void run(const View& view, bool continues);
  void prepare();
  TurnRunner* runner() const { return m_turns.answering(m_conversationId); }
  TurnRunner* readingRunner() const;
  void onText(qint64 conversation, qint64 message, const QString& text);
  void onEnded(TurnRunner* runner);
  void noteReread(const TurnRunner& runner);
  void setNotice(const QString& notice);
  void announceActivity();

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  ModelsViewModel& m_models;
  ChatTurns m_turns;
  MessageListModel m_messages;
  QTimer m_draftTimer;
  QString m_title;
  QString m_draft;
  QString m_notice;
  qint64 m_conversationId = 0;
  bool m_loaded = false;    // the shown conversation has been read from the database
  bool m_beginning = false; // a turn is being written to the database
};

}  // namespace eddy
