// The model that is loaded, and how to get another. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace eddy {

class ModelsViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.models")
  Q_PROPERTY(Status status READ status NOTIFY changed)
  Q_PROPERTY(double loadProgress READ loadProgress NOTIFY loadProgressChanged)
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QString path READ path NOTIFY changed)
  Q_PROPERTY(QString description READ description NOTIFY changed)
  Q_PROPERTY(QString architecture READ architecture NOTIFY changed)
  Q_PROPERTY(QString details READ details NOTIFY changed)
  Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
  Q_PROPERTY(QString memoryText READ memoryText NOTIFY changed)
  Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
  Q_PROPERTY(bool isStarter READ isStarter NOTIFY changed)
  Q_PROPERTY(QString starterNote READ starterNote CONSTANT)
  Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged)

 public:
  enum Status { NoModel, Loading, Ready, Failed };
  Q_ENUM(Status)

  explicit ModelsViewModel(QObject* parent = nullptr);

  Status status() const { return m_status; }
  double loadProgress() const { return m_progress; }
  QString name() const { return tr("Starter"); }
  QString path() const { return m_path; }
  QString description() const { return tr("Small, English, trained for a first try"); }
  QString architecture() const { return QStringLiteral("rwkv7"); }
  QString details() const { return QStringLiteral("RWKV-7 · 36 M parameters · Q5_K · 29 MB"); }
  QString stateText() const { return tr("One saved turn costs %1").arg(QStringLiteral("1.1 MB")); }
  QString memoryText() const { return tr("Uses %1 of memory").arg(QStringLiteral("84 MB")); }
  QString errorTitle() const { return m_errorTitle; }
  QString errorText() const { return m_errorText; }
  bool isStarter() const { return m_path.isEmpty(); }
  QString starterNote() const;
  QStringList recent() const { return m_recent; }

  Q_INVOKABLE void load(const QString& urlOrPath);
  Q_INVOKABLE void loadStarter();
  Q_INVOKABLE void retry();
  Q_INVOKABLE void cancelLoad();

 signals:
  void changed();
  void loadProgressChanged();
  void recentChanged();

 private:
  Status m_status = Ready;
  double m_progress = 1;
  QString m_path;
  QString m_errorTitle;
  QString m_errorText;
  QStringList m_recent;
};

}  // namespace eddy
