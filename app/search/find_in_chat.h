// Find in the shown chat: every place of some words, one of them the current one. GUI thread; the looking is done on a pool
// thread, because a chat may have thousands of messages.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/message_list_model.h"

namespace eddy {

/// One found place: the n-th in a block of a message, counted as the block is shown.
struct FoundPlace {
  qint64 message = 0;
  int block = 0;       ///< -1: the message's text as it was written (questions)
  int nth = 0;

  friend bool operator==(const FoundPlace&, const FoundPlace&) = default;
};

/// The text of a block without markup, one line for each line that is shown.
QString plainBlockText(QStringView html);

class FindInChat : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.find")
  Q_PROPERTY(bool active READ active NOTIFY activeChanged)
  Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
  Q_PROPERTY(int count READ count NOTIFY resultsChanged)
  Q_PROPERTY(int position READ position NOTIFY currentChanged)
  Q_PROPERTY(bool searching READ searching NOTIFY resultsChanged)

 public:
  explicit FindInChat(MessageListModel& messages, QObject* parent = nullptr);
  ~FindInChat() override;

  bool active() const { return m_active; }
  QString query() const { return m_query; }
  void setQuery(const QString& query);
  int count() const { return static_cast<int>(m_places.size()); }
  /// Of the current place, from 1; 0 where nothing is found.
  int position() const { return m_current + 1; }
  bool searching() const { return m_timer.isActive() || m_looking; }
  const FoundPlace* current() const;
  /// What stands at every place; the query, or the one word of it that was found where they stand nowhere together.
  QString needle() const { return m_places.empty() ? QString() : m_needle; }

  Q_INVOKABLE void open() { setActive(true); }
  Q_INVOKABLE void close() { setActive(false); }
  Q_INVOKABLE void next() { step(1); }
  Q_INVOKABLE void previous() { step(-1); }
  /// Opens with these words; the first place in this message becomes the current one as soon as the message is there.
  Q_INVOKABLE void reveal(qint64 message, const QString& words);
  /// The row of the message with the current place, -1 where there is none.
  Q_INVOKABLE int currentRow() const;

 signals:
  void activeChanged();
  void queryChanged();
  void resultsChanged();
  /// Another place is the current one; views go there.
  void currentChanged();
  /// A message is to be shown that may have none of the words.
  void messageWanted(qint64 message);

 private:
  struct Found {
    int search = 0;
    QString needle;
    std::vector<FoundPlace> places;
  };
  void setActive(bool active);
  void step(int by);
  void look();
  void show(Found found);
  void settle();
  void setCurrent(int current);

  MessageListModel& m_messages;
  QTimer m_timer;
  QString m_query;
  QString m_needle;
  std::vector<FoundPlace> m_places;
  int m_current = -1;
  int m_search = 0;          // number of the latest search
  qint64 m_revealing = 0;    // message waited for
  bool m_active = false;
  bool m_looking = false;
};

}  // namespace eddy
