//! Questions on their way.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Mutex as Turn;

use super::Fingerprint;

/// What has been asked and not been answered, so that nobody asks the same at the same time.
pub(super) struct Flights<T>(Mutex<HashMap<Fingerprint, Arc<Turn<Option<T>>>>>);

impl<T: Clone> Flights<T> {
    /// The answer to this question, or to the same one that somebody else has asked already. Where they leave, the next one asks.
    pub(super) async fn join(&self, token: Fingerprint, ask: impl Future<Output = T>) -> T {
        let seat =
            Seat { flights: self, token, flight: Arc::clone(self.boarding().entry(token).or_default()) };
        let mut landed = seat.flight.lock().await;
        if let Some(answer) = &*landed {
            return answer.clone();
        }
        let answer = ask.await;
        *landed = Some(answer.clone());
        answer
    }
}

impl<T> Flights<T> {
    fn boarding(&self) -> MutexGuard<'_, HashMap<Fingerprint, Arc<Turn<Option<T>>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Default for Flights<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

struct Seat<'f, T> {
    flights: &'f Flights<T>,
    token: Fingerprint,
    flight: Arc<Turn<Option<T>>>,
}

impl<T> Drop for Seat<'_, T> {
    /// Whoever leaves last takes the flight off the board.
    fn drop(&mut self) {
        let mut boarding = self.flights.boarding();
        // Theirs and the board's.
        if Arc::strong_count(&self.flight) == 2 {
            boarding.remove(&self.token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, ready};
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll, Waker};
    use tokio::sync::oneshot;

    fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn the_same_is_asked_once_at_a_time() {
        let flights = Flights::default();
        let (answer, asked) = oneshot::channel::<u8>();
        {
            let mut first = pin!(flights.join([1; 32], asked));
            let mut second = pin!(flights.join([1; 32], async { unreachable!("it is asked twice") }));
            assert!(poll(first.as_mut()).is_pending() && poll(second.as_mut()).is_pending());
            assert!(answer.send(7).is_ok());
            assert_eq!(poll(first), Poll::Ready(Ok(7)));
            assert_eq!(poll(second), Poll::Ready(Ok(7)));
        }
        assert!(flights.boarding().is_empty());
    }

    #[test]
    fn other_questions_do_not_wait() {
        let flights = Flights::default();
        let mut first = pin!(flights.join([1; 32], pending()));
        assert!(poll(first.as_mut()).is_pending());
        assert_eq!(poll(pin!(flights.join([2; 32], ready(8)))), Poll::Ready(8));
    }

    #[test]
    fn where_who_asks_leaves_the_next_one_asks() {
        let flights = Flights::default();
        let mut second = {
            let mut first =
                Box::pin(flights.join([1; 32], Box::pin(pending()) as Pin<Box<dyn Future<Output = u8>>>));
            assert!(poll(first.as_mut()).is_pending());
            let mut second =
                Box::pin(flights.join([1; 32], Box::pin(ready(9_u8)) as Pin<Box<dyn Future<Output = u8>>>));
            assert!(poll(second.as_mut()).is_pending());
            second
        };
        assert_eq!(poll(second.as_mut()), Poll::Ready(9));
        drop(second);
        assert!(flights.boarding().is_empty());
    }
}
