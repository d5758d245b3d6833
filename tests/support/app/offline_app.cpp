#include "tests/support/app/offline_app.h"

#include <QEventLoop>
#include <QTest>

#include "tests/support/app/sample_chats.h"

namespace eddy {
namespace {
constexpr int kPatience = 60'000;  // the machine may be busy
}

OfflineApp::OfflineApp(Options options) : m_options(std::move(options)) {
  m_script->load_ms_per_step = m_options.loadMsPerStep;
  m_script->token_us = m_options.tokenUs;
  m_script->prefill_ms_per_chunk = m_options.prefillMsPerChunk;
  if (m_options.sampleChats) makeSampleChats(folder());
  start();
}

OfflineApp::~OfflineApp() { stop(); }

std::filesystem::path OfflineApp::folder() const {
  if (!m_options.folder.isEmpty()) return std::filesystem::path(m_options.folder.toStdU16String());
  return std::filesystem::path(m_folder.path().toStdU16String()) / "data";
}

void OfflineApp::start() {
  Composition::Options options{
      .dataFolder = folder(), .model = m_options.model, .starter = m_options.starter, .ports = {}, .welcome = m_options.welcome};
  options.notices = m_options.notices;
  options.vaultCost = VaultCost::cheapest();
  if (m_options.starter.isEmpty()) {
    options.starter = QStringLiteral("/fake/starter");
    options.ports.make_engine = [script = m_script] { return fake::make_engine(script); };
    options.ports.parse = fake::parse_snapshot;
  }
  m_composition = std::make_unique<Composition>(std::move(options));
  QEventLoop opening;
  m_composition->start([&opening] { opening.quit(); });
  opening.exec();
}

void OfflineApp::stop() {
  if (!m_composition) return;
  m_composition->shutdown();
  m_composition.reset();
}

bool OfflineApp::waitReady() {
  return QTest::qWaitFor([this] { return chat().canSend(); }, kPatience);
}

bool OfflineApp::waitIdle() {
  return QTest::qWaitFor([this] { return !chat().isGenerating() && chat().canSend(); }, kPatience);
}

bool OfflineApp::ask(const QString& question) {
  const int before = messages().count();
  if (!waitReady()) return false;
  chat().send(question);
  return QTest::qWaitFor([&] { return messages().count() > before; }, kPatience) && waitIdle();
}

}  // namespace eddy
