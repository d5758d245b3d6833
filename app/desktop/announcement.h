// Words for assistive programs (screen readers), on desktops whose bridge is AT-SPI over D-Bus. GUI thread only.
#pragma once

#include <QString>

class QWindow;

namespace eddy {

/// Looks, in the background, whether an assistive program listens for announcements: Orca does since version 45. Asked at the
/// beginning of an answer, so that its first sentence finds the reply there.
void findAnnouncementListeners();

/// Sends AT-SPI's "object:announcement" on behalf of `window`. False where nobody is known to listen for it, and nothing is sent.
bool announce(QWindow* window, const QString& text);

}  // namespace eddy
