// What the user has set; kept in the conversation database. GUI thread only.
#pragma once

#include <QObject>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <memory>
#include <optional>
#include <QtQml/qqmlregistration.h>

#include "app/presets/answer_values.h"
#include "app/storage/storage_service.h"
#include "engine/api/generation.h"

namespace eddy {

/// Changes reach the database a moment after the last one. Values outside what makes sense are brought to the nearest
/// that does when they are used.
class Settings : public eddy::AnswerValues {  // by its whole name, which qmllint needs
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.settings")
  Q_PROPERTY(Theme theme MEMBER m_theme NOTIFY themeChanged)
  Q_PROPERTY(bool dark READ dark NOTIFY themeChanged)
  Q_PROPERTY(Accent accent MEMBER m_accent NOTIFY appearanceChanged)
  Q_PROPERTY(bool compact MEMBER m_compact NOTIFY appearanceChanged)  // less room between things
  Q_PROPERTY(int fontSize MEMBER m_fontSize NOTIFY fontSizeChanged)
  Q_PROPERTY(QString language MEMBER m_language NOTIFY languageChanged)  // "": that of the system
  Q_PROPERTY(int threads MEMBER m_threads NOTIFY threadsChanged)
  Q_PROPERTY(QStringList devices MEMBER m_devices NOTIFY devicesChanged)  // to run models on, the best first; empty: the engine chooses
  Q_PROPERTY(bool notifications MEMBER m_notifications NOTIFY noticesChanged)
  Q_PROPERTY(bool trayIcon MEMBER m_trayIcon NOTIFY noticesChanged)
  Q_PROPERTY(Announcements announcements MEMBER m_announcements NOTIFY noticesChanged)  // of answers, to a screen reader
  Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY appearanceChanged)
  Q_PROPERTY(QString systemPrompt MEMBER m_systemPrompt NOTIFY generationChanged)
  Q_PROPERTY(bool tokenChances MEMBER m_tokenChances NOTIFY generationChanged)  // kept for the last answers
  Q_PROPERTY(QString dataFolder READ dataFolder NOTIFY dataFolderChanged)
  Q_PROPERTY(QUrl dataFolderUrl READ dataFolderUrl NOTIFY dataFolderChanged)
  Q_PROPERTY(QString moveError READ moveError NOTIFY moveErrorChanged)
  Q_PROPERTY(double stateBudgetBytes MEMBER m_stateBudgetBytes NOTIFY stateBudgetChanged)
  Q_PROPERTY(double stateUsedBytes READ stateUsedBytes NOTIFY stateUsedChanged)
  Q_PROPERTY(QRectF windowGeometry MEMBER m_windowGeometry NOTIFY windowChanged)  // empty: never saved
  Q_PROPERTY(bool sidebarOpen MEMBER m_sidebarOpen NOTIFY windowChanged)

 public:
  enum Theme { System, Light, Dark };
  Q_ENUM(Theme)
  enum Accent { Teal, Blue, Green, Violet, Rose, Graphite };
  Q_ENUM(Accent)
  enum Announcements { NoAnnouncements, BySentence, AtEnd };
  Q_ENUM(Announcements)

  explicit Settings(StorageService& storage, QObject* parent = nullptr);

  bool dark() const;
  QString dataFolder() const { return m_dataFolder; }
  QUrl dataFolderUrl() const { return QUrl::fromLocalFile(m_dataFolder); }
  QString moveError() const { return m_moveError; }
  double stateUsedBytes() const { return m_stateUsedBytes; }
  std::int64_t stateBudget() const { return static_cast<std::int64_t>(m_stateBudgetBytes); }

  Q_INVOKABLE void moveDataFolder(const QUrl& folder);
  /// Everything here as after the first start, but for where the window stands and where the data lie.
  Q_INVOKABLE void resetAll();

  /// Takes over what the database holds; unknown keys and unreadable values are left alone.
  void restore(const std::map<std::string, std::string>& stored);
  /// Writes what has changed now.
  void save();
  void setDataFolder(const QString& folder);
  void setStateUsedBytes(double bytes);

  /// Of answers in chats that have no values of their own: those of the loaded model, else the general ones.
  GenerationParams generationParams() const;
  ThinkingWish thinkingWish() const;
  QJsonObject answerValues() const;
  bool hasModelValues() const { return m_modelValues != nullptr; }
  void setModelValues(const std::optional<QJsonObject>& values);
  std::string systemPromptUtf8() const { return m_systemPrompt.toStdString(); }
  int threads() const;
  Announcements announcements() const { return m_announcements; }
  std::vector<std::string> deviceIds() const;

 signals:
  void themeChanged();
  void fontSizeChanged();
  void languageChanged();
  void threadsChanged();
  void appearanceChanged();
  void devicesChanged();
  void noticesChanged();
  void dataFolderChanged();
  void moveErrorChanged();
  void stateBudgetChanged();
  void stateUsedChanged();
  void windowChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void changed();
  void enforceBudget();

  StorageService& m_storage;
  QTimer m_saveTimer;
  std::unique_ptr<AnswerValues> m_modelValues;
  std::map<std::string, std::string> m_stored;  // as the database has it
  std::map<std::string, QVariant> m_defaults;
  Theme m_theme = System;
  int m_fontSize = 15;
  QString m_language;
  Accent m_accent = Teal;
  bool m_compact = false;
  QStringList m_devices;
  bool m_notifications = true;
  bool m_trayIcon = false;
  Announcements m_announcements = BySentence;
  bool m_reducedMotion = false;
  int m_threads = 0;
  QString m_systemPrompt;
  QString m_dataFolder;
  QString m_moveError;
  double m_stateBudgetBytes = 4.0 * (1LL << 30);  // QML has no 64-bit integers
  double m_stateUsedBytes = 0;
  QRectF m_windowGeometry;
  bool m_sidebarOpen = true;
  bool m_tokenChances = false;
};

}  // namespace eddy
