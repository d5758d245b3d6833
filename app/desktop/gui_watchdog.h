// Notices when the GUI thread is kept busy: how long each pass of its event loop works, at what longest, and how much of it was drawing, which
// is that thread's only where no GPU draws. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace eddy {

/// One pass of the event loop, from its first event until it looks for new ones or waits. Made before or after the application's
/// event dispatcher; sees only events of the GUI thread. Costs well under a microsecond an event.
class GuiWatchdog : public QObject {
  Q_OBJECT

 public:
  struct Stretch {
    double wall = 0;   ///< milliseconds
    double cpu = 0;    ///< of the GUI thread alone: what other programs take is not in it; equal to `wall` where it cannot be known
    double drawing = 0;  ///< milliseconds of `cpu` in which windows that are watched were drawn
    QString longest;   ///< the event that took most of it: its type and its receiver's class
    double part = 0;   ///< milliseconds of `wall` in that event, without those it sent itself

    /// What Eddy has to answer for: events, bindings, layout, the making of items and their scene. Not what painting took, nor waiting.
    double work() const { return cpu - drawing; }
  };

  /// Passes with work above `bound` milliseconds are kept, and said in the log when `tell` is on, as are those that took longer by the clock alone.
  explicit GuiWatchdog(double bound = kBound, bool tell = false, QObject* parent = nullptr);
  ~GuiWatchdog() override;

  /// On where EDDY_GUI_WATCHDOG is a number of milliseconds, and in builds for debugging; "0" keeps it off there too.
  static std::unique_ptr<GuiWatchdog> asWished();

  /// Those above the bound, in order; at most kMost are kept, the shortest make room.
  /// Tells drawing from the rest: of a QQuickWindow, which is watched by itself once it is shown. Where a thread of its own draws there is nothing to tell.
  void watchDrawing(QObject* window);

  const std::vector<Stretch>& stretches() const { return m_stretches; }
  std::optional<Stretch> worst() const;
  int count() const { return m_count; }  ///< of all that were above the bound
  void clear();
  /// What is under way counts from here on.
  void restart();

  static constexpr double kBound = 8;
  static constexpr std::size_t kMost = 1000;

 signals:
  void stalled(double milliseconds);

 protected:
  bool eventFilter(QObject* receiver, QEvent* event) override;

 private slots:
  void beginDrawing();
  void endDrawing();

 private:
  void begin();
  void end();
  void closeEvent();
  static double cpuNow();

  using Name = std::array<char, 64>;  // a copy: classes of QML go with their engine, in the middle of a pass

  double m_bound;
  bool m_tell;
  QElapsedTimer m_clock;
  bool m_busy = false;
  double m_since = 0, m_cpuSince = 0;       // of the pass
  double m_drawingSince = -1;               // processor time; -1: nothing is being drawn
  double m_drawing = 0;                     // of the pass
  double m_eventSince = 0;                  // of the event that runs
  int m_eventType = 0;
  Name m_eventReceiver{};
  int m_longestType = 0;
  Name m_longestReceiver{};
  double m_longest = 0;
  int m_count = 0;
  std::vector<Stretch> m_stretches;
};

}  // namespace eddy
