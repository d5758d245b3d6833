// A branch laid out for people: a page for browsers, a PDF for paper. Pure functions, any thread with a QGuiApplication.
#pragma once

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

struct ChatPages {
  struct Message {
    QString who;
    QDateTime time;
    QByteArray markdown;
    bool user = false;
  };
  QString title;
  std::vector<Message> messages;
};

/// One file that needs no other and runs nothing: what was written in HTML shows as text, images as their description.
QString htmlOf(const ChatPages& chat);

/// Paper of the country's usual size, with page numbers. Whole or not at all. Cancelled, DiskFull, FileUnreadable.
/// `progress` gets a fraction from 0 to 1 on the calling thread.
Result<void> writePdf(const ChatPages& chat, const std::filesystem::path& file, std::stop_token stop = {},
                      const std::function<void(double)>& progress = {});

}  // namespace eddy
