// What the user has set; kept in the database. GUI thread only.
#pragma once

#include <QObject>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace eddy {

class Settings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.settings")
  Q_PROPERTY(Theme theme MEMBER m_theme NOTIFY themeChanged)
  Q_PROPERTY(bool dark READ dark NOTIFY themeChanged)
  Q_PROPERTY(int fontSize MEMBER m_fontSize NOTIFY fontSizeChanged)
  Q_PROPERTY(double temperature MEMBER m_temperature NOTIFY generationChanged)
  Q_PROPERTY(int topK MEMBER m_topK NOTIFY generationChanged)
  Q_PROPERTY(double topP MEMBER m_topP NOTIFY generationChanged)
  Q_PROPERTY(double minP MEMBER m_minP NOTIFY generationChanged)
  Q_PROPERTY(double presencePenalty MEMBER m_presencePenalty NOTIFY generationChanged)
  Q_PROPERTY(double frequencyPenalty MEMBER m_frequencyPenalty NOTIFY generationChanged)
  Q_PROPERTY(double penaltyDecay MEMBER m_penaltyDecay NOTIFY generationChanged)
  Q_PROPERTY(double repetitionPenalty MEMBER m_repetitionPenalty NOTIFY generationChanged)
  Q_PROPERTY(int maxTokens MEMBER m_maxTokens NOTIFY generationChanged)
  Q_PROPERTY(QString seed MEMBER m_seed NOTIFY generationChanged)
  Q_PROPERTY(int threads MEMBER m_threads NOTIFY threadsChanged)
  Q_PROPERTY(QStringList stopStrings MEMBER m_stopStrings NOTIFY generationChanged)
  Q_PROPERTY(QString systemPrompt MEMBER m_systemPrompt NOTIFY generationChanged)
  Q_PROPERTY(QString dataFolder MEMBER m_dataFolder NOTIFY dataFolderChanged)
  Q_PROPERTY(QUrl dataFolderUrl READ dataFolderUrl NOTIFY dataFolderChanged)
  Q_PROPERTY(double stateBudgetBytes MEMBER m_stateBudgetBytes NOTIFY stateBudgetChanged)
  Q_PROPERTY(double stateUsedBytes MEMBER m_stateUsedBytes NOTIFY stateUsedChanged)
  Q_PROPERTY(QRectF windowGeometry MEMBER m_windowGeometry NOTIFY windowGeometryChanged)  // empty: never saved
  Q_PROPERTY(bool sidebarOpen MEMBER m_sidebarOpen NOTIFY sidebarOpenChanged)

 public:
  enum Theme { System, Light, Dark };
  Q_ENUM(Theme)

  explicit Settings(QObject* parent = nullptr);
  bool dark() const;
  QUrl dataFolderUrl() const { return QUrl::fromLocalFile(m_dataFolder); }

  Q_INVOKABLE void moveDataFolder(const QUrl& folder);
  Q_INVOKABLE void resetGeneration();

 signals:
  void themeChanged();
  void fontSizeChanged();
  void generationChanged();
  void threadsChanged();
  void dataFolderChanged();
  void stateBudgetChanged();
  void stateUsedChanged();
  void windowGeometryChanged();
  void sidebarOpenChanged();

 private:
  Theme m_theme = System;
  int m_fontSize = 15;
  double m_temperature = 0.7;
  int m_topK = 0;
  double m_topP = 0.9;
  double m_minP = 0;
  double m_presencePenalty = 0;
  double m_frequencyPenalty = 0;
  double m_penaltyDecay = 0.996;
  double m_repetitionPenalty = 1;
  int m_maxTokens = 1024;
  QString m_seed;
  int m_threads = 0;
  QStringList m_stopStrings;
  QString m_systemPrompt;
  QString m_dataFolder = QStringLiteral("/home/you/.local/share/eddy");
  double m_stateBudgetBytes = 2.0 * (1LL << 30);  // QML has no 64-bit integers
  double m_stateUsedBytes = 38.0 * (1LL << 20);
  QRectF m_windowGeometry;
  bool m_sidebarOpen = true;
};

}  // namespace eddy
