// The keys of the window's commands: those they come with, and the user's own. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/storage/storage_service.h"

namespace eddy {

/// Commands are objects with `name`, `text` and `usual` (a key sequence as Qt writes it in files, "" for none).
class Shortcuts : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shortcuts")
  Q_PROPERTY(QVariantMap own READ own NOTIFY ownChanged)  // name -> key sequence, "" for none; commands not in it have their usual keys
  Q_PROPERTY(QVariantMap texts READ texts NOTIFY ownChanged)  // name -> the keys in force as this system writes them
  Q_PROPERTY(bool changed READ isChanged NOTIFY ownChanged)

 public:
  enum Role { Name = Qt::UserRole, Text, Keys, Usual, IsOwn };

  explicit Shortcuts(StorageService& storage, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);

  QVariantMap own() const { return m_own; }
  QVariantMap texts() const;
  bool isChanged() const { return !m_own.isEmpty(); }

  /// The commands there are, in the order in which they are listed.
  Q_INVOKABLE void setCommands(const QVariantList& commands);
  /// What was pressed as a key sequence; "" for a modifier alone.
  Q_INVOKABLE static QString pressed(int key, int modifiers);
  /// As this system writes it.
  Q_INVOKABLE static QString keyText(const QString& keys);
  /// "New chat (Ctrl+N)"; the text alone where there is no key.
  Q_INVOKABLE static QString hint(const QString& text, const QVariant& keyText);
  /// The same for a command; `texts` and `own` are given so that a binding follows them.
  Q_INVOKABLE static QString hintOf(const QString& text, const QString& name, const QVariantMap& texts);
  Q_INVOKABLE static QString keyOf(const QString& name, const QString& usual, const QVariantMap& own);
  /// Why the command cannot have these keys; "" when it can.
  Q_INVOKABLE QString objection(const QString& name, const QString& keys) const;
  /// False when there is an objection. "" takes the keys away.
  Q_INVOKABLE bool assign(const QString& name, const QString& keys);
  Q_INVOKABLE void reset(const QString& name);
  Q_INVOKABLE void resetAll();

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_commands.size()); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 signals:
  void ownChanged();

 private:
  QString keysOf(const QObject& command) const;
  const QObject* find(const QString& name) const;
  void store();

  StorageService& m_storage;
  std::vector<QPointer<QObject>> m_commands;
  QVariantMap m_own;
};

}  // namespace eddy
