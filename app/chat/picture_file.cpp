#include "app/chat/picture_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include "app/plain_name.h"

namespace eddy {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Pictures)
};

constexpr int kLongestName = 100;  // characters

PictureProblem notRead(const QString& name) {
  return {Words::tr("%1 cannot be read. Check that it is still there and that you may open it.").arg(name)};
}
PictureProblem tooLarge(const QString& name) {
  return {Words::tr("%1 is too large: a picture may have 20 MB, 64 million pixels and 20,000 pixels a side. Save it smaller and add it again.").arg(name)};
}
PictureProblem broken(const QString& name) {
  return {Words::tr("%1 is damaged, or is no picture. PNG, JPEG, GIF, WebP and BMP can be added.").arg(name)};
}

std::span<const std::byte> bytesOf(const QByteArray& data) { return std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size()))); }

/// Not even begun to decode unless it is of a kind that is kept: no plugin sees anything else.
bool open(QImageReader& reader, QBuffer& buffer) {
  reader.setDevice(&buffer);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  return is_picture_type("image/" + reader.format().toStdString());
}

QSize upright(const QImageReader& reader) {
  const auto size = reader.size();
  return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

std::variant<Picture, PictureProblem> checked(const QByteArray& data, const QString& name) {
  QBuffer buffer;
  buffer.setData(data);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader;
  if (!open(reader, buffer)) return broken(name);
  const auto size = upright(reader);
  if (size.isEmpty()) return broken(name);
  Picture picture{.message = {}, .name = name.toStdString(), .media_type = "image/" + reader.format().toStdString(), .width = size.width(), .height = size.height(), .content = {}};
  const auto bytes = bytesOf(data);
  picture.content.assign(bytes.begin(), bytes.end());
  if (fault_in(picture)) return tooLarge(name);
  if (decodePicture(bytes, QSize(64, 64)).isNull()) return broken(name);
  return picture;
}

}  // namespace

bool looksLikePicture(const QUrl& url) {
  static const QStringList kSuffixes{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("gif"), QStringLiteral("webp"), QStringLiteral("bmp")};
  return url.isLocalFile() && kSuffixes.contains(QFileInfo(url.fileName()).suffix().toLower());
}

std::variant<Picture, PictureProblem> readPicture(const QString& path) {
  auto name = plainName(QFileInfo(path).fileName());
  if (name.size() > kLongestName) name = name.left(kLongestName / 2) + QChar(0x2026) + name.right(kLongestName / 2 - 1);
  QFile file(path);
  if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) return notRead(name);
  if (file.size() > static_cast<qint64>(kLargestPicture)) return tooLarge(name);
  const auto data = file.read(static_cast<qint64>(kLargestPicture) + 1);
  if (data.isEmpty()) return file.error() == QFileDevice::NoError ? broken(name) : notRead(name);
  return checked(data, name);
}

std::variant<Picture, PictureProblem> pictureOf(const QImage& image, const QString& name) {
  QByteArray data;
  QBuffer buffer(&data);
  buffer.open(QIODevice::WriteOnly);
  if (image.isNull() || !image.save(&buffer, "png")) return broken(name);
  buffer.close();
  return checked(data, name);
}

QImage decodePicture(std::span<const std::byte> content, QSize most) {
  QBuffer buffer;
  buffer.setData(QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()), static_cast<qsizetype>(content.size())));
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader;
  if (!open(reader, buffer)) return {};
  const auto size = reader.size();
  const auto turned = upright(reader) != size;
  const auto goal = size.scaled(turned ? most.transposed() : most, Qt::KeepAspectRatio);
  if (size.isEmpty()) return {};
  if (goal.width() < size.width()) reader.setScaledSize(goal.expandedTo(QSize(1, 1)));
  return reader.read();
}

}  // namespace eddy
