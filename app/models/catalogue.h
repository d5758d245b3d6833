// The list of models that can be fetched, and whether it is ours. No state.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QUrl>

#include "engine/api/result.h"

namespace eddy {

struct CatalogueFile {
  QUrl url;
  QString name;
  qint64 bytes = -1;  ///< < 0: not known
  QByteArray sha256;  ///< empty: not known
};

struct CatalogueEntry {
  QString id, name, family, architecture, licence, languages, context, use, where, note;
  qint64 parameters = 0, activeParameters = 0;
  qint64 bytes = -1;          ///< of the weights in 16 bits; < 0: not known
  qint64 stateBytes = -1, kvBytesPerToken = -1;
  QList<CatalogueFile> files;  ///< none: nobody told where it is
};

struct Catalogue {
  QDate issued;
  QList<CatalogueEntry> entries;
  int leftOut = 0;  ///< entries with something wrong in them
};

inline constexpr qint64 kLargestCatalogue = 4 << 20;

/// InvalidArgument or FileTooNew for what is no catalogue of ours; wrong entries are left out.
Result<Catalogue> parseCatalogue(const QByteArray& json);

/// Ed25519 over the bytes; signature and key in base64. False for anything that is not exactly that.
bool isSignedBy(const QByteArray& bytes, const QByteArray& signature, const QByteArray& publicKey);

/// A catalogue whose signature is right; FileCorrupt when it is not.
Result<Catalogue> openCatalogue(const QByteArray& json, const QByteArray& signature, const QByteArray& publicKey);

/// Bytes that a model takes when it runs: its weights in 16 bits or in about 4, and what it works with.
qint64 memoryOf(const CatalogueEntry& entry, bool fourBit);

}  // namespace eddy
