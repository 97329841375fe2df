//! [`Budget`]: how much an evaluation may cost, so that malicious input ends.

use std::cell::Cell;

use crate::value::Value;

/// The cost of an element; a byte of a text costs 1.
const ELEMENT: u64 = 32;

/// How much may be computed. One budget goes through all evaluations of a configuration, into
/// variables, local values and modules; it is not shared between threads.
#[derive(Debug)]
pub struct Budget {
    left: Cell<u64>,
    depth: Cell<u32>,
    deepest: u32,
    reason: Cell<Option<&'static str>>,
}

impl Default for Budget {
    /// Enough for tens of thousands of resources: a billion bytes, or thirty million elements.
    fn default() -> Self {
        Budget::new(1 << 30)
    }
}

impl Budget {
    /// A budget of `units`: 32 for each step and each element made, 1 for each byte of text.
    pub fn new(units: u64) -> Self {
        Budget {
            left: Cell::new(units),
            depth: Cell::new(0),
            deepest: 900,
            reason: Cell::new(None),
        }
    }

    /// Why nothing more is evaluated; None while there is something left.
    pub fn exhausted(&self) -> Option<&'static str> {
        self.reason.get()
    }

    /// Takes `units`. False: there are not that many left, and nothing more is evaluated.
    pub fn charge(&self, units: u64) -> bool {
        match self.left.get().checked_sub(units) {
            Some(left) if self.reason.get().is_none() => {
                self.left.set(left);
                true
            }
            _ => {
                self.exhaust(
                    "This configuration takes more to evaluate than is allowed: it makes values \
                     of a size that no real one has.",
                );
                false
            }
        }
    }

    fn exhaust(&self, reason: &'static str) {
        if self.reason.get().is_none() {
            self.reason.set(Some(reason));
        }
    }

    /// One step deeper. False: too deep, and `leave` is not to be called.
    pub(crate) fn enter(&self) -> bool {
        if self.depth.get() >= self.deepest {
            self.exhaust("Expressions, and the values that they refer to, are nested too deeply.");
            return false;
        }
        if !self.charge(ELEMENT) {
            return false;
        }
        self.depth.set(self.depth.get() + 1);
        true
    }

    /// One step back.
    pub(crate) fn leave(&self) {
        self.depth.set(self.depth.get().saturating_sub(1));
    }

    /// Takes what a value costs: its elements, deep, though they are shared, since whoever looks at
    /// it sees each.
    pub(crate) fn weigh(&self, value: &Value) -> bool {
        match value {
            Value::String(text) => self.charge(ELEMENT + text.len() as u64),
            Value::Sensitive(value) => self.weigh(value),
            _ => self.charge(ELEMENT) && value.children().all(|child| self.weigh(child)),
        }
    }

    /// Takes what all of `values` cost.
    pub(crate) fn weigh_all<'v>(&self, values: impl IntoIterator<Item = &'v Value>) -> bool {
        values.into_iter().all(|value| self.weigh(value))
    }
}
