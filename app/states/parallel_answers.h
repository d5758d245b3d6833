// Several answers to one question, written side by side in the shown conversation. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/chat/chat_view_model.h"

namespace eddy {

/// Each answer is a branch of its own from the start; the panel that shows them goes when one is chosen or it is closed,
/// the branches stay.
class ParallelAnswers : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.answers")
  /// How many answers the next question gets: 1 to 8.
  Q_PROPERTY(int count READ count WRITE setCount NOTIFY countChanged)
  Q_PROPERTY(eddy::MessageListModel* answers READ answers CONSTANT)
  Q_PROPERTY(bool shown READ isShown NOTIFY shownChanged)
  Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)
  Q_PROPERTY(QString question READ question NOTIFY shownChanged)
  /// Why the answers may all be the same; "" when they will differ.
  Q_PROPERTY(QString note READ note NOTIFY shownChanged)
  /// Why they were not started; "" else.
  Q_PROPERTY(QString refusal READ refusal NOTIFY refusalChanged)

 public:
  static constexpr int kMost = 8;

  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
    ChatViewModel& chat;
  };
  explicit ParallelAnswers(Services services, QObject* parent = nullptr);

  int count() const { return m_count; }
  void setCount(int count);
  MessageListModel* answers() { return &m_answers; }
  bool isShown() const { return m_answers.count() > 0 && m_conversation == m_chat.conversationId(); }
  bool isRunning() const;
  QString question() const { return m_question; }
  QString note() const;
  QString refusal() const { return m_refusal; }

  /// Asks with count() answers.
  Q_INVOKABLE void ask(const QString& text);
  /// So many further answers to the question of this one.
  Q_INVOKABLE void again(qint64 answerId, int count);
  Q_INVOKABLE void stop(qint64 answerId);
  Q_INVOKABLE void stopAll();
  /// Goes on with this one; those still being written go on too.
  Q_INVOKABLE void choose(qint64 answerId);
  Q_INVOKABLE void dismiss();
  Q_INVOKABLE void dismissRefusal() { refuse({}); }

 signals:
  void countChanged();
  void shownChanged();
  void runningChanged();
  void refusalChanged();
  void failed(const eddy::Error& error);

 private:
  using Work = std::function<Result<std::vector<MessageId>>(Stores&, const AskingModel&)>;
  struct Begun {
    ChatBranch view;
    std::vector<MessageId> answers;
  };
  static Result<Begun> write(Stores& stores, ConversationId conversation, const AskingModel& model, const Work& work);
  void begin(int count, Work work, const QString& draft);
  bool fits(int count);
  void start(const Begun& begun);
  void show(const Begun& begun);
  void onText(qint64 message, const QString& text);
  void onEnded(TurnRunner* runner);
  void refuse(const QString& why);

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  ChatViewModel& m_chat;
  MessageListModel m_answers;
  qint64 m_conversation = 0;
  QString m_question;
  QString m_refusal;
  int m_count = 1;
};

}  // namespace eddy
