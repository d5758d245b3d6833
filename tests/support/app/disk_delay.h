// How slow the disk is while a test kills programs: a build that ended a moment ago may keep it busy for seconds.
#pragma once

#include <QString>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "app/storage/files.h"

namespace eddy {

/// How long the disk takes at most to have a few bytes for good: what is saved every half a second is there that much later.
class DiskDelay {
 public:
  explicit DiskDelay(const QString& folder)
      : watch_([this, file = folder.toStdString() + "/delay"](std::stop_token stop) {
          const std::byte bytes[64] = {};
          while (!stop.stop_requested()) {
            const auto begun = std::chrono::steady_clock::now();
            (void)write_file_durably(file, bytes);
            const auto took = std::chrono::steady_clock::now() - begun;
            longest_ = std::max<qint64>(longest_, std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
          }
        }) {}
  qint64 longest() const { return longest_; }  ///< ms

 private:
  std::atomic<qint64> longest_ = 0;
  std::jthread watch_;
};

}  // namespace eddy
