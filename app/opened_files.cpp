#include "app/opened_files.h"

#include <QDir>
#include <QFileInfo>
#include <QFileOpenEvent>

namespace eddy {

OpenedFiles::OpenedFiles(ModelsViewModel& models, DocumentsViewModel& documents, QObject* parent)
    : QObject(parent), m_models(models), m_documents(documents) {}

void OpenedFiles::open(const QStringList& files) {
  QList<QUrl> documents;
  for (const QString& file : files) {
    const QUrl url = file.startsWith(QLatin1String("file:")) ? QUrl(file) : QUrl::fromLocalFile(file);
    if (url.fileName().endsWith(QLatin1String(".eddy"), Qt::CaseInsensitive)) {
      emit chatFileOpened(url);
    } else if (m_documents.isModel(url)) {
      m_models.load(url.toString());
    } else {
      documents += url;
    }
  }
  if (!documents.isEmpty()) m_documents.add(documents);
}

QStringList OpenedFiles::absolute(const QStringList& words, const QString& folder) {
  QStringList files;
  for (const QString& word : words) {
    const QString path = word.startsWith(QLatin1String("file:")) ? QUrl(word).toLocalFile() : word;
    files += QDir::cleanPath(QDir(folder).absoluteFilePath(path));
  }
  return files;
}

bool OpenedFiles::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::FileOpen) return QObject::eventFilter(watched, event);
  const auto* opened = static_cast<QFileOpenEvent*>(event);
  open({opened->url().isLocalFile() ? opened->url().toString() : opened->file()});
  return true;
}

}  // namespace eddy
