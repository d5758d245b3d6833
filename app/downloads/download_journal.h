// The list of downloads as it lies beside them. No state.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "app/downloads/download_queue.h"

namespace eddy {

QByteArray journalOf(const QList<DownloadOrder>& orders);
/// What can be read of it. Targets outside `folder` and addresses that are none are left out: the file may be anybody's.
QList<DownloadOrder> ordersFrom(const QByteArray& journal, const QString& folder);

/// A name for a file in a folder of ours: the last part of `wanted` without what systems dislike. Empty when nothing is left
/// or it is no model's.
QString safeFileName(const QString& wanted);
/// `name`, or "name (2)" when it is taken or being fetched.
QString freeTarget(const QString& folder, const QString& name);

}  // namespace eddy
