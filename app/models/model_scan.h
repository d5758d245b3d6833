// Finds model files in a folder without opening them. Any thread; nothing is written.
#pragma once

#include <QString>
#include <QStringList>
#include <stop_token>
#include <vector>

#include "app/models/model_places.h"

namespace eddy {

struct FoundModel {
  QString path;           ///< a file, or the folder of a model of several files
  QString name;           ///< as its program calls it; empty: that of the file
  PlaceKind kind = PlaceKind::Added;
  QString place;          ///< the folder it was found in; empty when it was chosen by hand
  qint64 bytes = 0;       ///< of all its files
  qint64 changedAt = 0;   ///< milliseconds since 1970, UTC: the newest of its files

  friend bool operator==(const FoundModel&, const FoundModel&) = default;
};

struct PlaceContents {
  std::vector<FoundModel> models;
  QStringList folders;  ///< that were looked into, for those who wait for changes; at most kMostFolders
};

/// Nothing when the folder is not there. At most `kMostEntries` names are looked at, no deeper than `kDeepest` folders, and
/// links to folders are not followed: a folder that contains itself ends too.
PlaceContents scanPlace(const ModelPlace& place, std::stop_token stop = {});
inline constexpr int kMostEntries = 50'000;
inline constexpr int kDeepest = 7;
inline constexpr int kMostFolders = 200;

/// The same of one path that was chosen by hand; bytes < 0 when it is not there.
FoundModel lookAt(const QString& path);

/// Ollama keeps a model as a blob named by its hash, and says in a manifest which and under what name.
PlaceContents scanOllama(const ModelPlace& place, std::stop_token stop = {});

}  // namespace eddy
