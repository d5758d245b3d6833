// Summaries of the shown chat's documents, side by side, and the notes they are made of. GUI thread only.
#pragma once

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <memory>

#include "app/documents/summary_runner.h"

namespace eddy {

class DocumentSummaries : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.summaries")
  /// One for each document: {document, name, points: [{text, heading, place, document, first, last}]}
  Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)
  Q_PROPERTY(int style READ style NOTIFY changed)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)

 public:
  /// As SummaryStyle; Notes are what the others are made of, shown as they come.
  enum Style { Line, Paragraph, Bullets, Chapters, Notes };
  Q_ENUM(Style)

  DocumentSummaries(InferenceService& inference, StorageService& storage, QObject* parent = nullptr);
  ~DocumentSummaries() override;

  QVariantList columns() const { return m_columns; }
  int style() const { return m_style; }
  bool isBusy() const { return m_runner != nullptr; }
  QString text() const;

  /// Also while the documents are still being read: notes come from the text, between two pieces of reading.
  Q_INVOKABLE void make(int style);
  Q_INVOKABLE void cancel();

  /// Another chat, or other documents of it.
  void show(std::vector<Document> documents);
  /// The kept summary of the style shown, or the best there is.
  void refresh();

 signals:
  void changed();

 private:
  struct Column {
    std::vector<SummaryPoint> points;
    std::vector<PassageOutline> places;  // first and last of each point
  };
  struct Kept {
    int style = Bullets;
    std::vector<Column> columns;
  };
  static Result<Column> readColumn(Stores& stores, DocumentId id, const std::string& model, int style);
  static Result<Kept> readKept(Stores& stores, const std::vector<DocumentId>& ids, const std::string& model, int style);
  std::vector<DocumentId> ids() const;
  QVariantMap columnOf(std::size_t document, const Column& column) const;
  void next();
  void showNotes();
  void end();

  InferenceService& m_inference;
  StorageService& m_storage;
  std::vector<Document> m_documents;
  QVariantList m_columns;
  int m_style = -1;
  int m_round = 0;                      // grows when other documents are shown
  std::size_t m_document = 0;           // the one under way
  std::unique_ptr<SummaryRunner> m_runner;
  QString m_error;
};

}  // namespace eddy
