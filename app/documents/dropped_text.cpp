#include "app/documents/dropped_text.h"

#include <QDir>
#include <QFile>
#include <QTextDocumentFragment>

namespace eddy {
namespace {

constexpr int kLongestName = 48;

/// No character that any system forbids in a name.
QString nameFrom(const QString& text) {
  QString name;
  for (const QChar c : text.left(4 * kLongestName).simplified()) {
    const bool forbidden = !c.isPrint() || c.isSurrogate() || QStringLiteral("/\\:*?\"<>|.").contains(c);
    if (!forbidden) name += c;
  }
  name = name.simplified();
  if (name.size() > kLongestName) name = name.left(std::max(kLongestName / 2, static_cast<int>(name.lastIndexOf(QLatin1Char(' '), kLongestName))));
  return name.isEmpty() ? QStringLiteral("Text") : name.trimmed();
}

}  // namespace

QList<QUrl> localFiles(const QList<QUrl>& urls) {
  QList<QUrl> files;
  for (const auto& url : urls) {
    if (url.isLocalFile()) files += url;
  }
  return files;
}

bool isOnlyAddress(const DroppedContent& content) {
  if (content.urls.isEmpty()) return false;
  const QString text = content.text.trimmed();
  if (text.isEmpty()) return true;
  for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
    if (!content.urls.contains(QUrl(line.trimmed()))) return false;
  }
  return true;
}

std::optional<std::filesystem::path> DroppedTexts::keep(const DroppedContent& content) {
  const QString words = content.text.trimmed().isEmpty() ? QTextDocumentFragment::fromHtml(content.html.left(20'000)).toPlainText() : content.text;
  if (words.trimmed().isEmpty() || !m_folder.isValid()) return std::nullopt;
  const bool rich = !content.html.trimmed().isEmpty();
  const QString base = nameFrom(words);
  QFile file;
  for (int i = 1; i < 100; ++i) {  // the one before may still be waiting to be read
    const QString name = i == 1 ? base : QStringLiteral("%1 %2").arg(base).arg(i);
    file.setFileName(m_folder.filePath(name + (rich ? QStringLiteral(".html") : QStringLiteral(".txt"))));
    if (!file.exists()) break;
  }
  if (!file.open(QIODevice::WriteOnly)) return std::nullopt;
  if (rich) file.write("<!DOCTYPE html><meta charset=\"utf-8\">\n");
  const bool written = file.write((rich ? content.html : content.text).toUtf8()) >= 0;
  file.close();
  if (!written) return std::nullopt;
  return std::filesystem::path(file.fileName().toStdU16String());
}

}  // namespace eddy
