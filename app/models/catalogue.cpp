#include "app/models/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <cmath>
#include <optional>
#include <sodium.h>

#include "app/downloads/download_journal.h"

namespace eddy {
namespace {

constexpr int kMostEntries = 2000;
constexpr int kMostFiles = 100;
constexpr int kLongestText = 300;
constexpr double kLargestNumber = 1e15;
constexpr double kFourBitBytes = 0.6;          // a weight, with what stays finer
constexpr qint64 kWork = 600'000'000;          // buffers, tables, the program

/// Text for people: no line ends, no characters that turn the direction of what follows.
std::optional<QString> text(const QJsonObject& json, const char* key, bool wanted) {
  const auto value = json.value(QLatin1String(key));
  if (value.isUndefined() && !wanted) return QString();
  if (!value.isString()) return std::nullopt;
  const auto string = value.toString();
  if (string.size() > kLongestText || (wanted && string.trimmed().isEmpty())) return std::nullopt;
  for (const auto character : string) {
    const bool format = character.category() == QChar::Other_Format || character.category() == QChar::Separator_Line ||
                        character.category() == QChar::Separator_Paragraph;
    if (character.category() == QChar::Other_Control || format) return std::nullopt;
  }
  return string;
}

std::optional<qint64> number(const QJsonObject& json, const char* key, qint64 otherwise) {
  const auto value = json.value(QLatin1String(key));
  if (value.isUndefined()) return otherwise;
  const double n = value.toDouble(-1);
  if (!value.isDouble() || n < 0 || n > kLargestNumber || n != std::floor(n)) return std::nullopt;
  return static_cast<qint64>(n);
}

std::optional<CatalogueFile> fileFrom(const QJsonObject& json) {
  const auto url = text(json, "url", true), name = text(json, "name", true), sum = text(json, "sha256", false);
  const auto bytes = number(json, "bytes", -1);
  if (!url || !name || !sum || !bytes) return std::nullopt;
  CatalogueFile file{.url = QUrl(*url, QUrl::StrictMode), .name = *name, .bytes = *bytes, .sha256 = QByteArray::fromHex(sum->toLatin1())};
  static const QRegularExpression hash(QStringLiteral("^([0-9a-f]{64})?$"));
  const bool secure = file.url.isValid() && file.url.scheme() == QLatin1String("https") && !file.url.host().isEmpty() && file.url.userInfo().isEmpty();
  if (!secure || !hash.match(*sum).hasMatch() || safeFileName(file.name) != file.name || file.name.isEmpty()) return std::nullopt;
  return file;
}

std::optional<CatalogueEntry> entryFrom(const QJsonObject& json) {
  CatalogueEntry entry;
  const std::tuple<const char*, QString*, bool> texts[] = {
      {"id", &entry.id, true}, {"name", &entry.name, true}, {"family", &entry.family, true}, {"architecture", &entry.architecture, true},
      {"licence", &entry.licence, true}, {"languages", &entry.languages, false}, {"context", &entry.context, false},
      {"use", &entry.use, false}, {"where", &entry.where, false}, {"note", &entry.note, false}};
  for (const auto& [key, into, wanted] : texts) {
    const auto value = text(json, key, wanted);
    if (!value) return std::nullopt;
    *into = *value;
  }
  const std::tuple<const char*, qint64*, qint64> numbers[] = {
      {"parameters", &entry.parameters, 0}, {"active_parameters", &entry.activeParameters, 0}, {"bytes", &entry.bytes, -1},
      {"state_bytes", &entry.stateBytes, -1}, {"kv_bytes_per_token", &entry.kvBytesPerToken, -1}};
  for (const auto& [key, into, otherwise] : numbers) {
    const auto value = number(json, key, otherwise);
    if (!value) return std::nullopt;
    *into = *value;
  }
  static const QRegularExpression id(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}$"));
  const auto files = json.value(u"files");
  if (!id.match(entry.id).hasMatch() || entry.parameters <= 0 || !(files.isArray() || files.isUndefined())) return std::nullopt;
  QSet<QString> names;
  for (const auto& value : files.toArray()) {
    const auto file = fileFrom(value.toObject());
    if (!file || entry.files.size() >= kMostFiles || names.contains(file->name)) return std::nullopt;
    names.insert(file->name);
    entry.files.append(*file);
  }
  return entry;
}

Error none(ErrorCode code, const char* why) { return {code, std::string("[catalogue] ") + why, {}}; }

}  // namespace

Result<Catalogue> parseCatalogue(const QByteArray& json) {
  if (json.size() > kLargestCatalogue) return none(ErrorCode::InvalidArgument, "it is larger than 4 MB");
  const auto document = QJsonDocument::fromJson(json);
  if (!document.isObject()) return none(ErrorCode::InvalidArgument, "it is not JSON, or no object");
  const auto root = document.object();
  const auto format = root.value(u"format").toInt();
  if (format > 1) return none(ErrorCode::FileTooNew, "it was written for a newer version of Eddy");
  Catalogue catalogue{.issued = QDate::fromString(root.value(u"issued").toString(), Qt::ISODate), .entries = {}};
  const auto entries = root.value(u"entries");
  if (format != 1 || !catalogue.issued.isValid() || !entries.isArray())
    return none(ErrorCode::InvalidArgument, "format, issued or entries is missing");
  QSet<QString> ids;
  for (const auto& value : entries.toArray()) {
    const auto entry = catalogue.entries.size() < kMostEntries ? entryFrom(value.toObject()) : std::nullopt;
    if (!entry || ids.contains(entry->id)) {
      ++catalogue.leftOut;
      continue;
    }
    ids.insert(entry->id);
    catalogue.entries.append(*entry);
  }
  return catalogue;
}

bool isSignedBy(const QByteArray& bytes, const QByteArray& signature, const QByteArray& publicKey) {
  const auto decode = [](const QByteArray& text) {
    const auto decoded = QByteArray::fromBase64Encoding(text.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
  };
  const auto raw = decode(signature), key = decode(publicKey);
  if (raw.size() != crypto_sign_BYTES || key.size() != crypto_sign_PUBLICKEYBYTES) return false;
  const auto data = [](const QByteArray& array) { return reinterpret_cast<const unsigned char*>(array.constData()); };
  return sodium_init() >= 0 && crypto_sign_verify_detached(data(raw), data(bytes), static_cast<unsigned long long>(bytes.size()), data(key)) == 0;
}

Result<Catalogue> openCatalogue(const QByteArray& json, const QByteArray& signature, const QByteArray& publicKey) {
  if (json.size() > kLargestCatalogue || !isSignedBy(json, signature, publicKey))
    return none(ErrorCode::FileCorrupt, "its signature is not that of Eddy's makers");
  return parseCatalogue(json);
}

qint64 memoryOf(const CatalogueEntry& entry, bool fourBit) {
  const auto whole = entry.bytes > 0 ? entry.bytes : 2 * entry.parameters;
  const auto weights = fourBit ? static_cast<qint64>(kFourBitBytes * double(entry.parameters)) : whole;
  return weights + std::max<qint64>(entry.stateBytes, 0) + kWork;
}

}  // namespace eddy
