// Files that the system gives to the program: on the command line, from a second start, by a double click. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

#include "app/documents/documents_view_model.h"
#include "app/models/models_view_model.h"

namespace eddy {

/// Says what kind each file is and who takes it: a model is loaded, a chat file is announced, everything else is a document.
class OpenedFiles : public QObject {
  Q_OBJECT

 public:
  OpenedFiles(ModelsViewModel& models, DocumentsViewModel& documents, QObject* parent = nullptr);

  /// Absolute paths or file: URLs.
  void open(const QStringList& files);
  /// Words of a command line as absolute paths; relative ones begin at `folder`.
  static QStringList absolute(const QStringList& words, const QString& folder);
  /// Takes what macOS sends as events.
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  /// A saved chat (*.eddy).
  void chatFileOpened(const QUrl& file);

 private:
  ModelsViewModel& m_models;
  DocumentsViewModel& m_documents;
};

}  // namespace eddy
