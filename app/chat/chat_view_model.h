// The chat that is shown and what can be done in it. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/chat/message_list_model.h"

namespace eddy {

class ChatViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.chat")
  Q_PROPERTY(qint64 conversationId READ conversationId NOTIFY conversationChanged)
  Q_PROPERTY(QString title READ title NOTIFY titleChanged)
  Q_PROPERTY(eddy::MessageListModel* messages READ messages CONSTANT)
  Q_PROPERTY(qint64 lastUserMessageId READ lastUserMessageId NOTIFY isEmptyChanged)
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY isEmptyChanged)
  Q_PROPERTY(bool isGenerating READ isGenerating NOTIFY activityChanged)
  Q_PROPERTY(bool isPreparing READ isPreparing NOTIFY activityChanged)
  Q_PROPERTY(QString prepareText READ prepareText NOTIFY prepareChanged)
  Q_PROPERTY(double prepareProgress READ prepareProgress NOTIFY prepareChanged)
  Q_PROPERTY(QString prepareReason READ prepareReason NOTIFY prepareChanged)
  Q_PROPERTY(bool canSend READ canSend NOTIFY activityChanged)
  Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
  Q_PROPERTY(bool modelReady READ modelReady NOTIFY modelChanged)
  Q_PROPERTY(QString modelName READ modelName NOTIFY modelChanged)
  Q_PROPERTY(QString modelStatusText READ modelStatusText NOTIFY modelChanged)
  Q_PROPERTY(QStringList suggestions READ suggestions CONSTANT)
  Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeChanged)

 public:
  explicit ChatViewModel(QObject* parent = nullptr);

  qint64 conversationId() const { return m_conversationId; }
  QString title() const { return m_title; }
  MessageListModel* messages() { return &m_messages; }
  /// The last message of the user on this branch, -1 when there is none.
  qint64 lastUserMessageId() const;
  bool isEmpty() const { return m_messages.count() == 0; }
  bool isGenerating() const { return m_streaming != 0; }
  bool isPreparing() const { return false; }
  QString prepareText() const { return {}; }
  double prepareProgress() const { return 0; }
  QString prepareReason() const { return {}; }
  bool canSend() const { return !isGenerating(); }
  QString draft() const { return m_draft; }
  void setDraft(const QString& draft);
  bool modelReady() const { return true; }
  QString modelName() const { return tr("Starter"); }
  QString modelStatusText() const { return tr("Ready"); }
  QStringList suggestions() const;
  QString noticeText() const { return m_notice; }

  Q_INVOKABLE void send(const QString& text);
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void regenerate(qint64 messageId);
  Q_INVOKABLE void retry(qint64 messageId);
  Q_INVOKABLE void editMessage(qint64 messageId, const QString& newText);
  Q_INVOKABLE void continueAnswer(qint64 messageId);
  Q_INVOKABLE void previousBranch(qint64 messageId);
  Q_INVOKABLE void nextBranch(qint64 messageId);
  Q_INVOKABLE void copyText(qint64 messageId);
  Q_INVOKABLE void copyToClipboard(const QString& text);
  Q_INVOKABLE void dismissNotice();

  void showConversation(qint64 id, const QString& title, std::vector<MessageRow> rows);

 signals:
  void conversationChanged();
  void titleChanged();
  void isEmptyChanged();
  void activityChanged();
  void prepareChanged();
  void draftChanged();
  void modelChanged();
  void noticeChanged();

 private:
  void stream(qint64 id);
  void tick();

  MessageListModel m_messages;
  QTimer m_timer;
  QStringList m_words;
  QString m_title;
  QString m_draft;
  QString m_notice = tr("State was rebuilt: 812 tokens re-read because the saved state was damaged");
  qint64 m_conversationId = 0;
  qint64 m_streaming = 0;
  qint64 m_nextId = 1;
};

}  // namespace eddy
