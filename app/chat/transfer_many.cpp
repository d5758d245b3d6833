// Several chats saved into a folder, one after another.
#include <QFileInfo>

#include "app/chat/transfer_view_model.h"

namespace eddy {

void TransferViewModel::saveMany(const QVariantList& conversations, const QUrl& folder, int format, int states) {
  if (isBusy() || conversations.isEmpty()) return;
  dismissError();
  dismissNotice();
  for (const auto& id : conversations) m_many.push_back(id.toLongLong());
  m_manySaved = 0;
  m_manyFolder = folder.toLocalFile();
  m_manyFormat = format;
  m_manyStates = states;
  setProgress(0);
  emit busyChanged();
  prepare(m_many.front());
}

void TransferViewModel::saveOneOfMany() { write(freeName(suggestedName(m_manyFormat)), m_manyFormat, m_manyStates); }

void TransferViewModel::saveNextOfMany() {
  m_many.pop_front();
  ++m_manySaved;
  if (!m_many.empty()) {
    setProgress(0);
    return prepare(m_many.front());
  }
  emit busyChanged();
  m_notice = tr("%n chat(s) were saved in %1.", nullptr, m_manySaved).arg(m_manyFolder);
  emit noticeChanged();
}

QString TransferViewModel::freeName(const QString& name) const {
  const QFileInfo wanted(m_manyFolder + u'/' + name);
  auto path = wanted.filePath();
  for (int i = 2; QFileInfo::exists(path); ++i) path = QStringLiteral("%1/%2 (%3).%4").arg(m_manyFolder, wanted.completeBaseName()).arg(i).arg(wanted.suffix());
  return path;
}

}  // namespace eddy
