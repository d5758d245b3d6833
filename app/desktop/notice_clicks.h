// Hears from the desktop that a notice was clicked.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>

namespace eddy {

class NoticeClicks : public QObject {
  Q_OBJECT

 public:
  NoticeClicks();
  void expect(QObject* context, std::function<void()> clicked) {
    m_context = context;
    m_clicked = std::move(clicked);
  }
  uint notice() const { return m_notice; }  ///< the last one's number; 0: none yet
  void setNotice(uint notice) { m_notice = notice; }

 private slots:
  void invoked(uint notice, const QString& action);

 private:
  QPointer<QObject> m_context;
  std::function<void()> m_clicked;
  uint m_notice = 0;
};

}  // namespace eddy
