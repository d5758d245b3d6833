#include "app/settings/settings.h"

#include <QEvent>
#include <QGuiApplication>
#include <QMetaProperty>
#include <QPalette>
#include <algorithm>

#include "app/errors/error_text.h"
#include "app/storage/state_upkeep.h"

namespace eddy {
namespace {

constexpr const char* kGeneration[] = {"temperature", "topK", "topP", "minP", "typicalP", "presencePenalty", "frequencyPenalty",
                                       "penaltyDecay", "repetitionPenalty", "maxTokens", "seed", "stopStrings", "thinking", "thinkingBudget"};
constexpr const char* kOthers[] = {"theme",          "fontSize",   "threads", "systemPrompt", "stateBudgetBytes",
                                   "windowGeometry", "sidebarOpen", "tokenChances", "language", "accent", "compact", "devices", "notifications", "trayIcon", "announcements",
                                   "reducedMotion"};

std::vector<const char*> persistentNames() {
  std::vector<const char*> names(std::begin(kGeneration), std::end(kGeneration));
  names.insert(names.end(), std::begin(kOthers), std::end(kOthers));
  return names;
}

QString toText(const QVariant& value) {
  switch (value.metaType().id()) {
    case QMetaType::QStringList: return value.toStringList().join(u'\n');
    case QMetaType::QRectF: {
      const auto r = value.toRectF();
      return QStringLiteral("%1 %2 %3 %4").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
    }
    case QMetaType::Double: return QString::number(value.toDouble(), 'g', 15);
    case QMetaType::Bool: return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    case QMetaType::QString: return value.toString();
    default: return QString::number(value.toLongLong());  // numbers and enumerations
  }
}

/// Invalid when the text is no value of that type.
QVariant fromText(const QString& text, int type) {
  bool ok = true;
  QVariant value;
  switch (type) {
    case QMetaType::QString: return text;
    case QMetaType::QStringList: return text.isEmpty() ? QStringList() : text.split(u'\n');
    case QMetaType::Bool: return text == u"1";
    case QMetaType::Double: value = text.toDouble(&ok); break;
    case QMetaType::QRectF: {
      const auto parts = text.split(u' ');
      if (parts.size() != 4) return {};
      return QRectF(parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble(), parts[3].toDouble());
    }
    default: value = text.toInt(&ok); break;
  }
  return ok ? value : QVariant();
}

std::string keyOf(const char* name) { return std::string("settings.") + name; }

}  // namespace

Settings::Settings(StorageService& storage, QObject* parent) : AnswerValues(parent), m_storage(storage) {
  m_saveTimer.setSingleShot(true);
  m_saveTimer.setInterval(300);
  connect(&m_saveTimer, &QTimer::timeout, this, &Settings::save);
  for (const auto signal : {&Settings::themeChanged, &Settings::fontSizeChanged, &Settings::threadsChanged, &Settings::stateBudgetChanged, &Settings::windowChanged,
                            &Settings::appearanceChanged, &Settings::devicesChanged, &Settings::noticesChanged}) {
    connect(this, signal, this, &Settings::changed);
  }
  connect(this, &Settings::generationChanged, this, &Settings::changed);
  connect(this, &Settings::languageChanged, this, &Settings::changed);
  connect(this, &Settings::stateBudgetChanged, this, &Settings::enforceBudget);
  if (qGuiApp) qGuiApp->installEventFilter(this);
  for (const auto* name : persistentNames()) m_defaults[name] = property(name);
}

void Settings::resetAll() {
  for (const auto& [name, value] : m_defaults) {
    if (name != "windowGeometry") setProperty(name.c_str(), value);
  }
}

bool Settings::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ApplicationPaletteChange && m_theme == System) emit themeChanged();
  return QObject::eventFilter(watched, event);
}

bool Settings::dark() const {
  if (m_theme != System) return m_theme == Dark;
  return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Settings::changed() { m_saveTimer.start(); }

void Settings::save() {
  m_saveTimer.stop();
  std::map<std::string, std::string> news;
  for (const auto* name : persistentNames()) {
    const auto text = toText(property(name)).toStdString();
    const auto known = m_stored.find(keyOf(name));
    if (known == m_stored.end() || known->second != text) news[keyOf(name)] = text;
  }
  if (news.empty()) return;
  for (const auto& [key, value] : news) m_stored[key] = value;
  m_storage.submit([news = std::move(news)](Stores& stores) { return stores.settings.set_all(news); });
}

void Settings::restore(const std::map<std::string, std::string>& stored) {
  for (const auto* name : persistentNames()) {
    const auto found = stored.find(keyOf(name));
    if (found == stored.end()) continue;
    const auto value = fromText(QString::fromStdString(found->second), property(name).metaType().id());
    if (value.isValid() && setProperty(name, value)) m_stored[found->first] = found->second;
  }
  m_saveTimer.stop();
  for (const auto* name : persistentNames()) m_stored.emplace(keyOf(name), toText(property(name)).toStdString());
}



GenerationParams Settings::generationParams() const {
  constexpr int kAlternatives = 8;
  auto params = m_modelValues ? m_modelValues->generationParams() : AnswerValues::generationParams();
  params.alternatives = m_tokenChances ? kAlternatives : 0;
  return params;
}

ThinkingWish Settings::thinkingWish() const { return m_modelValues ? m_modelValues->thinkingWish() : AnswerValues::thinkingWish(); }

QJsonObject Settings::answerValues() const { return m_modelValues ? m_modelValues->toJson() : toJson(); }

void Settings::setModelValues(const std::optional<QJsonObject>& values) {
  if (!values && !m_modelValues) return;
  m_modelValues = values ? std::make_unique<AnswerValues>() : nullptr;
  if (values) m_modelValues->take(*values);
  emit generationChanged();
}

int Settings::threads() const { return std::clamp(m_threads, 0, 1024); }

std::vector<std::string> Settings::deviceIds() const {
  std::vector<std::string> ids;
  for (const auto& id : m_devices) ids.push_back(id.toStdString());
  return ids;
}

void Settings::setDataFolder(const QString& folder) {
  m_dataFolder = folder;
  emit dataFolderChanged();
}

void Settings::setStateUsedBytes(double bytes) {
  if (bytes == m_stateUsedBytes) return;
  m_stateUsedBytes = bytes;
  emit stateUsedChanged();
}

void Settings::moveDataFolder(const QUrl& folder) {
  const auto path = folder.isLocalFile() ? folder.toLocalFile() : folder.toString();
  save();
  m_storage.moveTo(std::filesystem::path(path.toStdU16String()), this, [this, path](const Result<void>& moved) {
    m_moveError = moved ? QString() : QString::fromStdString(moved.error().message);
    emit moveErrorChanged();
    if (moved) setDataFolder(path);
  });
}

void Settings::enforceBudget() {
  if (stateBudget() <= 0) return;
  auto work = [budget = stateBudget()](Stores& stores) { return keepWithin(stores, budget); };
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) {
    if (used) setStateUsedBytes(static_cast<double>(*used));
  });
}

}  // namespace eddy
