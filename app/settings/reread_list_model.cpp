#include "app/settings/reread_list_model.h"

#include <QDateTime>
#include <QLocale>

#include "app/errors/error_text.h"

namespace eddy {
namespace {

QString numberText(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }

/// "812 tokens in 3.2 s, because the saved state was damaged. The 4,100 tokens before them came from an earlier saved state."
QString whatText(const Reread& reread) {
  auto text = RereadListModel::tr("%Ln tokens in %1 s, because %2.", nullptr, static_cast<int>(reread.tokens))
                  .arg(QLocale().toString(reread.seconds, 'f', reread.seconds < 1 ? 2 : reread.seconds < 10 ? 1 : 0),
                       describe(rereadReasonOf(QString::fromStdString(reread.reason))));
  if (reread.restored_tokens > 0)
    text += QStringLiteral(" ") + RereadListModel::tr("The %1 before came from an earlier saved state.").arg(numberText(reread.restored_tokens));
  return text;
}

QString whenText(const Reread& reread) {
  const auto time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(reread.at), QLocale::ShortFormat);
  return reread.model_name.empty() ? time : RereadListModel::tr("%1 by %2").arg(time, QString::fromStdString(reread.model_name));
}

QString remedyText(RereadListModel::Remedy remedy, bool done) {
  switch (remedy) {
    case RereadListModel::NoRemedy: return {};
    case RereadListModel::RaiseBudget: return RereadListModel::tr("Give saved states more room");
    case RereadListModel::KeepChat: return done ? RereadListModel::tr("Kept longest") : RereadListModel::tr("Keep this chat's states");
    case RereadListModel::KeepModel: return done ? RereadListModel::tr("Kept longest") : RereadListModel::tr("Keep this model's states");
    case RereadListModel::OpenDataFolder: return RereadListModel::tr("Open the data folder");
  }
  return {};
}

}  // namespace

RereadListModel::Remedy RereadListModel::remedyOf(const Reread& reread) {
  switch (rereadReasonOf(QString::fromStdString(reread.reason))) {
    case RereadReason::Evicted: return RaiseBudget;
    case RereadReason::Thinned: return KeepChat;
    case RereadReason::ModelChanged: return KeepModel;
    case RereadReason::BeginningLost:
    case RereadReason::StatesMissing:
    case RereadReason::StoreUnavailable: return OpenDataFolder;
    default: return NoRemedy;
  }
}

int RereadListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RereadListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.reread.title.empty() ? tr("New chat") : QString::fromStdString(row.reread.title);
    case WhatRole: return whatText(row.reread);
    case WhenRole: return whenText(row.reread);
    case RemedyRole: return remedyOf(row.reread);
    case RemedyTextRole: return remedyText(remedyOf(row.reread), row.remedyDone);
    case RemedyDoneRole: return row.remedyDone;
    default: return {};
  }
}

QHash<int, QByteArray> RereadListModel::roleNames() const {
  return {{TitleRole, "title"},   {WhatRole, "what"},           {WhenRole, "when"},
          {RemedyRole, "remedy"}, {RemedyTextRole, "remedyText"}, {RemedyDoneRole, "remedyDone"}};
}

void RereadListModel::show(std::vector<Row> rows) {
  const bool other = rows.size() != m_rows.size();
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  if (other) emit countChanged();
}

}  // namespace eddy
