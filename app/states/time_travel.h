// The turns of the branch on show as places to go back to: which states are kept, what the others would cost. GUI thread
// only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/chat_view_model.h"

namespace eddy {

class TimeTravel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.travel")
  Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// The turn that is looked at: an index.
  Q_PROPERTY(int position READ position WRITE setPosition NOTIFY positionChanged)
  Q_PROPERTY(QString placeText READ placeText NOTIFY positionChanged)
  Q_PROPERTY(QString questionText READ questionText NOTIFY positionChanged)
  Q_PROPERTY(QString costText READ costText NOTIFY positionChanged)
  Q_PROPERTY(bool kept READ isKept NOTIFY positionChanged)

 public:
  enum Role { MessageIdRole = Qt::UserRole + 1, KeptRole, CostRole };

  struct Services {
    InferenceService& inference;
    StorageService& storage;
    ChatViewModel& chat;
  };
  explicit TimeTravel(Services services, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  bool isOpen() const { return m_open; }
  int count() const { return static_cast<int>(m_points.size()); }
  int position() const { return m_position; }
  void setPosition(int position);
  qint64 messageId() const;
  QString placeText() const;
  QString questionText() const;
  QString costText() const;
  bool isKept() const;

  /// At the place after this answer, or the last one.
  Q_INVOKABLE void show(qint64 answerId = 0);
  Q_INVOKABLE void close();
  /// Asks the model as of the place that is looked at: a branch beside what followed then.
  Q_INVOKABLE void ask(const QString& text);
  /// A branch without the turn of this answer.
  Q_INVOKABLE void leaveOut(qint64 answerId);
  /// The turn that is looked at.
  Q_INVOKABLE void leaveOutHere() { leaveOut(messageId()); }

 signals:
  void openChanged();
  void countChanged();
  void positionChanged();
  void failed(const eddy::Error& error);

 private:
  struct Point {
    MessageId message{};
    std::string question;
    std::int64_t tokens = 0;  ///< read up to there
    bool kept = false;
    std::int64_t cost = 0;    ///< tokens that are read again to be there
  };
  static Result<std::vector<Point>> read(Stores& stores, MessageId leaf, const std::string& fingerprint);
  const Point* point() const;

  InferenceService& m_inference;
  StorageService& m_storage;
  ChatViewModel& m_chat;
  std::vector<Point> m_points;
  int m_position = -1;
  bool m_open = false;
};

}  // namespace eddy
