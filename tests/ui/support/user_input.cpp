#include "tests/ui/support/user_input.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QQuickWindow>

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

bool UserInput::takePicture(QWindow* window, const QString& path) const {
  auto* shown = qobject_cast<QQuickWindow*>(window);
  const QImage picture = shown ? shown->grabWindow() : QImage();
  return !picture.isNull() && (path.isEmpty() || picture.save(path));
}

double UserInput::longestWork() const {
  const auto worst = m_watchdog ? m_watchdog->worst() : std::nullopt;
  return worst ? worst->work() : 0;
}

QString UserInput::longestWorkName() const {
  const auto worst = m_watchdog ? m_watchdog->worst() : std::nullopt;
  return worst ? worst->longest : QString();
}

void UserInput::forgetWork() {
  if (m_watchdog) m_watchdog->restart();
}

QString UserInput::paragraphs(int count) const {
  return QStringLiteral("The river turns back on itself behind the stone and goes on.\n").repeated(count);
}

}  // namespace eddy
