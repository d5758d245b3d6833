// The rows of another list, handed to a view a few at a time, so that a message of hundreds of blocks never takes a frame's time.
// GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <algorithm>

namespace eddy {

/// The first rows are there at once; the others follow from its beginning, once the item that this belongs to is in a window. Rows that
/// are added at the end of what is shown are shown at once when they are few.
class GradualRows : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QAbstractItemModel* source READ source WRITE setSource NOTIFY sourceChanged)
  Q_PROPERTY(int first MEMBER m_first NOTIFY paceChanged)
  Q_PROPERTY(int step MEMBER m_step NOTIFY paceChanged)
  Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)
  Q_PROPERTY(int held READ held NOTIFY completeChanged)

 public:
  explicit GradualRows(QObject* parent = nullptr);

  QAbstractItemModel* source() const { return m_source; }
  void setSource(QAbstractItemModel* source);
  /// Nothing more comes by itself.
  bool isComplete() const { return m_shown == wanted(); }
  /// Rows beyond the most that are shown before more are asked for.
  int held() const { return sourceRows() - wanted(); }
  /// As many again.
  Q_INVOKABLE void showMore();

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_shown; }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  static constexpr int kFirst = 8;   ///< rows at once, unless `first` says otherwise
  static constexpr int kStep = 3;    ///< and then with every turn of the event loop, unless `step` does
  static constexpr int kPause = 12;  ///< milliseconds between two turns
  static constexpr int kMost = 800;  ///< without being asked

 signals:
  void sourceChanged();
  void completeChanged();
  void paceChanged();

 private:
  int sourceRows() const { return m_source ? m_source->rowCount() : 0; }
  int wanted() const { return std::min(sourceRows(), m_limit); }
  bool isInWindow() const;
  int atOnce() const;  ///< rows, when all come anew
  void inserted(int first, int last);
  void removed(int first, int last);
  void more();
  void show(int rows);

  QPointer<QAbstractItemModel> m_source;
  QTimer m_timer;
  int m_shown = 0;
  int m_limit = kMost;
  int m_first = kFirst, m_step = kStep;
};

}  // namespace eddy
