#include "app/settings/vault_view_model.h"

#include <QMetaObject>
#include <algorithm>

#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr int kFreeGuesses = 3;
constexpr int kLongestWait = 30;  // seconds; what really slows guessing down is what each one costs

/// The same passphrase in the same bytes, whichever way the keyboard composes its letters.
std::string bytesOf(const QString& passphrase) { return passphrase.normalized(QString::NormalizationForm_C).toStdString(); }

}  // namespace

VaultViewModel::VaultViewModel(StorageService& storage, std::function<bool()> quiet, QObject* parent)
    : QObject(parent), m_storage(storage), m_quiet(std::move(quiet)) {
  m_wait.setInterval(1000);
  connect(&m_wait, &QTimer::timeout, this, [this] {
    if (--m_secondsToWait <= 0) m_wait.stop();
    emit waitChanged();
  });
}

VaultViewModel::~VaultViewModel() { stop(); }

void VaultViewModel::setLocked(const std::filesystem::path& folder) {
  m_folder = QString::fromStdU16String(folder.u16string());
  m_locked = m_encrypted = true;
  emit changed();
}

bool VaultViewModel::begin() {
  if (m_busy || m_secondsToWait > 0) return false;
  m_problem.clear();
  m_detail.clear();
  m_notice.clear();
  if (!m_locked && !m_quiet()) {
    m_problem = tr("Wait until nothing is being written or read, or stop it first.");
    emit changed();
    return false;
  }
  m_busy = true;
  emit changed();
  return true;
}

void VaultViewModel::end(const Result<bool>& result, const QString& notice, const std::function<void()>& done) {
  m_busy = false;
  m_stop.reset();
  if (!result && result.error().code == ErrorCode::Cancelled) {
    m_notice = tr("Stopped. Everything is as it was.");
  } else if (!result) {
    m_problem = inOneLine(describeStorage(result.error().code));
    m_detail = QString::fromStdString(result.error().message);
  } else if (!*result) {
    countWrongGuess();
    m_problem = tr("That is not the passphrase. Look at capital letters and the keyboard layout.");
  } else {
    m_wrongGuesses = 0;
    m_notice = notice;
    done();
  }
  emit changed();
}

void VaultViewModel::countWrongGuess() {
  if (++m_wrongGuesses < kFreeGuesses) return;
  m_secondsToWait = std::min(1 << std::min(m_wrongGuesses - kFreeGuesses + 1, 10), kLongestWait);
  m_wait.start();
  emit waitChanged();
}

void VaultViewModel::unlock(const QString& passphrase) {
  if (!m_locked || !begin()) return;
  m_storage.unlock(std::filesystem::path(m_folder.toStdU16String()), bytesOf(passphrase), this, [this](const Result<bool>& opened) {
    end(opened, {}, [this] { m_locked = false; });
    if (!m_locked) emit unlocked();
  });
}

/// Progress comes on the storage thread, more often than anybody can see.
StorageService::Progress VaultViewModel::startWork() {
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_progress = 0;
  emit progressChanged();
  emit changed();
  return [this, stop = m_stop, shown = -1.0](double part) mutable {
    if (part - shown >= 0.01) {
      shown = part;
      QMetaObject::invokeMethod(this, [this, part] {
        m_progress = part;
        emit progressChanged();
      }, Qt::QueuedConnection);
    }
    return !*stop;
  };
}

void VaultViewModel::turnOn(const QString& passphrase) {
  if (m_encrypted || !begin()) return;
  m_storage.encrypt(bytesOf(passphrase), startWork(), this, [this](const Result<bool>& result) {
    end(result, tr("Chats, documents and saved states are encrypted now. The passphrase is asked for at the next start."),
        [this] { m_encrypted = true; });
  });
}

void VaultViewModel::turnOff(const QString& passphrase) {
  if (!m_encrypted || m_locked || !begin()) return;
  m_storage.decrypt(bytesOf(passphrase), startWork(), this, [this](const Result<bool>& result) {
    end(result, tr("The encryption is off."), [this] { m_encrypted = false; });
  });
}

void VaultViewModel::changePassphrase(const QString& before, const QString& after) {
  if (!m_encrypted || m_locked || !begin()) return;
  m_storage.changePassphrase(bytesOf(before), bytesOf(after), this, [this](const Result<bool>& result) {
    end(result, tr("The new passphrase is set. The old one opens nothing any more, copies made earlier aside."), [] {});
  });
}

void VaultViewModel::stop() {
  if (m_stop) *m_stop = true;
}

void VaultViewModel::dismiss() {
  if (m_busy) return;
  m_problem.clear();
  m_detail.clear();
  m_notice.clear();
  emit changed();
}

VaultViewModel::Strength VaultViewModel::strength(const QString& passphrase) const {
  const auto text = bytesOf(passphrase);
  if (text.size() < kShortestPassphrase) return TooShort;
  std::string different = text;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  const auto worth = std::min(text.size(), different.size() * 3);  // "aaaaaaaaaaaa" is as good as "aaa"
  return worth < 12 ? Weak : worth < 18 ? Fair : Good;
}

void VaultViewModel::lockNow() {
  if (m_encrypted && !m_locked && !m_busy) emit restartWanted({});
}

void VaultViewModel::openOther(const QUrl& folder) {
  if (!m_busy && folder.isLocalFile()) emit restartWanted(folder.toLocalFile());
}

}  // namespace eddy
