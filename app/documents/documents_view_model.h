// Documents on the screen: dropping files, the library, and what the model has read of the shown chat's documents. Summaries,
// pages to ask as of, and the preview are view models of their own. GUI thread only.
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "app/documents/document_importer.h"
#include "app/documents/document_list_model.h"
#include "app/documents/document_selection.h"
#include "app/documents/document_summaries.h"
#include "app/documents/dropped_text.h"
#include "app/documents/page_view.h"
#include "app/documents/passage_list_model.h"
#include "app/documents/reading_places.h"
#include "app/documents/reading_queue.h"
#include "app/settings/settings.h"

namespace eddy {

class DocumentsViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents")
  Q_PROPERTY(eddy::DocumentListModel* library READ library CONSTANT)
  Q_PROPERTY(eddy::PassageListModel* preview READ preview CONSTANT)
  Q_PROPERTY(eddy::DocumentSummaries* summaries READ summaries CONSTANT)
  Q_PROPERTY(eddy::ReadingPlaces* places READ places CONSTANT)
  Q_PROPERTY(eddy::PageView* page READ page CONSTANT)
  Q_PROPERTY(eddy::DocumentSelection* together READ together CONSTANT)
  Q_PROPERTY(bool previewOpen READ previewOpen NOTIFY previewChanged)
  Q_PROPERTY(QVariantList problems READ problems NOTIFY problemsChanged)
  Q_PROPERTY(bool isImporting READ isImporting NOTIFY importChanged)
  Q_PROPERTY(QString importText READ importText NOTIFY importChanged)
  Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY undoChanged)
  Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)
  // Of the chat that is shown
  Q_PROPERTY(bool hasDocuments READ hasDocuments NOTIFY chatChanged)
  Q_PROPERTY(bool hasSeveral READ hasSeveral NOTIFY chatChanged)
  Q_PROPERTY(QString title READ title NOTIFY chatChanged)
  Q_PROPERTY(QString facts READ facts NOTIFY chatChanged)
  Q_PROPERTY(int status READ status NOTIFY readingChanged)
  Q_PROPERTY(double progress READ progress NOTIFY readingChanged)
  Q_PROPERTY(QString statusText READ statusText NOTIFY readingChanged)
  Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY modeChanged)

 public:
  enum Status { NotRead, Waiting, UnderWay, Paused, Complete, Failed };
  Q_ENUM(Status)
  enum Mode { Memory, Passages, Both };
  Q_ENUM(Mode)

  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
  };
  explicit DocumentsViewModel(Services services, QObject* parent = nullptr);
  ~DocumentsViewModel() override;

  DocumentListModel* library() { return &m_library; }
  PassageListModel* preview() { return &m_preview; }
  PageView* page() { return &m_page; }
  DocumentSummaries* summaries() { return &m_summaries; }
  ReadingPlaces* places() { return &m_places; }
  DocumentSelection* together() { return &m_together; }
  bool previewOpen() const { return m_preview.documentId() != 0; }
  QVariantList problems() const { return m_problems; }
  bool isImporting() const { return m_importer.isBusy(); }
  QString importText() const;
  bool canUndoRemove() const { return m_removed != 0; }
  QString undoText() const;
  bool hasDocuments() const { return !m_documents.empty(); }
  bool hasSeveral() const { return m_documents.size() > 1; }
  QString title() const;
  QString facts() const;
  int status() const;
  double progress() const;
  QString statusText() const;
  int mode() const { return static_cast<int>(m_mode); }
  void setMode(int mode);

  /// Files and folders, as dropped, chosen or pasted. A chat about them opens when they are there. Pictures are handed on (picturesGiven).
  Q_INVOKABLE void add(const QList<QUrl>& urls);
  /// What was dragged onto the window: files, or text out of a browser or a mail, which becomes a document of its own.
  Q_INVOKABLE void addDropped(const QList<QUrl>& urls, const QString& text, const QString& html);
  /// Pasted where a message is written: files, a picture, and text longer than any message. False when it is none of them.
  Q_INVOKABLE bool addFromClipboard();
  /// Whatever lies on the clipboard.
  Q_INVOKABLE void readClipboard();
  Q_INVOKABLE void cancelImport();
  /// Tries the file of problems()[index] again, with its password or with text recognition.
  Q_INVOKABLE void retryLocked(int index, const QString& password);
  Q_INVOKABLE void retryScanned(int index);
  /// A model file, or a folder that holds one.
  Q_INVOKABLE bool isModel(const QUrl& url) const;
  Q_INVOKABLE void dismissProblem(int index);
  Q_INVOKABLE void dismissProblems();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void resume();
  /// Gives up what was read of the shown chat's documents. resume() begins again.
  Q_INVOKABLE void stop();
  /// Marks passages of a document in the preview.
  Q_INVOKABLE void showPassages(qint64 document, int first, int last);
  Q_INVOKABLE void showDocument(qint64 document);
  /// The first document of the chat; asked again, the next one.
  Q_INVOKABLE void showChatDocument();
  Q_INVOKABLE void closePreview();
  /// A new chat about a kept document.
  Q_INVOKABLE void startChat(qint64 document);
  Q_INVOKABLE void remove(qint64 document);
  Q_INVOKABLE void undoRemove();
  Q_INVOKABLE void dismissUndo();

  void start();
  void showConversation(qint64 id);
  /// At the end of the program.
  void stopAll();

 signals:
  void previewChanged();
  void problemsChanged();
  void importChanged();
  void undoChanged();
  void chatChanged();
  void readingChanged();
  void modeChanged();
  void failed(const eddy::Error& error);
  /// These are no documents: they go with a message.
  void picturesGiven(const QList<QUrl>& files);
  void pictureGiven(const QImage& image);
  /// A conversation about documents was made and should be shown.
  void conversationMade(qint64 id);
  /// The model has read the shown chat's documents: turns may begin there.
  void readingCompleted();
  void stateUsed(qint64 bytes);

 private:
  struct ChatView {
    std::vector<Document> documents;
    AskMode mode = AskMode::Both;
    std::int32_t page = 0;
    std::optional<Reading> reading;
  };
  void retry(int index, ReaderOptions options);
  void addWith(const std::vector<std::filesystem::path>& paths, ReaderOptions options);
  void addProblem(const QString& path, const DocumentError& error);
  void addNotice(const QString& name, const QString& title, const QString& remedy = {});
  void finishImport();
  void openChat(std::vector<DocumentId> documents, int page = 0);
  void refreshLibrary();
  void refreshChat();
  static Result<ChatView> readChat(Stores& stores, ConversationId id, const std::string& model);
  void apply(ChatView view);
  void connectReadings();
  void takeEnd(const Reading& reading, ReadingRunner::End how, const std::optional<Error>& error);
  std::vector<DocumentId> documentIds() const;
  const ReadingRunner* runner() const { return m_queue.runnerOf(documentIds()); }

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  DocumentImporter m_importer;
  DocumentListModel m_library;
  PassageListModel m_preview;
  PageView m_page;
  DocumentSummaries m_summaries;
  ReadingPlaces m_places;
  DocumentSelection m_together;
  DroppedTexts m_texts;
  ReadingQueue m_queue;
  QVariantList m_problems;
  std::vector<DocumentId> m_imported;   // of the files dropped together
  qint64 m_removed = 0;
  QString m_removedName;

  qint64 m_conversation = 0;
  std::vector<Document> m_documents;    // of the shown chat
  AskMode m_mode = AskMode::Both;
  std::optional<Reading> m_reading;     // of the shown chat by the loaded model
  QString m_readingError;
  bool m_userPaused = false;
};

}  // namespace eddy
