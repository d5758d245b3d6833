// Pages of the PDF in the preview as they look, with the quoted words marked. Pages are drawn by the helper process, one at a
// time. GUI thread only.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <map>
#include <thread>

#include "app/documents/reader_process.h"
#include "app/storage/storage_service.h"

namespace eddy {

class PageView : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.page")
  /// A PDF: whether its file is still there is found out when a page is drawn.
  Q_PROPERTY(bool isAvailable READ isAvailable NOTIFY documentChanged)
  Q_PROPERTY(int page READ page NOTIFY pageChanged)
  Q_PROPERTY(int pages READ pages NOTIFY documentChanged)
  Q_PROPERTY(QUrl picture READ picture NOTIFY pageChanged)
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY pageChanged)
  Q_PROPERTY(double aspect READ aspect NOTIFY pageChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY pageChanged)
  Q_PROPERTY(bool isDrawing READ isDrawing NOTIFY pageChanged)
  /// Rectangles in parts of the page.
  Q_PROPERTY(QVariantList marks READ marks NOTIFY pageChanged)
  Q_PROPERTY(QVariantList selection READ selection NOTIFY selectionChanged)
  Q_PROPERTY(QString selectedText READ selectedText NOTIFY selectionChanged)

 public:
  explicit PageView(StorageService& storage, QObject* parent = nullptr);
  ~PageView() override;

  bool isAvailable() const { return m_document && m_document->facts.format == "PDF"; }
  int page() const { return m_page; }
  int pages() const { return m_document ? m_document->facts.pages : 0; }
  QUrl picture() const;
  bool isEmpty() const { return !drawing(); }   ///< no picture yet
  double aspect() const;
  QString errorText() const { return m_error; }
  bool isDrawing() const { return m_drawing != 0; }
  QVariantList marks() const;
  QVariantList selection() const { return m_selection; }
  QString selectedText() const { return m_selectedText; }

  Q_INVOKABLE void go(int page);
  /// From one point to another, in parts of the page.
  Q_INVOKABLE void select(double x1, double y1, double x2, double y2);
  Q_INVOKABLE void clearSelection();

  /// The page of this passage; of the first one when `passage` is negative. Document 0 shows nothing.
  void show(qint64 document, int passage);

 signals:
  void documentChanged();
  void pageChanged();
  void selectionChanged();

 private:
  struct Opened {
    Document document;
    StoredPassage passage;
  };
  void open(const Opened& opened, bool quoted);
  void draw();
  void take(int page, const std::variant<PageDrawing, DocumentError>& drawn);
  std::filesystem::path pictureFile(int page) const;
  const PageDrawing* drawing() const;

  StorageService& m_storage;
  QTemporaryDir m_folder;
  qint64 m_wanted = 0;
  std::optional<Document> m_document;
  std::map<int, PageDrawing> m_drawings;  // of this document
  int m_page = 0;
  int m_quotedPage = 0;
  std::string m_quote;
  int m_drawing = 0;                      // the page under way
  int m_round = 0;
  QString m_error;
  QVariantList m_selection;
  QString m_selectedText;
  std::jthread m_thread;
};

}  // namespace eddy
