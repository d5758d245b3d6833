// Documents of the library chosen to be read together, in the order in which they will be read. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/storage/documents.h"

namespace eddy {

class DocumentSelection : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.together")
  Q_PROPERTY(QVariantList ids READ ids NOTIFY changed)
  Q_PROPERTY(QStringList names READ names NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)

 public:
  using QObject::QObject;

  QVariantList ids() const;
  QStringList names() const { return m_names; }
  int count() const { return static_cast<int>(m_ids.size()); }

  /// Behind those that are chosen; chosen already, it is taken out.
  Q_INVOKABLE void toggle(qint64 document, const QString& name);
  /// One place to the front or to the back.
  Q_INVOKABLE void moveEarlier(int place);
  Q_INVOKABLE void moveLater(int place) { moveEarlier(place + 1); }
  Q_INVOKABLE void clear();
  /// A new chat about them, read in this order.
  Q_INVOKABLE void read();

  void remove(qint64 document);

 signals:
  void changed();
  void chatWanted(const std::vector<eddy::DocumentId>& documents);

 private:
  std::vector<DocumentId> m_ids;
  QStringList m_names;  // the same places
};

}  // namespace eddy
