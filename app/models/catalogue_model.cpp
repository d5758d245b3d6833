#include "app/models/catalogue_model.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>

#include "app/models/model_words.h"

namespace eddy {
namespace {

constexpr const char* kFile = "/catalogue.json";
constexpr const char* kSignature = "/catalogue.json.sig";
constexpr qint64 kLargestSignature = 4096;
constexpr double kShareForModels = 0.9;  // of the memory: the system wants some too

QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) && file.size() <= kLargestCatalogue ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

CatalogueModel::CatalogueModel(Downloads& downloads, NetworkSettings& settings, QObject* parent)
    : QAbstractListModel(parent), m_downloads(downloads), m_settings(settings), m_key(read(QStringLiteral(":/eddy/catalogue/catalogue.pub"))) {}

void CatalogueModel::start(const QString& folder) {
  m_folder = folder;
  const auto shipped = openCatalogue(read(QStringLiteral(":/eddy/catalogue/catalogue.json")),
                                     read(QStringLiteral(":/eddy/catalogue/catalogue.json.sig")),
                                     read(QStringLiteral(":/eddy/catalogue/catalogue.pub")));
  if (shipped) m_catalogue = *shipped;
  const auto json = read(folder + QLatin1String(kFile));
  if (!json.isEmpty()) {
    const auto fetched = openCatalogue(json, read(folder + QLatin1String(kSignature)), m_key);
    if (!fetched) m_updateText = tr("The catalogue that was fetched is not rightly signed and was left aside.");
    else if (fetched->issued >= m_catalogue.issued) m_catalogue = *fetched;
  }
  arrange();
}

void CatalogueModel::setMemory(const MachineMemory& memory) {
  m_memory = memory;
  arrange();
}

CatalogueModel::Fit CatalogueModel::fitOf(const CatalogueEntry& entry) const {
  auto room = m_memory.total;
  for (const auto& gpu : m_memory.gpus) room = std::max(room, gpu.total);
  if (room <= 0) return FitUnknown;
  const auto most = static_cast<qint64>(kShareForModels * double(room));
  if (memoryOf(entry, false) <= most) return Fits;
  return memoryOf(entry, true) <= most ? FitsSmall : TooLarge;
}

bool CatalogueModel::isShown(const CatalogueEntry& entry) const {
  if (m_wish == WhatFits && fitOf(entry) == TooLarge) return false;
  static const QStringList recurrent{QStringLiteral("rwkv"), QStringLiteral("mamba"), QStringLiteral("falcon_mamba")};
  const auto begins = [&](const QString& start) { return entry.architecture.startsWith(start); };
  if (m_wish == RecurrentAlone && !std::any_of(recurrent.begin(), recurrent.end(), begins)) return false;
  if (m_search.isEmpty()) return true;
  for (const auto* text : {&entry.name, &entry.family, &entry.licence, &entry.use, &entry.languages})
    if (text->contains(m_search, Qt::CaseInsensitive)) return true;
  return false;
}

void CatalogueModel::arrange() {
  beginResetModel();
  m_rows.clear();
  for (int i = 0; i < m_catalogue.entries.size(); ++i) {
    if (isShown(m_catalogue.entries[i])) m_rows.append(i);
  }
  endResetModel();
  emit changed();
}

void CatalogueModel::setSearch(const QString& search) {
  m_search = search.trimmed();
  arrange();
}

void CatalogueModel::setWish(Wish wish) {
  m_wish = wish;
  arrange();
}

QString CatalogueModel::issuedText() const {
  if (!m_catalogue.issued.isValid()) return {};
  return tr("Catalogue of %1").arg(QLocale().toString(m_catalogue.issued, QLocale::ShortFormat));
}

int CatalogueModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant CatalogueModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& entry = m_catalogue.entries[m_rows[index.row()]];
  switch (role) {
    case IdRole: return entry.id;
    case Qt::DisplayRole:
    case NameRole: return entry.name;
    case FactsRole: {
      QStringList parts{entry.family, countText(entry.parameters)};
      if (entry.activeParameters > 0) parts += tr("%1 in use per token").arg(countText(entry.activeParameters));
      parts += entry.bytes > 0 ? tr("%1 in 16 bits").arg(bytesText(entry.bytes)) : tr("about %1 in 16 bits").arg(bytesText(2 * entry.parameters));
      return parts.join(QStringLiteral(" \u00b7 "));
    }
    case DetailsRole: {
      QStringList parts;
      if (!entry.use.isEmpty()) parts += entry.use;
      parts += entry.languages.isEmpty() ? tr("languages not known") : tr("languages: %1").arg(entry.languages);
      if (!entry.context.isEmpty()) parts += entry.context;
      return parts.join(QStringLiteral(" \u00b7 "));
    }
    case LicenceRole: return entry.licence;
    case FitRole: return fitOf(entry);
    case FitTextRole:
      switch (fitOf(entry)) {
        case Fits: return tr("fits");
        case FitsSmall: return tr("fits with 4-bit weights");
        case TooLarge: return tr("too large for this computer");
        case FitUnknown: break;
      }
      return QString();
    case StateRole:
      if (entry.stateBytes < 0) return QString();
      return entry.kvBytesPerToken > 0 ? tr("State: %1 a chat and %2 a token").arg(bytesText(entry.stateBytes), bytesText(entry.kvBytesPerToken))
                                       : tr("State: %1 a chat").arg(bytesText(entry.stateBytes));
    case NoteRole: return entry.note;
    case WhereRole: return entry.where;
    case FetchableRole: return !entry.files.isEmpty();
    case FileRole: return fileText(entry);
    default: return {};
  }
}

QHash<int, QByteArray> CatalogueModel::roleNames() const {
  return {{IdRole, "entryId"}, {NameRole, "name"}, {FactsRole, "facts"}, {DetailsRole, "details"}, {LicenceRole, "licence"}, {FitRole, "fit"},
          {FitTextRole, "fitText"}, {StateRole, "stateText"}, {NoteRole, "note"}, {WhereRole, "where"}, {FetchableRole, "fetchable"}, {FileRole, "fileText"}};
}

/// What would come, from where, and whose word its checksum is.
QString CatalogueModel::fileText(const CatalogueEntry& entry) const {
  if (entry.files.isEmpty()) return {};
  const auto count = static_cast<int>(entry.files.size());
  const auto what = count == 1 ? entry.files.first().name : tr("%n files", "", count);
  const auto host = m_settings.mirrored(entry.files.first().url).host();
  qint64 bytes = 0;
  bool sized = true, summed = true;
  for (const auto& file : entry.files) {
    sized = sized && file.bytes >= 0;
    summed = summed && !file.sha256.isEmpty();
    bytes += std::max<qint64>(file.bytes, 0);
  }
  if (sized && summed) return tr("%1 (%2) from %3. Its checksum is in this catalogue.").arg(what, bytesText(bytes), host);
  if (sized) return tr("%1 (%2) from %3. Its checksum is the host's own word.").arg(what, bytesText(bytes), host);
  if (summed) return tr("%1 from %2. Its checksum is in this catalogue.").arg(what, host);
  return tr("%1 from %2. Size and checksum are the host's own word.").arg(what, host);
}

QString CatalogueModel::fileTextOf(const QString& id) const {
  for (const auto& entry : m_catalogue.entries)
    if (entry.id == id) return fileText(entry);
  return {};
}

QString CatalogueModel::download(const QString& id) {
  for (const auto& entry : m_catalogue.entries) {
    if (entry.id != id || entry.files.isEmpty()) continue;
    QList<Downloads::Wanted> files;
    for (const auto& file : entry.files) {
      const auto url = m_settings.mirrored(file.url);
      m_settings.allowHost(url.host());  // the user asked for exactly this file
      files.append({.url = url, .name = file.name, .bytes = file.bytes, .sha256 = file.sha256});
    }
    return m_downloads.add(entry.name, files) ? QString() : m_downloads.problem();
  }
  return tr("Where this model can be fetched is not known.");
}

void CatalogueModel::update() {
  const QUrl address(m_settings.catalogueAddress());
  if (m_updating || address.isEmpty()) return;
  m_updating = true;
  m_updateText.clear();
  emit updateChanged();
  QUrl signature = address;
  signature.setPath(address.path() + QStringLiteral(".sig"));
  m_downloads.fetch(address, kLargestCatalogue, this, [this, signature](const QByteArray& json, const QString& problem) {
    if (!problem.isEmpty()) return ended(problem);
    m_downloads.fetch(signature, kLargestSignature, this, [this, json](const QByteArray& signed_, const QString& trouble) {
      if (!trouble.isEmpty()) return ended(trouble);
      take(json, signed_);
    });
  });
}

void CatalogueModel::take(const QByteArray& json, const QByteArray& signature) {
  const auto fetched = openCatalogue(json, signature, m_key);
  if (!fetched) {
    return ended(fetched.error().code == ErrorCode::FileTooNew ? tr("The catalogue there is for a newer version of Eddy.")
                 : fetched.error().code == ErrorCode::FileCorrupt ? tr("What came is not rightly signed; the catalogue stays as it was.")
                                                                  : tr("What came is no catalogue; the one here stays as it was."));
  }
  if (fetched->issued < m_catalogue.issued) return ended(tr("The catalogue there is older than the one here."));
  QDir().mkpath(m_folder);
  // The signature last: a pair that does not fit is left aside at the next start.
  const bool kept = write(m_folder + QLatin1String(kFile), json) && write(m_folder + QLatin1String(kSignature), signature);
  m_catalogue = *fetched;
  arrange();
  ended(kept ? tr("The catalogue is up to date.") : tr("The catalogue is up to date, but could not be kept for the next start."));
}

void CatalogueModel::ended(const QString& text) {
  m_updating = false;
  m_updateText = text;
  emit updateChanged();
}

}  // namespace eddy
