#include "app/downloads/download_journal.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace eddy {
namespace {

constexpr int kLongestName = 120;

QJsonObject jsonOf(const DownloadFile& file) {
  return {{QStringLiteral("url"), file.task.url.toString(QUrl::FullyEncoded)},
          {QStringLiteral("target"), file.task.target},
          {QStringLiteral("bytes"), static_cast<double>(file.task.bytes)},
          {QStringLiteral("sha256"), QString::fromLatin1(file.task.sha256.toHex())},
          {QStringLiteral("etag"), QString::fromLatin1(file.record.etag)},
          {QStringLiteral("last_modified"), QString::fromLatin1(file.record.lastModified)},
          {QStringLiteral("total"), static_cast<double>(file.record.total)},
          {QStringLiteral("host_sha256"), QString::fromLatin1(file.record.hostSha256.toHex())},
          {QStringLiteral("done"), file.done}};
}

DownloadFile fileFrom(const QJsonObject& json) {
  const auto bytes = [&](const char* key) { return static_cast<qint64>(json.value(QLatin1String(key)).toDouble(-1)); };
  const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
  return {.task = {.url = QUrl(text("url"), QUrl::StrictMode), .target = QDir::cleanPath(text("target")), .bytes = bytes("bytes"),
                   .sha256 = QByteArray::fromHex(text("sha256").toLatin1())},
          .record = {.etag = text("etag").toLatin1(), .lastModified = text("last_modified").toLatin1(), .total = bytes("total"),
                     .hostSha256 = QByteArray::fromHex(text("host_sha256").toLatin1())},
          .done = json.value(u"done").toBool()};
}

bool isSound(const DownloadFile& file, const QString& folder) {
  const auto isHash = [](const QByteArray& bytes) { return bytes.isEmpty() || bytes.size() == 32; };
  const bool hash = isHash(file.task.sha256) && isHash(file.record.hostSha256);
  return file.task.url.isValid() && !file.task.url.host().isEmpty() && hash && file.task.target.startsWith(folder + u'/') &&
         safeFileName(file.task.target) == QFileInfo(file.task.target).fileName();
}

}  // namespace

QByteArray journalOf(const QList<DownloadOrder>& orders) {
  QJsonArray list;
  for (const auto& order : orders) {
    QJsonArray files;
    for (const auto& file : order.files) files.append(jsonOf(file));
    list.append(QJsonObject{{QStringLiteral("id"), order.id}, {QStringLiteral("name"), order.name}, {QStringLiteral("files"), files}});
  }
  return QJsonDocument(QJsonObject{{QStringLiteral("downloads"), list}}).toJson();
}

QList<DownloadOrder> ordersFrom(const QByteArray& journal, const QString& folder) {
  QList<DownloadOrder> orders;
  const auto list = QJsonDocument::fromJson(journal).object().value(u"downloads").toArray();
  for (const auto& value : list) {
    const auto json = value.toObject();
    DownloadOrder order{.id = json.value(u"id").toString(), .name = json.value(u"name").toString(), .files = {}};
    bool sound = !order.id.isEmpty();
    for (const auto& file : json.value(u"files").toArray()) {
      order.files.append(fileFrom(file.toObject()));
      sound = sound && isSound(order.files.last(), QDir::cleanPath(folder));
    }
    if (sound && !order.files.isEmpty()) orders.append(order);
  }
  return orders;
}

QString safeFileName(const QString& wanted) {
  auto name = wanted.section(QRegularExpression(QStringLiteral("[/\\\\]")), -1);
  name.remove(QRegularExpression(QStringLiteral("[^\\w .()+@-]|[\\x00-\\x1f]"), QRegularExpression::UseUnicodePropertiesOption));
  while (name.startsWith(u'.') || name.startsWith(u' ') || name.startsWith(u'-')) name.remove(0, 1);
  static const QRegularExpression known(QStringLiteral("^(.+)\\.(gguf|safetensors|pth|bin|json)$"), QRegularExpression::CaseInsensitiveOption);
  const auto match = known.match(name);
  if (!match.hasMatch()) return {};
  static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"), QRegularExpression::CaseInsensitiveOption);
  if (reserved.match(name).hasMatch()) return {};
  return match.captured(1).left(kLongestName) + u'.' + match.captured(2);
}

QString freeTarget(const QString& folder, const QString& name) {
  const QFileInfo info(name);
  for (int number = 1;; ++number) {
    const auto numbered = number == 1 ? name : QStringLiteral("%1 (%2).%3").arg(info.completeBaseName()).arg(number).arg(info.suffix());
    const auto target = QDir::cleanPath(folder + u'/' + numbered);
    if (!QFileInfo::exists(target) && !QFileInfo::exists(target + QStringLiteral(".part"))) return target;
  }
}

}  // namespace eddy
