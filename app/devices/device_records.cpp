#include "app/devices/device_records.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "eddy_product.h"

namespace eddy {
namespace {

const QString kStamp = QStringLiteral("stamp"), kDecode = QStringLiteral("decode"), kPrefill = QStringLiteral("prefill"),
              kRight = QStringLiteral("right"), kWrong = QStringLiteral("wrong"), kAbsent = QStringLiteral("absent"),
              kWrongOps = QStringLiteral("wrongOps"), kProblem = QStringLiteral("problem");

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

DeviceRecord recordOf(const QJsonObject& object) {
  DeviceRecord record{.stamp = object[kStamp].toString().toStdString(), .speed = {}, .right = object[kRight].toInt(),
                      .wrong = object[kWrong].toInt(), .absent = object[kAbsent].toInt(),
                      .wrongOps = object[kWrongOps].toString().toStdString(), .problem = object[kProblem].toString().toStdString()};
  if (object[kDecode].toDouble() > 0) record.speed = DeviceSpeed{object[kDecode].toDouble(), object[kPrefill].toDouble()};
  return record;
}

}  // namespace

std::string stampOf(const DeviceInfo& device) { return device.driver + " | " + device.detail + " | " EDDY_VERSION; }

std::string toJson(const DeviceRecords& records) {
  QJsonObject all;
  for (const auto& [id, record] : records) {
    QJsonObject object{{kStamp, text(record.stamp)}, {kRight, record.right}, {kWrong, record.wrong}, {kAbsent, record.absent},
                       {kWrongOps, text(record.wrongOps)}, {kProblem, text(record.problem)}};
    if (record.speed) {
      object[kDecode] = record.speed->decode_bytes_per_second;
      object[kPrefill] = record.speed->prefill_operations_per_second;
    }
    all[text(id)] = object;
  }
  return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

DeviceRecords recordsFromJson(const std::string& json) {
  DeviceRecords records;
  const auto all = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
  for (auto entry = all.begin(); entry != all.end(); ++entry) {
    if (entry->isObject()) records[entry.key().toStdString()] = recordOf(entry->toObject());
  }
  return records;
}

}  // namespace eddy
