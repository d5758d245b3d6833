// A branch laid out for people: a page for browsers, a PDF for paper. Pure functions, any thread with a QGuiApplication.
#pragma once

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

#include "app/storage/picture_store.h"
#include "engine/api/result.h"

namespace eddy {

struct ChatPages {
  struct Message {
    QString who;
    QDateTime time;
    QByteArray markdown;
    bool user = false;
    std::vector<Picture> pictures = {};
  };
  QString title;
  std::vector<Message> messages;
};

/// One file that needs no other and runs nothing: what was written in HTML shows as text, images in Markdown as their description; the pictures of messages are in it.
QString htmlOf(const ChatPages& chat);

/// Those of its letters, each once and at most `most`, that no font of this computer has: on paper they are empty boxes.
QString lettersWithoutFont(const ChatPages& chat, int most = 20);

/// Paper of the country's usual size, with page numbers. Whole or not at all. Cancelled, DiskFull, FileUnreadable.
/// `progress` gets a fraction from 0 to 1 on the calling thread.
Result<void> writePdf(const ChatPages& chat, const std::filesystem::path& file, std::stop_token stop = {},
                      const std::function<void(double)>& progress = {});

}  // namespace eddy
