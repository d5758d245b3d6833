// A picture that somebody gives: read, bounded, and looked at once, so that what is kept can be shown. Any thread.
#pragma once

#include <QImage>
#include <QString>
#include <QUrl>
#include <variant>

#include "app/storage/picture_store.h"

namespace eddy {

struct PictureProblem {
  QString text;  ///< which file, what is wrong with it, and what to do; translated
};

/// By its name alone.
bool looksLikePicture(const QUrl& url);
/// Reads and decodes the file. Its name and its first bytes need not agree: the bytes decide.
std::variant<Picture, PictureProblem> readPicture(const QString& path);
/// One that is no file: what was copied in another program.
std::variant<Picture, PictureProblem> pictureOf(const QImage& image, const QString& name);
/// At most `most` wide and high, upright; null when the bytes cannot be decoded. Never enlarged.
QImage decodePicture(std::span<const std::byte> content, QSize most);

}  // namespace eddy
