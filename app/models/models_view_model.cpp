#include "app/models/models_view_model.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include "app/errors/error_text.h"
#include "app/models/model_words.h"

namespace eddy {
namespace {

constexpr const char* kLastKey = "models.last";
constexpr const char* kRecentKey = "models.recent";
constexpr int kRecentCount = 8;
constexpr int kReloadDelay = 800;  // milliseconds

QString value(const std::map<std::string, std::string>& stored, const char* key) {
  const auto found = stored.find(key);
  return found == stored.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

ModelsViewModel::ModelsViewModel(InferenceService& inference, StorageService& storage, Settings& settings,
                                 QString starter, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage), m_settings(settings), m_starter(std::move(starter)) {
  connect(&inference, &InferenceService::loadEvent, this, &ModelsViewModel::take);
  m_reload.setSingleShot(true);
  m_reload.setInterval(kReloadDelay);
  connect(&settings, &Settings::threadsChanged, &m_reload, qOverload<>(&QTimer::start));
  connect(&settings, &Settings::devicesChanged, this, [this] {
    const auto wished = m_settings.deviceIds();
    if (wished.empty() || wished.front() != m_inference.device()) m_reload.start();
  });
  connect(&m_reload, &QTimer::timeout, this, [this] {
    if (m_status == Ready) loadPath(m_path);
  });
}

QString ModelsViewModel::name() const {
  if (isStarter()) return tr("Starter");
  return m_info.name.empty() ? QDir(m_path).dirName() : QString::fromStdString(m_info.name);
}

QString ModelsViewModel::description() const {
  return isStarter() ? starterNote() : QString::fromStdString(m_info.description);
}

QString ModelsViewModel::starterNote() const { return tr("Starter: small, English, trained for a first try"); }

QString ModelsViewModel::details() const { return factsText(m_info); }

QString ModelsViewModel::stateText() const {
  if (m_info.state_bytes <= 0) return {};
  return tr("One saved turn costs %1").arg(bytesText(m_info.state_bytes));
}

QString ModelsViewModel::memoryText() const {
  if (m_info.memory_bytes <= 0) return {};
  const auto& needs = m_info.memory;
  if (needs.weights <= 0) return tr("Uses %1 of memory").arg(bytesText(m_info.memory_bytes));
  constexpr std::int64_t kLongText = 32'768;
  const auto parts = tr("Uses %1 of memory: weights %2, state %3, work %4, token tables %5")
                         .arg(bytesText(m_info.memory_bytes), bytesText(needs.weights),
                              bytesText(needs.state + needs.rows_at(256)), bytesText(needs.work + needs.plans),
                              bytesText(needs.tables));
  if (needs.rows.empty()) return parts;
  return parts + tr("; with a text of %L1 tokens %2").arg(kLongText).arg(bytesText(needs.total(kLongText)));
}

void ModelsViewModel::load(const QString& urlOrPath) {
  const QUrl url(urlOrPath);
  loadPath(QDir::cleanPath(QFileInfo(url.isLocalFile() ? url.toLocalFile() : urlOrPath).absoluteFilePath()));
}

void ModelsViewModel::loadStarter() {
  if (!m_starter.isEmpty()) return loadPath(m_starter);
  m_path.clear();
  m_info = {};
  fail(tr("The shipped model is missing"),
       tr("It was not found where Eddy was installed; choose a model file of your own."), {});
}

void ModelsViewModel::retry() {
  if (m_path.isEmpty()) loadStarter();
  else loadPath(m_path);
}

void ModelsViewModel::cancelLoad() {
  if (m_status == Loading) m_inference.cancelLoad();
}

void ModelsViewModel::unload() {
  if (m_status != Ready) return;
  m_unloading = m_inference.unload();
}

void ModelsViewModel::start(const QString& path, const std::map<std::string, std::string>& stored) {
  const auto recent = value(stored, kRecentKey);
  if (!recent.isEmpty()) m_recent = recent.split(u'\n');
  emit recentChanged();
  m_reload.stop();
  const auto last = value(stored, kLastKey), warm = value(stored, kWarmKey);
  if (!path.isEmpty()) load(path);
  else if (!warm.isEmpty()) loadPath(warm);
  else if (!last.isEmpty()) loadPath(last);
  else loadStarter();
}

void ModelsViewModel::loadPath(const QString& path) {
  m_path = path;
  m_status = Loading;
  m_progress = 0;
  m_info = {};
  m_errorTitle.clear();
  m_errorText.clear();
  m_errorDetail.clear();
  emit changed();
  emit loadProgressChanged();
  m_inference.load(std::filesystem::path(path.toStdU16String()), {.threads = m_settings.threads()}, m_settings.deviceIds());
}

void ModelsViewModel::take(const LoadEvent& event) {
  if (event.load == m_unloading) return letGo();
  std::visit([this](const auto& what) { on(what); }, event.what);
}

void ModelsViewModel::on(const LoadProgressed& progressed) {
  m_progress = progressed.fraction;
  emit loadProgressChanged();
}

void ModelsViewModel::on(const LoadDone& done) {
  m_info = done.info;
  m_loadedPath = m_path;
  m_status = Ready;
  m_progress = 1;
  remember();
  emit changed();
  emit loadProgressChanged();
}

void ModelsViewModel::letGo() {
  m_status = NoModel;
  m_info = {};
  m_loadedPath.clear();
  emit changed();
}

void ModelsViewModel::on(const LoadFailed& failed) {
  if (failed.error.code == ErrorCode::Cancelled && failed.model_kept) {
    m_path = m_loadedPath;
    m_info = m_inference.model();
    m_status = Ready;
    emit changed();
    return;
  }
  if (failed.error.code == ErrorCode::Cancelled)
    return fail(tr("Loading was stopped"), tr("No model is loaded; choose one or try again."), {});
  const auto words = describe(failed.error.code);
  fail(words.title, words.explanation, QString::fromStdString(failed.error.message));
}

void ModelsViewModel::fail(const QString& title, const QString& text, const QString& detail) {
  m_status = Failed;
  m_errorTitle = title;
  m_errorText = text;
  m_errorDetail = detail;
  emit changed();
}

void ModelsViewModel::remember() {
  if (!isStarter()) {
    m_recent.removeAll(m_path);
    m_recent.prepend(m_path);
    while (m_recent.size() > kRecentCount) m_recent.removeLast();
    emit recentChanged();
  }
  // The starter is remembered as nothing, so that it is found again where the next version puts it.
  const std::map<std::string, std::string> values{{kLastKey, isStarter() ? std::string() : m_path.toStdString()},
                                                  {kRecentKey, m_recent.join(u'\n').toStdString()}};
  m_storage.submit([values](Stores& stores) { return stores.settings.set_all(values); });
}

}  // namespace eddy
