#include "app/models/models_view_model.h"

#include <QUrl>

namespace eddy {

ModelsViewModel::ModelsViewModel(QObject* parent) : QObject(parent) {}

QString ModelsViewModel::starterNote() const { return tr("Starter: small, English, trained for a first try"); }

void ModelsViewModel::load(const QString& urlOrPath) {
  m_path = urlOrPath.startsWith(QLatin1String("file:")) ? QUrl(urlOrPath).toLocalFile() : urlOrPath;
  m_status = Failed;
  m_errorTitle = tr("This model cannot be loaded");
  m_errorText = tr("%1 is not a model file.").arg(m_path);
  m_recent.removeAll(m_path);
  m_recent.prepend(m_path);
  emit recentChanged();
  emit changed();
}

void ModelsViewModel::loadStarter() {
  m_path.clear();
  m_status = Ready;
  emit changed();
}

void ModelsViewModel::retry() { loadStarter(); }
void ModelsViewModel::cancelLoad() { loadStarter(); }

}  // namespace eddy
