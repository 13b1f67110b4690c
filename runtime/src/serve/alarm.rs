//! The time-out for heads, at the price of one alarm for a whole connection.
//!
//! A timer of the runtime is dear to set and to take back, and a head needs one for each request. So the naps of a
//! connection share one alarm that is never taken back. Where it rings too early, because the nap it was set for is over
//! and another has begun, it is set again.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hyper::rt::{Sleep, Timer};
use tokio::time;

/// The alarm of one connection, whose task alone may wait for its naps.
#[derive(Default)]
pub(super) struct Alarm(Arc<Mutex<Option<Set>>>);

/// An alarm that is set.
struct Set {
    rings: Instant,
    sleep: Pin<Box<time::Sleep>>,
}

impl Set {
    fn at(rings: Instant) -> Self {
        Self { rings, sleep: Box::pin(time::sleep_until(rings.into())) }
    }
}

struct Nap {
    until: Instant,
    alarm: Arc<Mutex<Option<Set>>>,
}

impl Timer for Alarm {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        self.sleep_until(Instant::now() + duration)
    }

    fn sleep_until(&self, until: Instant) -> Pin<Box<dyn Sleep>> {
        Box::pin(Nap { until, alarm: Arc::clone(&self.0) })
    }
}

impl Sleep for Nap {}

impl Future for Nap {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let now = Instant::now();
        if now >= self.until {
            return Poll::Ready(());
        }
        let mut alarm = self.alarm.lock().unwrap_or_else(PoisonError::into_inner);
        // An alarm that has yet to ring, and not too late, wakes the task that set it: this one.
        if alarm.as_ref().is_some_and(|set| now < set.rings && set.rings <= self.until) {
            return Poll::Pending;
        }
        alarm.insert(Set::at(self.until)).sleep.as_mut().poll(context)
    }
}
