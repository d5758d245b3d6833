// Marks found words in one text on the screen. GUI thread only. (Of Qt Quick only the door to a text's document is used.)
#pragma once

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQml/qqmlregistration.h>

#include "app/search/find_in_chat.h"

namespace eddy {

class BlockHighlights : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY documentChanged)
  Q_PROPERTY(eddy::FindInChat* find READ find WRITE setFind NOTIFY findChanged)
  Q_PROPERTY(double messageId MEMBER m_messageId NOTIFY placeChanged)
  Q_PROPERTY(int block MEMBER m_block NOTIFY placeChanged)
  Q_PROPERTY(QColor foundColor MEMBER m_foundColor NOTIFY colorsChanged)
  Q_PROPERTY(QColor currentColor MEMBER m_currentColor NOTIFY colorsChanged)

 public:
  explicit BlockHighlights(QObject* parent = nullptr);
  ~BlockHighlights() override;

  QQuickTextDocument* document() const { return m_document; }
  void setDocument(QQuickTextDocument* document);
  FindInChat* find() const { return m_find; }
  void setFind(FindInChat* find);
  /// Of the current place, where it is in this text; else -1. The position is one of the document.
  Q_INVOKABLE int currentPosition() const;

 signals:
  void documentChanged();
  void findChanged();
  void placeChanged();
  void colorsChanged();
  /// The current place is here now.
  void currentArrived(int position);

 protected:
  class Painter : public QSyntaxHighlighter {
   public:
    Painter(BlockHighlights& owner, QTextDocument* document) : QSyntaxHighlighter(document), m_owner(owner) {}
    using QSyntaxHighlighter::format;
    using QSyntaxHighlighter::setFormat;
    int line() const { return currentBlock().blockNumber(); }
    int position() const { return currentBlock().position(); }

   protected:
    void highlightBlock(const QString& text) override { m_owner.paint(*this, text); }

   private:
    BlockHighlights& m_owner;
  };
  virtual void paint(Painter& painter, const QString& text);
  virtual void documentReady() {}
  /// Places of the block that stand before this text, where the text is only a part of it.
  virtual int foundBefore(const QString&) const { return 0; }
  int block() const { return m_block; }
  QTextDocument* text() const { return m_document ? m_document->textDocument() : nullptr; }
  Painter& painter();
  bool hasPainter() const { return !m_painter.isNull(); }

 private:
  void refresh();
  void repaint(const QString& needle, const QString& before);

  QPointer<QQuickTextDocument> m_document;
  QPointer<FindInChat> m_find;
  QPointer<Painter> m_painter;         // the document's child; made when there is something to paint
  QString m_needle;
  double m_messageId = 0;              // QML's numbers; ids are far below 2^53
  int m_block = 0;
  int m_current = -1;                  // position in the document
  QColor m_foundColor;
  QColor m_currentColor;
};

}  // namespace eddy
