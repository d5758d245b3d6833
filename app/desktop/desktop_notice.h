// A notice through the desktop's own service, where it has one that programs may speak to directly.
#pragma once

#include <QObject>
#include <QString>
#include <functional>

namespace eddy {

/// Shows it and returns at once; `clicked` is called in `context`'s thread, while that lives, when the user clicks it. False where there is no such
/// service (org.freedesktop.Notifications on the session bus).
bool deliverNotice(const QString& title, const QString& text, QObject* context, std::function<void()> clicked);

}  // namespace eddy
