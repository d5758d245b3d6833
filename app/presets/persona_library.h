// Named instructions for the model: those that come with the program, and the user's own. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <map>
#include <optional>
#include <vector>

#include "app/storage/storage_service.h"

namespace eddy {

/// The built-in ones first. A persona may name a preset, which a chat then takes too. Own ones are kept in the settings at once.
class PersonaLibrary : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.personas")
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)

 public:
  enum Role { PersonaId = Qt::UserRole, Name, Text, Preset, BuiltIn };

  explicit PersonaLibrary(StorageService& storage, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);

  int count() const { return static_cast<int>(m_personas.size()); }
  QString undoText() const;

  Q_INVOKABLE QString nameOf(const QString& id) const;
  Q_INVOKABLE QString textOf(const QString& id) const;
  Q_INVOKABLE QString presetOf(const QString& id) const;
  Q_INVOKABLE bool isBuiltIn(const QString& id) const;
  /// A new one; its id, "" when name or text is missing.
  Q_INVOKABLE QString add(const QString& name, const QString& text, const QString& preset = {});
  Q_INVOKABLE void change(const QString& id, const QString& name, const QString& text, const QString& preset);
  Q_INVOKABLE void remove(const QString& id);
  Q_INVOKABLE void undoRemove();
  Q_INVOKABLE void dismissUndo();

  /// After a change of language: those that come with Eddy.
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 signals:
  void changed();
  void undoChanged();

 private:
  struct Persona {
    QString id, name, text, preset;
    bool builtIn = false;
  };
  static std::vector<Persona> builtIns();
  const Persona* find(const QString& id) const;
  void store();

  StorageService& m_storage;
  std::vector<Persona> m_personas;
  std::optional<Persona> m_removed;
};

}  // namespace eddy
