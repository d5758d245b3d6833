// Named sets of values for making answers: those that come with the program, and the user's own. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QJsonObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <map>
#include <vector>

#include "app/presets/answer_values.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The built-in ones first. A preset does not say the seed. Own ones are kept in the settings at once.
class PresetLibrary : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.presets")
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
  Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)

 public:
  enum Role { PresetId = Qt::UserRole, Name, Note, BuiltIn };

  explicit PresetLibrary(StorageService& storage, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);

  int count() const { return static_cast<int>(m_presets.size()); }
  QString errorText() const { return m_error; }
  QString undoText() const;

  /// The id of the preset that has all of these values, an own one before a built-in one; "" when there is none.
  Q_INVOKABLE QString matching(const eddy::AnswerValues* values) const;
  Q_INVOKABLE QString nameOf(const QString& id) const;
  Q_INVOKABLE void apply(const QString& id, eddy::AnswerValues* values) const;
  /// A new preset with these values, or an own one of that name changed. Its id, "" when there is no name.
  Q_INVOKABLE QString save(const QString& name, const eddy::AnswerValues* values);
  Q_INVOKABLE void rename(const QString& id, const QString& name);
  Q_INVOKABLE void remove(const QString& id);
  Q_INVOKABLE void undoRemove();
  Q_INVOKABLE void dismissUndo();
  /// One preset as a JSON file, and back.
  Q_INVOKABLE void exportTo(const QString& id, const QUrl& file);
  Q_INVOKABLE void importFrom(const QUrl& file);
  Q_INVOKABLE void dismissError();

  QJsonObject valuesOf(const QString& id) const;
  /// After a change of language: the names of those that come with Eddy.
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 signals:
  void changed();
  void errorChanged();
  void undoChanged();

 private:
  struct Preset {
    QString id, name, note;
    QJsonObject values;
    bool builtIn = false;
  };
  static std::vector<Preset> builtIns();
  const Preset* find(const QString& id) const;
  int rowOf(const QString& id) const;
  QString freeName(const QString& wanted, const QString& except = {}) const;
  void fail(const QString& what);
  void store();

  StorageService& m_storage;
  std::vector<Preset> m_presets;
  std::optional<Preset> m_removed;
  QString m_error;
};

}  // namespace eddy
