// What a user can do that Qt Quick Test cannot: compose with an input method, drop a file, read the clipboard.
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <QWindow>

#include "app/desktop/gui_watchdog.h"

namespace eddy {

class UserInput : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Text under composition in the item with the focus; "" ends it without a result.
  Q_INVOKABLE void compose(const QString& preedit);
  /// True when something under the pointer took the drop.
  Q_INVOKABLE bool drop(QWindow* window, const QUrl& url);
  Q_INVOKABLE bool dropText(QWindow* window, const QString& text, const QString& html);
  Q_INVOKABLE QString clipboard() const;
  Q_INVOKABLE void setClipboardFile(const QUrl& url);
  Q_INVOKABLE void setClipboard(const QString& text);
  /// The window in all its pixels, also where the screen enlarges; "" takes it without keeping it. False when there is none.
  Q_INVOKABLE bool takePicture(QWindow* window, const QString& path) const;
  /// A file with something in it; its folders are made.
  Q_INVOKABLE bool makeFile(const QString& path) const;
  /// Processor time, in milliseconds and without drawing, of the GUI thread's longest work since forgetWork(), and what it was.
  Q_INVOKABLE double longestWork() const;
  Q_INVOKABLE QString longestWorkName() const;
  Q_INVOKABLE void forgetWork();
  void setWatchdog(eddy::GuiWatchdog* watchdog) { m_watchdog = watchdog; }
  /// `count` paragraphs of filler, for tests of size.
  Q_INVOKABLE QString paragraphs(int count) const;

 private:
  GuiWatchdog* m_watchdog = nullptr;
};

}  // namespace eddy
