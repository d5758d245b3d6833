#include "tests/ui/support/user_input.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>

namespace eddy {

void UserInput::compose(const QString& preedit) {
  QInputMethodEvent event(preedit, {});
  QCoreApplication::sendEvent(QGuiApplication::focusObject(), &event);
}

static bool dropData(QWindow* window, const QMimeData& data) {
  const QPoint middle(window->width() / 2, window->height() / 2);
  QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(window, &enter);
  QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(window, &drop);
  return drop.isAccepted();
}

bool UserInput::drop(QWindow* window, const QUrl& url) {
  QMimeData data;
  data.setUrls({url});
  return dropData(window, data);
}

bool UserInput::dropText(QWindow* window, const QString& text, const QString& html) {
  QMimeData data;
  data.setText(text);
  data.setHtml(html);
  return dropData(window, data);
}

void UserInput::setClipboardFile(const QUrl& url) {
  auto* data = new QMimeData;
  data->setUrls({url});
  QGuiApplication::clipboard()->setMimeData(data);
}

QString UserInput::clipboard() const { return QGuiApplication::clipboard()->text(); }

void UserInput::setClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }

bool UserInput::makeFile(const QString& path) const {
  QFile file(path);
  return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) && file.write("weights") > 0;
}

QString UserInput::paragraphs(int count) const {
  return QStringLiteral("The river turns back on itself behind the stone and goes on.\n").repeated(count);
}

}  // namespace eddy
