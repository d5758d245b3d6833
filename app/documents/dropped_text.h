// Text that is no file yet: dragged from a browser or a mail, or copied. GUI thread only.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <QUrl>
#include <filesystem>
#include <optional>

namespace eddy {

/// What comes with a drag or lies on the clipboard.
struct DroppedContent {
  QList<QUrl> urls;
  QString text;
  QString html;
};

/// Files and folders of this computer.
QList<QUrl> localFiles(const QList<QUrl>& urls);
/// The drag of a link or of a picture out of a page: its address is all there is.
bool isOnlyAddress(const DroppedContent& content);

/// Gives such text a file to be read from, which goes when this does: the words live on in the library.
class DroppedTexts {
 public:
  /// Named after its first words. Nothing when there are no words, or no file can be written.
  std::optional<std::filesystem::path> keep(const DroppedContent& content);

 private:
  QTemporaryDir m_folder;
};

}  // namespace eddy
