//! [`Choice`]: one of several addresses that do the same, each in its turn; one that has just failed is left alone for a while.

use std::net::SocketAddrV4;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::now;

/// How long, in milliseconds: that long an address that comes back is missed.
const LEFT_ALONE: u64 = 10_000;

/// Addresses that do the same.
pub struct Choice {
    /// Each with the time until which it is left alone.
    all: Vec<(SocketAddrV4, AtomicU64)>,
    turn: AtomicUsize,
}

impl Choice {
    /// Of these.
    pub fn of(addresses: Vec<SocketAddrV4>) -> Self {
        let all = addresses.into_iter().map(|address| (address, AtomicU64::new(0))).collect();
        Self { all, turn: AtomicUsize::new(0) }
    }

    /// The next one that has not just failed; where all have, the next one.
    pub fn next(&self) -> Option<SocketAddrV4> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let in_order = (0..self.all.len()).filter_map(|step| self.all.get((turn + step) % self.all.len()));
        let mut in_order = in_order.peekable();
        let first = in_order.peek().copied();
        let works = |(_, until): &&(SocketAddrV4, AtomicU64)| until.load(Ordering::Relaxed) < now();
        in_order.find(works).or(first).map(|(address, _)| *address)
    }

    /// One has failed.
    pub fn failed(&self, address: SocketAddrV4) {
        for (_, until) in self.all.iter().filter(|(one, _)| *one == address) {
            until.store(now() + LEFT_ALONE, Ordering::Relaxed);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_failed_is_left_alone_unless_all_have() {
        let [a, b] = ["10.0.0.4:443", "10.0.0.5:443"].map(|address| address.parse::<SocketAddrV4>().unwrap());
        let choice = Choice::of(vec![a, b]);
        assert_eq!([choice.next(), choice.next(), choice.next()], [Some(a), Some(b), Some(a)]);
        choice.failed(a);
        assert_eq!([choice.next(), choice.next(), choice.next()], [Some(b); 3]);
        choice.failed(b);
        assert_eq!([choice.next(), choice.next()], [Some(a), Some(b)]);
        assert_eq!((Choice::of(Vec::new()).next(), choice.len()), (None, 2));
    }
}
