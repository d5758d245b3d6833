#include "app/settings/settings.h"

#include <QGuiApplication>
#include <QPalette>

namespace eddy {

Settings::Settings(QObject* parent) : QObject(parent) {}

bool Settings::dark() const {
  if (m_theme != System) return m_theme == Dark;
  return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Settings::moveDataFolder(const QUrl& folder) {
  m_dataFolder = folder.toLocalFile();
  emit dataFolderChanged();
}

void Settings::resetGeneration() {
  m_temperature = 0.7;
  m_topP = 0.9;
  emit generationChanged();
}

}  // namespace eddy
