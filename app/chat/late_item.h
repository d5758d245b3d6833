// An item whose content is made after it, so that a list can have many rows at once without making all that is in them. GUI thread only.
#pragma once

#include <QAbstractItemModel>
#include <QPointer>
#include <QQmlComponent>
#include <QQmlIncubator>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "app/chat/steady_place.h"

namespace eddy {

/// Of all that wait, the one nearest to where is read is made next, alone. An item that is itself made ahead of time brings its content
/// along. What it had is deleted after it, a little at a time.
class LateItem : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQmlComponent* content MEMBER m_content NOTIFY contentChanged)  ///< read once, when this is complete
  Q_PROPERTY(QAbstractItemModel* source MEMBER m_source NOTIFY rowChanged)   ///< whose row `row` is shown
  Q_PROPERTY(int row MEMBER m_row NOTIFY rowChanged)                         ///< -1 once it is out of the model
  Q_PROPERTY(QStringList facts MEMBER m_facts NOTIFY rowChanged)             ///< roles of the row that are properties of the content: they follow it
  Q_PROPERTY(eddy::SteadyPlace* place MEMBER m_place NOTIFY placeChanged)   ///< whose order and whose keeping still are asked for; may be null
  Q_PROPERTY(QQuickItem* item READ item NOTIFY itemChanged)                  ///< null until it is made

 public:
  explicit LateItem(QQuickItem* parent = nullptr);
  ~LateItem() override;

  QQuickItem* item() const { return m_item; }

 signals:
  void contentChanged();
  void rowChanged();
  void placeChanged();
  void itemChanged();
  void filled();  ///< and laid out

 protected:
  void componentComplete() override;
  void itemChange(ItemChange change, const ItemChangeData& data) override;
  void geometryChange(const QRectF& now, const QRectF& before) override;
  void updatePolish() override;

 private:
  class Maker : public QQmlIncubator {
   public:
    Maker(LateItem& owner, IncubationMode mode) : QQmlIncubator(mode), m_owner(owner) {}

   protected:
    void setInitialState(QObject* object) override;
    void statusChanged(Status status) override;

   private:
    LateItem& m_owner;
  };
  class Queue;

  /// False where there is nothing to make it from any more.
  bool make(QQmlIncubator::IncubationMode mode);
  void stop();
  QVariant fact(int role) const;
  QVariantMap facts() const;
  void hear(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
  void tell(const QList<int>& roles);
  void take(QQuickItem* item);
  void fill(QQuickItem* item);

  QQmlComponent* m_content = nullptr;
  QPointer<QAbstractItemModel> m_source;
  int m_row = -1;
  QStringList m_facts;
  QPointer<SteadyPlace> m_place;
  QPointer<QQuickWindow> m_window;  // the last it was in: it is in none any more when it goes
  QPointer<QQuickItem> m_item;
  std::unique_ptr<Maker> m_maker;
  bool m_ahead = false;    // made with its content
  bool m_filling = false;  // and what reads it is kept still already
  QSet<int> m_missed;    // roles that changed while it was made
};

}  // namespace eddy
