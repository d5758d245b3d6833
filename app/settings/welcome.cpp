#include "app/settings/welcome.h"

#include <QLocale>

#include "engine/api/tools.h"

namespace eddy {
namespace {
constexpr const char* kSeenKey = "welcome.seen";
constexpr qint64 kGigabyte = 1'000'000'000;
}  // namespace

Welcome::Welcome(StorageService& storage, ChatViewModel& chat, QObject* parent)
    : QObject(parent), m_storage(storage), m_chat(chat), m_memory(devices_of("cpu").front().memory_bytes) {
  connect(&m_chat, &ChatViewModel::isEmptyChanged, this, [this] {
    if (!m_chat.isEmpty()) dismiss();
  });
}

void Welcome::start(const std::map<std::string, std::string>& stored) {
  if (stored.contains(kSeenKey)) return;
  m_storage.submit(
      this,
      [](Stores& stores) -> Result<bool> {
        const auto any = stores.database->integer("SELECT EXISTS(SELECT 1 FROM messages)");
        if (!any) return any.error();
        return any->value_or(0) != 0;
      },
      [this](const Result<bool>& any) {
        if (!any || *any || !m_chat.isEmpty()) return;
        m_shown = true;
        emit shownChanged();
      });
}

void Welcome::dismiss() {
  if (!m_shown) return;
  m_shown = false;
  m_storage.submit([](Stores& stores) { return stores.settings.set(kSeenKey, "1"); });
  emit shownChanged();
}

void Welcome::show() {
  if (m_shown || !m_chat.isEmpty()) return;
  m_shown = true;
  emit shownChanged();
}

QString Welcome::memoryText() const {
  return m_memory > 0 ? tr("This computer has %1 of memory.").arg(QLocale().formattedDataSize(m_memory, 0, QLocale::DataSizeSIFormat)) : QString();
}

QString Welcome::recommendationFor(qint64 bytes) {
  if (bytes <= 0) return tr("A larger model knows more: RWKV-7 G1 with 1.5 billion parameters takes about 1 GB in 4 bits.");
  if (bytes < 4 * kGigabyte) return tr("RWKV-7 G1 with 0.4 billion parameters fits: about 0.3 GB in 4 bits.");
  if (bytes < 8 * kGigabyte) return tr("RWKV-7 G1 with 1.5 billion parameters fits well: about 1 GB in 4 bits.");
  if (bytes < 16 * kGigabyte) return tr("RWKV-7 G1 with 2.9 billion parameters fits well: about 2 GB in 4 bits.");
  if (bytes < 32 * kGigabyte) return tr("RWKV-7 G1 with 7.2 billion parameters fits well: about 4.5 GB in 4 bits.");
  return tr("RWKV-7 G1 with 13.3 billion parameters fits well: about 8 GB in 4 bits.");
}

QString Welcome::recommendedIdFor(qint64 bytes) {
  const char* size = bytes <= 0 ? "1.5b" : bytes < 4 * kGigabyte ? "0.4b" : bytes < 8 * kGigabyte ? "1.5b" : bytes < 16 * kGigabyte ? "2.9b"
                   : bytes < 32 * kGigabyte ? "7.2b" : "13.3b";
  return QStringLiteral("rwkv7-g1-") + QLatin1String(size);
}

}  // namespace eddy
